package districtkpi.office.cascade;

/** Why something was not handed down or acknowledged; then nothing was. */
public final class CascadeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and so what to do. */
    public enum Reason {
        /** It is another district's, or the role may not. */
        NOT_YOURS,
        /** The round, the officer, the sheet or the indicator is not there, or not any more. */
        UNKNOWN,
        /** Somebody else changed it meanwhile. */
        MOVED,
        /** A text holds what may be the number of a citizen. */
        PERSONAL_NUMBER,
        /** Somebody with that post and name serves already. */
        TAKEN,
        /** Who is retired gets nothing. */
        RETIRED,
        /** The district did not acknowledge the version of the agreement in force. */
        NOT_ACKNOWLEDGED,
        /** The weights do not total 100. */
        NOT_WHOLE,
        /** It is what the officer has already. */
        UNCHANGED,
        /** The director declared the results of the round final. */
        SIGNED_OFF,
        /** A text is no day. */
        NO_DAY,
        /** A day before the sheet was handed over, or one to come. */
        WRONG_DAY
    }

    private final Reason reason;

    CascadeRefusedException(Reason reason) {
        super("Not handed down: " + reason);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
