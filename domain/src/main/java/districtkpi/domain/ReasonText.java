package districtkpi.domain;

/** The words that say why something was done; they are kept beside it for good, and never cut. */
public final class ReasonText {

    /** What a reason may hold, in characters. */
    public static final int MAX_LENGTH = 500;

    private ReasonText() {}

    /** Whether a reason is longer than one may be. */
    public static boolean isTooLong(String reason) {
        return reason.codePointCount(0, reason.length()) > MAX_LENGTH;
    }

    /**
     * Gives a reason back that is not too long.
     *
     * @throws IllegalArgumentException if it is; whoever gave it has to be told before
     */
    public static String checked(String reason) {
        if (isTooLong(reason)) {
            throw new IllegalArgumentException(
                    "A reason has at most " + MAX_LENGTH + " characters");
        }
        return reason;
    }
}
