package districtkpi.scoring.course;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class PaceNeededTest {

    /** With this day and the last one there are three weeks left. */
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 11);

    private static final LocalDate DEADLINE = LocalDate.of(2022, 3, 4);

    private static PaceNeeded needed(
            String indicator, String measure, MeasuredValue value, LocalDate today) {
        return needed(indicator, measure, Map.of(Courses.key(indicator, measure), value), today);
    }

    private static PaceNeeded needed(
            String indicator,
            String measure,
            Map<MeasureKey, MeasuredValue> values,
            LocalDate today) {
        MeasureKey key = Courses.key(indicator, measure);
        MeasuredValue value = values.get(key);
        Course course =
                value == null
                        ? Courses.course(key, new int[0], List.of())
                        : Courses.course(key, new int[] {30}, List.of(value));
        return PaceNeeded.of(Courses.AGREEMENT, course, Courses.score(values, indicator), today);
    }

    private static PaceNeeded.Change change(String indicator, String measure, MeasuredValue value) {
        return (PaceNeeded.Change) needed(indicator, measure, value, TODAY);
    }

    @Test
    void givesTheWorkedExampleOfTheMethodDocument() {
        PaceNeeded.Change change = change("T1", "spending", Courses.ratio("3100000", "4000000"));

        // 77.5 %: 100,000 baht, or 2.5 points, are lacking to 80 %.
        assertThat(change.until()).isEqualTo(Courses.LAST_DAY);
        assertThat(change.daysLeft()).isEqualTo(21);
        assertThat(change.change()).isEqualTo(BigFraction.of(5, 2));
        assertThat(change.perWeek()).isEqualTo(BigFraction.of(5, 6));
        assertThat(change.unitsPerWeek()).contains(BigFraction.of(100_000, 3));
    }

    @Test
    void aPartOfAComputedNumberHasNoPaceOfItsOwn() {
        MeasureId sum = MeasureId.of("sum");
        Indicator indicator =
                IndicatorBuilder.indicator("X")
                        .measures(
                                Agreements.things("some", MeasureKind.COUNT),
                                Agreements.things("more", MeasureKind.COUNT))
                        .computedMeasures(
                                List.of(
                                        new ComputedMeasure(
                                                sum,
                                                AgreementBuilder.text("sum"),
                                                new MeasureUnit(AgreementBuilder.text("things"), 0),
                                                new Computation.Combination(
                                                        Computation.Aggregation.SUM,
                                                        List.of(term("some"), term("more"))),
                                                null,
                                                null)))
                        .levels("sum >= 3", "sum >= 7")
                        .build();
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, indicator);
        MeasureKey some = Courses.key("X", "some");
        MeasuredValue three = new MeasuredValue.Count(new BigDecimal("3"));
        MeasuredValue four = new MeasuredValue.Count(new BigDecimal("4"));
        Course course =
                Course.of(
                        agreement,
                        Courses.DISTRICT,
                        some,
                        List.of(
                                Courses.measurement(
                                        some, three, agreement.lastDay().minusDays(30), 1)));

        assertThat(needed(agreement, course, Map.of(some, three, Courses.key("X", "more"), three)))
                .isEqualTo(new PaceNeeded.PartOfComputed(sum));
        assertThat(needed(agreement, course, Map.of(some, three, Courses.key("X", "more"), four)))
                .isEqualTo(new PaceNeeded.Reached());
    }

    private static Computation.Term term(String measure) {
        return new Computation.Term(MeasureId.of(measure), BigDecimal.ONE);
    }

    private static PaceNeeded needed(
            Agreement agreement, Course course, Map<MeasureKey, MeasuredValue> values) {
        IndicatorScore score =
                new Scorer(agreement)
                        .score(Courses.DISTRICT, values)
                        .line(IndicatorId.of("X"))
                        .score();
        return PaceNeeded.of(agreement, course, score, agreement.lastDay().minusDays(20));
    }

    @Test
    void goesDownWhereLessIsAskedFor() {
        Map<MeasureKey, MeasuredValue> values =
                Map.of(
                        Courses.key("P4", "debtor_register"), new MeasuredValue.Done(null),
                        Courses.key("P4", "debt_plan"), new MeasuredValue.Done(null),
                        Courses.key("P4", "overdue_debt"), Courses.ratio("980.00", "1000.00"));

        PaceNeeded.Change change = (PaceNeeded.Change) needed("P4", "overdue_debt", values, TODAY);

        // The reduction rises from 2 to 5 %; the debt falls by 30 baht.
        assertThat(change.change()).isEqualTo(BigFraction.of(3));
        assertThat(change.unitsPerWeek()).contains(BigFraction.of(10));
        assertThat(needed("P4", "debt_plan", values, TODAY)).isEqualTo(new PaceNeeded.Reached());
    }

    @Test
    void countsPointsWhereOnlyAPercentageIsKnown() {
        PaceNeeded.Change change = change("T2", "activities_achieved", Courses.percent("94"));

        assertThat(change.change()).isEqualTo(BigFraction.ONE);
        assertThat(change.unitsPerWeek()).isEqualTo(Optional.empty());
    }

    @Test
    void countsThingsOfACount() {
        Map<MeasureKey, MeasuredValue> values =
                Map.of(
                        Courses.key("P7", "working_group"), new MeasuredValue.Done(null),
                        Courses.key("P7", "data_recorded"), new MeasuredValue.Done(null),
                        Courses.key("P7", "literacy_meeting"), new MeasuredValue.Done(null),
                        Courses.key("P7", "channels"), new MeasuredValue.Count(BigDecimal.ZERO));

        PaceNeeded.Change change = (PaceNeeded.Change) needed("P7", "channels", values, TODAY);

        assertThat(change.perWeek()).isEqualTo(BigFraction.of(2, 3));
        // Level 4 asks nothing of the report.
        assertThat(needed("P7", "report_presented", values, TODAY))
                .isEqualTo(new PaceNeeded.Reached());
    }

    @Test
    void aStepAndAnEventAreDueByADay() {
        Map<MeasureKey, MeasuredValue> stepsToDo =
                Map.of(Courses.key("T3", "officer_assigned"), new MeasuredValue.NotDone());
        Map<MeasureKey, MeasuredValue> allButEvidence =
                Map.of(
                        Courses.key("T3", "officer_assigned"), new MeasuredValue.Done(null),
                        Courses.key("T3", "self_assessed"), new MeasuredValue.Done(null),
                        Courses.key("T3", "plan_approved"), new MeasuredValue.Done(null),
                        Courses.key("T3", "plan_communicated"), new MeasuredValue.Done(null));

        assertThat(needed("T3", "officer_assigned", stepsToDo, TODAY))
                .isEqualTo(new PaceNeeded.ByDay(Courses.LAST_DAY, 21));
        assertThat(needed("T3", "evidence_received", allButEvidence, DEADLINE))
                .as("the day itself counts")
                .isEqualTo(new PaceNeeded.ByDay(DEADLINE, 1));
        assertThat(needed("T3", "evidence_received", allButEvidence, DEADLINE.plusDays(1)))
                .isEqualTo(new PaceNeeded.Over(DEADLINE));
    }

    @Test
    void anEventAfterItsDeadlineIsOutOfReach() {
        Map<MeasureKey, MeasuredValue> late =
                Map.of(
                        Courses.key("T3", "officer_assigned"), new MeasuredValue.Done(null),
                        Courses.key("T3", "self_assessed"), new MeasuredValue.Done(null),
                        Courses.key("T3", "plan_approved"), new MeasuredValue.Done(null),
                        Courses.key("T3", "plan_communicated"), new MeasuredValue.Done(null),
                        Courses.key("T3", "evidence_received"),
                                new MeasuredValue.Day(DEADLINE.plusDays(3)));

        assertThat(needed("T3", "evidence_received", late, TODAY))
                .isEqualTo(new PaceNeeded.OutOfReach());
    }

    @Test
    void saysWhereThereIsNothingToDoOrNothingKnown() {
        MeasuredValue top = Courses.percent("95");

        assertThat(needed("T1", "spending", top, TODAY)).isEqualTo(new PaceNeeded.Reached());
        assertThat(needed("T1", "spending", Map.of(), TODAY))
                .isEqualTo(new PaceNeeded.NoFigure(Courses.LAST_DAY, 21));
        assertThat(needed("T1", "spending", new MeasuredValue.NotApplicable("none"), TODAY))
                .isEqualTo(new PaceNeeded.NotApplicable());
        assertThat(
                        needed(
                                "P3",
                                "villages_reported",
                                Map.of(
                                        Courses.key("P3", "activities_recorded"),
                                        Courses.percent("95")),
                                TODAY))
                .isEqualTo(new PaceNeeded.NoFigure(Courses.LAST_DAY, 21));
    }

    @Test
    void isOverTheDayAfterTheLast() {
        MeasuredValue value = Courses.ratio("3100000", "4000000");

        assertThat(needed("T1", "spending", value, Courses.LAST_DAY))
                .isInstanceOfSatisfying(
                        PaceNeeded.Change.class,
                        change -> assertThat(change.daysLeft()).isEqualTo(1));
        assertThat(needed("T1", "spending", value, Courses.LAST_DAY.plusDays(1)))
                .isEqualTo(new PaceNeeded.Over(Courses.LAST_DAY));
        assertThat(needed("T1", "spending", Map.of(), Courses.LAST_DAY.plusDays(1)))
                .isEqualTo(new PaceNeeded.Over(Courses.LAST_DAY));
    }
}
