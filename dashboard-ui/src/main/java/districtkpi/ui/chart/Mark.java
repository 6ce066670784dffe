package districtkpi.ui.chart;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number as a point or a bar.
 *
 * @param value where it is drawn; may be rounded
 * @param text what is said when it is pointed at
 * @param target the address that a click leads to, where there is one
 */
public record Mark(BigDecimal value, String text, @Nullable String target) {

    /** A mark that leads nowhere. */
    public static Mark of(BigDecimal value, String text) {
        return new Mark(value, text, null);
    }

    public Optional<String> link() {
        return Optional.ofNullable(target);
    }
}
