package districtkpi.db.extract;

import java.util.regex.Pattern;

/**
 * The name of a column among the cells of a row, such as {@code carried_out_on}.
 *
 * @param value lower case, digits and underscores, beginning with a letter
 */
public record ColumnKey(String value) implements Comparable<ColumnKey> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    public ColumnKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A column is named in lower case, digits and underscores: " + value);
        }
    }

    @Override
    public int compareTo(ColumnKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
