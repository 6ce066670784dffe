package districtkpi.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.WorkedDistrict;
import districtkpi.scoring.comparison.Comparison.Cell;
import districtkpi.scoring.comparison.Comparison.IndicatorRow;
import districtkpi.scoring.comparison.Strengths.IndicatorComparison;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Districts beside each other and beside the province. */
class ComparisonTest {

    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final Scorer SCORER = new Scorer(AGREEMENT);
    private static final DistrictCode FIRST = WorkedDistrict.CODE;
    private static final DistrictCode SECOND = DistrictCode.of("4302");
    private static final DistrictCode THIRD = DistrictCode.of("4303");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @Test
    void laysDistrictsSideBySideAsTheMethodDocumentDoes() throws IOException {
        Comparison comparison = Comparison.of(worked(), List.of(FIRST, SECOND, THIRD));

        List<String> rows = new ArrayList<>();
        for (IndicatorRow row : comparison.indicators()) {
            Cell first = row.cells().get(0);
            Cell second = row.cells().get(1);
            Cell third = row.cells().get(2);
            rows.add(
                    String.join(
                            ",",
                            row.indicator().id().value(),
                            text(first.points()),
                            text(second.points()),
                            text(Optional.of(second.toFirst())),
                            text(third.points()),
                            text(Optional.of(third.toFirst())),
                            text(row.mean())));
        }
        List<BigFraction> totals =
                comparison.districts().stream().map(ComparisonTest::total).toList();
        rows.add(
                String.join(
                        ",",
                        "total",
                        text(Optional.of(totals.get(0))),
                        text(Optional.of(totals.get(1))),
                        text(Optional.of(totals.get(1).subtract(totals.get(0)))),
                        text(Optional.of(totals.get(2))),
                        text(Optional.of(totals.get(2).subtract(totals.get(0)))),
                        text(worked().statistics().map(Ranking.Statistics::mean))));

        assertThat(rows).isEqualTo(WorkedDistrict.lines("comparison-worked.csv"));
        assertThat(WorkedDistrict.document("comparison.md"))
                .containsSubsequence(WorkedDistrict.rows("comparison-worked.csv"));
    }

    @Test
    void saysHowFarTotalsAndSectionsAreFromTheFirstAndFromTheProvince() throws IOException {
        Comparison comparison = Comparison.of(worked(), List.of(FIRST, SECOND, THIRD));
        Comparison.SectionRow team = comparison.sections().getFirst();

        // T1 and T2 weigh 40 of the section each: one level of both is 16 points of it.
        assertThat(comparison.toFirst(0)).contains(BigFraction.ZERO);
        assertThat(comparison.toFirst(1)).contains(BigFraction.of(8));
        assertThat(team.toFirst(1)).contains(BigFraction.of(16));
        assertThat(team.toMean(0)).contains(BigFraction.of(-16, 3));
        assertThat(team.toMean(1)).contains(BigFraction.of(32, 3));
    }

    @Test
    void hasNoDifferenceToADistrictWithoutResults() throws IOException {
        Scorecard none = SCORER.score(SECOND, Map.of());
        Ranking ranking =
                Ranking.of(
                        AGREEMENT,
                        List.of(SCORER.score(FIRST, WorkedDistrict.values(AGREEMENT)), none));
        Comparison comparison = Comparison.of(ranking, List.of(SECOND, FIRST));

        assertThat(comparison.toFirst(0)).isEmpty();
        assertThat(comparison.toFirst(1)).isEmpty();
        assertThat(comparison.sections())
                .allSatisfy(section -> {
                    assertThat(section.toFirst(1)).isEmpty();
                    assertThat(section.toMean(0)).isEmpty();
                    assertThat(section.toMean(1)).contains(BigFraction.ZERO);
                });
    }

