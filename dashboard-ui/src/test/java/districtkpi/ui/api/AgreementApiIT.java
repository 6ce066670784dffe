package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgreementApiIT {

    private static final String AGREEMENTS = "/api/v1/agreements";
    private static final ApiClient CLIENT = ApiServer.client();

    @Test
    void anAgreementOpensItsRound() {
        TestRound round = ApiServer.newRound();
        assertProblem(round.get("ranking.csv"), 404, "unknown-round");

        Answer answer = CLIENT.postFile(AGREEMENTS, "agreement.yaml", round.yaml());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("COMMITTED");
        assertThat(answer.json().get("rows").asInt()).isEqualTo(11);
        assertThat(round.get("ranking.csv").rows()).hasSize(9);
        JsonNode listed = listed(round);
        assertThat(listed.get("fiscal_year").asInt()).isEqualTo(round.fiscalYear());
        assertThat(listed.get("number").asInt()).isEqualTo(1);
        assertThat(listed.get("last_day").asString()).isEqualTo(round.march(31));
        assertThat(listed.get("submission_day").asString()).isEqualTo(round.march(4));
        assertThat(listed.get("agreement_version").asInt()).isEqualTo(1);
        assertThat(listed.get("agreement_file").asString()).isEqualTo("agreement.yaml");
        assertThat(listed.get("indicators").asInt()).isEqualTo(11);
        assertThat(listed.get("demonstration").asBoolean()).isFalse();
    }

    @Test
    void aDryRunOpensNothing() {
        TestRound round = ApiServer.newRound();

        Answer answer =
                CLIENT.postFile(AGREEMENTS + "?dryRun=true", "agreement.yaml", round.yaml());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("DRY_RUN");
        assertThat(round.get("ranking.csv").status()).isEqualTo(404);
    }

    @Test
    void whatWasPostedComesBackLetterByLetterAndPostedAgainChangesNothing() {
        TestRound round = ApiServer.newRound();
        String posted = round.yaml() + "# สิ้นสุด\n";
        CLIENT.postFile(AGREEMENTS, "agreement.yaml", posted);

        Answer yaml = round.get("agreement.yaml");
        assertThat(yaml.text()).isEqualTo(posted);
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"agreement-" + round + ".yaml\"");

        assertUnchanged(round, CLIENT.postFile(AGREEMENTS, "agreement.yaml", yaml.bytes()));
    }

    @Test
    void theAgreementInJsonPostedChangesNothingEither() {
        TestRound round = ApiServer.newRound().open();

        Answer json = round.get("agreement.json");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.json().get("round").asString()).isEqualTo(round.toString());
        assertThat(json.json().at("/sections/0/indicators/0/weight").isNumber()).isTrue();
        assertThat(json.json().at("/sections/0/indicators/0/levels/0/text/th").asString())
                .isEqualTo("ไม่น้อยกว่าร้อยละ ๗๐");

        assertUnchanged(round, CLIENT.postFile(AGREEMENTS, "agreement.json", json.bytes()));
    }

    /** What was taken before is taken: a program decides by itself what it makes of a warning. */
    @Test
    void aRoundFarFromAllOthersIsAskedAboutAndTakenAllTheSame() {
        TestRound round = new TestRound(CLIENT, 2905);

        Answer answer =
                CLIENT.postFile(AGREEMENTS + "?dryRun=true", "agreement.yaml", round.yaml());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode warning =
                answer.json()
                        .get("issues")
                        .valueStream()
                        .filter(issue -> issue.get("code").asString().equals("UNUSUAL_ROUND"))
                        .findFirst()
                        .orElseThrow();
        assertThat(warning.get("severity").asString()).isEqualTo("WARNING");
        assertThat(round.yaml().lines().toList().get(warning.get("line").asInt() - 1))
                .isEqualTo("round: 2905-1");
        assertThat(warning.get("column").asString()).isEqualTo("round");
        assertThat(warning.get("value").asString()).isEqualTo("2905-1");
        assertThat(warning.get("message").asString())
                .contains("starts on 1 October 2904", "years after", "Did you mean");
        assertThat(warning.get("messageTh").asString()).contains("1 ตุลาคม 2904", "ใช่หรือไม่");
    }

    @Test
    void anotherTextIsANewVersionBesideTheOldOne() {
        TestRound round = ApiServer.newRound().open();

        Answer answer =
                CLIENT.postFile(
                        AGREEMENTS,
                        "agreement.yaml",
                        round.yaml().replace("atLeast: 70}", "atLeast: 71}"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(listed(round).get("agreement_version").asInt()).isEqualTo(2);
    }

    @Test
    void aCommitDoesExactlyWhatWasShownOrSaysThatTheDataMoved() {
        TestRound round = ApiServer.newRound().open();
        String next = round.yaml().replace("atLeast: 70}", "atLeast: 71}");
        String shown = basis(next);
        round.commit("4301,T1,spending,70.5,100");

        Answer moved = CLIENT.postFile(AGREEMENTS + "?basis=" + shown, "agreement.yaml", next);

        assertThat(moved.status()).as(moved.text()).isEqualTo(422);
        assertThat(moved.json().at("/issues/0/code").asString()).isEqualTo("DATA_MOVED");
        assertThat(moved.json().get("basis").isNull()).isTrue();
        assertThat(listed(round).get("agreement_version").asInt()).isEqualTo(1);

        Answer done = CLIENT.postFile(AGREEMENTS + "?basis=" + basis(next), "agreement.yaml", next);

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(listed(round).get("agreement_version").asInt()).isEqualTo(2);
    }

    private static String basis(String agreement) {
        return CLIENT.postFile(AGREEMENTS + "?dryRun=true", "agreement.yaml", agreement)
                .json()
                .get("basis")
                .asString();
    }

    @Test
    void aFaultyAgreementIsRefusedWithItsLines() {
        TestRound round = ApiServer.newRound();
        String faulty = round.yaml().replaceFirst("weight: 40", "weight: 41");

        Answer answer = CLIENT.postFile(AGREEMENTS, "agreement.yaml", faulty);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("status").asString()).isEqualTo("REJECTED");
        JsonNode issue =
                answer.json()
                        .get("issues")
                        .valueStream()
                        .filter(found -> found.get("severity").asString().equals("ERROR"))
                        .findFirst()
                        .orElseThrow();
        assertThat(issue.get("line").asInt()).isPositive();
        assertThat(issue.get("message").asString()).contains("101");
        assertThat(issue.get("messageTh").asString()).containsPattern("[ก-ฮ]");
        assertThat(round.get("agreement.yaml").status()).isEqualTo(404);
    }

    @Test
    void whatIsNoAgreementIsRefused() {
        Answer answer = CLIENT.postFile(AGREEMENTS, "agreement.yaml", "]");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("issues").get(0).get("line").asInt()).isEqualTo(1);
    }

    @Test
    void theRequestIsReadAsStrictlyAsForResults() {
        TestRound round = ApiServer.newRound();

        assertProblem(
                CLIENT.postFile(AGREEMENTS + "?dryRun=1", "agreement.yaml", round.yaml()),
                400,
                "wrong-parameter");
        assertProblem(
                CLIENT.postFile(AGREEMENTS + "?round=2565-1", "agreement.yaml", round.yaml()),
                400,
                "unknown-parameter");
        assertProblem(
                CLIENT.post(AGREEMENTS, ApiClient.formType(), ApiClient.form()),
                400,
                "not-one-file");
        assertThat(round.get("agreement.yaml").status()).isEqualTo(404);
    }

    @Test
    void roundsAreListedNewestFirstAsCsvToo() {
        TestRound earlier = ApiServer.newRound().open();
        TestRound later = ApiServer.newRound().open();

        assertThat(CLIENT.get("/api/v1/rounds.csv").rows().stream().map(row -> row.get("round")))
                .contains("2565-1")
                .containsSubsequence(later.toString(), earlier.toString());
        assertThat(
                        CLIENT.get("/api/v1/rounds.json")
                                .json()
                                .valueStream()
                                .map(node -> node.get("round").asString()))
                .containsExactlyElementsOf(
                        CLIENT.get("/api/v1/rounds.csv").rows().stream()
                                .map(row -> row.get("round"))
                                .toList());
    }

    private static void assertUnchanged(TestRound round, Answer again) {
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().get("unchanged").asInt()).isPositive();
        assertThat(again.json().get("created").asInt()).isZero();
        assertThat(again.json().get("changed").asInt()).isZero();
        assertThat(listed(round).get("agreement_version").asInt()).isEqualTo(1);
    }

    private static JsonNode listed(TestRound round) {
        return CLIENT.get("/api/v1/rounds.json")
                .json()
                .valueStream()
                .filter(node -> node.get("round").asString().equals(round.toString()))
                .findFirst()
                .orElseThrow();
    }
}
