package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Distance.Direction;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.Explanation.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    private final Scorer scorer = new Scorer(Agreements.round2565No1());

    @Test
    void saysOfEveryLevelWhichConditionHeldAndWhichDidNot() {
        Explanation explanation =
                explain("P3", "activities_recorded=86/100; villages_reported=9/10");

        assertThat(explanation.levels())
                .extracting(LevelCheck::outcome)
                .containsExactly(
                        Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS, Outcome.FAILS, Outcome.FAILS);
        assertThat(explanation.levels().get(3).conditions())
                .extracting(ConditionCheck::outcome)
                .containsExactly(Outcome.HOLDS, Outcome.FAILS);
        assertThat(explanation.levels().get(3).conditions().getFirst().distance()).isEmpty();
        assertThat(explanation.next().orElseThrow().level().number()).isEqualTo(4);
        assertThat(explanation.next().orElseThrow().missing())
                .containsExactly(amount("villages_reported", Direction.MORE, "1", "10"));
    }

    @Test
    void aLevelFailsOnOneFailedConditionEvenIfAnotherIsUnknown() {
        Explanation explanation = explain("P3", "activities_recorded=70%");

        assertThat(explanation.levels())
                .extracting(LevelCheck::outcome)
                .containsOnly(Outcome.FAILS);
        assertThat(explain("P3", "activities_recorded=100%").levels())
                .extracting(LevelCheck::outcome)
                .containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void theNextLevelNamesAllThatIsLacking() {
        assertThat(missing("P3", "activities_recorded=70%"))
                .containsExactly(
                        new Distance.PercentagePoints(
                                MeasureId.of("activities_recorded"),
                                Direction.MORE,
                                BigDecimal.ZERO,
                                true),
                        new Distance.FigureMissing(MeasureId.of("villages_reported")));
    }

    @Test
    void anUnreportedStepIsAMissingFigureAndAReportedOneIsToBeDone() {
        assertThat(missing("T3", "officer_assigned=yes; self_assessed=no"))
                .containsExactly(new Distance.StepToDo(MeasureId.of("self_assessed")));
        assertThat(missing("T3", "officer_assigned=yes"))
                .containsExactly(new Distance.FigureMissing(MeasureId.of("self_assessed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; evidence_received=no"})
    void whatIsNotYetReceivedIsDueByItsDeadline(String received) {
        NextLevel next =
                next(
                        "T3",
                        "officer_assigned=yes; self_assessed=yes; plan_approved=yes;"
                                + " plan_communicated=yes"
                                + received);

        assertThat(next.missing())
                .containsExactly(
                        new Distance.DueBy(
                                MeasureId.of("evidence_received"), LocalDate.of(2022, 3, 4)));
        assertThat(next.isReachable()).isTrue();
    }

    @Test
    void aMissedDeadlineIsOutOfReach() {
        NextLevel next =
                next(
                        "T3",
                        "officer_assigned=yes; self_assessed=yes; plan_approved=yes;"
                                + " plan_communicated=yes; evidence_received=2022-03-05");

        assertThat(next.missing())
                .containsExactly(new Distance.OutOfReach(MeasureId.of("evidence_received")));
        assertThat(next.isReachable()).isFalse();
    }

    @Test
    void aSkippedStepIsTheWayToTheNextLevelEvenIfLaterOnesAreDone() {
        Explanation explanation =
                explain(
                        "T3",
                        "officer_assigned=yes; self_assessed=no; plan_approved=yes;"
                                + " plan_communicated=yes; evidence_received=2022-03-04");

        assertThat(explanation.levels())
                .extracting(LevelCheck::outcome)
                .containsExactly(
                        Outcome.HOLDS, Outcome.FAILS, Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS);
        assertThat(explanation.next().orElseThrow().level().number()).isEqualTo(2);
        assertThat(explanation.next().orElseThrow().missing())
                .containsExactly(new Distance.StepToDo(MeasureId.of("self_assessed")));
    }

    @Test
    void nothingComesAfterLevelFive() {
        assertThat(explain("T1", "spending=90%").next()).isEmpty();
    }

    @Test
    void theFailedLevelOneOfP8IsNotInTheWay() {
        Explanation explanation = explain("P8", "otop_sales=107/100");

        assertThat(explanation.levels().getFirst().outcome()).isEqualTo(Outcome.FAILS);
        assertThat(explanation.next().orElseThrow().level().number()).isEqualTo(3);
        assertThat(explanation.next().orElseThrow().missing())
                .containsExactly(amount("otop_sales", Direction.MORE, "1.00", "108.00"));
    }

    @Test
    void onACumulativeLadderTheFloorDoesNotHideTheLevelItSkips() {
        Indicator indicator = scorer.agreement().indicator(IndicatorId.of("P4")).orElseThrow();
        IndicatorScore score =
                new IndicatorRules(Agreements.of(BelowLevelOne.ONE, indicator), indicator)
                        .score(
                                Figures.of(
                                        scorer.agreement(),
                                        "P4",
                                        "debtor_register=no; debt_plan=no; overdue_debt=5%"));

        NextLevel next = ((IndicatorScore.Scored) score).explanation().next().orElseThrow();
        assertThat(next.level().number()).isEqualTo(2);
        assertThat(next.missing())
                .containsExactly(
                        new Distance.StepToDo(MeasureId.of("debtor_register")),
                        new Distance.StepToDo(MeasureId.of("debt_plan")));
    }

    @Test
    void everyLevelAboveNamesAllThatIsLackingUpToIt() {
        Explanation explanation =
                explain("P4", "debtor_register=yes; debt_plan=no; overdue_debt=1000/1000");

        assertThat(explanation.above())
                .extracting(way -> way.level().number())
                .containsExactly(2, 3, 4, 5);
        assertThat(explanation.above().getFirst()).isEqualTo(explanation.next().orElseThrow());
        assertThat(explanation.above().getLast().missing())
                .containsExactly(
                        new Distance.StepToDo(MeasureId.of("debt_plan")),
                        amount("overdue_debt", Direction.LESS, "50.00", "950.00"),
                        amount("overdue_debt", Direction.LESS, "100.00", "900.00"));
        assertThat(explain("T1", "spending=90%").above()).isEmpty();
        // The highest level that holds counts, whatever those between say.
        assertThat(explain("T1", "spending=70/100").above().getLast().missing()).hasSize(1);
    }

    @Test
    void theSameLackIsSaidOnce() {
        MeasureId measure = MeasureId.of("a");
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        Ladder.HIGHEST,
                        List.of(Agreements.step("b"), Agreements.things("a", MeasureKind.SHARE)),
                        "b; a >= 1; a < 2",
                        "b; a >= 2; a < 3",
                        "b; a >= 3; a < 4",
                        "b; a >= 4; a < 5",
                        "b; a >= 5");
        IndicatorScore score =
                new IndicatorRules(Agreements.of(BelowLevelOne.ZERO, indicator), indicator)
                        .score(
                                Map.of(
                                        new MeasureKey(IndicatorId.of("X"), MeasureId.of("b")),
                                        new MeasuredValue.Done(null)));

        assertThat(((IndicatorScore.Incomplete) score).explanation().next().orElseThrow().missing())
                .containsExactly(new Distance.FigureMissing(measure));
    }

    @Test
    void isAValueThatIsEqualIfItSaysTheSame() {
        Explanation one = explain("T1", "spending=80%");
        Explanation same = explain("T1", "spending=80%");
        Explanation other = explain("T1", "spending=81%");

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(one).isNotEqualTo(other);
        assertThat(one.levels()).isSameAs(one.levels());
    }

    @Test
    void keepsTheConditionsOfTheAgreement() {
        assertThat(explain("P2", "new_centres=0").levels().get(4).conditions())
                .extracting(ConditionCheck::condition)
                .containsExactlyElementsOf(
                        Agreements.conditions("new_centres >= 1; existing_centres_driven"))
                .hasExactlyElementsOfTypes(Condition.Comparison.class, Condition.Done.class);
    }

    private static Distance amount(
            String measure, Direction direction, String amount, String target) {
        return new Distance.Amount(
                MeasureId.of(measure), direction, new BigDecimal(amount), new BigDecimal(target));
    }

    private List<Distance> missing(String indicator, String given) {
        return next(indicator, given).missing();
    }

    private NextLevel next(String indicator, String given) {
        return explain(indicator, given).next().orElseThrow();
    }

    private Explanation explain(String indicator, String given) {
        IndicatorScore score =
                scorer.score(
                                DistrictCode.of("4301"),
                                Figures.of(scorer.agreement(), indicator, given))
                        .line(IndicatorId.of(indicator))
                        .score();
        return ((IndicatorScore.WithLevel) score).explanation();
    }
}
