package districtkpi.domain.agreement;

import java.util.Locale;

/** Whether a result between two thresholds earns a part of the step between them. */
public enum Interpolation {
    NONE,
    /** Linear between the thresholds of neighbouring levels; single-measure numbers only. */
    LINEAR;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
