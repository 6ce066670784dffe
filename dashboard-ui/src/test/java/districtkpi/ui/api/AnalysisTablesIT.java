package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.agreement.AgreementReader;
import districtkpi.ui.api.ApiClient.Answer;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTablesIT {

    @Test
    void weightsSayWhatOrdersTheDistricts() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,T1,spending,90,100",
                "4302,T1,spending,70,100",
                "4301,P1,households_developed,85,100",
                "4302,P1,households_developed,85,100");

        Answer weights = round.get("weights.csv");

        assertThat(weights.row("indicator", "T1").get("variance_share")).isEqualTo("1.0");
        assertThat(weights.row("indicator", "P1").get("separation")).isEqualTo("SAME_FOR_ALL");
        assertThat(weights.row("indicator", "P1").get("level_5")).isEqualTo("2");
    }

    @Test
    void theBreakdownAddsUpToOneHundred() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,90,100", "4302,T1,spending,70,100");

        Answer district = round.get("breakdown.csv?district=4301");
        CSVRecord total = district.row("kind", "total");
        assertThat(total.get("weight_100")).isEqualTo("100.0");
        assertThat(total.get("earned_100")).isEqualTo("20.0");
        assertThat(round.get("breakdown.csv").row("kind", "total").get("earned_100"))
                .isEqualTo("12.0");
        assertThat(sum(district, "indicator", "earned_100")).isEqualByComparingTo("20");
        assertThat(sum(district, "unit", "weight_100")).isEqualByComparingTo("100");
    }

    @Test
    void theMovementAddsUpWithTheCorrection() {
        TestRound earlier = ApiServer.newRound().open();
        TestRound later = ApiServer.newRound().open();
        earlier.commit("4301,T1,spending,70,100");
        later.commit("4301,T1,spending,80,100");
        later.commit("4301,T1,spending,90,100");

        Answer movement = later.get("movement.csv?district=4301");

        CSVRecord all = movement.row("concept", "all");
        assertThat(all.get("from_round")).isEqualTo(earlier.toString());
        assertThat(all.get("before_100")).isEqualTo("4.0");
        assertThat(all.get("after_100")).isEqualTo("20.0");
        assertThat(all.get("results")).isEqualTo("8.0");
        assertThat(all.get("corrections")).isEqualTo("8.0");
        assertThat(all.get("change")).isEqualTo("16.0");
        assertThat(later.get("movement.csv?district=4302").rows()).isEmpty();
    }

    @Test
    void aRoundThatIsBeingFilledIsComparedWithTheSameDayOfTheRoundBefore() {
        TestRound twoBefore = ApiServer.newRound().open();
        TestRound earlier = ApiServer.newRound().open();
        TestRound later = ApiServer.newRound().open();
        twoBefore.commit("4301,T1,spending,95,100," + earlier.march(5));
        earlier.commit("4301,T1,spending,70,100," + earlier.march(5));
        earlier.commit("4301,T1,spending,85,100," + earlier.march(20));
        later.commit("4301,T1,spending,80,100," + later.march(5));

        CSVRecord movement =
                later.get("movement.csv?district=4301&asOf=2022-03-10").row("concept", "all");
        assertThat(movement.get("before_100")).isEqualTo("4.0");
        assertThat(movement.get("change")).isEqualTo("8.0");
        assertThat(movement.get("as_of_before")).isEqualTo("2022-03-10");
        assertThat(movement.get("as_of")).isEqualTo("2022-03-10");
        CSVRecord improvement =
                later.get("improvement.csv?asOf=2022-03-10").row("district", "4301");
        assertThat(improvement.get("gained_5")).isEqualTo("2.0");
        assertThat(improvement.get("as_of_before")).isEqualTo("2022-03-10");
        // Against the whole of the rounds before, it would have fallen twice.
        assertThat(later.get("watch.csv").text()).contains(",falling,");
        assertThat(later.get("watch.csv?asOf=2022-03-10").text()).doesNotContain(",falling,");
        // Nothing was in on the same day: nothing can be said.
        assertThat(later.get("improvement.csv?asOf=2022-03-04").rows()).isEmpty();
        assertThat(later.get("movement.csv?district=4301&asOf=2022-03-04").rows()).isEmpty();
    }

    @Test
    void theCourseHasTheFigureOfEachDay() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,T1,spending,40,100," + round.march(1),
                "4301,T1,spending,50,100," + round.march(10));
        round.commit("4301,T1,spending,60,100," + round.march(10));

        assertThat(
                        round.get("course.csv?district=4301&measure=T1.spending").rows().stream()
                                .map(row -> row.get("as_of") + " " + row.get("number")))
                .containsExactly(round.march(1) + " 40.0", round.march(10) + " 60.0");
        assertThat(
                        round.get(
                                        "course.csv?district=4301&measure=T1.spending&asOf="
                                                + round.march(9))
                                .rows())
                .hasSize(1);
    }

    @Test
    void theTrendHasEveryRoundUpToTheOneAskedFor() {
        TestRound earlier = ApiServer.newRound().open();
        TestRound later = ApiServer.newRound().open();
        earlier.commit("4301,T1,spending,70,100");
        later.commit("4301,T1,spending,90,100");

        List<CSVRecord> totals =
                later.get("trend.csv").rows().stream()
                        .filter(row -> row.get("kind").equals("total"))
                        .filter(row -> row.get("district").equals("4301"))
                        .toList();

        assertThat(totals)
                .extracting(row -> row.get("round") + " " + row.get("points_100"))
                .contains(earlier + " 4.0")
                .endsWith(later + " 20.0");
        assertThat(earlier.get("trend.csv").text()).doesNotContain(later.toString());
    }

    @Test
    void theWatchListHasEveryKindWithItsNumbers() {
        TestRound twoBefore = ApiServer.newRound().open();
        TestRound before = ApiServer.newRound().open();
        TestRound round = ApiServer.newRound().open();
        twoBefore.commit("4301,T1,spending,95,100");
        before.commit("4301,T1,spending,85,100");
        round.commit("4301,T1,spending,802,1000", "4302,T1,spending,78,100");

        Answer watch = round.get("watch.csv");

        assertThat(watch.rows().stream().map(row -> row.get("kind")).distinct())
                .containsExactly("missing", "falling", "edge");
        CSVRecord edge = watch.row("kind", "edge");
        assertThat(
                        List.of(
                                edge.get("district"),
                                edge.get("district_en"),
                                edge.get("indicator"),
                                edge.get("measure"),
                                edge.get("value"),
                                edge.get("of"),
                                edge.get("number"),
                                edge.get("condition"),
                                edge.get("threshold"),
                                edge.get("level"),
                                edge.get("level_without"),
                                edge.get("points_100"),
                                edge.get("total_100"),
                                edge.get("missing")))
                .containsExactly(
                        "4301",
                        "Mueang Nong Khai",
                        "T1",
                        "spending",
                        "802",
                        "1000",
                        "80.2",
                        "at_least",
                        "80",
                        "3",
                        "2",
                        "4.0",
                        "",
                        "");
        CSVRecord falling = watch.row("kind", "falling");
        assertThat(
                        List.of(
                                falling.get("district"),
                                falling.get("indicator"),
                                falling.get("total_two_before_100"),
                                falling.get("total_before_100"),
                                falling.get("total_100"),
                                falling.get("points_100")))
                .containsExactly("4301", "", "20.0", "16.0", "12.0", "8.0");
        assertThat(twoBefore.get("watch.csv").text()).doesNotContain(",falling,");
    }

    @Test
    void theWatchListSaysWhichFiguresAreMissingAndWhatTheyCanBring() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,90,100", "4301,P4,debtor_register,yes");

        List<CSVRecord> missing =
                round.get("watch.csv").rows().stream()
                        .filter(row -> row.get("district").equals("4301"))
                        .filter(row -> row.get("kind").equals("missing"))
                        .toList();

        assertThat(missing).extracting(row -> row.get("indicator")).hasSize(10).startsWith("T2");
        CSVRecord debt =
                missing.stream()
                        .filter(row -> row.get("indicator").equals("P4"))
                        .findFirst()
                        .orElseThrow();
        assertThat(debt.get("missing")).isEqualTo("debt_plan overdue_debt");
        assertThat(debt.get("level")).isEqualTo("1");
        assertThat(debt.get("points_100")).isEqualTo("4.0");
        // Of the 100 points T1 has its 20, and P4 one of its 5.
        assertThat(
                        missing.stream()
                                .map(row -> new BigDecimal(row.get("points_100")))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("79");
        assertThat(round.get("watch.json?asOf=2021-10-01").json().get(0).get("level").isNull())
                .isTrue();
    }

    @Test
    void aDraftComesAsAFileThatSaysItIsOne() {
        String file = TestRound.real().get("draft.yaml?draft=T1:50,T2:30").text();

        var agreement = new AgreementReader().read(file);
        assertThat(agreement.title().th()).startsWith("ร่าง");
        assertThat(agreement.title().en()).startsWith("Draft");
        assertThat(agreement.notes().getFirst().text().en()).contains("T1:50,T2:30");
        assertThat(
                        agreement
                                .indicators()
                                .limit(2)
                                .map(indicator -> indicator.weight().toPlainString()))
                .containsExactly("50", "30");
    }

    @Test
    void aDraftSaysWhatBecomesOfTotalsAndRanks() {
        TestRound round = TestRound.real();
        Answer ranking = round.get("ranking.csv");
        Answer drafted = round.get("draft.csv?draft=%3B%3Bindividual:0,team:100");
        for (String district : List.of("4301", "4302")) {
            assertThat(drafted.row("district", district).get("total_agreed_100"))
                    .isEqualTo(ranking.row("district", district).get("total_100"));
            assertThat(drafted.row("district", district).get("rank_agreed"))
                    .isEqualTo(ranking.row("district", district).get("rank"));
            // The team section is all of the total.
            assertThat(drafted.row("district", district).get("total_draft_100"))
                    .isEqualTo(ranking.row("district", district).get("team_100"));
        }
        assertThat(round.get("draft.csv").row("district", "4301").get("total_draft_100"))
                .isEqualTo(ranking.row("district", "4301").get("total_100"));
    }

    @Test
    void aDraftOfSharesComesWithThem() {
        String file = TestRound.real().get("draft.yaml?draft=%3B%3Bindividual:40,team:60").text();

        var agreement = new AgreementReader().read(file);
        assertThat(agreement.sections())
                .extracting(terms -> terms.share().value().toPlainString())
                .containsExactly("60", "40");
        assertThat(agreement.notes().getFirst().text().en()).contains(";;individual:40,team:60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "movement.csv",
                "course.csv?district=4301",
                "course.csv?district=4301&measure=T1.none",
                "draft.yaml?draft=T1:50",
                "draft.csv?draft=T1:50",
                "draft.csv?draft=T1",
                "draft.yaml?draft=%3B%3Bteam:60",
                "draft.yaml?draft=T1"
            })
    void refusesWhatCannotBeAnswered(String address) {
        Answer answer = TestRound.real().get(address);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).endsWith("wrong-parameter");
    }

    @Test
    void refusesAnUnknownDistrict() {
        Answer answer = TestRound.real().get("movement.csv?district=9999");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").asString()).endsWith("unknown-district");
    }

    private static BigDecimal sum(Answer table, String kind, String column) {
        return table.rows().stream()
                .filter(row -> row.get("kind").equals(kind))
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
