package districtkpi.importer.source;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.agreement.AgreementDocument;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.importer.result.FigureStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service on a database of its own with the round 2565-1, on 1 April 2022. */
final class ExtractContext implements AutoCloseable {

    static final RoundId ROUND = RoundId.parse("2565-1");
    static final LocalDate AS_OF = LocalDate.of(2022, 3, 31);

    private static final Instant NOW = Instant.parse("2022-03-31T17:30:00Z");

    private final Optional<TestDatabase> own;
    private final DataSource dataSource;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    ExtractContext() {
        this(TestDatabase.create());
    }

    private ExtractContext(TestDatabase own) {
        this(Optional.of(own), own.dataSource());
    }

    /** On the database of somebody else. */
    ExtractContext(DataSource dataSource) {
        this(Optional.empty(), dataSource);
    }

    private ExtractContext(Optional<TestDatabase> own, DataSource dataSource) {
        this.own = own;
        this.dataSource = dataSource;
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.register(
                DatabaseConfiguration.class,
                AgreementReader.class,
                FigureStore.class,
                ExtractRows.class,
                ExtractImportService.class);
        context.refresh();
        open();
    }

    private void open() {
        open(resource("/districtkpi/agreements/2565-1.yaml"), "0".repeat(64));
    }

    /** Puts another version of the agreement in force. */
    void open(Agreement agreement) {
        open(AgreementDocument.toYaml(agreement), "1".repeat(64));
    }

    private void open(String document, String sha256) {
        new TransactionTemplate(get(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        get(AgreementRepository.class)
                                .add(
                                        get(AgreementReader.class).read(document),
                                        "2565-1.yaml",
                                        document,
                                        sha256));
    }

    /** Leaves nothing but the round, in a database of its own. */
    void clear() {
        own.orElseThrow().clear();
        open();
    }

    ExtractImportService service() {
        return get(ExtractImportService.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    static String resource(String name) {
        try (InputStream stream = ExtractContext.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceDescription source(String id) {
        return Sources.find(id).orElseThrow();
    }

    static ExtractRequest request(Path file, String source) {
        return request(file, source, AS_OF, null, Map.of());
    }

    static ExtractRequest request(
            Path file,
            String source,
            LocalDate asOf,
            @Nullable DistrictCode district,
            Map<ColumnKey, String> mapping) {
        return new ExtractRequest(
                file,
                file.getFileName().toString(),
                source(source),
                ROUND,
                asOf,
                district,
                mapping,
                WhatCounts.NONE);
    }

    static Path write(Path folder, String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExtractReport commit(Path file, String source) {
        return service().commit(request(file, source), Optional.empty(), ImportProgress.NONE);
    }

    ExtractReport dryRun(Path file, String source) {
        return service().dryRun(request(file, source), ImportProgress.NONE);
    }

    List<Measurement> stored() {
        return get(MeasurementRepository.class).findAll(ROUND);
    }

    /** A line such as {@code 4301 P3.activities_recorded 46 / 50, line 2}. */
    static String shown(Measurement figure) {
        return String.format(
                Locale.ROOT,
                "%s %s %s, line %d",
                figure.district(),
                figure.measure(),
                shown(figure.value()),
                figure.origin().line());
    }

    private static String shown(MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(var number, var of) ->
                    number.toPlainString() + " / " + of.toPlainString();
            case MeasuredValue.Count(var count) -> count.toPlainString();
            case MeasuredValue.Quantity(var number) -> number.toPlainString();
            case MeasuredValue.Done done -> "done" + done.day().map(day -> " on " + day).orElse("");
            case MeasuredValue.NotDone _ -> "not done";
            case MeasuredValue.Day(var day) -> day.toString();
            case MeasuredValue.Percentage(var percent) -> percent + " %";
            case MeasuredValue.NotApplicable _ -> "n/a";
        };
    }

    /** The first column of a query. */
    List<String> column(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** How many rows each table has that an import writes to. */
    String counts() {
        return String.join(
                ", ",
                List.of(
                                "import",
                                "import_content",
                                "measurement",
                                "extract",
                                "extract_row",
                                "extract_sheet",
                                "extract_working",
                                "extract_heading",
                                "score")
                        .stream()
                        .map(table -> table + column("select count(*) from " + table))
                        .toList());
    }

    @Override
    public void close() {
        context.close();
        own.ifPresent(TestDatabase::close);
    }
}
