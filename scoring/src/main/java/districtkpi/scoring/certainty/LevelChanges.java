package districtkpi.scoring.certainty;

import districtkpi.scoring.CommonDenominator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Counts the single levels between two districts.
 *
 * <p>Every level costs one change. With interpolated scores, and with levels that are worth more
 * than those below them, the first change of an indicator can be worth less than the second, which
 * needs it; the best sum of <i>k</i> changes is therefore built up indicator by indicator, which is
 * exact for both. Takes time in proportion to the indicators and the square of the answer, which is
 * 1 or 2 for most neighbours.
 */
final class LevelChanges {

    private final List<BigInteger[]> chains = new ArrayList<>();
    private final CommonDenominator unit = new CommonDenominator();

    private LevelChanges() {}

    /**
     * The least number of changes after which the one behind is level or ahead.
     *
     * @param gap 0 or more
     */
    static int between(List<LevelSteps> ahead, List<LevelSteps> behind, BigFraction gap) {
        LevelChanges changes = new LevelChanges();
        changes.unit.include(gap);
        ahead.forEach(steps -> steps.losses().forEach(changes.unit::include));
        behind.forEach(steps -> steps.gains().forEach(changes.unit::include));
        ahead.forEach(steps -> changes.add(steps.losses()));
        behind.forEach(steps -> changes.add(steps.gains()));
        return changes.least(changes.unit.numerator(gap));
    }

    /** A chain holds what its first 0, 1, 2 … changes are worth together. */
    private void add(List<BigFraction> together) {
        if (!together.isEmpty() && together.getLast().compareTo(BigFraction.ZERO) > 0) {
            BigInteger[] chain = new BigInteger[together.size() + 1];
            chain[0] = BigInteger.ZERO;
            for (int i = 0; i < together.size(); i++) {
                chain[i + 1] = unit.numerator(together.get(i));
            }
            chains.add(chain);
        }
    }

    private int least(BigInteger gap) {
        int all = chains.stream().mapToInt(chain -> chain.length - 1).sum();
        // Neighbours are mostly one or two changes apart: few are tried before many.
        for (int most = 1; ; most = Math.min(2 * most, all)) {
            BigInteger[] best = best(most);
            for (int changes = 0; changes <= most; changes++) {
                if (best[changes].compareTo(gap) >= 0) {
                    return changes;
                }
            }
            if (most >= all) {
                // The one ahead can fall to the lowest total, and the other rise to the highest.
                throw new IllegalStateException("No changes of level close a gap of " + gap);
            }
        }
    }

    /** What at most 0, 1 … {@code most} changes are worth at best. */
    private BigInteger[] best(int most) {
        BigInteger[] best = new BigInteger[most + 1];
        Arrays.fill(best, BigInteger.ZERO);
        for (BigInteger[] chain : chains) {
            for (int changes = most; changes > 0; changes--) {
                for (int taken = 1; taken < chain.length && taken <= changes; taken++) {
                    best[changes] = best[changes].max(best[changes - taken].add(chain[taken]));
                }
            }
        }
        return best;
    }
}
