package districtkpi.domain.agreement;

import java.util.regex.Pattern;

/** The short name of a responsible unit within one agreement, such as {@code promotion}. */
public record UnitId(String value) implements Comparable<UnitId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public UnitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a unit id: " + value);
        }
    }

    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
