package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RoundTablesIT {

    private static final String RANKING =
            "round,rank,district,district_th,district_en,team_100,individual_100,total_100,total_5,"
                    + "possible_min_100,possible_max_100,scored_weight";
    private static final String SCORES =
            "round,district,section,indicator,weight,status,level,level_min,level_max,points_100,"
                    + "points_5";
    private static final String MEASUREMENTS =
            "round,district,indicator,measure,kind,value,of,percent,as_of,import_id,line";

    private static final String[] ALL_LEVELS_OF_T1_AND_P1 = {
        "4302,T1,spending,90,100", "4302,P1,households_developed,85,100",
        "4305,T1,spending,90,100", "4305,P1,households_developed,85,100",
        "4301,T1,spending,70,100", "4301,P1,households_developed,25,100"
    };

    @Test
    void theColumnsOfTheContractStandFirstAndInOrder() {
        TestRound round = TestRound.real();

        assertThat(header(round.get("ranking.csv")))
                .isEqualTo(
                        RANKING
                                + ",shared_rank,to_mean_100,to_median_100,not_applicable_weight,"
                                + "team_not_applicable_weight,individual_not_applicable_weight,"
                                + "as_of,demonstration,"
                                + "rating_min_th,rating_min_en,rating_max_th,rating_max_en");
        assertThat(header(round.get("scores.csv")))
                .isEqualTo(
                        SCORES
                                + ",level_score,effective_weight,missing,note,as_of,demonstration,computed_level,override_reason,level_from_floor,weight_out_of");
        assertThat(header(round.get("measurements.csv")))
                .isEqualTo(
                        MEASUREMENTS + ",source,note,file,sha256,demonstration,sheet,mended_cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ranking", "scores", "certainty"})
    void jsonHasTheColumnsOfTheCsvAsKeysInTheSameOrder(String table) {
        TestRound round = TestRound.real();
        JsonNode first = round.get(table + ".json").json().get(0);

        assertThat(String.join(",", first.propertyNames()))
                .isEqualTo(header(round.get(table + ".csv")));
    }

    @Test
    void equalTotalsShareARankAndTheNextOneIsLeftOut() {
        TestRound round = ApiServer.newRound().open();
        round.commit(ALL_LEVELS_OF_T1_AND_P1);

        assertThat(
                        round.get("ranking.csv").rows().stream()
                                .limit(4)
                                .map(row ->
                                        "%s %s %s %s"
                                                .formatted(
                                                        row.get("rank"),
                                                        row.get("district"),
                                                        row.get("total_100"),
                                                        row.get("shared_rank"))))
                .containsExactly(
                        "1 4302 30.0 true", "1 4305 30.0 true", "3 4301 6.0 false", " 4307  false");
    }

    @Test
    void certaintySaysHowSureEachRankIs() {
        TestRound round = ApiServer.newRound().open();
        round.commit(ALL_LEVELS_OF_T1_AND_P1);

        Answer certainty = round.get("certainty.csv");
        CSVRecord tied = certainty.row("district", "4302");
        assertThat(tied.get("next_district")).isEqualTo("4305");
        assertThat(tied.get("order_to_next")).isEqualTo("IDENTICAL");
        assertThat(tied.get("gap_to_next_100")).isEqualTo("0.0");
        assertThat(tied.get("level_changes_to_next")).isEqualTo("0");
        assertThat(tied.get("swapped_beyond_percent")).isEmpty();
        assertThat(tied.get("band_last_rank")).isEqualTo("1");
        CSVRecord second = certainty.row("district", "4305");
        assertThat(second.get("order_to_next")).isEqualTo("DOMINATED");
        assertThat(second.get("best_rank_10") + second.get("worst_rank_25")).isEqualTo("11");
        CSVRecord last = certainty.row("district", "4301");
        assertThat(last.get("best_rank_25")).isEqualTo("3");
        assertThat(last.get("next_district")).isEmpty();
        CSVRecord none = certainty.row("district", "4307");
        assertThat(none.get("rank") + none.get("best_rank_10")).isEmpty();
        assertThat(none.get("worst_rank_once_complete")).isNotEmpty();
    }

    @Test
    void improvementComparesWithTheRoundBefore() {
        TestRound earlier = ApiServer.newRound().open();
        earlier.commit("4301,T1,spending,75,100", "4302,T1,spending,90,100");
        TestRound later = ApiServer.newRound().open();
        later.commit(
                "4301,T1,spending,85,100",
                "4302,T1,spending,90,100",
                "4302,P1,households_developed,85,100");

        Answer improvement = later.get("improvement.csv");
        CSVRecord gained = improvement.row("district", "4301");
        assertThat(gained.get("round_before")).isEqualTo(earlier.toString());
        assertThat(gained.get("before_5")).isEqualTo("2.0");
        assertThat(gained.get("gained_5")).isEqualTo("2.0");
        assertThat(gained.get("share_of_possible_percent")).isEqualTo("66.6667");
        assertThat(gained.get("rank_by_gain")).isEqualTo("1");
        assertThat(gained.get("indicators_compared")).isEqualTo("1");
        assertThat(gained.get("excluded")).contains("P1:NO_LEVEL");
        CSVRecord kept = improvement.row("district", "4302");
        assertThat(kept.get("kept_the_top")).isEqualTo("true");
        assertThat(kept.get("rank_by_gain") + kept.get("share_of_possible_percent")).isEmpty();
    }

    @Test
    void whatDoesNotApplyIsSpreadOverTheRestAndSaid() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,P4,debtor_register,n/a,,,,ไม่มีลูกหนี้",
                "4301,P4,debt_plan,n/a,,,,ไม่มีลูกหนี้",
                "4301,P4,overdue_debt,n/a,,,,ไม่มีลูกหนี้",
                "4301,P1,households_developed,85,100");

        Answer scores = round.get("scores.csv");
        CSVRecord notApplicable = row(scores, "4301", "P4");
        assertThat(notApplicable.get("status")).isEqualTo("NOT_APPLICABLE");
        assertThat(notApplicable.get("level")).isEmpty();
        assertThat(notApplicable.get("level_max")).isEmpty();
        assertThat(notApplicable.get("points_100")).isEmpty();
        assertThat(notApplicable.get("weight")).isEqualTo("10");
        assertThat(notApplicable.get("effective_weight")).isEqualTo("0.0");
        assertThat(notApplicable.get("note")).isEqualTo("ไม่มีลูกหนี้");
        CSVRecord spread = row(scores, "4301", "P1");
        assertThat(spread.get("weight")).isEqualTo("20");
        assertThat(spread.get("effective_weight")).isEqualTo("22.2222");
        assertThat(spread.get("points_100")).isEqualTo("22.2222");
        CSVRecord place = round.get("ranking.csv").row("district", "4301");
        assertThat(place.get("individual_100")).isEqualTo("22.2222");
        assertThat(place.get("total_100")).isEqualTo("11.1111");
        assertThat(place.get("individual_not_applicable_weight")).isEqualTo("10");
        assertThat(place.get("team_not_applicable_weight")).isEqualTo("0");
        assertThat(place.get("not_applicable_weight")).isEqualTo("5");
    }

    @Test
    void missingMeasuresLeaveARangeAndAreNamed() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,P7,working_group,yes",
                "4301,P7,literacy_meeting,yes",
                "4301,P7,report_presented,yes");

        CSVRecord score = row(round.get("scores.csv"), "4301", "P7");
        assertThat(score.get("status")).isEqualTo("INCOMPLETE");
        assertThat(score.get("level")).isEqualTo("1");
        assertThat(score.get("level_min")).isEqualTo("1");
        assertThat(score.get("level_max")).isEqualTo("5");
        assertThat(score.get("missing")).isEqualTo("data_recorded channels");
        JsonNode same =
                round.get("scores.json")
                        .json()
                        .valueStream()
                        .filter(node -> node.get("district").asString().equals("4301"))
                        .filter(node -> node.get("indicator").asString().equals("P7"))
                        .findFirst()
                        .orElseThrow();
        assertThat(same.get("missing").toString()).isEqualTo("[\"data_recorded\",\"channels\"]");
        CSVRecord none = row(round.get("scores.csv"), "4301", "P8");
        assertThat(none.get("status")).isEqualTo("NO_RESULT");
        assertThat(none.get("level")).isEmpty();
        assertThat(none.get("level_min")).isEqualTo("1");
        assertThat(none.get("points_5")).isEmpty();
    }

    @Test
    void figuresAfterTheDayAskedForDoNotCount() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,T1,spending,70,100," + round.march(1),
                "4301,T1,spending,90,100," + round.march(20));

        assertThat(level(round, "?asOf=" + round.march(20))).isEqualTo("5");
        assertThat(level(round, "?asOf=" + round.march(19))).isEqualTo("1");
        assertThat(level(round, "")).isEqualTo("5");
        Answer before = round.get("ranking.csv?asOf=" + round.march(19));
        assertThat(before.row("district", "4301").get("as_of")).isEqualTo(round.march(19));
        assertThat(before.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"ranking-%s-as-of-%s.csv\""
                                .formatted(round, round.march(19)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2022-02-30", "4/3/2565", "2565-03-04", ""})
    void aDayThatIsNoIsoDateIsRefused(String day) {
        Answer answer = TestRound.real().get("ranking.csv?asOf=" + day);

        Problems.assertProblem(answer, 400, "wrong-parameter");
        assertThat(answer.json().get("detail").asString()).startsWith("asOf: ");
    }

    @ParameterizedTest
    @CsvSource({"ranking.csv?asof=2022-03-04", "scores.json?day=1", "rounds"})
    void whatTheAddressDoesNotKnowIsRefused(String table) {
        assertThat(TestRound.real().get(table).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2599-1", "2565-3", "abc", "..%2f"})
    void anUnknownRoundIsNotFound(String round) {
        for (String table :
                List.of(
                        "ranking.csv",
                        "scores.json",
                        "measurements.csv",
                        "agreement.yaml",
                        "agreement.json")) {
            Answer answer = ApiServer.client().get("/api/v1/rounds/" + round + "/" + table);
            assertThat(answer.status()).as(round + "/" + table).isIn(400, 404);
        }
        Problems.assertProblem(
                ApiServer.client().get("/api/v1/rounds/2599-1/ranking.csv"), 404, "unknown-round");
    }

    @Test
    void csvIsRfc4180WithTypeAndFileNameAndAByteOrderMarkOnRequest() {
        Answer plain = TestRound.real().get("ranking.csv");
        Answer marked = TestRound.real().get("ranking.csv?bom=true");

        assertThat(plain.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(plain.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"ranking-2565-1.csv\"");
        assertThat(plain.text()).startsWith("round,rank,").endsWith("\r\n");
        assertThat(plain.text().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(marked.text()).isEqualTo("\uFEFF" + plain.text());
        assertThat(TestRound.real().get("ranking.csv?bom=false").text()).isEqualTo(plain.text());
        Problems.assertProblem(TestRound.real().get("ranking.csv?bom=1"), 400, "wrong-parameter");
    }

    @Test
    void aNoteThatASpreadsheetWouldRunIsMadeHarmlessAndNumbersStayNumbers() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,P6,online_sales,-3%,,,,=HYPERLINK(\"http://example.org\")"
                        .replace("\"", "'"));

        CSVRecord figure = round.get("measurements.csv").row("measure", "online_sales");
        assertThat(figure.get("note")).isEqualTo("'=HYPERLINK('http://example.org')");
        assertThat(figure.get("value")).isEqualTo("-3%");
        assertThat(figure.get("of")).isEmpty();
        assertThat(figure.get("percent")).isEqualTo("-3.0");
        assertThat(round.get("measurements.json").text())
                .contains("\"note\":\"=HYPERLINK('http://example.org')\"")
                .contains("\"percent\":-3.0");
    }

    @Test
    void percentagesThatNeverEndAreRoundedToFourPlaces() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,2,3", "4302,T1,spending,1,3", "4305,T1,spending,1,8");

        assertThat(round.get("measurements.csv").rows().stream().map(row -> row.get("percent")))
                .containsExactly("66.6667", "33.3333", "12.5");
    }

    @Test
    void theTableOfMeasurementsPostedAsResultsChangesNothing() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,T1,spending,8500000.25,10000000.00",
                "4301,T3,officer_assigned,no",
                "4301,T3,self_assessed," + round.march(2),
                "4301,T3,evidence_received," + round.march(5),
                "4301,P6,online_sales,-3.25%",
                "4301,P7,channels,2",
                "4301,P8,otop_sales,n/a,,,,ไม่มีผู้ประกอบการ");

        Answer answer =
                ApiServer.client()
                        .postFile(
                                "/api/v1/imports",
                                "measurements.csv",
                                round.get("measurements.csv?bom=true").bytes());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("unchanged").asInt()).isEqualTo(7);
        assertThat(answer.json().get("created").asInt()).isZero();
        assertThat(answer.json().get("changed").asInt()).isZero();
    }

    @Test
    void rowsStandByDistrictAndInTheOrderOfTheAgreement() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4302,P8,otop_sales,110,100",
                "4302,T1,spending,90,100",
                "4301,P1,households_developed,85,100",
                "4301,T3,plan_approved,yes",
                "4301,T3,officer_assigned,yes");

        assertThat(
                        round.get("measurements.csv").rows().stream()
                                .map(row -> row.get("district") + " " + row.get("measure")))
                .containsExactly(
                        "4301 officer_assigned",
                        "4301 plan_approved",
                        "4301 households_developed",
                        "4302 spending",
                        "4302 otop_sales");
        assertThat(round.get("scores.csv").rows()).hasSize(9 * 11);
    }

    private static String level(TestRound round, String query) {
        return row(round.get("scores.csv" + query), "4301", "T1").get("level");
    }

    private static CSVRecord row(Answer scores, String district, String indicator) {
        return scores.rows().stream()
                .filter(row -> row.get("district").equals(district))
                .filter(row -> row.get("indicator").equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static String header(Answer table) {
        return table.text().lines().findFirst().orElseThrow();
    }
}
