package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.importer.Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How measures that are computed of other ones are read. */
class ComputedMeasuresTest {

    private final AgreementText text = AgreementText.computed();

    private static ComputedMeasure measure(AgreementText text, String indicator, String id) {
        Indicator found = text.agreement().indicator(IndicatorId.of(indicator)).orElseThrow();
        return found.computedMeasure(MeasureId.of(id)).orElseThrow();
    }

    @Test
    void readsEachWayToCompute() {
        assertThat(text.issues()).isEmpty();
        assertThat(measure(text, "C1", "sub_1").computation())
                .isInstanceOfSatisfying(
                        Computation.Points.class,
                        points -> {
                            assertThat(points.accumulation())
                                    .isEqualTo(Computation.Accumulation.BEST);
                            assertThat(points.steps()).hasSize(3);
                        });
        assertThat(measure(text, "C1", "average").computation())
                .isInstanceOfSatisfying(
                        Computation.Combination.class,
                        mean -> {
                            assertThat(mean.aggregation()).isEqualTo(Computation.Aggregation.MEAN);
                            assertThat(mean.inputs()).hasSize(3);
                        });
        ComputedMeasure weighted = measure(text, "C1", "weighted");
        assertThat(weighted.max()).contains(new BigDecimal("5"));
        assertThat(weighted.min()).isEmpty();
        assertThat(measure(text, "C4", "late").computation())
                .isInstanceOfSatisfying(
                        Computation.DayLine.class,
                        line ->
                                assertThat(line.days().getLast())
                                        .isEqualTo(
                                                new Computation.DayKnot(
                                                        LocalDate.of(2020, 3, 20),
                                                        new BigDecimal("-1"))));
    }

    @ParameterizedTest
    @CsvSource({"highest,HIGHEST", "lowest,LOWEST", "sum,SUM"})
    void readsOtherWaysToCombine(String key, Computation.Aggregation aggregation) {
        AgreementText other = text.with("mean: [", key + ": [");
        assertThat(measure(other, "C1", "average").computation())
                .isInstanceOfSatisfying(
                        Computation.Combination.class,
                        found -> assertThat(found.aggregation()).isEqualTo(aggregation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean: [{measure: quality} | mean: [{measure: quantity} | UNKNOWN_MEASURE",
                "mean: [{measure: quality} | mean: [{measure: coverage} | MEASURE_IN_TWO_PLACES",
                "mean: [{measure: quality} | mean: [{measure: visits} | MEASURE_IN_TWO_PLACES",
                "[{measure: sub_1, weight: 0.6} | [{measure: sub_1, weight: 0} | TERM_WITHOUT_WEIGHT",
                "[{measure: earned}, | [{measure: p}, | MEASURE_IN_TWO_PLACES",
                "line: {measure: sent, | line: {measure: s, | MEASURE_IN_TWO_PLACES",
                "{at: 2020-03-20, | {at: 2020-03-09, | KNOTS_NOT_RISING",
                "through: [{at: 50, points: 0}, {at: 60, points: 1}, {at: 100, points: 5}] | through: [{at: 50, points: 0}] | COMPUTATION_PARTS",
                "points: 0.5, | points: 0, | STEP_WITHOUT_POINTS",
                "id: average | id: quality | DUPLICATE_MEASURE",
                "{measure: finished, atLeast: 100} | {measure: finished, atLeast: 101} | CONDITION_IMPOSSIBLE",
                "{measure: either, atLeast: 1} | {measure: either, atLeast: 3} | CONDITION_IMPOSSIBLE",
                "{measure: either, atLeast: 1} | {done: award} | MEASURE_IN_TWO_PLACES",
            })
    void saysWhatIsWrong(String part, String replacement, String code) {
        AgreementText faulty = text.with(part, replacement);
        assertThat(faulty.issues()).extracting(Issue::code).contains(code);
        assertThat(faulty.issues())
                .filteredOn(issue -> issue.code().equals(code))
                .allSatisfy(issue -> assertThat(issue.line()).isPositive());
    }

    @Test
    void aComputationIsSaidOnceAndHasRoom() {
        AgreementText twice = text.with("max: 5\n", "max: 5\n            points: []\n");
        assertThat(twice.issues())
                .extracting(Issue::code, Issue::line)
                .contains(tuple("COMPUTATION_UNCLEAR", twice.lineOf("- id: weighted")));
        AgreementText narrow = text.with("min: 0\n", "min: 0\n            max: 0\n");
        assertThat(narrow.issues())
                .extracting(Issue::code, Issue::line)
                .contains(tuple("LIMITS_WITHOUT_ROOM", narrow.lineOf("max: 0")));
    }

    @Test
    void whatIsComputedIsUsed() {
        assertThat(
                        text.with(
                                        "sum: [{measure: earned}, {measure: late}]",
                                        "sum: [{measure: earned}]")
                                .issues())
                .extracting(Issue::code)
                .containsExactly("MEASURE_UNUSED");
    }

    @Test
    void format1HasNone() {
        assertThat(text.with("format: 2", "format: 1").issues())
                .extracting(Issue::code)
                .contains("UNKNOWN_FIELD");
    }
}
