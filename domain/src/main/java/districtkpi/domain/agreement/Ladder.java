package districtkpi.domain.agreement;

import java.util.Locale;

/** How the level reached follows from the levels whose conditions hold. */
public enum Ladder {
    /** Level n is reached only if the conditions of 1 to n all hold. */
    CUMULATIVE,
    /** The highest level whose own conditions hold, whatever the lower ones say. */
    HIGHEST;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
