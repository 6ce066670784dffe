package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The axis that values are measured on.
 *
 * @param name with the unit
 * @param least where it starts; left to the values where absent
 * @param most where it ends; left to the values where absent
 * @param downwards true if the least value is at the top, as for ranks
 * @param whole true if only whole numbers are marked on it
 */
public record Scale(
        String name,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        boolean downwards,
        boolean whole) {

    private static final BigDecimal STEPS = BigDecimal.valueOf(5);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** From 0 to 100. */
    public static Scale hundred(String name) {
        return new Scale(name, BigDecimal.ZERO, BigDecimal.valueOf(100), false, false);
    }

    /**
     * From 0, or the least value below it, to the greatest value; both ends round numbers.
     *
     * @param values at least one
     */
    public static Scale around(String name, List<BigDecimal> values) {
        BigDecimal least = Collections.min(values).min(BigDecimal.ZERO);
        BigDecimal most = Collections.max(values).max(BigDecimal.ZERO);
        BigDecimal step = step(most.subtract(least));
        return new Scale(
                name,
                round(least, step, RoundingMode.FLOOR),
                round(most, step, RoundingMode.CEILING),
                false,
                false);
    }

    /**
     * From a round number below the least value to the greatest one, for what is worth seeing far
     * from 0.
     *
     * @param values at least one
     */
    public static Scale near(String name, List<BigDecimal> values) {
        BigDecimal most = Collections.max(values);
        BigDecimal least = Collections.min(values);
        BigDecimal step = step(most.subtract(least));
        BigDecimal start = round(least.subtract(step.divide(TWO)), step, RoundingMode.FLOOR);
        return new Scale(
                name, least.signum() < 0 ? start : start.max(BigDecimal.ZERO), most, false, false);
    }

    /**
     * From a round number below the least value to one above the greatest, wherever 0 is.
     *
     * @param values at least one
     */
    public static Scale between(String name, List<BigDecimal> values) {
        BigDecimal least = Collections.min(values);
        BigDecimal most = Collections.max(values);
        BigDecimal step = step(most.subtract(least));
        return new Scale(
                name,
                round(least, step, RoundingMode.FLOOR),
                round(most, step, RoundingMode.FLOOR).add(step),
                false,
                false);
    }

    /** The least of 1, 2, 5, 10, 20 … (or 0.5, 0.2 …) that a span has at most five of. */
    private static BigDecimal step(BigDecimal span) {
        if (span.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal part = span.divide(STEPS);
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(part.precision() - part.scale() - 1);
        return Stream.of(1, 2, 5, 10)
                .map(digit -> ten.multiply(BigDecimal.valueOf(digit)))
                .filter(step -> step.compareTo(part) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal round(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value.divide(step, 0, mode).multiply(step);
    }

    /** As far as the values go. */
    public static Scale open(String name) {
        return new Scale(name, null, null, false, false);
    }

    /** Ranks, the first at the top. */
    public static Scale ranks(String name, int districts) {
        return new Scale(name, BigDecimal.ONE, BigDecimal.valueOf(districts), true, true);
    }
}
