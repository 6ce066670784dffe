package districtkpi.domain.agreement;

import java.util.Locale;

/** What a measured result that reaches no level is worth. */
public enum BelowLevelOne {
    /** Level 0: no points. */
    ZERO,
    /** Level 1, the floor that some bodies use. */
    ONE;

    /** The lowest level that a result can have: 0 or 1. */
    public int level() {
        return switch (this) {
            case ZERO -> 0;
            case ONE -> 1;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
