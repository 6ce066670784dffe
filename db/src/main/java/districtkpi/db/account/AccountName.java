package districtkpi.db.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody signs in with: 2 to 64 letters a–z, digits, dots, hyphens, underscores or an at
 * sign, beginning with a letter or digit. Capital letters are the same as small ones.
 */
public record AccountName(String value) implements Comparable<AccountName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** The first administrator's. */
    public static final AccountName ADMIN = new AccountName("admin");

    public AccountName {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the name of an account");
        }
    }

    public static AccountName of(String value) {
        return new AccountName(value);
    }

    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
