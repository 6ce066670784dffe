package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombinedLineTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final Agreement AGREEMENT = Agreements.round2565No1();

    private final Scorer scorer = new Scorer(AGREEMENT);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void halvesTheWeightsOfTwoEqualSections() {
        assertThat(agreedWeights(scorer.score(DISTRICT, Map.of())))
                .isEqualTo(weights(20, 20, 10, 10, 10, 5, 5, 5, 5, 5, 5));
    }

    @Test
    void givesTheShareOfASectionThatDoesNotApplyToTheOther() {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        AGREEMENT
                .sections()
                .getFirst()
                .indicators()
                .forEach(indicator ->
                        values.put(
                                indicator.key(indicator.measures().getFirst().id()),
                                new MeasuredValue.NotApplicable("reason")));

        assertThat(agreedWeights(scorer.score(DISTRICT, values)))
                .isEqualTo(weights(0, 0, 0, 20, 20, 10, 10, 10, 10, 10, 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAddUpToTheCombinedTotal(long seed) {
        Scorecard scorecard =
                scorer.score(DISTRICT, RandomFigures.of(AGREEMENT, new Random(seed), 0.3));
        List<CombinedLine> lines = CombinedLine.of(AGREEMENT, scorecard);

        assertThat(scorecard.total().points())
                .as("seed %d", seed)
                .contains(sum(lines, CombinedLine::points));
        assertThat(sum(lines, CombinedLine::weight))
                .as("seed %d", seed)
                .isEqualTo(BigFraction.of(100));
        assertThat(sum(lines, CombinedLine::pointsMax))
                .as("seed %d", seed)
                .isEqualTo(scorecard.total().possibleMax());
    }

    private static BigFraction sum(
            List<CombinedLine> lines, Function<CombinedLine, BigFraction> part) {
        return lines.stream().map(part).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static List<BigFraction> agreedWeights(Scorecard scorecard) {
        return CombinedLine.of(AGREEMENT, scorecard).stream().map(CombinedLine::weight).toList();
    }

    private static List<BigFraction> weights(int... weights) {
        return IntStream.of(weights).mapToObj(BigFraction::of).toList();
    }
}
