package districtkpi.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupContents;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.DistrictKpiApplication;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.RunningApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandIT {

    private static final List<String> ROUNDS = List.of("2564-1", "2564-2", "2565-1", "2565-2");

    @TempDir private Path folder;

    /**
     * What was said at the server.
     *
     * @param status that the program ends with
     */
    private record Said(OptionalInt status, String out, String err) {}

    @Test
    void whatIsRestoredServesEveryTableAndEveryPublicationByteForByte() throws Exception {
        TestDatabase database = TestDatabase.create();
        Path file = folder.resolve("kpi.backup");
        Map<String, String> before;
        try (RunningApplication application = RunningApplication.start(true, database)) {
            addEvidence(database);
            RowScope.inProvince(() ->
                    Publishing.in(application::get).publish(RoundId.parse("2565-2"), "แก้ไขแล้ว"));
            before = served(application);
            // It works on while the backup is made.
            Said made = run(database, "backup", file.toString());
            assertThat(made.err()).isEmpty();
            assertThat(made.status()).hasValue(0);
            assertThat(made.out())
                    .contains("read back and found whole", "อ่านกลับมาตรวจสอบครบถ้วน")
                    .contains("SHA-256 " + DigestUtils.sha256Hex(Files.readAllBytes(file)));
            assertThat(served(application)).isEqualTo(before);
            assertThat(
                            RowScope.inProvince(() ->
                                    application
                                            .get(AuditTrail.class)
                                            .findNewest(
                                                    new AuditFilter(AuditAction.BACKED_UP, null),
                                                    Long.MAX_VALUE,
                                                    10)))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.subject()).isEqualTo("backup kpi.backup");
                        assertThat(entry.account()).isEmpty();
                        assertThat(entry.after()).containsEntry("way", "server");
                    });
            Said used = run(database, "restore", file.toString());
            assertThat(used.status()).hasValue(1);
            assertThat(used.err()).contains("The database is not empty");
            assertThat(served(application)).isEqualTo(before);
        }

        TestDatabase empty = TestDatabase.createEmpty();
        Said restored = run(empty, "restore", file.toString());
        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).hasValue(0);
        assertThat(restored.out()).contains("Restored and found whole");
        Path again = folder.resolve("again.backup");
        assertThat(run(empty, "backup", again.toString()).status()).hasValue(0);
        assertThat(tables(again)).isEqualTo(tables(file));
        assertThat(Backup.contents(again).sequences()).isEqualTo(Backup.contents(file).sequences());
        try (RunningApplication application = RunningApplication.start(true, empty)) {
            assertThat(served(application)).isEqualTo(before);
        }
    }

    private static List<BackupContents.Table> tables(Path file) {
        return Backup.contents(file).tables();
    }

    private static void addEvidence(TestDatabase database) throws Exception {
        byte[] content = new byte[1_000_000];
        new Random(1).nextBytes(content);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement evidence =
                        connection.prepareStatement(
                                """
                                insert into evidence (round_id, district_code, indicator, file,
                                    media_type, content, received_at)
                                values ('2565-2', '4301', 'T1', 'หลักฐาน.pdf', 'application/pdf',
                                    ?, now())\
                                """)) {
            evidence.setBytes(1, content);
            evidence.executeUpdate();
        }
    }

    /** The tables that other programs rely on, and the records of all publications. */
    private static Map<String, String> served(RunningApplication application) throws Exception {
        Map<String, String> served = new TreeMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String round : ROUNDS) {
                for (String table : List.of("ranking", "scores", "measurements", "publications")) {
                    served.put(
                            round + " " + table,
                            get(client, application, round, table + ".csv").orElseThrow());
                }
                int revision = 1;
                Optional<String> record = record(client, application, round, revision);
                while (record.isPresent()) {
                    served.put(round + " " + revision, record.get());
                    revision++;
                    record = record(client, application, round, revision);
                }
            }
        }
        assertThat(served).containsKeys("2564-1 1", "2565-2 1", "2565-2 2");
        return served;
    }

    private static Optional<String> record(
            HttpClient client, RunningApplication application, String round, int revision)
            throws Exception {
        return get(client, application, round, "publications/" + revision + ".txt");
    }

    private static Optional<String> get(
            HttpClient client, RunningApplication application, String round, String path)
            throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                application.address()
                                                        + "/api/v1/rounds/"
                                                        + round
                                                        + "/"
                                                        + path))
                                .header("Authorization", Administrator.basic())
                                .build(),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    @Test
    void worksWithADataFolderWhetherItsDatabaseRunsOrNot() throws Exception {
        Path file = folder.resolve("kpi.backup");
        TestDatabase database = TestDatabase.create();
        try (database) {
            assertThat(run(database, "backup", file.toString()).status()).hasValue(0);
        }
        Path data = folder.resolve("โฟลเดอร์ ข้อมูล");
        String setting = "--district-kpi.data=" + data;
        Said restored = run("restore", file.toString(), setting);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("Restored and found whole: " + data);
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();

        Said stopped = run("backup", folder.resolve("stopped.backup").toString(), setting);
        assertThat(stopped.err()).isEmpty();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        assertThat(tables(folder.resolve("stopped.backup"))).isEqualTo(tables(file));
        try (EmbeddedDatabase _ = EmbeddedDatabase.start(data)) {
            Said running = run("backup", folder.resolve("running.backup").toString(), setting);
            assertThat(running.err()).isEmpty();
            assertThat(running.status()).hasValue(0);
            // But for what the audit says of the backup before.
            assertThat(tables(folder.resolve("running.backup")))
                    .filteredOn(table -> !table.name().equals("audit"))
                    .isEqualTo(
                            tables(file).stream()
                                    .filter(table -> !table.name().equals("audit"))
                                    .toList());
            Said used = run("restore", file.toString(), setting);
            assertThat(used.status()).hasValue(1);
            assertThat(used.err()).contains("is not empty");
        }
        Said none =
                run(
                        "backup",
                        folder.resolve("none.backup").toString(),
                        "--district-kpi.data=" + folder.resolve("none"));
        assertThat(none.status()).hasValue(1);
        assertThat(none.err()).contains("There are no data in the folder");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("none.backup")).doesNotExist();
    }

    @Test
    void aRestoreThatIsKilledHalfWayCanBeRepeated() throws Exception {
        Path file = folder.resolve("kpi.backup");
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(run(database, "backup", file.toString()).status()).hasValue(0);
        }
        Path data = Files.createDirectory(folder.resolve("data"));
        Process killed =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                DistrictKpiApplication.class.getName(),
                                "restore",
                                file.toString(),
                                "--district-kpi.data=" + data)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Path server = data.resolve("restoring/postgresql/postmaster.pid");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.exists(server) && killed.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        assertThat(server).exists();
        assertThat(data.resolve("postgresql")).doesNotExist();

        Said started = run("administrator", "admin", "--district-kpi.data=" + data);
        assertThat(started.status()).hasValue(1);
        Said restored = run("restore", file.toString(), "--district-kpi.data=" + data);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).hasValue(0);
        try (Stream<Path> children = Files.list(data)) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock", "pgpass", "postgresql", "programs");
        }
    }

    @Test
    void saysHowItIsToBeCalled() {
        for (String command : List.of("backup", "restore")) {
            assertThat(run(command).status()).hasValue(2);
            assertThat(run(command, "a", "b").err()).contains("Usage: " + command + " FILE");
        }
        Said nothing =
                run(
                        "restore",
                        folder.resolve("nowhere").toString(),
                        "--district-kpi.data=" + folder);
        assertThat(nothing.status()).hasValue(1);
        assertThat(nothing.err()).contains("There is no file").contains("ไม่พบไฟล์");
        assertThat(folder).isEmptyDirectory();
    }

    private static Said run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--spring.datasource.url=" + database.jdbcUrl());
        all.add("--spring.datasource.username=" + database.username());
        all.add("--spring.datasource.password=" + database.password());
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OptionalInt status =
                Commands.run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
