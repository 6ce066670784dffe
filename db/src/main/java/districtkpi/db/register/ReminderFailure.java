package districtkpi.db.register;

import java.util.Locale;

/** Why a reminder was not sent. */
public enum ReminderFailure {
    /** The mail server did not answer, or broke off. */
    UNREACHABLE,
    /** The mail server does not take the user name and password that are configured. */
    SIGN_IN_REFUSED,
    /** The mail server does not take mail to this address. */
    ADDRESS_REFUSED,
    /** The mail server refused it for another reason. */
    REFUSED;

    /** Whether the next mail would fare the same. */
    public boolean isOfTheServer() {
        return this == UNREACHABLE || this == SIGN_IN_REFUSED;
    }

    /** The form in the database and in files, such as {@code sign-in-refused}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ReminderFailure parse(String key) {
        for (ReminderFailure failure : values()) {
            if (failure.key().equals(key)) {
                return failure;
            }
        }
        throw new IllegalArgumentException("Not a failure: " + key);
    }
}
