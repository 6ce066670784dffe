package districtkpi.domain.agreement;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short name of a section within an agreement, such as {@code team}; lower-case ASCII letters
 * and digits, at most 20, and neither {@code total} nor {@code unreported}. Trends follow a section
 * over rounds by it.
 */
public record SectionId(String value) implements Comparable<SectionId> {

    /** Without what addresses and names of columns put between words. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,19}");

    /** What addresses and names of columns say in the place of a section. */
    private static final Set<String> RESERVED = Set.of("total", "unreported");

    /** The indicators that a district reaches together: one of the two sections of format 1. */
    public static final SectionId TEAM = new SectionId("team");

    /** The indicators of the head of a district: the other section of format 1. */
    public static final SectionId INDIVIDUAL = new SectionId("individual");

    public SectionId {
        if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
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
