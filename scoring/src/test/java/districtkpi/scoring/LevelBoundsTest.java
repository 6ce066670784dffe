package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a level can still become, against trying every value of what is missing. */
class LevelBoundsTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsAreThoseOfTryingEveryValue(long seed) {
        RandomIndicators random = new RandomIndicators(seed);
        assertBounds(seed, random, random.withTerms(random.next(), DISTRICT).in(DISTRICT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundsOfComputedMeasuresAreThoseOfTryingEveryValue(long seed) {
        RandomIndicators random = new RandomIndicators(seed);
        assertBounds(seed, random, random.nextComputed());
    }

    private static void assertBounds(long seed, RandomIndicators random, Indicator indicator) {
        BelowLevelOne floor = random.pick(List.of(BelowLevelOne.ZERO, BelowLevelOne.ONE));
        IndicatorRules rules = new IndicatorRules(Agreements.of(floor, indicator), indicator);
        Map<MeasureKey, MeasuredValue> known = new HashMap<>();
        for (Measure measure : indicator.measures()) {
            if (random.random().nextBoolean()) {
                known.put(
                        indicator.key(measure.id()),
                        random.pick(RandomIndicators.everyValue(measure.kind())));
            }
        }

        IntSummaryStatistics levels =
                completions(indicator, known)
                        .map(completion -> level(rules, known, completion))
                        .summaryStatistics();

        ScoreRow row = ScoreRow.of(rules.score(known));
        assertThat(List.of(levels.getMin(), levels.getMax()))
                .as("seed %d: %s with %s", seed, indicator.levels(), known)
                .isEqualTo(List.of(present(row.levelMin()), present(row.levelMax())));
        if (row.level() != null) {
            assertThat(row.level()).as("seed %d", seed).isLessThanOrEqualTo(levels.getMin());
        }
    }

    /** The numbers of all ways to fill in what is missing. */
    private static IntStream completions(
            Indicator indicator, Map<MeasureKey, MeasuredValue> known) {
        int count = 1;
        for (Measure measure : indicator.measures()) {
            if (!known.containsKey(indicator.key(measure.id()))) {
                count *= RandomIndicators.everyValue(measure.kind()).size();
            }
        }
        return IntStream.range(0, count);
    }

    private static int level(
            IndicatorRules rules, Map<MeasureKey, MeasuredValue> known, int completion) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>(known);
        int rest = completion;
        for (Measure measure : rules.indicator().measures()) {
            if (!known.containsKey(rules.indicator().key(measure.id()))) {
                List<MeasuredValue> choices = RandomIndicators.everyValue(measure.kind());
                values.put(rules.indicator().key(measure.id()), choices.get(rest % choices.size()));
                rest /= choices.size();
            }
        }
        return ((IndicatorScore.Scored) rules.score(values)).level();
    }

    private static int present(@Nullable Integer level) {
        assertThat(level).isNotNull();
        return level == null ? -1 : level;
    }
}
