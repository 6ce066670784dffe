package districtkpi.office.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/** What a password has to be like. Length is what counts, so nothing is asked of its letters. */
public final class Passwords {

    /** Letters. */
    public static final int MIN_LENGTH = 10;

    /** Bytes, of which a Thai letter takes three: what bcrypt looks at. */
    public static final int MAX_BYTES = 72;

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int OF_GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** Why a password is refused. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        IS_THE_NAME
    }

    /** What is wrong with a password for an account; absent if nothing is. */
    public static Optional<Fault> fault(String password, String accountName) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(Fault.TOO_LONG);
        }
        return password.equalsIgnoreCase(accountName)
                ? Optional.of(Fault.IS_THE_NAME)
                : Optional.empty();
    }

    /** One that nobody guesses (79 bits) and that can be read out, such as abcd-efgh-jkmn-2345. */
    public static String random() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < OF_GROUP; i++) {
                password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
        }
        return password.toString();
    }
}
