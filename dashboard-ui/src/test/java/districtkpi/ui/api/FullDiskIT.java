package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.outage.Room;
import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The program with its data on a disk that becomes full: a small one in memory, where this machine
 * lets the test have one. What the program says about it is shown elsewhere on every machine.
 */
class FullDiskIT {

    private static final String IMPORTS = "/api/v1/imports";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private static Path folder;

    private static @Nullable SmallDisk mounted;
    private static @Nullable RunningApplication application;
    private static ApiClient client;

    @BeforeAll
    static void start() throws IOException {
        mounted = SmallDisk.mount(folder, "400m").orElse(null);
        assumeTrue(mounted != null, "Only root may have a disk of its own");
        application =
                RunningApplication.startEmbedded(
                        folder.resolve("data"), List.of("--district-kpi.space-low=390MB"));
        client = new ApiClient(Objects.requireNonNull(application).address());
    }

    @AfterAll
    static void stop() throws IOException {
        if (mounted != null) {
            try (SmallDisk _ = mounted) {
                // Not there where it did not start.
                if (application != null) {
                    application.close();
                }
            }
        }
    }

    @Test
    void isWarnedOfRefusesWhatIsLargeAndIsLeftBehindByItself()
            throws IOException, InterruptedException {
        JsonNode health = client.get("/actuator/health").json();
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/space/details/warning").asString())
                .contains("เหลือน้อย")
                .contains("little room");
        assertThat(health.at("/components/space/details/free").longValue()).isPositive();

        SmallDisk disk = Objects.requireNonNull(mounted);
        disk.fill(Room.RESERVE / 2);
        assertProblem(client.postFile(IMPORTS, "late.csv", results(70)), 507, "disk-full");
        assertProblem(
                client.postFile(
                        IMPORTS + "?source=bpm&round=2565-1&asOf=2022-03-31", "late.csv", bpm()),
                507,
                "disk-full");
        assertThat(client.get(IMPORTS + ".json").text()).doesNotContain("late.csv");
        disk.empty();
        assertThat(client.postFile(IMPORTS, "later.csv", results(71)).status()).isEqualTo(200);

        // Now what is small finds no room either, and PostgreSQL may end in the middle of it.
        disk.fill(0);
        JdbcTemplate database =
                new JdbcTemplate(
                        Objects.requireNonNull(application).get(DatabaseOwner.class).dataSource());
        assertThatThrownBy(
                        () -> {
                            for (int time = 0; time < 100; time++) {
                                database.execute(
                                        "create table large"
                                                + time
                                                + " as select repeat('ก', 1000) from"
                                                + " generate_series(1, 10000)");
                            }
                        })
                .isInstanceOf(DataAccessException.class);
        assertThat(client.postFile(IMPORTS, "never.csv", results(72)).status()).isIn(503, 507);
        disk.empty();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (client.postFile(IMPORTS, "back.csv", results(73)).status() != 200) {
            assertThat(System.nanoTime()).as("so long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        String imports = client.get(IMPORTS + ".json").text();
        assertThat(imports).contains("later.csv", "back.csv").doesNotContain("never.csv");
    }

    private static byte[] results(int percent) {
        return ("round,district,indicator,measure,value,as_of\n2565-1,4301,T1,spending,"
                        + percent
                        + "%,2022-03-31\n")
                .getBytes(UTF_8);
    }

    private static byte[] bpm() {
        return "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก\n4301,ก,9/2/2565,10/2/2565\n"
                .getBytes(UTF_8);
    }
}
