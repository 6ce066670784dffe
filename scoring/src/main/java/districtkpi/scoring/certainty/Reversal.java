package districtkpi.scoring.certainty;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What other weights it takes to turn round the order of two districts.
 *
 * <p>Each weight is changed on its own by at most a part ±<i>p</i> of itself, and all are then
 * brought back to 100 together, which changes no order. With the contributions <i>c</i> to the
 * combined totals <i>S</i>, the one behind can come to be ahead only if
 *
 * <p><i>p &gt; p* = |S<sub>a</sub> − S<sub>b</sub>| ÷ Σ |c<sub>a,i</sub> − c<sub>b,i</sub>|</i>
 *
 * <p>and for every such <i>p</i> it can. At <i>p*</i> itself they can be level.
 *
 * @see <a href="../../../../../../../docs/method/certainty.md">docs/method/certainty.md</a>
 */
public sealed interface Reversal {

    /** They have the same points in every indicator: level, whatever the weights. */
    record Identical() implements Reversal {}

    /**
     * The one ahead is behind in no indicator (<i>p*</i> is 1): no weights turn them round; at most
     * they are level, once every indicator that tells them apart is left out.
     */
    record Dominated() implements Reversal {}

    /**
     * Weights changed by more than this turn them round.
     *
     * @param change <i>p*</i>, 0 for a tie, less than 1: 17/100 for ±17 %
     */
    record Beyond(BigFraction change) implements Reversal {}

    /** Whether weights changed by at most ±{@code change} can turn the order round. */
    default boolean isPossibleWithin(BigFraction change) {
        return switch (this) {
            case Identical _, Dominated _ -> false;
            case Beyond(BigFraction least) -> change.compareTo(least) > 0;
        };
    }

    /**
     * What it takes for two districts.
     *
     * @param gap points of the one ahead less those of the other, 0 or more
     * @param spread the sum of the differences in each indicator, without their signs
     */
    static Reversal of(BigFraction gap, BigFraction spread) {
        if (spread.equals(BigFraction.ZERO)) {
            return new Identical();
        }
        BigFraction change = gap.divide(spread);
        return change.equals(BigFraction.ONE) ? new Dominated() : new Beyond(change);
    }
}
