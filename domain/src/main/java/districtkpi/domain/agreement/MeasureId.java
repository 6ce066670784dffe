package districtkpi.domain.agreement;

import java.util.regex.Pattern;

/**
 * The name of a measure within its indicator, such as {@code households_developed}; ASCII, at most
 * 60 characters.
 */
public record MeasureId(String value) implements Comparable<MeasureId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    public MeasureId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a measure id: " + value);
        }
    }

    public static MeasureId of(String value) {
        return new MeasureId(value);
    }

    @Override
    public int compareTo(MeasureId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
