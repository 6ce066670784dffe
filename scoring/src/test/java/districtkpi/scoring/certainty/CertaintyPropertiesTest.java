package districtkpi.scoring.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed formulas against sampled weights, every order of arrival and brute force. */
class CertaintyPropertiesTest {

    private static final BigFraction TINY = BigFraction.of(1, 1_000_000_000_000L);
    private static final int WEIGHT_SAMPLES = 60;
    private static final int ARRIVAL_SAMPLES = 5;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /** Every fifth seed interpolates, so that no common denominator fits. */
    private static Ranking ranking(Random random, long seed, int most, int districts) {
        Agreement agreement =
                LevelTable.randomWithTerms(
                        random,
                        seed % 5 == 0 ? Interpolation.LINEAR : Interpolation.NONE,
                        most,
                        districts);
        return Ranking.of(
                agreement, LevelTable.randomCards(new Scorer(agreement), random, districts));
    }

    private static List<BigFraction> points(Ranking ranking, DistrictCode district) {
        return CombinedLine.of(ranking.agreement(), ranking.row(district).orElseThrow().scorecard())
                .stream()
                .map(CombinedLine::points)
                .toList();
    }

    private static BigFraction total(List<BigFraction> points, List<BigFraction> factors) {
        BigFraction total = BigFraction.ZERO;
        for (int i = 0; i < points.size(); i++) {
            total = total.add(points.get(i).multiply(factors.get(i)));
        }
        return total;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ranksForSampledWeightsNeverLeaveTheInterval(long seed) {
        Random random = new Random(seed);
        Ranking ranking = ranking(random, seed, 5, 8);
        BigFraction change = BigFraction.of(1 + random.nextInt(40), 100);
        Map<DistrictCode, RankInterval> intervals = Certainty.of(ranking).byWeights(change);
        Map<DistrictCode, List<BigFraction>> points = new HashMap<>();
        intervals.keySet().forEach(district -> points.put(district, points(ranking, district)));
        int indicators = (int) ranking.agreement().indicators().count();

        for (int sample = 0; sample < WEIGHT_SAMPLES; sample++) {
            boolean extreme = random.nextBoolean();
            List<BigFraction> factors =
                    IntStream.range(0, indicators)
                            .mapToObj(_ ->
                                    extreme
                                            ? BigFraction.of(random.nextBoolean() ? 1 : -1)
                                            : BigFraction.of(random.nextInt(201) - 100, 100))
                            .map(part -> part.multiply(change).add(1))
                            .toList();
            Map<DistrictCode, BigFraction> totals = new HashMap<>();
            points.forEach((district, each) -> totals.put(district, total(each, factors)));
            intervals.forEach((district, interval) -> {
                BigFraction mine = totals.getOrDefault(district, BigFraction.ZERO);
                long ahead = totals.values().stream().filter(t -> t.compareTo(mine) > 0).count();
                assertThat(interval.contains((int) ahead + 1))
                        .as("seed %d, %s has rank %d of %s", seed, district, ahead + 1, interval)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPairKeepsItsOrderJustInsideAndTurnsRoundJustOutside(long seed) {
        Random random = new Random(seed);
        Ranking ranking = ranking(random, seed, 5, 8);

        for (Pair pair : Certainty.of(ranking).neighbours()) {
            List<BigFraction> ahead = points(ranking, pair.ahead());
            List<BigFraction> behind = points(ranking, pair.behind());
            switch (pair.reversal()) {
                case Reversal.Identical _ ->
                        assertThat(ahead).as("seed %d", seed).isEqualTo(behind);
                case Reversal.Dominated _ -> {
                    for (int i = 0; i < ahead.size(); i++) {
                        assertThat(ahead.get(i))
                                .as("seed %d, %s", seed, pair)
                                .isGreaterThanOrEqualTo(behind.get(i));
                    }
                    assertThat(pair.gap()).as("seed %d", seed).isGreaterThan(BigFraction.ZERO);
                }
                case Reversal.Beyond(BigFraction change) -> {
                    assertThat(change)
                            .as("seed %d, %s", seed, pair)
                            .isGreaterThanOrEqualTo(BigFraction.ZERO)
                            .isLessThan(BigFraction.ONE);
                    assertThat(leastGap(ahead, behind, change))
                            .as("seed %d, %s", seed, pair)
                            .isEqualTo(BigFraction.ZERO);
                    assertThat(leastGap(ahead, behind, change.add(TINY)))
                            .as("seed %d, %s", seed, pair)
                            .isLessThan(BigFraction.ZERO);
                }
            }
        }
    }

    /** The gap with each weight changed in the way that helps the one behind the most. */
    private static BigFraction leastGap(
            List<BigFraction> ahead, List<BigFraction> behind, BigFraction change) {
        List<BigFraction> factors = new ArrayList<>();
        for (int i = 0; i < ahead.size(); i++) {
            boolean helps = ahead.get(i).compareTo(behind.get(i)) < 0;
            factors.add(BigFraction.ONE.add(helps ? change : change.negate()));
        }
        return total(ahead, factors).subtract(total(behind, factors));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void intervalsFollowFromThePairs(long seed) {
        Random random = new Random(seed);
        Ranking ranking = ranking(random, seed, 5, 8);
        Certainty certainty = Certainty.of(ranking);
        // Now and then the very change that levels a pair.
        BigFraction change =
                certainty.neighbours().stream()
                        .map(Pair::reversal)
                        .filter(Reversal.Beyond.class::isInstance)
                        .map(reversal -> ((Reversal.Beyond) reversal).change())
                        .filter(least -> least.getDenominator().bitLength() < Long.SIZE)
                        .findAny()
                        .orElse(BigFraction.of(1, 4));
        Map<DistrictCode, RankInterval> intervals = certainty.byWeights(change);

        for (DistrictCode district : intervals.keySet()) {
            int best = 1;
            int worst = 1;
            for (DistrictCode other : intervals.keySet()) {
                Pair pair = certainty.between(district, other).orElse(null);
                if (pair != null) {
                    boolean isBehind = pair.behind().equals(district);
                    boolean turns = pair.reversal().isPossibleWithin(change);
                    boolean levels = pair.reversal().equals(new Reversal.Beyond(change));
                    best += isBehind && !pair.isTie() && !turns && !levels ? 1 : 0;
                    worst += turns || (isBehind && !pair.isTie()) ? 1 : 0;
                }
            }
            assertThat(intervals.get(district))
                    .as("seed %d, %s at %s", seed, district, change)
                    .isEqualTo(new RankInterval(best, worst));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFewerChangesOfLevelCloseAGap(long seed) {
        Random random = new Random(seed);
        Ranking ranking = ranking(random, seed, 2, 5);

        for (Pair pair : Certainty.of(ranking).neighbours()) {
            List<List<BigFraction>> steps = new ArrayList<>(losses(ranking, pair.ahead()));
            steps.addAll(gains(ranking, pair.behind()));
            int least = 0;
            while (!closes(steps, 0, least, pair.gap())) {
                least++;
            }
            assertThat(pair.levelChanges()).as("seed %d, %s", seed, pair).isEqualTo(least);
        }
    }

    /** Tries every way to take a number of steps, each indicator's in their order. */
    private static boolean closes(
            List<List<BigFraction>> steps, int from, int changes, BigFraction gap) {
        if (gap.compareTo(BigFraction.ZERO) <= 0) {
            return true;
        }
        if (from == steps.size()) {
            return false;
        }
        BigFraction left = gap;
        for (int taken = 0; ; taken++) {
            if (closes(steps, from + 1, changes - taken, left)) {
                return true;
            }
            if (taken == changes || taken == steps.get(from).size()) {
                return false;
            }
            left = left.subtract(steps.get(from).get(taken));
        }
    }

    private static List<List<BigFraction>> losses(Ranking ranking, DistrictCode district) {
        return lines(ranking, district).stream()
                .map(line -> {
                    NavigableSet<BigFraction> scores = scores(ranking.agreement(), line);
                    List<BigFraction> steps = new ArrayList<>();
                    BigFraction at = score(line);
                    while (scores.lower(at) != null) {
                        steps.add(points(line, at.subtract(scores.lower(at))));
                        at = scores.lower(at);
                    }
                    return steps;
                })
                .toList();
    }

    private static List<List<BigFraction>> gains(Ranking ranking, DistrictCode district) {
        return lines(ranking, district).stream()
                .map(line -> {
                    NavigableSet<BigFraction> scores = scores(ranking.agreement(), line);
                    List<BigFraction> steps = new ArrayList<>();
                    BigFraction at = score(line);
                    while (scores.higher(at) != null) {
                        steps.add(points(line, scores.higher(at).subtract(at)));
                        at = scores.higher(at);
                    }
                    return steps;
                })
                .toList();
    }

    /** What a whole level, or none, can be worth. */
    private static NavigableSet<BigFraction> scores(Agreement agreement, CombinedLine line) {
        NavigableSet<BigFraction> scores = new TreeSet<>();
        scores.add(Exact.fraction(agreement.belowLevelOne(line.indicator()).score()));
        line.indicator().levels().forEach(level -> scores.add(Exact.fraction(level.score())));
        return scores;
    }

    private static BigFraction points(CombinedLine line, BigFraction score) {
        return score.multiply(line.weight()).divide(Exact.fraction(line.indicator().maxScore()));
    }

    private static List<CombinedLine> lines(Ranking ranking, DistrictCode district) {
        Scorecard scorecard = ranking.row(district).orElseThrow().scorecard();
        return CombinedLine.of(ranking.agreement(), scorecard).stream()
                .filter(line -> !(line.line().score() instanceof IndicatorScore.NotApplicable))
                .toList();
    }

    private static BigFraction score(CombinedLine line) {
        return line.line().score() instanceof IndicatorScore.WithLevel found
                ? found.levelScore()
                : BigFraction.ZERO;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverFiguresArriveTheRankStaysWithinItsInterval(long seed) {
        Random random = new Random(seed);
        Ranking ranking = ranking(random, seed, 3, 6);
        Map<DistrictCode, RankInterval> before = Certainty.of(ranking).byMissingFigures();

        for (int sample = 0; sample < ARRIVAL_SAMPLES; sample++) {
            Scorer scorer = new Scorer(ranking.agreement());
            Ranking later =
                    Ranking.of(
                            ranking.agreement(),
                            ranking.rows().stream()
                                    .map(row -> arrived(scorer, row.scorecard(), random))
                                    .toList());
            Map<DistrictCode, RankInterval> after = Certainty.of(later).byMissingFigures();
            for (Ranking.Row row : later.rows()) {
                DistrictCode district = row.scorecard().district();
                row.rank()
                        .ifPresent(rank ->
                                assertThat(before)
                                        .as("seed %d, %s has rank %d", seed, district, rank)
                                        .hasEntrySatisfying(
                                                district,
                                                interval ->
                                                        assertThat(interval)
                                                                .matches(i -> i.contains(rank))));
            }
            after.forEach((district, interval) ->
                    assertThat(before)
                            .as("seed %d, %s is now %s", seed, district, interval)
                            .hasEntrySatisfying(
                                    district,
                                    wide ->
                                            assertThat(wide)
                                                    .matches(w -> w.contains(interval.best()))
                                                    .matches(w -> w.contains(interval.worst()))));
        }
    }

    /** A figure with which the district stands where it stands. */
    private static BigFraction figure(IndicatorScore.WithLevel found) {
        int level = found.level();
        Indicator indicator = found.indicator();
        if (level == 0 || found.isFloor()) {
            return BigFraction.ZERO;
        }
        BigDecimal threshold =
                ((Condition.Comparison) indicator.level(level).conditions().getFirst()).threshold();
        if (level == indicator.topLevel()) {
            return Exact.fraction(threshold);
        }
        BigFraction from = Exact.fraction(indicator.level(level).score());
        BigFraction to = Exact.fraction(indicator.level(level + 1).score());
        return found.levelScore()
                .subtract(from)
                .divide(to.subtract(from))
                .add(Exact.fraction(threshold));
    }

    /** The same district after some of its missing figures came in. */
    private static Scorecard arrived(Scorer scorer, Scorecard before, Random random) {
        List<String> levels = new ArrayList<>();
        boolean interpolated =
                before.lines().getFirst().score().indicator().interpolation().value()
                        == Interpolation.LINEAR;
        for (Scorecard.Line line : before.lines()) {
            levels.add(
                    switch (line.score()) {
                        case IndicatorScore.NotApplicable _ -> "n/a";
                        case IndicatorScore.NoResult _ ->
                                random.nextBoolean()
                                        ? "-"
                                        : String.valueOf(random.nextBoolean() ? 5 : 0);
                        // A decimal stands for the interpolated figure, which none equals.
                        case IndicatorScore.WithLevel found ->
                                interpolated
                                        ? figure(found)
                                                .bigDecimalValue(30, RoundingMode.DOWN)
                                                .toString()
                                        : figure(found)
                                                .bigDecimalValue(0, RoundingMode.CEILING)
                                                .toString();
                    });
        }
        return LevelTable.card(scorer, before.district().value(), String.join(" ", levels));
    }
}
