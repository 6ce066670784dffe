package districtkpi.office.account;

import java.util.Locale;

/** On which way somebody signed in. */
public enum Channel {
    /** On the sign-in page; lasts as long as the session. */
    PAGE,
    /** At an identity provider; lasts as long as the session. */
    PROVIDER,
    /** With name and password in each call (HTTP Basic). */
    BASIC,
    /** With a token of the account in each call. */
    TOKEN;

    /**
     * Whether it lasts as long as the session, which comes along with whatever a browser sends, on
     * whose page ever.
     */
    public boolean isOfSession() {
        return this == PAGE || this == PROVIDER;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
