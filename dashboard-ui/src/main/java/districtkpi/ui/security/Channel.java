package districtkpi.ui.security;

import java.util.Locale;

/** On which way somebody signed in. */
public enum Channel {
    /** On the sign-in page; lasts as long as the session. */
    PAGE,
    /** With name and password in each call (HTTP Basic). */
    BASIC,
    /** With a token of the account in each call. */
    TOKEN;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
