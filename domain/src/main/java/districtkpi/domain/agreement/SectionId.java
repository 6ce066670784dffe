package districtkpi.domain.agreement;

import java.util.regex.Pattern;

/**
 * The short name of a section within an agreement, such as {@code team}; ASCII, at most 20
 * characters. Trends follow a section over rounds by it.
 */
public record SectionId(String value) implements Comparable<SectionId> {

    /** First: what follows is of this form. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,19}");

    /** The indicators that a district reaches together: one of the two sections of format 1. */
    public static final SectionId TEAM = new SectionId("team");

    /** The indicators of the head of a district: the other section of format 1. */
    public static final SectionId INDIVIDUAL = new SectionId("individual");

    public SectionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a section id: " + value);
        }
    }

    public static SectionId of(String value) {
        return new SectionId(value);
    }

    @Override
    public int compareTo(SectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
