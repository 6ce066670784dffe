package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.WorkFolder;
import districtkpi.ui.api.ApiClient.Answer;
import districtkpi.ui.testing.Administrator;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExtractApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String IMPORTS = "/api/v1/imports";
    private static final ApiClient CLIENT = ApiServer.client();

    /** The round is that of others too, who expect it without figures. */
    @AfterAll
    static void undoWhatWasTakenIn() {
        CLIENT.get(IMPORTS + ".json?limit=10000")
                .json()
                .valueStream()
                .filter(stored -> stored.get("undone_at").isNull())
                .filter(stored -> stored.get("file").asString().startsWith("bpm"))
                .forEach(stored ->
                        assertThat(
                                        CLIENT.post(
                                                        IMPORTS
                                                                + "/"
                                                                + stored.get("id").asString()
                                                                + "/undo",
                                                        "text/plain",
                                                        new byte[0])
                                                .status())
                                .isEqualTo(200));
    }

    /** Its days are those of 2565-1, whatever its name; so is no row of another year. */
    private static String file(String name) {
        return "อำเภอ,กิจกรรม,งานที่ทำ,วันที่ดำเนินการ,วันที่บันทึก\n"
                + "4301,ก "
                + name
                + ",=1+1,9/2/2565,10/2/2565\n"
                + "4301,ข,,9/2/2565,\n"
                + "4302,ค,,9/2/2565,10/2/2565\n";
    }

    private static String query(String more) {
        return IMPORTS + "?source=bpm&round=2565-1&asOf=2022-03-31" + more;
    }

    @Test
    void everyRefusedRowOfAnExtractComesBackHoweverManyThereAre() {
        int refused = 3_000;
        String file =
                "กิจกรรมไตรมาส 2\n"
                        + "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก\n"
                        + "4301,ถูกต้อง,9/2/2565,10/2/2565\n"
                        + "4399,=1+1,31/2/2565,10/2/2565\n".repeat(refused)
                        + "4301,โทร 081-234-5678,9/2/2565,10/2/2565\n";

        Answer answer =
                CLIENT.postFile(
                        query("").replace("/imports?", "/imports/errors.csv?"), "bpm-x.csv", file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("bpm-x_errors.csv");
        assertThat(answer.rows()).hasSize(refused + 1);
        assertThat(answer.rows().getFirst().toMap())
                .containsEntry("อำเภอ", "4399")
                .containsEntry("กิจกรรม", "'=1+1")
                .containsEntry("error_line", "4")
                .containsEntry("error_codes", "UNKNOWN_DISTRICT NOT_A_DATE");
        assertThat(answer.rows().getLast().toMap())
                .containsEntry("กิจกรรม", "•••")
                .containsEntry("error_line", "" + (refused + 4));
        assertThat(answer.text()).doesNotContain("234-5678");
        assertThat(
                        CLIENT.postFile(
                                        query("").replace("/imports?", "/imports/errors.csv?"),
                                        "bpm-y.csv",
                                        file("good"))
                                .rows())
                .isEmpty();
    }

    @Test
    void anExtractIsReportedWithItsWorkingAndGivesItsRowsBack() {
        String file = file("one");

        JsonNode dry = CLIENT.postFile(query("&dryRun=true"), "bpm.csv", file).json();

        assertThat(dry.get("status").asString()).as(dry.toString()).isEqualTo("DRY_RUN");
        assertThat(dry.get("id").isNull()).isTrue();

        Answer answer =
                CLIENT.postFile(query("&basis=" + dry.get("basis").asString()), "bpm.csv", file);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.propertyNames())
                .containsExactly(
                        "id",
                        "status",
                        "file",
                        "sha256",
                        "rows",
                        "created",
                        "changed",
                        "unchanged",
                        "rejected",
                        "issues",
                        "impact",
                        "basis",
                        "changes",
                        "changesLeftOut",
                        "levels",
                        "leftOut",
                        "sheets",
                        "workings",
                        "parts",
                        "leftOutRows",
                        "questions");
        assertThat(report.get("workings")).isEqualTo(dry.get("workings"));
        assertThat(report.get("changes").size()).isEqualTo(report.get("created").asInt());
        assertThat(report.get("workings").get(0).get("working").asString())
                .isEqualTo(
                        "1 of 2 activities carried out were recorded; not recorded in 1 row: line"
                                + " 3");
        assertThat(report.get("sheets").get(0).get("columns").get("activity").asString())
                .isEqualTo("กิจกรรม");
        String id = report.get("id").asString();
        Answer rows = CLIENT.get(IMPORTS + "/" + id + "/rows.csv?district=4301");
        assertThat(rows.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.row("line", "2").get("counted_for"))
                .isEqualTo("activities_recorded activities_recorded.of");
        assertThat(rows.row("line", "3").get("counted_for")).isEqualTo("activities_recorded.of");
        assertThat(rows.row("line", "2").get("activity")).isEqualTo("ก one");
        assertThat(CLIENT.get(IMPORTS + "/" + id + "/rows.csv?measure=activities_recorded").rows())
                .hasSize(3);
        assertThat(CLIENT.get(IMPORTS + "/" + id + "/file").text()).isEqualTo(file);
        assertThat(CLIENT.get("/api/v1/rounds/2565-1/measurements.csv").text())
                .contains("2565-1,4301,P3,activities_recorded,share,1,2,50");
    }

    @Test
    void aHeadingIsMappedByTheRequest() {
        String file = "อำเภอ,งานที่ทำ,วันที่ดำเนินการ,วันที่บันทึก\n4305,ก,9/2/2565,10/2/2565\n";

        assertThat(CLIENT.postFile(query("&dryRun=true"), "bpm.csv", file).status()).isEqualTo(422);
        assertThat(
                        CLIENT.postFile(
                                        query(
                                                "&dryRun=true&columns=activity:%E0%B8%87%E0%B8%B2%E0%B8%99%E0%B8%97%E0%B8%B5%E0%B9%88%E0%B8%97%E0%B8%B3"),
                                        "bpm.csv",
                                        file)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void anUploadLeavesNoFileBehindWhateverBecomesOfIt() throws Exception {
        CLIENT.postFile(query("&dryRun=true"), "bpm.csv", file("two"));
        CLIENT.postFile(query("&dryRun=true"), "bpm.csv", "nonsense");

        // Those of tests that run at the same time are gone in a moment.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!uploads().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        assertThat(uploads()).isEmpty();
    }

    /** What comes in lies in the data folder, which a start clears, from its first byte. */
    @Test
    void aFileThatIsOnItsWayLiesInTheDataFolder() throws Exception {
        URI address = CLIENT.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String start =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.csv\"\r\n\r\n"
                            + "x".repeat(300_000);
            socket.getOutputStream()
                    .write(
                            ("POST "
                                            + query("&dryRun=true")
                                            + " HTTP/1.1\r\nHost: "
                                            + address.getAuthority()
                                            + "\r\nAuthorization: "
                                            + Administrator.basic()
                                            + "\r\nContent-Type: multipart/form-data; boundary=b"
                                            + "\r\nContent-Length: 1000000\r\n\r\n"
                                            + start)
                                    .getBytes(UTF_8));
            socket.getOutputStream().flush();

            assertThat(someArriving(true)).isTrue();
        }
        assertThat(WorkFolder.current().getParent()).endsWith(Path.of("work"));
        assertThat(WorkFolder.current()).startsWith(Path.of("target").toAbsolutePath());
        assertThat(someArriving(false)).as("Still there when the sender is gone").isFalse();
    }

    /** Whether the server's own copy of something that comes in is there; waits for that. */
    private static boolean someArriving(boolean expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean some = !expected;
        while (some != expected && System.nanoTime() < deadline) {
            Thread.sleep(100);
            try (Stream<Path> files = Files.list(WorkFolder.current())) {
                some = files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp"));
            }
        }
        return some;
    }

    private static List<String> uploads() throws IOException {
        try (Stream<Path> files = Files.list(WorkFolder.current())) {
            return files.map(path -> path.getFileName().toString())
                    // A page that waits for an answer, in another test, has one of its own.
                    .filter(name -> name.startsWith("extract-") && name.endsWith(".upload"))
                    .toList();
        }
    }

    @Test
    void theSourcesAreListedWithTheirColumns() {
        JsonNode sources = CLIENT.get("/api/v1/sources.json").json();

        assertThat(sources.valueStream().map(source -> source.get("id").asString()))
                .contains("bpm", "debtor-register", "otop-sales");
        JsonNode bpm =
                sources.valueStream()
                        .filter(source -> source.get("id").asString().equals("bpm"))
                        .findFirst()
                        .orElseThrow();
        assertThat(bpm.get("columns").valueStream().map(column -> column.get("key").asString()))
                .contains("activity", "carried_out_on");
        assertThat(bpm.get("measures").toString()).isEqualTo("[\"activities_recorded\"]");
        assertThat(bpm.get("notes")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?source=moon&round=2565-1&asOf=2022-03-31",
                "?source=&round=2565-1&asOf=2022-03-31",
                "?source=bpm&asOf=2022-03-31",
                "?source=bpm&round=2565-1",
                "?source=bpm&round=2565-1&asOf=2565-03-31",
                "?source=bpm&round=2565-1&asOf=2022-03-31&district=43",
                "?source=bpm&round=2565-1&asOf=2022-03-31&columns=activity"
            })
    void aParameterThatIsMissingOrCannotBeReadIsRefused(String query) {
        assertProblem(
                CLIENT.post(
                        IMPORTS + query,
                        ApiClient.formType(),
                        ApiClient.form(ApiClient.part("file", "x.csv", file("x").getBytes(UTF_8)))),
                400,
                "wrong-parameter");
    }

    @Test
    void theFormOfASourceIsRecognisedAsOneAndHasTheDistrictsOfTheRound() {
        TestRound round = ApiServer.newRound().open();

        Answer template =
                CLIENT.get("/api/v1/sources/budget-spending/template.csv?lang=en&round=" + round);

        assertThat(template.status()).isEqualTo(200);
        assertThat(template.text()).contains("baht allocated").contains("Mueang Nong Khai");
        assertThat(CLIENT.get("/api/v1/sources/bpm/template.xlsx").status()).isEqualTo(200);
        assertProblem(CLIENT.get("/api/v1/sources/none/template.csv"), 404, "unknown-source");
        assertProblem(
                CLIENT.get("/api/v1/sources/bpm/template.csv?round=2599-1"), 404, "unknown-round");
    }

    @Test
    void anImportOfResultsHasNoRowsToShow() {
        TestRound round = ApiServer.newRound().open();
        String id = round.commit("4301,T1,spending,90,100").json().get("id").asString();

        assertProblem(CLIENT.get(IMPORTS + "/" + id + "/rows.csv"), 404, "unknown-extract");
        assertProblem(CLIENT.get(IMPORTS + "/999999/rows.csv"), 404, "unknown-extract");
    }
}
