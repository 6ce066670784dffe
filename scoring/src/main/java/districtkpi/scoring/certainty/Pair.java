package districtkpi.scoring.certainty;

import districtkpi.domain.place.DistrictCode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Two districts that have a total, and what could change their order.
 *
 * @param ahead the one with the higher total; of a tie, the one with the lower code
 * @param gap points of the combined total between them, 0 for a tie
 * @param reversal the other weights that it takes
 * @param levelChanges the least number of single levels, lost by the one ahead or gained by the
 *     other, after which the one behind is level or ahead; 0 for a tie
 */
public record Pair(
        DistrictCode ahead,
        DistrictCode behind,
        BigFraction gap,
        Reversal reversal,
        int levelChanges) {

    public boolean isTie() {
        return gap.equals(BigFraction.ZERO);
    }

    /**
     * Whether the order says little: a tie, or one that weights changed by at most ±{@code change}
     * can turn round.
     */
    public boolean isNear(BigFraction change) {
        return isTie() || reversal.isPossibleWithin(change);
    }
}
