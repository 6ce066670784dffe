package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class PublicationApiIT {

    private static final ApiClient CLIENT = ApiServer.client();

    private static String path(TestRound round) {
        return "/api/v1/rounds/" + round + "/publications";
    }

    private static Answer publish(TestRound round, String query) {
        return CLIENT.send("POST", path(round) + query);
    }

    @Test
    void anOldLinkShowsTheSameBytesAfterLaterImportsAndUndos() {
        TestRound round = ApiServer.newRound().open();
        long first =
                round.commit("4301,T1,spending,90,100", "4302,T1,spending,70,100")
                        .json()
                        .get("id")
                        .asLong();
        assertThat(publish(round, "").status()).isEqualTo(200);
        List<String> tables =
                List.of(
                        "ranking.csv?revision=1",
                        "scores.csv?revision=1",
                        "measurements.csv?revision=1&form=wide",
                        "measurements.json?revision=1",
                        "movement.csv?revision=1&district=4301",
                        "course.csv?revision=1&district=4301&measure=T1.spending",
                        "moves.csv?revision=1&district=4301",
                        "agreement.csv?revision=1",
                        "agreement.yaml?revision=1",
                        "agreement.json?revision=1",
                        "trend.csv?revision=1");
        List<Answer> before = tables.stream().map(round::get).toList();

        round.commit("4301,T1,spending,40,100,2022-03-30", "4302,T1,spending,95,100");
        assertThat(CLIENT.send("POST", "/api/v1/imports/" + first + "/undo").status())
                .isEqualTo(200);

        for (int i = 0; i < tables.size(); i++) {
            Answer after = round.get(tables.get(i));
            assertThat(after.status()).as(tables.get(i)).isEqualTo(200);
            assertThat(after.text()).as(tables.get(i)).isEqualTo(before.get(i).text());
            assertThat(after.header("ETag")).isEqualTo(before.get(i).header("ETag"));
        }
        assertThat(round.get("ranking.csv").text()).isNotEqualTo(before.getFirst().text());
    }

    @Test
    void aCorrectionIsARevisionWithAPublicListOfWhatChanged() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,90,100", "4302,T1,spending,70,100");
        publish(round, "");
        assertThat(round.get("corrections.csv").rows()).isEmpty();
        round.commit("4302,T1,spending,95,100");

        Answer noReason = publish(round, "");
        Answer shown = publish(round, "?dryRun=true");
        Answer published =
                publish(round, "?reason=wrong+month&basis=" + shown.json().get("basis").asString());

        assertThat(noReason.status()).isEqualTo(409);
        assertThat(noReason.text()).contains("not-publishable").contains("reason");
        assertThat(shown.json().get("status").asString()).isEqualTo("DRY_RUN");
        assertThat(shown.json().get("figures").asInt()).isEqualTo(1);
        assertThat(published.json().get("revision").asInt()).isEqualTo(2);
        assertThat(round.get("corrections.csv").rows()).isEmpty();
        List<CSVRecord> changed = round.get("corrections.csv?revision=2").rows();
        assertThat(changed)
                .extracting(row ->
                        String.join(
                                " ",
                                row.get("district"),
                                row.get("kind"),
                                row.get("indicator"),
                                row.get("before"),
                                row.get("after")))
                .contains(
                        "4302 figure T1 70 of 100, as of 2022-03-31 95 of 100, as of 2022-03-31",
                        "4302 level T1 1 5");
        assertThat(CLIENT.get(path(round) + ".csv").rows())
                .extracting(row -> row.get("revision") + " " + row.get("reason"))
                .containsExactly("2 wrong month", "1 ");
    }

    @Test
    void theRecordHasTheDigestThatTheListSays() throws Exception {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,90,100");
        publish(round, "");

        Answer record = CLIENT.get(path(round) + "/1.txt");

        assertThat(record.header("Content-Type")).startsWith("text/plain");
        assertThat(CLIENT.get(path(round) + ".json").json().get(0).get("sha256").asString())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(
                                                        record.text()
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8))));
    }

    @Test
    void refusesWhatIsNotThere() {
        TestRound round = ApiServer.newRound().open();

        assertThat(publish(round, "").status()).isEqualTo(409);
        assertThat(round.get("ranking.csv?revision=1").status()).isEqualTo(404);
        assertThat(round.get("ranking.csv?revision=0").status()).isEqualTo(400);
        assertThat(round.get("ranking.csv?revision=1&asOf=2022-03-01").status()).isEqualTo(400);
        assertThat(CLIENT.get(path(round) + "/x.txt").status()).isEqualTo(404);
        assertThat(CLIENT.send("POST", "/api/v1/rounds/2999-1/publications").status())
                .isEqualTo(404);
        round.commit("4301,T1,spending,90,100");
        assertThat(publish(round, "?basis=" + "0".repeat(64)).status()).isEqualTo(409);
        assertThat(CLIENT.get(path(round) + ".csv").rows()).isEmpty();
    }
}
