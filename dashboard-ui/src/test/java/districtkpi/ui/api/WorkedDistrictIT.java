package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The worked district of the method, through the real API from its file to its rank. */
class WorkedDistrictIT {

    private static final TestRound ROUND = TestRound.real();
    private static Answer committed;

    @BeforeAll
    static void commitTheDistrict() {
        committed =
                ROUND.commit(
                        "4301,T1,spending,8500000.00,10000000.00",
                        "4301,T2,activities_achieved,95,100",
                        "4301,T3,officer_assigned,yes",
                        "4301,T3,self_assessed,yes",
                        "4301,T3,plan_approved,yes",
                        "4301,T3,plan_communicated,yes",
                        "4301,T3,evidence_received,5/3/2565",
                        "เมืองหนองคาย,P1,households_developed,6999,10000",
                        "4301,P2,centre_database,yes",
                        "4301,P2,support_plan,yes",
                        "4301,P2,target_area,yes",
                        "4301,P2,centre_established,yes",
                        "4301,P2,new_centres,1",
                        "4301,P2,existing_centres_driven,yes",
                        "4301,P3,activities_recorded,85,100",
                        "4301,P3,villages_reported,95,100",
                        "4301,P4,debtor_register,ใช่",
                        "4301,P4,debt_plan,ใช่",
                        "4301,P4,overdue_debt,950100,1000000",
                        "4301,P5,target_database,yes",
                        "4301,P5,action_plan,yes",
                        "4301,P5,households_trained,๙๕,๑๐๐",
                        "4301,P6,online_sales,110990,100000",
                        "4301,P7,working_group,yes",
                        "4301,P7,data_recorded,yes",
                        "4301,P7,literacy_meeting,yes",
                        "4301,P7,channels,2",
                        "4301,P7,report_presented,yes",
                        "4301,P8,otop_sales,106900,100000");
    }

    @Test
    void theImportSaysWhatItDidToTheTotal() {
        JsonNode report = committed.json();

        assertThat(report.get("status").asString()).isEqualTo("COMMITTED");
        assertThat(report.get("created").asInt()).isEqualTo(29);
        assertThat(report.get("impact"))
                .anySatisfy(impact -> {
                    assertThat(impact.get("district").asString()).isEqualTo("4301");
                    assertThat(impact.get("round").asString()).isEqualTo("2565-1");
                    assertThat(impact.get("totalBefore").isNull()).isTrue();
                    assertThat(impact.get("rankBefore").isNull()).isTrue();
                    assertThat(impact.get("totalAfter").asString()).isEqualTo("73.0");
                    assertThat(impact.get("rankAfter").asInt()).isEqualTo(1);
                });
    }

    @Test
    void theRankingHasTeam80Individual66AndTotal73() {
        CSVRecord row = ROUND.get("ranking.csv").row("district", "4301");

        assertThat(row.get("rank")).isEqualTo("1");
        assertThat(row.get("district_th")).isEqualTo("เมืองหนองคาย");
        assertThat(row.get("district_en")).isEqualTo("Mueang Nong Khai");
        assertThat(row.get("team_100")).isEqualTo("80.0");
        assertThat(row.get("individual_100")).isEqualTo("66.0");
        assertThat(row.get("total_100")).isEqualTo("73.0");
        assertThat(row.get("total_5")).isEqualTo("3.65");
        assertThat(row.get("possible_min_100")).isEqualTo("73.0");
        assertThat(row.get("possible_max_100")).isEqualTo("73.0");
        assertThat(row.get("scored_weight")).isEqualTo("100.0");
        assertThat(row.get("demonstration")).isEqualTo("false");
    }

    @Test
    void aDistrictWithoutAnyResultHasAnEmptyRankAndStandsLast() {
        Answer ranking = ROUND.get("ranking.csv");

        assertThat(ranking.rows()).hasSize(9);
        assertThat(ranking.rows().getFirst().get("district")).isEqualTo("4301");
        assertThat(ranking.rows().subList(1, 9))
                .allSatisfy(row -> {
                    assertThat(row.get("rank")).isEmpty();
                    assertThat(row.get("team_100")).isEmpty();
                    assertThat(row.get("total_100")).isEmpty();
                    assertThat(row.get("total_5")).isEmpty();
                    assertThat(row.get("scored_weight")).isEqualTo("0.0");
                    assertThat(row.get("possible_max_100")).isEqualTo("100.0");
                })
                .extracting(row -> row.get("district"))
                .isSorted();
    }

    @Test
    void everyIndicatorHasItsLevelAndItsPoints() {
        assertThat(
                        ROUND.get("scores.csv").rows().stream()
                                .filter(row -> row.get("district").equals("4301"))
                                .map(row ->
                                        "%s %s %s %s %s %s"
                                                .formatted(
                                                        row.get("section"),
                                                        row.get("indicator"),
                                                        row.get("status"),
                                                        row.get("level"),
                                                        row.get("points_100"),
                                                        row.get("points_5"))))
                .containsExactly(
                        "team T1 SCORED 4 32.0 1.6",
                        "team T2 SCORED 4 32.0 1.6",
                        "team T3 SCORED 4 16.0 0.8",
                        "individual P1 SCORED 3 12.0 0.6",
                        "individual P2 SCORED 5 20.0 1.0",
                        "individual P3 SCORED 4 8.0 0.4",
                        "individual P4 SCORED 3 6.0 0.3",
                        "individual P5 SCORED 4 8.0 0.4",
                        "individual P6 SCORED 0 0.0 0.0",
                        "individual P7 SCORED 5 10.0 0.5",
                        "individual P8 SCORED 1 2.0 0.1");
    }

    @Test
    void jsonNumbersAreNumbersAndWhatIsAbsentIsNull() {
        Answer ranking = ROUND.get("ranking.json");

        assertThat(ranking.text())
                .contains("\"rank\":1,\"district\":\"4301\"")
                .contains("\"team_100\":80.0,\"individual_100\":66.0,\"total_100\":73.0")
                .contains("\"rank\":null,\"district\":\"4302\"");
        assertThat(ranking.json()).hasSize(9);
    }

    @Test
    void everyFigureLeadsBackToItsLine() {
        CSVRecord figure = ROUND.get("measurements.csv").row("measure", "households_developed");

        assertThat(figure.get("kind")).isEqualTo("share");
        assertThat(figure.get("value")).isEqualTo("6999");
        assertThat(figure.get("of")).isEqualTo("10000");
        assertThat(figure.get("percent")).isEqualTo("69.99");
        assertThat(figure.get("as_of")).isEqualTo("2022-03-31");
        assertThat(figure.get("line")).isEqualTo("9");
        assertThat(figure.get("import_id")).isEqualTo(committed.json().get("id").asString());
        assertThat(figure.get("file")).isEqualTo("results.csv");
        assertThat(figure.get("sha256")).isEqualTo(committed.json().get("sha256").asString());
    }

    @Test
    void percentagesAreThoseOfTheirKind() {
        Answer measurements = ROUND.get("measurements.csv");

        assertThat(measurements.row("measure", "overdue_debt").get("percent")).isEqualTo("4.99");
        assertThat(measurements.row("measure", "online_sales").get("percent")).isEqualTo("10.99");
        assertThat(measurements.row("measure", "channels").get("percent")).isEmpty();
        assertThat(measurements.row("measure", "evidence_received").get("value"))
                .isEqualTo("2022-03-05");
        assertThat(measurements.row("measure", "working_group").get("value")).isEqualTo("yes");
    }
}
