package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many districts have which result in one indicator.
 *
 * @param scored districts at level 0, 1 … to which nothing is missing
 * @param incomplete districts of which some measures are missing
 * @param none districts without a result
 * @param notApplicable districts to which the indicator does not apply
 */
public record LevelCounts(List<Integer> scored, int incomplete, int none, int notApplicable) {

    public LevelCounts {
        scored = List.copyOf(scored);
    }

    static LevelCounts of(Indicator indicator, List<Scorecard.Line> lines) {
        List<Integer> scored = new ArrayList<>(Collections.nCopies(indicator.topLevel() + 1, 0));
        int incomplete = 0;
        int none = 0;
        int notApplicable = 0;
        for (Scorecard.Line line : lines) {
            switch (line.score()) {
                case IndicatorScore.Scored found ->
                        scored.set(found.level(), scored.get(found.level()) + 1);
                case IndicatorScore.Incomplete _ -> incomplete++;
                case IndicatorScore.NoResult _ -> none++;
                case IndicatorScore.NotApplicable _ -> notApplicable++;
            }
        }
        return new LevelCounts(scored, incomplete, none, notApplicable);
    }

    /**
     * Scored districts at a level.
     *
     * @param level 0 to the top level of the indicator
     */
    public int at(int level) {
        return scored.get(level);
    }

    public int districts() {
        return scored.stream().mapToInt(Integer::intValue).sum()
                + incomplete
                + none
                + notApplicable;
    }
}
