package districtkpi.db.backup;

import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.Migrations;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.embedded.EmbeddedDatabaseException;
import districtkpi.db.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupIT {

    @TempDir private static Path shared;

    private static Source source;
    private static Backup backup;

    @TempDir private Path folder;

    @BeforeAll
    static void backUp() throws SQLException {
        source = new Source();
        backup = source.backUp(shared.resolve("ข้อมูล.backup"));
    }

    @AfterAll
    static void stop() {
        source.close();
    }

    private static BackupContents contents(DataSource owner) throws SQLException, IOException {
        List<BackupContents.Table> tables = new ArrayList<>();
        try (Connection connection = owner.getConnection()) {
            Catalog catalog = Snapshot.begin(connection);
            for (Catalog.Table table : catalog.tables()) {
                tables.add(
                        Snapshot.copy(
                                connection,
                                table,
                                OutputStream.nullOutputStream(),
                                BackupProgress.NONE));
            }
            return new BackupContents(
                    backup.contents().takenAt(),
                    backup.contents().program(),
                    backup.contents().postgresql(),
                    Catalog.migrations(connection),
                    tables,
                    catalog.states(connection));
        }
    }

    private static String query(DataSource owner, String query) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static DataSource of(EmbeddedDatabase database) {
        return new DriverManagerDataSource(
                database.jdbcUrl(), database.username(), database.password());
    }

    @Test
    void aRestoreHasEveryTableAndSequenceAsItWas() throws Exception {
        assertThat(backup.contents().rows()).isGreaterThan(2_000);
        assertThat(backup.contents().tables())
                .extracting(BackupContents.Table::name)
                .contains("evidence", "publication", "audit", "setting_change", "extract_row")
                .doesNotContain("flyway_schema_history");
        try (TestDatabase empty = TestDatabase.createEmpty()) {
            AtomicInteger steps = new AtomicInteger();
            List<Double> shares = new ArrayList<>();
            Restore.intoDatabase(
                    backup.file(),
                    empty.dataSource(),
                    share -> {
                        steps.incrementAndGet();
                        shares.add(share);
                    });
            assertThat(contents(empty.dataSource())).isEqualTo(contents(source.owner()));
            assertThat(contents(empty.dataSource())).isEqualTo(backup.contents());
            assertThat(shares).isSorted().last().isEqualTo(1.0);

            // It is the program's database: rows are guarded, and new ones get new numbers.
            assertThatThrownBy(
                            () -> query(empty.dataSource(), "delete from evidence returning file"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() ->
                            query(
                                    empty.programDataSource(),
                                    "update publication set reason = '' returning reason"))
                    .hasMessageContaining("permission denied");
            assertThat(
                            query(
                                    empty.dataSource(),
                                    "select bool_and(sha256 = encode(sha256(record), 'hex')) and"
                                            + " count(*) = 2 from publication"))
                    .isEqualTo("t");
            assertThat(
                            query(
                                    empty.dataSource(),
                                    "insert into audit (happened_at, action, subject) values"
                                            + " (now(), 'tried', '') returning audit_id >"
                                            + " (select coalesce(max(audit_id), 0) from audit)"))
                    .isEqualTo("t");
        }
    }

    @Test
    void everythingIsAsOfOneMomentThoughOthersGoOnWriting() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Callable<Boolean> writing =
                () -> {
                    while (!done.get()) {
                        source.context()
                                .commit(
                                        figure(
                                                "2565-1",
                                                "4305",
                                                "T1.spending",
                                                ratio(
                                                        String.valueOf(written.incrementAndGet()),
                                                        "1000000")));
                    }
                    return true;
                };
        try (TestDatabase empty = TestDatabase.createEmpty();
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Boolean> writes = writer.submit(writing);
            while (written.get() < 3 && !writes.isDone()) {
                Thread.sleep(10);
            }
            Backup made;
            int before;
            try {
                before = written.get();
                made = source.backUp(folder.resolve("busy.backup"));
            } finally {
                done.set(true);
                assertThat(writes.get()).isTrue();
            }
            // Each import has its round, its content, its measurement and its row of the audit; the
            // keys between them are checked as the rows come in.
            Restore.intoDatabase(made.file(), empty.dataSource(), BackupProgress.NONE);
            String imports =
                    "select count(*) from import where import_id in (select import_id from";
            assertThat(query(empty.dataSource(), imports + " measurement)"))
                    .isEqualTo(query(empty.dataSource(), "select count(*) from import"))
                    .isEqualTo(query(empty.dataSource(), imports + " import_round)"));
            assertThat(
                            Integer.parseInt(
                                    query(
                                            empty.dataSource(),
                                            "select count(*) from measurement where"
                                                    + " district_code = '4305'")))
                    .isBetween(before - 1, written.get());
        }
    }

    @Test
    void aDataFolderIsMadeOfABackupAndStartsWithIt() throws Exception {
        Path data = folder.resolve("โฟลเดอร์ข้อมูล");
        Restore.intoFolder(backup.file(), data, BackupProgress.NONE);
        try (Stream<Path> children = Files.list(data)) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock", "pgpass", "postgresql", "programs");
        }
        assertThat(EmbeddedDatabase.findRunning(data)).isEmpty();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(contents(of(database)).tables()).isEqualTo(backup.contents().tables());
            assertThat(contents(of(database)).sequences()).isEqualTo(backup.contents().sequences());
            Migrations.run(of(database));

            // Whoever wants a backup now finds the server that runs.
            EmbeddedDatabase.Running running = EmbeddedDatabase.findRunning(data).orElseThrow();
            assertThat(running.jdbcUrl()).isEqualTo(database.jdbcUrl());
            Backup again =
                    Backup.write(
                            new DriverManagerDataSource(
                                    running.jdbcUrl(), running.username(), running.password()),
                            folder.resolve("again.backup"),
                            "1.0.0",
                            Source.NOON,
                            BackupProgress.NONE);
            assertThat(again.contents().tables()).isEqualTo(backup.contents().tables());
        }
        Map<String, String> before = files(data);
        assertThatThrownBy(() -> Restore.intoFolder(backup.file(), data, BackupProgress.NONE))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("ไม่ว่าง");
        assertThat(files(data)).isEqualTo(before);
    }

    @Test
    void aFolderWithAnythingInItIsLeftAsItWas() throws Exception {
        for (String name : List.of("report.docx", "postgresql/base/1", ".hidden", "backups/x")) {
            Path data = folder.resolve(name.replace('/', '-'));
            Files.createDirectories(data.resolve(name).getParent());
            Files.writeString(data.resolve(name), name);
            Map<String, String> before = files(data);
            assertThatThrownBy(() -> Restore.intoFolder(backup.file(), data, BackupProgress.NONE))
                    .isInstanceOf(EmbeddedDatabaseException.class);
            assertThat(files(data)).isEqualTo(before);
        }
        Path file = Files.writeString(folder.resolve("file"), "file");
        assertThatThrownBy(() -> Restore.intoFolder(backup.file(), file, BackupProgress.NONE))
                .isInstanceOf(EmbeddedDatabaseException.class);
        assertThat(file).hasContent("file");
    }

    @Test
    void aDatabaseWithAnythingInItIsLeftAsItWas() throws Exception {
        try (TestDatabase used = TestDatabase.createEmpty()) {
            try (Connection connection = used.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table note (text text)");
                statement.execute("insert into note values ('kept')");
            }
            assertThatThrownBy(() ->
                            Restore.intoDatabase(
                                    backup.file(), used.dataSource(), BackupProgress.NONE))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is not empty");
            assertThat(query(used.dataSource(), "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void aFileThatWasCutIsRefusedBeforeAnythingIsMade() throws Exception {
        byte[] whole = Files.readAllBytes(backup.file());
        for (int percent : List.of(0, 1, 50, 99)) {
            Path cut = folder.resolve("cut");
            Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * percent / 100));
            refuses(cut, "is not a backup of this program, or it was cut or is damaged");
        }
        Files.writeString(folder.resolve("results.csv"), "round,district\n");
        refuses(folder.resolve("results.csv"), "is not a backup of this program");
        refuses(folder.resolve("nowhere"), "There is no file");
        refuses(folder, "There is no file");
    }

    @Test
    void aFileOfWhichAByteWasChangedIsRefused() throws Exception {
        long length = Files.size(backup.file());
        for (long place = 100; place < length - 100; place += length / 23) {
            Path changed = Files.copy(backup.file(), folder.resolve("changed-" + place));
            try (RandomAccessFile file = new RandomAccessFile(changed.toFile(), "rw")) {
                file.seek(place);
                int one = file.read();
                file.seek(place);
                file.write(one ^ 0x55);
            }
            refuses(changed, "");
        }
    }

    @Test
    void aFileThatWasPackedAnewWithOtherContentsIsRefused() throws Exception {
        refuses(repacked(Map.of("tables/round.txt", "")), "The table round", "ถูกเปลี่ยนแปลง");
        refuses(repacked(Map.of("tables/other.txt", "x")), "not what it says it holds");
        refuses(repacked(Map.of("../../etc/passwd", "x")), "not what it says it holds");
    }

    @Test
    void rowsThatBreakTheRulesOfTheDatabaseAreRefusedThoughTheirDigestFits() throws Exception {
        // A published record fits its hash, and a row points to one that is there.
        refusesRows(
                repackedTable(
                        "publication",
                        rows -> rows.replaceFirst("\\\\\\\\x[0-9a-f]{2}", "\\\\\\\\xff")),
                "The rows of the table publication");
        refusesRows(repackedTable("import", _ -> ""), "The rows of the table ");
        refusesRows(
                repackedTable("district_code", rows -> rows + "nonsense\n"),
                "The rows of the table district_code");
        refuses(
                repackedTable("district_code", rows -> rows + "nonsense\n"),
                "The rows of the table district_code");
    }

    @Test
    void aFileOfAnotherProgramIsRefusedWithWords() throws Exception {
        refusesRows(
                repackedManifest(text ->
                        text.replaceFirst("(?m)^table\t", "migration\t9999\t1\tlater\ntable\t")),
                "made by a newer program (1.0.0)");
        refusesRows(
                repackedManifest(
                        text -> text.replaceFirst("(?m)^(migration\t0003\t)[-0-9]+", "$17")),
                "made by another program (1.0.0)");
        refuses(
                repackedManifest(text -> text.replaceFirst("(?m)^table\tscore\t.*\n", "")),
                "not what it says it holds");
        // A bomb says how large it is, or is cut off where it said it ends.
        refuses(
                repackedManifest(text ->
                        text.replaceFirst(
                                "(?m)^(table\tevidence\t.*\t1\t)[0-9]+(\t)",
                                "$1999999999999999$2")),
                "The table evidence");
        refuses(
                repackedManifest(text ->
                        text.replaceFirst("(?m)^(table\tevidence\t.*\t1\t)[0-9]+(\t)", "$15$2")),
                "The table evidence");
    }

    /** What can be told before anything is made is told then. */
    private void refuses(Path file, String... reasons) throws IOException {
        Path data = folder.resolve("data");
        assertThatThrownBy(() -> Restore.intoFolder(file, data, BackupProgress.NONE))
                .isInstanceOf(BackupException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
        assertThat(data).doesNotExist();
        // What was there and empty stays so.
        Files.createDirectory(data);
        assertThatThrownBy(() -> Restore.intoFolder(file, data, BackupProgress.NONE))
                .isInstanceOf(BackupException.class);
        assertThat(data).isEmptyDirectory();
        Files.delete(data);
    }

    /** What only the database can tell leaves it as empty as it was. */
    private static void refusesRows(Path file, String... reasons) throws SQLException {
        try (TestDatabase empty = TestDatabase.createEmpty()) {
            assertThatThrownBy(() ->
                            Restore.intoDatabase(file, empty.dataSource(), BackupProgress.NONE))
                    .isInstanceOf(BackupException.class)
                    .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
            assertThat(
                            query(
                                    empty.dataSource(),
                                    "select count(*) from pg_class where relnamespace ="
                                            + " 'public'::regnamespace"))
                    .isEqualTo("0");
        }
    }

    private static String digested(String manifest) {
        String before = manifest.substring(0, manifest.lastIndexOf("sha256\t"));
        return before + "sha256\t" + DigestUtils.sha256Hex(before) + "\n";
    }

    private Path repackedManifest(UnaryOperator<String> change) throws IOException {
        return repacked(
                Map.of(BackupFile.MANIFEST, digested(change.apply(backup.contents().write()))));
    }

    private Path repackedTable(String name, UnaryOperator<String> change) throws IOException {
        String entry = "tables/" + name + ".txt";
        String rows = change.apply(text(entry));
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        String manifest =
                backup.contents()
                        .write()
                        .replaceFirst(
                                "(?m)^(table\t" + name + "\t[^\t]*)\t.*$",
                                "$1\t%s\t%s\t%s"
                                        .formatted(
                                                rows.chars().filter(c -> c == '\n').count(),
                                                bytes.length,
                                                DigestUtils.sha256Hex(bytes)));
        return repacked(Map.of(entry, rows, BackupFile.MANIFEST, digested(manifest)));
    }

    private static String text(String entry) throws IOException {
        try (ZipFile zip = new ZipFile(backup.file().toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The backup with other entries in the place of some, or beside them. */
    private Path repacked(Map<String, String> entries) throws IOException {
        Path file = Files.createTempFile(folder, "repacked", ".backup");
        try (ZipFile from = new ZipFile(backup.file().toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name :
                    Stream.concat(from.stream().map(ZipEntry::getName), entries.keySet().stream())
                            .distinct()
                            .toList()) {
                to.putNextEntry(new ZipEntry(name));
                String other = entries.get(name);
                if (other == null) {
                    from.getInputStream(from.getEntry(name)).transferTo(to);
                } else {
                    to.write(other.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }

    @Test
    void whatFailsHalfWayLeavesTheOldBackupAndNothingElse() throws Exception {
        Path file = folder.resolve("kept.backup");
        Files.copy(backup.file(), file);
        assertThatThrownBy(() ->
                        Backup.write(
                                source.owner(),
                                file,
                                "1.0.0",
                                Source.NOON,
                                share -> {
                                    if (share > 0.3) {
                                        throw new UncheckedIOException(new IOException("No room"));
                                    }
                                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Files.mismatch(file, backup.file())).isEqualTo(-1);
        assertThat(files(folder)).hasSize(1);

        // What a killed one left is in nobody's way.
        Files.writeString(folder.resolve("kept.backup" + Backup.UNFINISHED), "half");
        source.backUp(file);
        assertThat(files(folder)).hasSize(1);
        assertThat(Backup.check(file, BackupProgress.NONE).contents().tables()).isNotEmpty();
    }

    @Test
    void aFileThatIsNoBackupIsNeverReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("results.xlsx"), "results");
        assertThatThrownBy(() -> source.backUp(file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is there already and is no backup");
        assertThat(file).hasContent("results");
        assertThatThrownBy(() -> source.backUp(folder.resolve("nowhere/x.backup")))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("There is no folder");
        assertThatThrownBy(() -> source.backUp(folder))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is no backup");
        source.backUp(Files.createFile(folder.resolve("empty")));
    }

    @Test
    void onlyItsOwnerCanReadABackup() throws Exception {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void anInterruptedRestoreIsSaidAndCanBeRepeated() throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("restoring/postgresql"));
        Files.writeString(data.resolve("lock"), "");
        Files.writeString(data.resolve("pgpass"), "");
        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("was interrupted before its end: run it again");
        Restore.intoFolder(backup.file(), data, BackupProgress.NONE);
        assertThat(data.resolve("restoring")).doesNotExist();
        EmbeddedDatabase.start(data).close();
    }

    @Test
    void thereIsNothingToBackUpWhereNothingIs() {
        try (TestDatabase empty = TestDatabase.createEmpty()) {
            assertThatThrownBy(() ->
                            Backup.write(
                                    empty.dataSource(),
                                    folder.resolve("x.backup"),
                                    "1.0.0",
                                    Source.NOON,
                                    BackupProgress.NONE))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("nothing to back up");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
