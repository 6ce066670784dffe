package districtkpi.db.register;

import java.util.regex.Pattern;

/**
 * The e-mail address of an office: ASCII, at most 254 characters, without a name before it, and
 * with nothing in it that could begin another line or address of a mail.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                            + LABEL
                            + "(?:\\."
                            + LABEL
                            + ")+");

    public EmailAddress {
        value = value.strip();
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /**
     * An address.
     *
     * @throws IllegalArgumentException for what is none
     */
    public static EmailAddress of(String value) {
        return new EmailAddress(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
