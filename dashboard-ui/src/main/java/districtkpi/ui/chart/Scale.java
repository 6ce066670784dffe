package districtkpi.ui.chart;

import java.math.BigDecimal;
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

    /** From 0 to 100. */
    public static Scale hundred(String name) {
        return new Scale(name, BigDecimal.ZERO, BigDecimal.valueOf(100), false, false);
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
