package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.ui.api.ApiClient.Answer;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The program on its own PostgreSQL, which is killed under it. */
@ExtendWith(OutputCaptureExtension.class)
class OutageIT {

    private static final Duration ONE_CALL = Duration.ofSeconds(5);
    private static final Duration HEALTH = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private static final String ROUNDS = "/api/v1/rounds.json";
    private static final String IMPORTS = "/api/v1/imports";
    private static final String EXTRACT =
            IMPORTS + "?source=bpm&round=2565-1&asOf=2022-03-31&dryRun=false";

    @TempDir private static Path data;

    private static RunningApplication application;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        application = RunningApplication.startEmbedded(data, List.of());
        client = new ApiClient(application.address());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aKilledDatabaseIsSaidToBeAwayAndIsBackWithAllThatWasAnswered(CapturedOutput log)
            throws IOException, InterruptedException {
        String file = results("4301", 90);
        assertThat(client.postFile(IMPORTS, "kept.csv", file).status()).isEqualTo(200);
        try (Visitor visitor = new Visitor(application.address())) {
            visitor.visit("agreement?round=2565-1");
            int said = log.getAll().length();

            // Nothing is started as long as somebody else works on the server.
            synchronized (application.get(EmbeddedDatabase.class)) {
                kill();

                assertProblem(within(ONE_CALL, () -> client.get(ROUNDS)), 503, "database-away");
                Answer health = within(HEALTH, () -> client.get("/actuator/health"));
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.json().get("status").asString()).isEqualTo("DOWN");
                Answer wrong = within(ONE_CALL, () -> client.postFile(IMPORTS, "lost.csv", file));
                assertProblem(wrong, 503, "database-away");
                assertThat(wrong.header("Retry-After")).isEqualTo("5");
                for (String page : List.of("/", "/sign-in", "/import?round=2565-1")) {
                    Answer answer = within(ONE_CALL, () -> client.get(page));
                    assertThat(answer.status()).as(page).isEqualTo(503);
                    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
                    assertThat(answer.text())
                            .contains("ฐานข้อมูลไม่พร้อมใช้งานชั่วคราว")
                            .contains("Database unavailable")
                            .contains("http-equiv=\"refresh\"");
                }
                // What an open page asks is refused in a way that lets it ask again.
                assertThatThrownBy(() -> visitor.visit("import?round=2565-1"))
                        .isInstanceOf(IOException.class)
                        .hasMessageEndingWith(": 503");
            }

            await(RECOVERY, OutageIT::isUp);

            // Health that is up is believed: nothing from before the outage is met any more.
            visitor.visit("import?round=2565-1");
            Answer again = client.postFile(IMPORTS, "kept.csv", file);
            assertThat(again.json().get("unchanged").intValue()).as(again.text()).isEqualTo(1);
            assertThat(log.getAll().substring(said).lines())
                    .filteredOn(line -> !line.contains(" INFO "))
                    .singleElement()
                    .asString()
                    .contains("ฐานข้อมูลไม่ตอบ / The database does not answer");
            assertThat(log.getAll().substring(said).lines())
                    .filteredOn(line -> line.contains("The database answers again"))
                    .hasSize(1);
        }
    }

    @Test
    void anImportThatWasUnderWayIsRefusedAndWhollyOut() throws IOException, InterruptedException {
        CompletableFuture<Answer> importing =
                CompletableFuture.supplyAsync(
                        () -> client.postFile(EXTRACT, "under-way.csv", extract("killed", 60_000)));
        await(RECOVERY, OutageIT::isCopying);

        kill();

        assertProblem(within(ONE_CALL, importing::join), 503, "database-away");
        await(RECOVERY, OutageIT::isUp);
        assertThat(client.get(IMPORTS + ".json").text()).doesNotContain("under-way.csv");
        Answer again = client.postFile(EXTRACT, "again.csv", extract("again", 3));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
    }

    @Test
    void aKilledSessionOfTheDatabaseHoldsNobodyUpForLong() throws InterruptedException {
        long session =
                owner().queryForList(
                                "select pid from pg_stat_activity where datname ="
                                        + " current_database() and pid <> pg_backend_pid()",
                                Long.class)
                        .getFirst();
        ProcessHandle.of(session).orElseThrow().destroyForcibly();
        await(RECOVERY, () -> client.get(ROUNDS).status() == 200);
    }

    /** As on a machine that has come to a halt, or behind a wall that swallows everything. */
    @Test
    void aDatabaseThatSaysNothingIsAwayToo() throws IOException, InterruptedException {
        ProcessHandle server = server();
        List<ProcessHandle> all = server.descendants().toList();
        signal("STOP", server);
        all.forEach(one -> signal("STOP", one));
        try {
            CompletableFuture<Answer> health =
                    CompletableFuture.supplyAsync(() -> client.get("/actuator/health"));
            assertProblem(within(ONE_CALL, () -> client.get(ROUNDS)), 503, "database-away");
            assertThat(health.join().status()).isEqualTo(503);
            assertThat(within(HEALTH, () -> client.get("/actuator/health")).status())
                    .isEqualTo(503);
        } finally {
            all.forEach(one -> signal("CONT", one));
            signal("CONT", server);
        }
        await(RECOVERY, () -> client.get(ROUNDS).status() == 200);
    }

    /** PostgreSQL's own word for it, said by a trigger so that it can be tried on any machine. */
    @Test
    void anImportThatFindsTheDiskFullSaysSoAndIsWhollyOut() {
        JdbcTemplate database = owner();
        database.execute(
                """
                create function full_disk() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device'
                        using errcode = 'disk_full';
                end $$;
                create trigger full_disk before insert on measurement
                execute function full_disk();
                """);
        try {
            assertProblem(
                    client.postFile(IMPORTS, "full.csv", results("4302", 80)), 507, "disk-full");
            assertThat(client.get(IMPORTS + ".json").text()).doesNotContain("full.csv");
        } finally {
            database.execute("drop function full_disk() cascade");
        }
        assertThat(client.postFile(IMPORTS, "full.csv", results("4302", 80)).status())
                .isEqualTo(200);
    }

    @Test
    void stopsWithinFiveSecondsWhateverIsUnderWay(@TempDir Path own) throws InterruptedException {
        RunningApplication other = RunningApplication.startEmbedded(own, List.of());
        ApiClient asking = new ApiClient(other.address());
        CompletableFuture<Answer> importing =
                CompletableFuture.supplyAsync(
                        () -> asking.postFile(EXTRACT, "cut.csv", extract("stopped", 300_000)));
        JdbcTemplate database = new JdbcTemplate(other.get(DatabaseOwner.class).dataSource());
        await(RECOVERY, () -> isCopying(database));

        within(
                Duration.ofSeconds(5),
                () -> {
                    other.close();
                    return true;
                });

        // Cut, unless it was done in the time that requests are given.
        assertThat(importing.handle((_, _) -> true)).succeedsWithin(ONE_CALL);
    }

    private static boolean isUp() {
        return client.get("/actuator/health").text().equals("{\"status\":\"UP\"}");
    }

    private static JdbcTemplate owner() {
        return new JdbcTemplate(application.get(DatabaseOwner.class).dataSource());
    }

    private static boolean isCopying() {
        return isCopying(owner());
    }

    private static boolean isCopying(JdbcTemplate database) {
        return !database.queryForList(
                        "select 1 from pg_stat_activity"
                                + " where state = 'active' and query like 'copy extract_row%'")
                .isEmpty();
    }

    /** With its sessions: one that is there for a moment longer may rightly answer. */
    private static void kill() throws IOException {
        ProcessHandle server = server();
        List<ProcessHandle> sessions = server.descendants().toList();
        assertThat(server.destroyForcibly()).isTrue();
        sessions.forEach(ProcessHandle::destroyForcibly);
        sessions.forEach(session -> session.onExit().join());
        server.onExit().join();
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T within(Duration most, Supplier<T> call) {
        long start = System.nanoTime();
        T answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
        return answer;
    }

    private static void await(Duration most, BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("so long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String results(String district, int percent) {
        return "round,district,indicator,measure,value,as_of\n2565-1,"
                + district
                + ",T1,spending,"
                + percent
                + "%,2022-03-31\n";
    }

    private static String extract(String name, int rows) {
        StringBuilder file = new StringBuilder("อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก\n");
        for (int row = 0; row < rows; row++) {
            file.append("4301,").append(name).append(row).append(",9/2/2565,10/2/2565\n");
        }
        return file.toString();
    }
}
