package districtkpi.scoring.movement;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A change in points of the combined total (out of 100), by cause; positive is a gain.
 *
 * @param results other figures under the same rules
 * @param thresholds other rules for the same figures: conditions, ladder, interpolation, what is
 *     given below level 1
 * @param weights weights, shares of sections, and weight spread from what does not apply
 * @param added by indicators that only the later round has; not negative
 * @param dropped by indicators that only the earlier round has; not positive
 * @param corrections figures that were changed after they were first reported, and levels that
 *     somebody set
 */
public record Parts(
        BigFraction results,
        BigFraction thresholds,
        BigFraction weights,
        BigFraction added,
        BigFraction dropped,
        BigFraction corrections) {

    public static final Parts NONE =
            new Parts(
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    BigFraction.ZERO,
                    BigFraction.ZERO);

    public Parts plus(Parts other) {
        return new Parts(
                results.add(other.results),
                thresholds.add(other.thresholds),
                weights.add(other.weights),
                added.add(other.added),
                dropped.add(other.dropped),
                corrections.add(other.corrections));
    }

    /** All parts together: the whole change. */
    public BigFraction total() {
        return results.add(thresholds).add(weights).add(added).add(dropped).add(corrections);
    }

    Parts withCorrections(BigFraction points) {
        return new Parts(results, thresholds, weights, added, dropped, points);
    }

    static Parts ofAdded(BigFraction points) {
        return new Parts(
                BigFraction.ZERO,
                BigFraction.ZERO,
                BigFraction.ZERO,
                points,
                BigFraction.ZERO,
                BigFraction.ZERO);
    }

    static Parts ofDropped(BigFraction points) {
        return new Parts(
                BigFraction.ZERO,
                BigFraction.ZERO,
                BigFraction.ZERO,
                BigFraction.ZERO,
                points.negate(),
                BigFraction.ZERO);
    }
}
