package districtkpi.importer.result;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.importer.agreement.AgreementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The service on a database, on 1 April 2022 in Bangkok. */
final class ImportContext implements AutoCloseable {

    /** Half an hour past midnight in Bangkok, still 31 March in Greenwich. */
    private static final Instant NOW = Instant.parse("2022-03-31T17:30:00Z");

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    ImportContext(DataSource dataSource) {
        this(dataSource, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    ImportContext(DataSource dataSource, Clock clock) {
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.register(
                DatabaseConfiguration.class,
                AgreementReader.class,
                FigureStore.class,
                UndoService.class,
                ResultImportService.class);
        context.refresh();
    }

    ResultImportService service() {
        return get(ResultImportService.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Opens rounds by the agreements that come with the program. */
    void open(String... rounds) {
        for (String round : rounds) {
            String name = round + ".yaml";
            String document = agreement(name);
            TransactionTemplate transaction =
                    new TransactionTemplate(get(PlatformTransactionManager.class));
            transaction.executeWithoutResult(status ->
                    get(AgreementRepository.class)
                            .add(
                                    get(AgreementReader.class).read(document),
                                    name,
                                    document,
                                    "0".repeat(64)));
        }
    }

    private static String agreement(String name) {
        try (InputStream stream =
                ImportContext.class.getResourceAsStream("/districtkpi/agreements/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not there");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
