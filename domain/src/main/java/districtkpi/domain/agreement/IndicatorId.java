package districtkpi.domain.agreement;

import java.util.regex.Pattern;

/**
 * The short name of an indicator within one agreement, such as {@code T1}; ASCII, at most 20
 * characters.
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

    public IndicatorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an indicator id: " + value);
        }
    }

    public static IndicatorId of(String value) {
        return new IndicatorId(value);
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
