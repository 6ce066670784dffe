package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExportsIT {

    private static final ApiClient CLIENT = DemonstrationServer.client();

    static Stream<String> rounds() {
        return DemonstrationServer.ROUNDS.stream();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void measurementsComeInAgainWithoutAChangeInEitherForm(String round) {
        for (String form : List.of("long", "wide")) {
            Answer exported =
                    CLIENT.get("/api/v1/rounds/" + round + "/measurements.csv?form=" + form);

            JsonNode report =
                    CLIENT.postFile("/api/v1/imports?dryRun=true", "again.csv", exported.bytes())
                            .json();

            assertThat(report.get("status").asString())
                    .as(form + " " + report)
                    .isEqualTo("DRY_RUN");
            assertThat(report.get("created").asInt()).as(form).isZero();
            assertThat(report.get("changed").asInt()).as(form).isZero();
            assertThat(report.get("unchanged").asInt())
                    .as(form)
                    .isEqualTo(
                            CLIENT.get("/api/v1/rounds/" + round + "/measurements.csv")
                                    .rows()
                                    .size());
        }
    }

    @Test
    void measurementsOfAllRoundsInOneFileComeInAgainToo() {
        byte[] exported = CLIENT.get("/api/v1/measurements.csv?bom=true").bytes();

        JsonNode report =
                CLIENT.postFile("/api/v1/imports?dryRun=true", "again.csv", exported).json();

        assertThat(report.get("created").asInt() + report.get("changed").asInt()).isZero();
        assertThat(report.get("unchanged").asInt()).isGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theAgreementComesInAgainWithoutAChange(String round) {
        byte[] exported = CLIENT.get("/api/v1/rounds/" + round + "/agreement.yaml").bytes();

        JsonNode report =
                CLIENT.postFile("/api/v1/agreements?dryRun=true", round + ".yaml", exported).json();

        assertThat(report.get("created").asInt() + report.get("changed").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "scores", "measurements"})
    void aTableOfManyRoundsHasTheRowsOfEachOfThem(String table) {
        List<List<String>> one = new ArrayList<>();
        for (String round : DemonstrationServer.ROUNDS) {
            cells(CLIENT.get("/api/v1/rounds/" + round + "/" + table + ".csv")).forEach(one::add);
        }

        assertThat(cells(CLIENT.get("/api/v1/" + table + ".csv"))).isEqualTo(one);
        assertThat(
                        CLIENT
                                .get("/api/v1/" + table + ".csv?round=2565-1&round=2564-1")
                                .rows()
                                .stream()
                                .map(row -> row.get("round"))
                                .distinct())
                .containsExactly("2564-1", "2565-1");
    }

    @Test
    void filtersLeaveTheRowsThatFitAndNoOthers() {
        assertThat(
                        CLIENT.get(
                                        "/api/v1/scores.csv?district=4301&district=4302&section=team"
                                                + "&status=SCORED&round=2565-1")
                                .rows())
                .isNotEmpty()
                .allMatch(row ->
                        List.of("4301", "4302").contains(row.get("district"))
                                && row.get("section").equals("team")
                                && row.get("status").equals("SCORED"));
        assertThat(CLIENT.get("/api/v1/measurements.csv?indicator=P1").rows())
                .isNotEmpty()
                .allMatch(row -> row.get("indicator").equals("P1"));
        assertThat(CLIENT.get("/api/v1/agreements.csv?concept=budget_spending").rows())
                .isNotEmpty()
                .allMatch(row -> row.get("concept").equals("budget_spending"));
        assertThat(CLIENT.get("/api/v1/trend.csv?district=4301&section=team").rows())
                .isNotEmpty()
                .noneMatch(row -> row.get("kind").equals("total"));
    }

    @Test
    void aFilterThatNoRoundKnowsIsRefusedInsteadOfAnEmptyTable() {
        assertThat(CLIENT.get("/api/v1/scores.csv?indicator=X9").status()).isEqualTo(400);
        assertThat(CLIENT.get("/api/v1/scores.csv?district=9999").status()).isEqualTo(404);
        assertThat(CLIENT.get("/api/v1/scores.csv?status=GOOD").status()).isEqualTo(400);
        assertThat(CLIENT.get("/api/v1/ranking.csv?section=team").status()).isEqualTo(400);
        assertThat(CLIENT.get("/api/v1/ranking.csv?form=wide").status()).isEqualTo(400);
        assertThat(CLIENT.get("/api/v1/ranking.csv?round=2599-1").status()).isEqualTo(404);
    }

    @Test
    void wideTablesHaveAColumnForEachIndicatorAndRound() {
        CSVRecord scores =
                CLIENT.get("/api/v1/rounds/2565-1/scores.csv?form=wide").row("district", "4301");
        CSVRecord trend = CLIENT.get("/api/v1/trend.csv?form=wide").row("kind", "total");

        assertThat(scores.get("T1"))
                .isEqualTo(
                        CLIENT.get("/api/v1/rounds/2565-1/scores.csv?indicator=T1&district=4301")
                                .rows()
                                .getFirst()
                                .get("level"));
        assertThat(trend.get("2565-1"))
                .isEqualTo(
                        CLIENT.get("/api/v1/rounds/2565-1/ranking.csv")
                                .row("district", trend.get("district"))
                                .get("total_100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measurements.csv",
                "rounds/2565-1/scores.json",
                "rounds/2565-1/package.zip",
                "rounds.csv",
                "imports.json"
            })
    void anAnswerSaysHowLongItIsAndWhatItsHashIs(String address) throws Exception {
        Answer answer = CLIENT.get("/api/v1/" + address);
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(answer.bytes());

        assertThat(answer.header("Content-Length"))
                .isEqualTo(String.valueOf(answer.bytes().length));
        assertThat(answer.header("ETag")).isEqualTo("\"" + HexFormat.of().formatHex(sha256) + "\"");
        assertThat(answer.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        Answer again = CLIENT.get("/api/v1/" + address, "If-None-Match", answer.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void importsAreReadPageByPageWithoutMissingOne() {
        List<String> ids = new ArrayList<>();
        String next = "/api/v1/imports.csv?limit=2";
        while (!next.isEmpty()) {
            Answer page = CLIENT.get(next);
            page.rows().forEach(row -> ids.add(row.get("id")));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(ids)
                .isEqualTo(
                        CLIENT.get("/api/v1/imports.csv").rows().stream()
                                .map(row -> row.get("id"))
                                .toList())
                .hasSizeGreaterThan(4);
    }

    @Test
    void importsAreListedByTheirWayInAndTheirRound() {
        String address = "/api/v1/imports.csv?kind=results&round=2565-1";
        List<CSVRecord> listed = CLIENT.get(address).rows();
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("rounds")).contains("2565-1"));
        assertThat(CLIENT.get(address + "&limit=1").header("Link"))
                .isIn(
                        "",
                        "<%s&limit=1&before=%s>; rel=\"next\""
                                .formatted(address, listed.getFirst().get("id")));
        assertThat(CLIENT.get("/api/v1/imports.csv?limit=1&kind=results").header("Link"))
                .startsWith("</api/v1/imports.csv?kind=results&limit=1&before=");
        assertThat(CLIENT.get("/api/v1/imports.csv?kind=extract").rows())
                .allSatisfy(row -> assertThat(row.get("kind")).isEqualTo("extract"));
        Answer refused = CLIENT.get("/api/v1/imports.csv?kind=paper");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("results, extract or online");
    }

    private static List<List<String>> cells(Answer answer) {
        return answer.rows().stream().map(CSVRecord::toList).toList();
    }
}
