package districtkpi.domain.agreement;

import java.util.regex.Pattern;

/**
 * What an indicator measures across rounds, such as {@code budget_spending}; trends join rounds by
 * it.
 */
public record ConceptId(String value) implements Comparable<ConceptId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    public ConceptId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a concept id: " + value);
        }
    }

    public static ConceptId of(String value) {
        return new ConceptId(value);
    }

    @Override
    public int compareTo(ConceptId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
