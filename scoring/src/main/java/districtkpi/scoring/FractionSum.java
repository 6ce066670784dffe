package districtkpi.scoring;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Adds up fractions exactly.
 *
 * <p>Fractions of one denominator, which most points are, are brought to their lowest terms only in
 * the end: to do so at each step took most of the time of scoring.
 */
public final class FractionSum {

    private BigInteger numerator = BigInteger.ZERO;
    private BigInteger denominator = BigInteger.ONE;

    public void add(BigFraction fraction) {
        if (denominator.equals(fraction.getDenominator())) {
            numerator = numerator.add(fraction.getNumerator());
        } else {
            BigFraction sum = total().add(fraction);
            numerator = sum.getNumerator();
            denominator = sum.getDenominator();
        }
    }

    public BigFraction total() {
        return BigFraction.of(numerator, denominator);
    }
}
