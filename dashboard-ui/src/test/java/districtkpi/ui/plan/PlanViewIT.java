package districtkpi.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Goal;
import districtkpi.scoring.plan.MissingAssumption;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.MoveSet;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.plan.Outcome;
import districtkpi.scoring.plan.PlannedMove;
import districtkpi.scoring.plan.Planner;
import districtkpi.ui.chart.BarChart;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.testing.UiTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-2");

    /** While it lasts there is something to plan. */
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 9, 30);

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Analyses analyses;

    @Test
    void saysWhereTheRoundIsOver() {
        open("plan/4305?round=2565-2&lang=en");
        assertThat(textOf("round-over"))
                .contains("This round ended on 30 September 2022")
                .contains("nothing can be done in it any more");
        assertThat(textOf("look-back"))
                .contains("Look back: what would have reached the next level", "not a plan");
        assertThat(shows("plan-verdict")).isFalse();
        assertThat(shows("plan-set")).isFalse();
        open("plan/4305?round=2565-2&asOf=2022-08-15&lang=en");
        assertThat(shows("round-over")).isFalse();
        assertThat(shows("look-back")).isFalse();
        open("district/4305?round=2565-2&lang=en");
        assertThat(textOf("next-level"))
                .contains(
                        "Only just passed",
                        "would have brought",
                        "Look back: what would have reached")
                .doesNotContain("points)", "Plan the next level");
    }

    @Test
    void looksBackToADay() {
        open("plan/4301?round=2565-2");
        openScope();
        choose("day-filter", LocalDate.of(2022, 7, 31));
        assertThat(address()).startsWith("plan/4301?").contains("asOf=2022-07-31");
        assertThat(textOf("past-day")).contains("ย้อนหลัง");
    }

    @Test
    void listsEveryMoveWithWhatItTakesAndBrings() {
        for (District district : scoreboard().districts()) {
            open("plan/" + district.code() + "?round=2565-2&asOf=2022-09-30");
            unfoldAll();
            int listed = 0;
            for (Move move : moves(district.code()).moves()) {
                switch (move) {
                    case Move.Climb climb -> {
                        String text = textOf("move-" + move.indicator().id() + "-" + climb.to());
                        assertThat(text).contains(words.difference(climb.gain()));
                        assertThat(textOf("next-" + move.indicator().id()))
                                .contains(move.indicator().name().th());
                        MeasureWords measures = new MeasureWords(words, move.indicator());
                        climb.changes()
                                .forEach(change ->
                                        assertThat(text)
                                                .contains(measures.distance(change.distance())));
                    }
                    case Move.ReportFirst report ->
                            assertThat(textOf("move-" + move.indicator().id() + "-report"))
                                    .contains("ต้องรายงานข้อมูลก่อน")
                                    .contains(words.difference(report.gainAtHighest()));
                }
            }
            for (Indicator indicator : indicators(district.code())) {
                listed += rows("moves-" + indicator.id()).size();
                Move next = moves(district.code()).of(indicator.id()).getFirst();
                assertThat(new MoveWords(next, words).todoInShort())
                        .as("says of what")
                        .doesNotEndWith(":");
                assertThat(textOf("next-" + indicator.id()))
                        .as("the next level of %s", indicator.id())
                        .contains(new MoveWords(next, words).levels())
                        .contains(new MoveWords(next, words).gain())
                        .contains(new MoveWords(next, words).todoInShort());
            }
            assertThat(listed).isEqualTo(moves(district.code()).moves().size());
        }
    }

    /** The most first, and each bar says what it is. */
    @Test
    void drawsWhatTheNextLevelOfEachIndicatorGains() {
        open("plan/" + last() + "?round=2565-2&asOf=2022-09-30&lang=th");
        BarChart gains = (BarChart) ((Chart) byId("plan-gains")).drawing();
        List<BigDecimal> values =
                gains.bars().getFirst().marks().stream()
                        .map(mark -> mark.orElseThrow().value())
                        .toList();
        assertThat(values)
                .hasSize(indicators(last()).size())
                .isSortedAccordingTo(Comparator.reverseOrder());
        String first = gains.categories().getFirst().split(" ", 2)[0];
        assertThat(textOf("plan-gains-title"))
                .startsWith(first)
                .contains(
                        new MoveWords(moves(last()).of(IndicatorId.of(first)).getFirst(), words)
                                .gain());
        assertThat(textOf("plan-reachable"))
                .contains(
                        words.total(
                                scoreboard()
                                        .ranking()
                                        .row(last())
                                        .orElseThrow()
                                        .scorecard()
                                        .total()
                                        .points()
                                        .orElseThrow()
                                        .add(reachable(last()))));
        assertThat(textOf("plan-now"))
                .contains(
                        words.total(
                                scoreboard()
                                        .ranking()
                                        .row(last())
                                        .orElseThrow()
                                        .scorecard()
                                        .total()
                                        .points()
                                        .orElseThrow()));
    }

    /** What is typed among the moves is no step of the form beside it, and stays. */
    @Test
    void estimatesThatAreTypedStayWhileAnotherGoalIsChosen() {
        Move.Climb move =
                moves(last()).moves().stream()
                        .filter(Move.Climb.class::isInstance)
                        .map(Move.Climb.class::cast)
                        .findFirst()
                        .orElseThrow();
        open("plan/" + last() + "?round=2565-2&asOf=2022-09-30&effort=own");
        String field = "estimate-" + move.indicator().id() + "-" + move.to();
        ((BigDecimalField) byId(field)).setValue(new BigDecimal("7.5"));
        ((BigDecimalField) byId("plan-number")).setValue(new BigDecimal("2"));
        roundTrip();
        assertThat(address()).contains("goal=rank:2");
        assertThat(((BigDecimalField) byId(field)).getValue()).isEqualByComparingTo("7.5");
    }

    @Test
    void narrowsTheLevelsToAPartThatTheAddressNames() {
        String day = "?round=2565-2&asOf=2022-09-30&lang=th";
        open("plan/" + last() + day);
        List<Indicator> all = indicators(last());
        List<String> team =
                all.stream()
                        .map(Indicator::id)
                        .map(IndicatorId::value)
                        .filter(id -> id.startsWith("T"))
                        .toList();
        assertThat(((Anchor) byId("move-chip-team")).getText()).isEqualTo("รายทีม " + team.size());
        assertThat(textOf("move-chip-all")).isEqualTo("ทั้งหมด " + all.size());

        open("plan/" + last() + day + "&rows=team");
        assertThat(byId("move-chip-team").getElement().getAttribute("aria-current"))
                .isEqualTo("true");
        for (Indicator indicator : all) {
            assertThat(shows("next-" + indicator.id()))
                    .as("%s is listed", indicator.id())
                    .isEqualTo(team.contains(indicator.id().value()));
        }
        String unit = all.getFirst().units().getFirst().value();
        open("plan/" + last() + day + "&rows=unit-" + unit);
        for (Indicator indicator : all) {
            assertThat(shows("next-" + indicator.id()))
                    .isEqualTo(indicator.isAnsweredBy(UnitId.of(unit)));
        }
        open("plan/" + last() + day + "&rows=unit-nobody");
        assertThat(textOf("moves-none")).contains("ไม่มีระดับ");
    }

    /** Another part is no reason to lose what is typed. */
    @Test
    void keepsEstimatesThatAreTypedWhileThePartIsChosen() {
        open("plan/" + last() + "?round=2565-2&asOf=2022-09-30&effort=own");
        Move.Climb next =
                moves(last()).moves().stream()
                        .filter(Move.Climb.class::isInstance)
                        .map(Move.Climb.class::cast)
                        .filter(climb -> climb.indicator().id().value().startsWith("P"))
                        .findFirst()
                        .orElseThrow();
        ((BigDecimalField) byId("estimate-" + next.indicator().id() + "-" + next.to()))
                .setValue(BigDecimal.valueOf(7));
        test((NativeButton) byId("move-chip-team")).click();
        assertThat(address()).contains("rows=team", next.indicator().id() + "." + next.to() + ":7");
    }

    @Test
    void findsTheBestSetForEveryKindOfGoal() {
        DistrictCode district = last();
        for (Goal goal :
                List.of(
                        GoalKind.parse("rank:3"),
                        GoalKind.parse("score:75"),
                        GoalKind.parse("floor:3"),
                        GoalKind.parse("budget:2"))) {
            open("plan/" + district + "?round=2565-2&asOf=2022-09-30&goal=" + GoalKind.write(goal));
            MoveSet set =
                    switch (planner(district).towards(goal)) {
                        case Outcome.Reached(MoveSet reached) -> reached;
                        case Outcome.TooFar(MoveSet furthest, var _) -> furthest;
                        case Outcome.StillBelow(MoveSet possible, var _) -> possible;
                    };
            assertThat(textOf("plan-verdict")).contains(GoalKind.describe(goal, words));
            assertThat(rows("plan-set")).hasSize(set.moves().size());
            for (PlannedMove move : set.moves()) {
                assertThat(textOf("plan-set-" + move.move().indicator().id()))
                        .contains(
                                "ระดับ " + ((Move.Climb) move.move()).from() + " → " + move.level())
                        .contains(words.effort(move.effort()));
            }
            assertThat(textOf("plan-total")).contains(words.total(set.points().orElseThrow()));
            assertThat(textOf("plan-rank")).contains("" + set.rank().orElseThrow());
        }
    }

    @Test
    void drawsTheWayToTheGoal() {
        DistrictCode district = last();
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30&goal=floor:5");
        Outcome outcome = planner(district).towards(new Goal.NothingBelow(5));
        MoveSet set =
                outcome instanceof Outcome.StillBelow(MoveSet possible, var _)
                        ? possible
                        : ((Outcome.Reached) outcome).set();
        Waterfall way = (Waterfall) ((Chart) byId("plan-chart")).drawing();
        assertThat(way.steps()).hasSize(set.moves().size() + 2);
        assertThat(way.steps().getLast().mark().text())
                .contains(words.total(set.points().orElseThrow()));
    }

    @Test
    void aimsAtTheNextRankUnlessToldOtherwise() {
        open("plan/" + last() + "?round=2565-2&asOf=2022-09-30");
        int rank = scoreboard().ranking().row(last()).orElseThrow().rank().orElseThrow();
        assertThat(textOf("plan-verdict")).contains("อันดับ " + (rank - 1));
    }

    @Test
    void takesTheGoalFromTheForm() {
        open("plan/" + last() + "?round=2565-2&asOf=2022-09-30");
        @SuppressWarnings("unchecked") // The picker holds kinds of goals.
        Select<GoalKind> picker = (Select<GoalKind>) byId("plan-goal");
        picker.setValue(GoalKind.SCORE);
        roundTrip();
        assertThat(address()).contains("goal=score:80");
        ((BigDecimalField) byId("plan-number")).setValue(new BigDecimal("77.5"));
        roundTrip();
        assertThat(address()).contains("goal=score:77.5").contains("round=2565-2");
        BigDecimalField field = (BigDecimalField) byId("plan-number");
        field.setValue(new BigDecimal("101"));
        roundTrip();
        assertThat(field.isInvalid()).isTrue();
        assertThat(address()).contains("goal=score:77.5");
    }

    @Test
    void switchesWhatEffortIs() {
        DistrictCode district = last();
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30&effort=others");
        Planner others =
                Planner.of(
                        scoreboard().ranking(),
                        moves(district),
                        analyses.othersNotThere(scoreboard()),
                        MissingAssumption.LEFT_OUT);
        PlannedMove move = others.planned().getFirst();
        unfoldAll();
        assertThat(textOf("move-" + move.move().indicator().id() + "-" + move.level()))
                .contains(words.effort(move.effort()));
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30&effort=pace");
        Planner pace =
                Planner.of(
                        scoreboard().ranking(),
                        moves(district),
                        analyses.ownPace(scoreboard(), district),
                        MissingAssumption.LEFT_OUT);
        assertThat(pace.notEstimated()).isNotEmpty();
        assertThat(textOf("plan-not-estimated"))
                .contains(pace.notEstimated().getFirst().indicator().id().value());
    }

    @Test
    void knowsThePaceOfWhoReportedTwice() {
        assertThat(scoreboard().districts())
                .anySatisfy(district ->
                        assertThat(analyses.ownPace(scoreboard(), district.code()).perDay())
                                .isNotEmpty());
    }

    @Test
    void plansByThePlannersOwnEstimates() {
        DistrictCode district = last();
        Move.Climb move =
                moves(district).moves().stream()
                        .filter(Move.Climb.class::isInstance)
                        .map(Move.Climb.class::cast)
                        .findFirst()
                        .orElseThrow();
        String key = move.indicator().id() + "." + move.to();
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30&effort=own");
        assertThat(textOf("plan-verdict")).contains("ไม่มีข้อใดที่ประมาณการ");
        ((BigDecimalField) byId("estimate-" + key.replace('.', '-')))
                .setValue(new BigDecimal("7.5"));
        ((Button) byId("estimates-apply")).click();
        roundTrip();
        assertThat(address()).contains("estimates=" + key + ":7.5");
        ((Details) byId("plan-prices")).setOpened(true);
        assertThat(textOf("prices-0")).contains("7.5").contains(words.difference(move.gain()));
    }

    @Test
    void countsFiguresThatAreMissingOnRequestOnly() {
        DistrictCode district =
                scoreboard().districts().stream()
                        .map(District::code)
                        .filter(code ->
                                moves(code).moves().stream()
                                        .anyMatch(Move.ReportFirst.class::isInstance))
                        .findFirst()
                        .orElseThrow();
        Move.ReportFirst report =
                moves(district).moves().stream()
                        .filter(Move.ReportFirst.class::isInstance)
                        .map(Move.ReportFirst.class::cast)
                        .findFirst()
                        .orElseThrow();
        String row = "move-" + report.indicator().id() + "-report";
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30");
        unfoldAll();
        assertThat(textOf(row)).contains("ไม่นำมาคิด");
        open("plan/" + district + "?round=2565-2&asOf=2022-09-30&missing=assume-best");
        unfoldAll();
        assertThat(textOf(row)).doesNotContain("ไม่นำมาคิด");
        assertThat(pageText()).contains("สมมติว่าข้อมูลที่ยังไม่รายงานให้ผลระดับสูงสุด");
    }

    @Test
    void leavesOutWhatADeadlineTookAway() {
        // The evidence of T3 had to arrive by 4 March, which level 5 asks for.
        open("plan/4316?round=2565-1&asOf=2022-03-31");
        unfoldAll();
        assertThat(pageText()).contains("พ้นกำหนดเวลา ไม่แสดง");
        assertThat(shows("move-T3-4")).isTrue();
        assertThat(shows("move-T3-5")).isFalse();
        open("plan/4308?round=2565-1&asOf=2022-03-31");
        unfoldAll();
        assertThat(shows("move-T3-5")).isFalse();
    }

    @Test
    void teasesOnTheDistrictsPage() {
        DistrictCode district = last();
        open("district/" + district + "?round=2565-2&asOf=2022-09-30");
        PlannedMove best = planner(district).bestFirst().getFirst();
        assertThat(textOf("next-level"))
                .contains(best.move().indicator().name().th())
                .contains(words.difference(best.gain()));
        assertThat(byId("to-plan").getElement().getOuterHTML())
                .contains("plan/" + district + "?round=2565-2&amp;asOf=2022-09-30");
        assertThat(byId("compare-block").getElement().getOuterHTML())
                .contains("compare?round=2565-2&amp;asOf=2022-09-30&amp;districts=" + district);
    }

    @Test
    void helpsBeforeAnybodyReported() {
        open("plan/4301?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("moves")).contains("ต้องรายงานข้อมูลก่อน");
        assertThat(textOf("plan-verdict")).isNotEmpty();
        open("district/4301?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("next-level")).contains("รายงานข้อมูลเพิ่มก่อน");
    }

    @Test
    void refusesWhatCannotBe() {
        for (String address :
                List.of(
                        "plan/abc",
                        "plan/4301?goal=score:101",
                        "plan/4301?effort=luck",
                        "plan/4301?missing=maybe",
                        "plan/4301?estimates=P1")) {
            open(address);
            assertThat(pageText()).as(address).contains("ไม่พบหน้าที่ต้องการ");
        }
        open("plan/4399?round=2565-2&asOf=2022-09-30");
        assertThat(pageText()).contains("ไม่พบอำเภอ");
    }

    @Test
    void readsInEnglish() {
        open("plan/4301?round=2565-2&asOf=2022-09-30&lang=en");
        assertThat(pageText())
                .contains("Next level: Mueang Nong Khai District")
                .contains("Every level that can still be reached")
                .contains("What more effort brings");
        assertThat(byId("csv-moves").getElement().getOuterHTML())
                .contains("moves.csv?bom=true&amp;district=4301");
        open("plan/4301?round=2565-2&asOf=2022-09-30&lang=th");
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND, LAST_DAY).orElseThrow();
    }

    /** The district with the last rank. */
    private DistrictCode last() {
        return scoreboard().ranking().rows().stream()
                .filter(row -> row.rank().isPresent())
                .toList()
                .getLast()
                .scorecard()
                .district();
    }

    /** With something to reach, as the agreement has them. */
    private List<Indicator> indicators(DistrictCode district) {
        return scoreboard()
                .stored()
                .agreement()
                .indicators()
                .filter(indicator -> !moves(district).of(indicator.id()).isEmpty())
                .toList();
    }

    private BigFraction reachable(DistrictCode district) {
        return indicators(district).stream()
                .map(indicator ->
                        moves(district).of(indicator.id()).stream()
                                .map(move ->
                                        switch (move) {
                                            case Move.Climb climb -> climb.gain();
                                            case Move.ReportFirst report -> report.gainAtHighest();
                                        })
                                .max(BigFraction::compareTo)
                                .orElseThrow())
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private void unfoldAll() {
        find(NativeButton.class, byId("moves")).all().forEach(button -> test(button).click());
        roundTrip();
    }

    private Moves moves(DistrictCode district) {
        return analyses.movesOf(scoreboard(), district).orElseThrow();
    }

    private Planner planner(DistrictCode district) {
        return Planner.of(
                scoreboard().ranking(),
                moves(district),
                new EffortBasis.UnitsMissing(),
                MissingAssumption.LEFT_OUT);
    }

    private static List<NativeTableRow> rows(String table) {
        return shows(table) ? ((NativeTable) byId(table)).getBody().getRows() : List.of();
    }
}