    @Test
    void ordersStrengthsBeforeWeaknesses() throws IOException {
        Strengths strengths = Strengths.of(worked(), FIRST).orElseThrow();

        assertThat(strengths.indicators())
                .extracting(standing -> standing.indicator().id().value())
                .containsExactly("T3", "P1", "P2", "P3", "P4", "P5", "P7", "P8", "T1", "T2", "P6");
        assertThat(strengths.indicators().getLast())
                .extracting(
                        IndicatorComparison::difference,
                        IndicatorComparison::rank,
                        IndicatorComparison::of)
                .containsExactly(BigFraction.of(-5, 3), 2, 3);
        assertThat(strengths.indicators().get(3))
                .extracting(
                        IndicatorComparison::difference,
                        IndicatorComparison::rank,
                        IndicatorComparison::of)
                .containsExactly(BigFraction.ZERO, 1, 2);
        assertThat(Strengths.of(worked(), THIRD).orElseThrow().withoutLevel())
                .containsExactly(IndicatorId.of("P3"));
        assertThat(Strengths.of(worked(), DistrictCode.of("9999"))).isEmpty();
    }

    @Test
    void addsSomeIndicatorsUp() throws IOException {
        Ranking ranking = worked();
        Comparison comparison = Comparison.of(ranking, List.of(FIRST, SECOND, THIRD));

        Subtotal some =
                Subtotal.of(
                        ranking,
                        comparison.districts(),
                        Set.of(IndicatorId.of("T1"), IndicatorId.of("P3")));

        // Of T1 a level is 4 points of the total, of P3 one; the third has no P3.
        assertThat(some.sums())
                .extracting(Subtotal.Sum::points)
                .containsExactly(
                        Optional.of(BigFraction.of(20)),
                        Optional.of(BigFraction.of(24)),
                        Optional.of(BigFraction.of(16)));
        assertThat(some.sums()).allMatch(sum -> sum.weight().equals(BigFraction.of(25)));
        assertThat(some.mean()).contains(BigFraction.of(20));
        assertThat(some.toFirst(1)).contains(BigFraction.of(4));
        assertThat(some.toMean(2)).contains(BigFraction.of(-4));

        Subtotal none = Subtotal.of(ranking, comparison.districts(), Set.of(IndicatorId.of("P3")));
        assertThat(none.sums().getLast().points()).isEmpty();
        assertThat(none.toFirst(2)).isEmpty();
        assertThat(none.toMean(2)).isEmpty();
        assertThat(none.mean()).contains(BigFraction.of(4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allIndicatorsTogetherAreTheTotals(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(AGREEMENT, random, 0.4)));
        }
        Ranking ranking = Ranking.of(AGREEMENT, scorecards);
        Comparison comparison =
                Comparison.of(ranking, scorecards.stream().map(Scorecard::district).toList());

        Subtotal all =
                Subtotal.of(
                        ranking,
                        comparison.districts(),
                        AGREEMENT.indicators().map(Indicator::id).collect(Collectors.toSet()));

        assertThat(all.mean())
                .as("seed %d", seed)
                .isEqualTo(ranking.statistics().map(Ranking.Statistics::mean));
        for (int i = 0; i < 5; i++) {
            assertThat(all.toFirst(i)).as("seed %d", seed).isEqualTo(comparison.toFirst(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theDifferencesAddUpToTheDifferenceOfTheTotals(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(AGREEMENT, random, 0.2)));
        }
        Ranking ranking = Ranking.of(AGREEMENT, scorecards);

        Comparison comparison =
                Comparison.of(ranking, scorecards.stream().map(Scorecard::district).toList());

        for (int i = 0; i < 5; i++) {
            int column = i;
            assertThat(
                            comparison.indicators().stream()
                                    .map(row -> row.cells().get(column).toFirst())
                                    .reduce(BigFraction.ZERO, BigFraction::add))
                    .as("seed %d, district %d", seed, i)
                    .isEqualTo(
                            total(comparison.districts().get(i))
                                    .subtract(total(comparison.districts().getFirst())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void toTheMeanTheDistrictsThatHaveAnIndicatorAddUpToNothing(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(AGREEMENT, random, 0.4)));
        }
        Ranking ranking = Ranking.of(AGREEMENT, scorecards);
        Map<IndicatorId, BigFraction> sums = new HashMap<>();
        for (Scorecard scorecard : scorecards) {
            for (IndicatorComparison standing :
                    Strengths.of(ranking, scorecard.district()).orElseThrow().indicators()) {
                sums.merge(standing.indicator().id(), standing.difference(), BigFraction::add);
                assertThat(standing.below())
                        .as("seed %d, %s", seed, standing)
                        .isEqualTo(
                                standing.of()
                                        - standing.rank()
                                        - alike(scorecards, scorecard, standing));
                if (standing.rank() == 1) {
                    assertThat(standing.isWeakness()).isFalse();
                }
                if (standing.below() == 0) {
                    assertThat(standing.isStrength()).isFalse();
                }
                assertThat(standing.rank())
                        .as("seed %d, %s", seed, standing)
                        .isEqualTo(1 + better(scorecards, scorecard, standing.indicator().id()));
            }
        }

        assertThat(sums.values()).as("seed %d", seed).isNotEmpty().containsOnly(BigFraction.ZERO);
    }

    private static int better(List<Scorecard> all, Scorecard own, IndicatorId indicator) {
        return (int)
                all.stream()
                        .filter(other -> level(other, indicator) > level(own, indicator))
                        .count();
    }

    /** How many others are at the same level. */
    private static int alike(List<Scorecard> all, Scorecard own, IndicatorComparison standing) {
        IndicatorId indicator = standing.indicator().id();
        return (int)
                        all.stream()
                                .filter(other -> level(other, indicator) == level(own, indicator))
                                .count()
                - 1;
    }

    private static int level(Scorecard scorecard, IndicatorId indicator) {
        return scorecard.line(indicator).score() instanceof IndicatorScore.WithLevel known
                ? known.level()
                : -1;
    }

    @Test
    void oneDistrictAloneNoneAndUnknownOnesHaveAnAnswer() throws IOException {
        Comparison alone = Comparison.of(worked(), List.of(FIRST, FIRST));
        Comparison none = Comparison.of(worked(), List.of(DistrictCode.of("9999")));
        Comparison empty = Comparison.of(Ranking.of(AGREEMENT, List.of()), List.of());

        assertThat(alone.districts()).hasSize(1);
        assertThat(alone.indicators().getFirst().cells().getFirst().toMean())
                .contains(BigFraction.of(-4, 3));
        assertThat(none.districts()).isEmpty();
        assertThat(none.notRanked()).containsExactly(DistrictCode.of("9999"));
        assertThat(none.indicators()).hasSize(11);
        assertThat(empty.indicators()).allMatch(row -> row.mean().isEmpty());
        assertThat(empty.sections()).allMatch(section -> section.mean().isEmpty());
    }

    @Test
    void sixDistrictsAreTooMany() {
        List<DistrictCode> six =
                LongStream.range(4301, 4307)
                        .mapToObj(code -> DistrictCode.of(String.valueOf(code)))
                        .toList();

        assertThatThrownBy(() -> Comparison.of(Ranking.of(AGREEMENT, List.of()), six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("At most 5 districts");
    }

    /** The worked district, one with more in T1 and T2, and one with more in P6 but no P3. */
    private static Ranking worked() throws IOException {
        Map<MeasureKey, MeasuredValue> values = WorkedDistrict.values(AGREEMENT);
        Map<MeasureKey, MeasuredValue> second = new HashMap<>(values);
        second.put(key("T1", "spending"), percent(90));
        second.put(key("T2", "activities_achieved"), percent(100));
        Map<MeasureKey, MeasuredValue> third = new HashMap<>(values);
        third.put(key("P6", "online_sales"), percent(15));
        third.remove(key("P3", "activities_recorded"));
        third.remove(key("P3", "villages_reported"));
        return Ranking.of(
                AGREEMENT,
                List.of(
                        SCORER.score(FIRST, values),
                        SCORER.score(SECOND, second),
                        SCORER.score(THIRD, third)));
    }

    private static MeasuredValue percent(int percent) {
        return new MeasuredValue.Percentage(BigDecimal.valueOf(percent));
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    private static BigFraction total(Ranking.Row row) {
        return row.scorecard().total().points().orElse(BigFraction.ZERO);
    }

    private static String text(Optional<BigFraction> number) {
        return number.map(value -> value.toString().replace(" ", "")).orElse("");
    }
}
