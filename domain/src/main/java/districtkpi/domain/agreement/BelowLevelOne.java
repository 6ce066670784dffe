package districtkpi.domain.agreement;

import java.util.Locale;

/** What a measured result that reaches no level is worth. */
public enum BelowLevelOne {
    /** Level 0: no points. */
    ZERO,
    /** Level 1, the floor that some bodies use. */
    ONE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
