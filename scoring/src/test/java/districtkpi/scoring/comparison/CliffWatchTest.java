package districtkpi.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Figures;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Percent;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.comparison.CliffWatch.Edge;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CliffWatchTest {

    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final BigDecimal HAIR = new BigDecimal("0.000001");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # given                                                 | just met         | just missed
                    T1 | spending=85%                                       | 4>3 by 0         |
                    T1 | spending=85.5%                                     | 4>3 by 1/2       |
                    T1 | spending=85.51%                                    |                  |
                    T1 | spending=84.5%                                     |                  | 3>4 by 1/2
                    T2 | activities_achieved=95%                            |                  | 4>5 by 0
                    T2 | activities_achieved=95.01%                         | 5>4 by 1/100     |
                    T2 | activities_achieved=19/20                          | 4>3 by 5         | 4>5 by 0
                    P1 | households_developed=11/15                         | 4>3 by 10/3      |
                    P1 | households_developed=12/15                         |                  | 4>5 by 5
                    P3 | activities_recorded=90.2%; villages_reported=99.9% |                  | 4>5 by 1/10
                    P3 | activities_recorded=89.9%; villages_reported=99.9% |                  |
                    P3 | activities_recorded=95%; villages_reported=100%    |                  |
                    P5 | target_database=yes; action_plan=yes; households_trained=40/40 |      |
                    P5 | target_database=yes; action_plan=no; households_trained=95%    |      |
                    P6 | online_sales=10.9%                                 |                  | 0>1 by 1/10
                    P7 | working_group=yes; data_recorded=yes; literacy_meeting=yes; channels=2; report_presented=no | 4>3 by 0 |
                    P8 | otop_sales=6.9%                                    |                  | 1>2 by 1/10
                    P8 | otop_sales=7%                                      | 2>1 by 0         |
                    P4 | debtor_register=yes; debt_plan=yes; overdue_debt=1000000.5/1000000 |  | 2>3 by 1/20000
                    """)
    void isOnAnEdge(String indicator, String given, @Nullable String met, @Nullable String missed) {
        CliffWatch watch = CliffWatch.of(round(AGREEMENT, Figures.of(AGREEMENT, indicator, given)));

        assertThat(watch.justMet().stream().map(CliffWatchTest::text).toList())
                .isEqualTo(met == null ? List.of() : List.of(met));
        assertThat(watch.justMissed().stream().map(CliffWatchTest::text).toList())
                .isEqualTo(missed == null ? List.of() : List.of(missed));
    }

    private static String text(Edge edge) {
        return edge.level()
                + ">"
                + edge.across()
                + " by "
                + edge.margin().toString().replace(" ", "");
    }

    @Test
    void saysWhatIsAtStakeAndHowManyUnitsLieBetween() {
        Edge edge =
                CliffWatch.of(
                                round(
                                        AGREEMENT,
                                        Figures.of(
                                                AGREEMENT, "T1", "spending=8500000.75/10000000")))
                        .justMet()
                        .getFirst();

        assertThat(edge.units()).contains(BigFraction.of(3, 4));
        assertThat(edge.stake()).isEqualTo(BigFraction.of(4));
        assertThat(edge.condition().threshold()).isEqualByComparingTo("85");
        assertThat(edge.indicator().id()).isEqualTo(IndicatorId.of("T1"));
    }

    @Test
    void theFloorOfAnAgreementIsNoEdge() {
        Map<MeasureKey, MeasuredValue> values = Figures.of(AGREEMENT, "T1", "spending=70.1%");

        assertThat(edges(round(only("T1", BelowLevelOne.ONE), values))).isEmpty();
        assertThat(edges(round(only("T1", BelowLevelOne.ZERO), values))).hasSize(1);
    }

    /** An agreement of one indicator, which then weighs 100. */
    private static Agreement only(String id, BelowLevelOne belowLevelOne) {
        Indicator indicator = AGREEMENT.indicator(IndicatorId.of(id)).orElseThrow();
        return Agreements.of(
                belowLevelOne,
                Agreements.indicator(
                        id,
                        "100",
                        indicator.ladder().value(),
                        indicator.interpolation().value(),
                        indicator.measures(),
                        indicator.levels()));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "1, 2, 1>0 by 0",
        "2, 4, 1>2 by 1",
        "4, 3, 2>1 by 0",
        "4, 4, 2>1 by 1; 2>3 by 1",
        "2, 3, ''",
        // Nothing lies beyond the limit.
        "8, 8, ''",
        "2, , ''"
    })
    void aComputedNumberIsOnAnEdgeToo(
            @Nullable String some, @Nullable String more, String expected) {
        Indicator indicator =
                computed(
                        new Computation.Combination(
                                Computation.Aggregation.SUM, List.of(term("some"), term("more"))));
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        count(some).ifPresent(count -> values.put(indicator.key(MeasureId.of("some")), count));
        count(more).ifPresent(count -> values.put(indicator.key(MeasureId.of("more")), count));

        assertThat(edges(round(Agreements.of(BelowLevelOne.ZERO, indicator), values)))
                .extracting(CliffWatchTest::text)
                .containsExactlyElementsOf(
                        expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
    }

    @Test
    void aNumberOfStepsAloneIsNeverMetByAHair() {
        Indicator indicator =
                computed(
                        new Computation.Points(
                                Computation.Accumulation.SUM,
                                List.of(step("some", "3"), step("more", "4"))));
        Map<MeasureKey, MeasuredValue> values =
                Map.of(
                        indicator.key(MeasureId.of("some")),
                        new MeasuredValue.Count(BigDecimal.ONE),
                        indicator.key(MeasureId.of("more")),
                        new MeasuredValue.Count(BigDecimal.ZERO));

        assertThat(edges(round(Agreements.of(BelowLevelOne.ZERO, indicator), values))).isEmpty();
    }

    private static Computation.Step step(String measure, String points) {
        return new Computation.Step(
                AgreementBuilder.text(measure),
                new BigDecimal(points),
                List.of(
                        new Condition.Comparison(
                                MeasureId.of(measure),
                                Condition.Operator.AT_LEAST,
                                BigDecimal.ONE)));
    }

    /** Levels at 3, 7 and 9 of what is computed, which is at most 9. */
    private static Indicator computed(Computation computation) {
        return IndicatorBuilder.indicator("X")
                .measures(
                        Agreements.things("some", MeasureKind.COUNT),
                        Agreements.things("more", MeasureKind.COUNT))
                .computedMeasures(
                        List.of(
                                new ComputedMeasure(
                                        MeasureId.of("sum"),
                                        AgreementBuilder.text("sum"),
                                        new MeasureUnit(AgreementBuilder.text("things"), 0),
                                        computation,
                                        null,
                                        BigDecimal.valueOf(9))))
                .levels("sum >= 3", "sum >= 7", "sum >= 9")
                .build();
    }

    private static Computation.Term term(String measure) {
        return new Computation.Term(MeasureId.of(measure), BigDecimal.ONE);
    }

    private static Optional<MeasuredValue> count(@Nullable String number) {
        return Optional.ofNullable(number)
                .map(text -> new MeasuredValue.Count(new BigDecimal(text)));
    }

    private static List<Edge> edges(RoundResults round) {
        CliffWatch watch = CliffWatch.of(round);
        return Stream.concat(watch.justMet().stream(), watch.justMissed().stream()).toList();
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatScoringTheOtherSideOfEachNearThresholdSays(long seed) {
        Map<MeasureKey, MeasuredValue> values = RandomFigures.of(AGREEMENT, new Random(seed), 0.05);
        Scorer scorer = new Scorer(AGREEMENT);
        List<Edge> edges = edges(round(AGREEMENT, values));

        for (Indicator indicator : AGREEMENT.indicators().toList()) {
            if (!(scorer.score(DISTRICT, values).line(indicator.id()).score()
                    instanceof IndicatorScore.WithLevel now)) {
                continue;
            }
            for (Measure measure : indicator.measures()) {
                MeasuredValue value = values.get(indicator.key(measure.id()));
                if (value == null || !measure.kind().isNumeric()) {
                    continue;
                }
                TreeSet<Integer> levels = new TreeSet<>();
                for (BigDecimal number : beside(indicator, measure, value)) {
                    Map<MeasureKey, MeasuredValue> changed = new HashMap<>(values);
                    changed.put(
                            indicator.key(measure.id()),
                            measure.kind() == MeasureKind.COUNT
                                    ? new MeasuredValue.Count(number)
                                    : new MeasuredValue.Percentage(number));
                    levels.add(
                            ((IndicatorScore.WithLevel)
                                            scorer.score(DISTRICT, changed)
                                                    .line(indicator.id())
                                                    .score())
                                    .level());
                }
                List<Integer> found =
                        edges.stream()
                                .filter(edge -> edge.indicator().equals(indicator))
                                .filter(edge -> edge.condition().measure().equals(measure.id()))
                                .map(edge -> Integer.signum(edge.across() - now.level()))
                                .sorted()
                                .toList();
                assertThat(found)
                        .as("seed %d, %s with %s", seed, indicator.id(), values)
                        .isEqualTo(
                                levels.stream()
                                        .map(level -> Integer.signum(level - now.level()))
                                        .filter(sign -> sign != 0)
                                        .distinct()
                                        .sorted()
                                        .toList());
            }
        }
    }

    /** Numbers on and right beside every threshold that is near enough to a value. */
    private static List<BigDecimal> beside(
            Indicator indicator, Measure measure, MeasuredValue value) {
        boolean count = measure.kind() == MeasureKind.COUNT;
        BigFraction number =
                value instanceof MeasuredValue.Count known
                        ? Exact.fraction(known.count())
                        : Percent.of(measure.kind(), value).orElseThrow();
        BigDecimal step = count ? BigDecimal.ONE : HAIR;
        return indicator.levels().stream()
                .map(Level::conditions)
                .flatMap(List::stream)
                .filter(condition -> condition.measure().equals(measure.id()))
                .map(condition -> ((Condition.Comparison) condition).threshold())
                .filter(threshold -> isNear(number, threshold, value))
                // The whole of a share is no edge.
                .filter(threshold ->
                        measure.kind() != MeasureKind.SHARE
                                || !number.equals(BigFraction.of(100))
                                || threshold.intValueExact() != 100)
                .flatMap(threshold ->
                        Stream.of(threshold.subtract(step), threshold, threshold.add(step)))
                .filter(each -> !count || each.signum() >= 0)
                .toList();
    }

    private static boolean isNear(BigFraction number, BigDecimal threshold, MeasuredValue value) {
        BigFraction margin = number.subtract(Exact.fraction(threshold)).abs();
        BigFraction unit =
                value instanceof MeasuredValue.Ratio ratio
                        ? BigFraction.of(100).divide(Exact.fraction(ratio.of()))
                        : BigFraction.ONE;
        return margin.compareTo(unit) <= 0
                || (!(value instanceof MeasuredValue.Count)
                        && margin.compareTo(BigFraction.of(1, 2)) <= 0);
    }

    private static RoundResults round(Agreement agreement, Map<MeasureKey, MeasuredValue> values) {
        return new RoundResults(
                Ranking.of(agreement, List.of(new Scorer(agreement).score(DISTRICT, values))),
                Map.of(DISTRICT, values));
    }
}
