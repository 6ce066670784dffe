package districtkpi.scoring.certainty;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The levels that one district can lose and gain in one indicator, one after the other.
 *
 * <p>An interpolated score between two levels goes to the next whole level first, which is worth
 * less.
 *
 * @param losses what the first 1, 2 … levels lost take together from the combined total
 * @param gains what the first 1, 2 … levels gained bring together
 */
record LevelSteps(List<BigFraction> losses, List<BigFraction> gains) {

    LevelSteps {
        losses = List.copyOf(losses);
        gains = List.copyOf(gains);
    }

    /**
     * The steps of each indicator that applies. One without a result stands at the bottom, where it
     * brings nothing yet.
     */
    static List<LevelSteps> of(Agreement agreement, List<CombinedLine> lines) {
        List<LevelSteps> steps = new ArrayList<>(lines.size());
        for (CombinedLine line : lines) {
            switch (line.line().score()) {
                case IndicatorScore.WithLevel found ->
                        steps.add(of(agreement, line, found.levelScore()));
                case IndicatorScore.NoResult _ -> steps.add(of(agreement, line, BigFraction.ZERO));
                case IndicatorScore.NotApplicable _ -> {
                    // Nothing to lose or gain.
                }
            }
        }
        return steps;
    }

    private static LevelSteps of(Agreement agreement, CombinedLine line, BigFraction now) {
        Indicator indicator = line.indicator();
        List<BigFraction> scores =
                IntStream.rangeClosed(agreement.lowestLevel(indicator), indicator.topLevel())
                        .mapToObj(level -> Exact.fraction(agreement.score(indicator, level)))
                        .toList();
        BigFraction worth = line.weight().divide(Exact.fraction(indicator.maxScore()));
        return new LevelSteps(
                worth(scores.reversed(), now, worth, sign -> sign < 0),
                worth(scores, now, worth, sign -> sign > 0));
    }

    /** What it is worth to come from a score to each of those on one side of it. */
    private static List<BigFraction> worth(
            List<BigFraction> scores, BigFraction now, BigFraction worth, IntPredicate side) {
        return scores.stream()
                .filter(score -> side.test(score.compareTo(now)))
                .map(score -> worth.multiply(score.subtract(now).abs()))
                .toList();
    }
}
