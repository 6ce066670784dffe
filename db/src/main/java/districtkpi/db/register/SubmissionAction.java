package districtkpi.db.register;

import java.util.Locale;

/** What is recorded of a district's printed report. */
public enum SubmissionAction {
    /** By the district. */
    PRINTED,
    /** By the province, with the day on which it came. */
    RECEIVED,
    /** By the province, with a note that says why it did not come after all. */
    RECEIPT_WITHDRAWN;

    /** The form in the database and in files, such as {@code receipt-withdrawn}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static SubmissionAction parse(String key) {
        for (SubmissionAction action : values()) {
            if (action.key().equals(key)) {
                return action;
            }
        }
        throw new IllegalArgumentException("Not an action: " + key);
    }
}
