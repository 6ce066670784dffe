package districtkpi.scoring;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The least common denominator of fractions: many comparisons and sums of them then need whole
 * numbers only.
 *
 * <p>Points of whole levels have few and small denominators. Interpolated ones have one for nearly
 * each district, and the common one then grows to as many digits as all of them have together.
 */
public final class CommonDenominator {

    private final Set<BigInteger> included = new HashSet<>();
    private BigInteger value = BigInteger.ONE;

    /** Makes it a multiple of the fraction's denominator. */
    public void include(BigFraction fraction) {
        BigInteger denominator = fraction.getDenominator();
        if (included.add(denominator)) {
            value = value.multiply(denominator.divide(value.gcd(denominator)));
        }
    }

    public BigInteger value() {
        return value;
    }

    /**
     * The numerator that an included fraction has over the common denominator.
     *
     * @throws ArithmeticException if the fraction was not included and does not fit
     */
    public BigInteger numerator(BigFraction fraction) {
        BigInteger[] factor = value.divideAndRemainder(fraction.getDenominator());
        if (factor[1].signum() != 0) {
            throw new ArithmeticException("Not a multiple of 1/" + value + ": " + fraction);
        }
        return fraction.getNumerator().multiply(factor[0]);
    }
}
