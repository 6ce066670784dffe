package districtkpi.scoring.certainty;

import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The levels that one district can lose and gain in one indicator, one after the other.
 *
 * <p>A level is worth a fifth of the weight. An interpolated score between two levels goes to the
 * next whole level first, which is worth less.
 *
 * @param level what one level is worth in the combined total
 * @param firstLoss what the first level lost takes; absent (0) where none can be lost
 * @param losses how many levels can be lost
 * @param firstGain what the first level gained brings
 * @param gains how many levels can be gained
 */
record LevelSteps(
        BigFraction level, BigFraction firstLoss, int losses, BigFraction firstGain, int gains) {

    /**
     * The steps of each indicator that applies. One without a result stands at the bottom, where it
     * brings nothing yet.
     *
     * @param floor the lowest level that the agreement gives, 0 or 1
     */
    static List<LevelSteps> of(List<CombinedLine> lines, int floor) {
        List<LevelSteps> steps = new ArrayList<>(lines.size());
        for (CombinedLine line : lines) {
            switch (line.line().score()) {
                case IndicatorScore.WithLevel found ->
                        steps.add(of(line, found.levelScore(), floor));
                case IndicatorScore.NoResult _ -> steps.add(of(line, BigFraction.ZERO, floor));
                case IndicatorScore.NotApplicable _ -> {
                    // Nothing to lose or gain.
                }
            }
        }
        return steps;
    }

    private static LevelSteps of(CombinedLine line, BigFraction score, int floor) {
        BigFraction level = line.weight().divide(Indicator.TOP_LEVEL);
        int whole = score.intValue();
        BigFraction above = score.subtract(whole);
        boolean between = !above.equals(BigFraction.ZERO);
        return new LevelSteps(
                level,
                between ? level.multiply(above) : level,
                Math.max(0, whole - floor + (between ? 1 : 0)),
                between ? level.multiply(BigFraction.ONE.subtract(above)) : level,
                Indicator.TOP_LEVEL - whole);
    }
}
