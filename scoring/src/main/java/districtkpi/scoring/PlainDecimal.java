package districtkpi.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Exact numbers as they are printed in files and answers: {@code 73.0}, {@code 66.6667}.
 *
 * <p>This is where a number is rounded, and nothing reads it back to decide anything.
 */
public final class PlainDecimal {

    private static final int MAX_PLACES = 4;

    private PlainDecimal() {}

    /**
     * At least one and at most four places behind the point, the last one rounded half up; no
     * exponent, no thousands separator.
     */
    public static String of(BigFraction number) {
        BigDecimal rounded =
                new BigDecimal(number.getNumerator())
                        .divide(
                                new BigDecimal(number.getDenominator()),
                                MAX_PLACES,
                                RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }
}
