package districtkpi.db.result;

import java.util.Locale;

/** By which way figures came in. */
public enum ImportKind {
    /** A results file. */
    RESULTS,
    /** An extract of a source system, of which the figures were worked out. */
    EXTRACT,
    /**
     * What was recorded online: one for each time that a district handed an indicator in, and for
     * evidence on paper that moved the day of its receipt.
     */
    ONLINE;

    /** The form in the database and in files, such as {@code results}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ImportKind parse(String key) {
        for (ImportKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of import: " + key);
    }
}
