package districtkpi.export.archive;

import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.export.table.RoundTable;
import districtkpi.export.table.RoundTables;
import districtkpi.export.table.Table;
import districtkpi.export.table.TableRequest;
import districtkpi.export.workbook.ScoreWorkbook;
import districtkpi.export.workbook.ScoredRound;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Translations;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The analyst's package: a round with its figures, scores, terms, codebooks, a workbook that works
 * the scores out again, and a Frictionless {@code datapackage.json} that says what each is.
 *
 * <p>The same snapshot gives the same bytes.
 *
 * @see "Decision record 0013: exports"
 */
@Component
public class PackageFile {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final RoundTables tables;
    private final ImportRepository imports;
    private final Settings settings;
    private final Translations translations;
    private final JsonMapper mapper;

    PackageFile(
            RoundTables tables,
            ImportRepository imports,
            JsonMapper mapper,
            Settings settings,
            Translations translations) {
        this.tables = tables;
        this.imports = imports;
        this.settings = settings;
        this.translations = translations;
        this.mapper = mapper.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /**
     * A file of the package that was written.
     *
     * @param columns from left to right, of tables
     */
    record Part(String path, String mediaType, long bytes, String sha256, List<String> columns) {}

    /** Writes a file of the package, from its first byte to its last. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Counts and hashes what goes through. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private final MessageDigest digest = DigestUtils.getSha256Digest();
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int count) throws IOException {
            digest.update(content, from, count);
            bytes += count;
            out.write(content, from, count);
        }
    }

    /** Writes the package of a round. */
    public void write(Scoreboard board, OutputStream out) throws IOException {
        TableRequest asked = TableRequest.everythingOf(board);
        Agreement agreement = board.stored().agreement();
        ZipOutputStream archive = new ZipOutputStream(out);
        List<Part> parts = new ArrayList<>();
        for (String name : List.of("measurements", "scores", "ranking", "agreement")) {
            parts.add(add(archive, name, tables.get(name).answer(asked, false)));
        }
        parts.add(
                add(archive, "measurements-wide", tables.get("measurements").answer(asked, true)));
        List<Codebook.Line> lines = Codebook.lines(agreement, translations);
        parts.add(
                add(
                        archive,
                        "codebook-th",
                        new RoundTable.Rows<>(
                                Codebook.columns(Translations.THAI), lines.stream())));
        parts.add(
                add(
                        archive,
                        "codebook-en",
                        new RoundTable.Rows<>(
                                Codebook.columns(Translations.ENGLISH), lines.stream())));
        parts.add(
                add(
                        archive,
                        "agreement" + ".yaml",
                        "application/yaml",
                        List.of(),
                        content ->
                                content.write(
                                        board.stored()
                                                .document()
                                                .getBytes(StandardCharsets.UTF_8))));
        parts.add(
                add(
                        archive,
                        "scores.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        List.of(),
                        content ->
                                ScoreWorkbook.write(
                                        new ScoredRound(
                                                board.agreement(),
                                                board.districts(),
                                                board.values(),
                                                board.ranking()),
                                        content)));
        byte[] description =
                mapper.writeValueAsBytes(
                        DataPackage.describe(
                                board,
                                lastChanged(board),
                                parts,
                                Optional.of(settings.get(Setting.LICENCE))
                                        .filter(name -> !name.isEmpty())));
        add(archive, "datapackage.json", "application/json", List.of(), c -> c.write(description));
        archive.finish();
    }

    /**
     * When the newest of what is in the package was stored: its agreement, or an import that a
     * figure of it is from. It depends on nothing else, so that the same data give the same bytes,
     * also once an import was undone.
     */
    private Instant lastChanged(Scoreboard board) {
        return Stream.concat(
                        Stream.of(board.stored().storedAt()),
                        board.measurements().values().stream()
                                .flatMap(figures -> figures.values().stream())
                                .map(figure -> figure.origin().importId())
                                .distinct()
                                .flatMap(id -> imports.find(id).stream())
                                .map(StoredImport::committedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Part add(ZipOutputStream archive, String name, RoundTable.Rows<?> rows)
            throws IOException {
        return add(
                archive,
                name + ".csv",
                "text/csv",
                rows.columns().names(),
                content -> rows.write(Table.Form.CSV, false, content));
    }

    private static Part add(
            ZipOutputStream archive,
            String path,
            String mediaType,
            List<String> columns,
            Content content)
            throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
        Counted counted = new Counted(archive);
        content.writeTo(counted);
        archive.closeEntry();
        return new Part(
                path,
                mediaType,
                counted.bytes,
                HexFormat.of().formatHex(counted.digest.digest()),
                columns);
    }
}
