package districtkpi.db.recording;

import java.util.Locale;

/** What is done to an indicator of a district on its way through the review. */
public enum ReviewAction {
    /** By the district. */
    SUBMITTED,
    /** By whoever answers for the indicator in the province. */
    ACCEPTED,
    /** By the same, with a note that says why. */
    SENT_BACK,
    /**
     * The newest step in force was a mistake: of handing in by the district, until somebody
     * reviewed it; of the review by whoever answers for the indicator, with a note that says why.
     */
    TAKEN_BACK;

    /** The form in the database and in files, such as {@code sent-back}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ReviewAction parse(String key) {
        for (ReviewAction action : values()) {
            if (action.key().equals(key)) {
                return action;
            }
        }
        throw new IllegalArgumentException("Not an action: " + key);
    }
}
