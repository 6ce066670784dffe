package districtkpi.scoring.movement;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How a district improved on what can be compared, and what was left out.
 *
 * @param gain absent where nothing that counts can be compared
 * @param excluded in the order of the pairings
 */
public record DistrictImprovement(
        DistrictCode district, Optional<Gain> gain, List<Excluded> excluded) {

    private static final BigFraction TOP = BigFraction.of(OutOfFive.MAX);

    public DistrictImprovement {
        excluded = List.copyOf(excluded);
    }

    /**
     * Mean level scores of the indicators compared, out of 5, each by its weight in the later
     * round.
     *
     * @param before 0–5
     * @param after 0–5
     * @param indicators how many were compared; at least one
     * @param weight of those in the combined total of the later round, out of 100; above 0
     */
    public record Gain(BigFraction before, BigFraction after, int indicators, BigFraction weight) {

        /** Points out of 5; negative for a loss. */
        public BigFraction gained() {
            return after.subtract(before);
        }
    }

    /** Why an indicator was left out. */
    public enum Reason {
        ADDED,
        DROPPED,
        /** Its measures are others now. */
        REDEFINED,
        /** There is no result, or it does not apply, in one of the rounds or in both. */
        NO_LEVEL,
        /** It has no weight in the later round. */
        WATCHED_ONLY
    }

    /**
     * An indicator that was left out.
     *
     * @param before its score in the earlier round; absent if it was added
     * @param after its score in the later round; absent if it was dropped
     */
    public record Excluded(
            Pairing pairing,
            Reason reason,
            Optional<IndicatorScore> before,
            Optional<IndicatorScore> after) {}

    /**
     * Points gained ÷ what was left to gain up to the top level: 1 for who reached the top,
     * negative for a loss; absent for who was there already.
     */
    public Optional<BigFraction> share() {
        return gain.filter(one -> !one.before().equals(TOP))
                .map(one -> one.gained().divide(TOP.subtract(one.before())));
    }

    /**
     * True if everything compared stands at its top level in both rounds: there was nothing to
     * gain.
     */
    public boolean keptTheTop() {
        return gain.filter(one -> one.before().equals(TOP) && one.after().equals(TOP)).isPresent();
    }
}
