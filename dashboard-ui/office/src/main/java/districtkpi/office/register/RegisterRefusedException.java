package districtkpi.office.register;

/** Why something was not written into the register; then nothing was. */
public final class RegisterRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and so what to do. */
    public enum Reason {
        /** It is another district's, or not for this role. */
        NOT_YOURS,
        /** The round, or the district in it, is not there. */
        UNKNOWN,
        /** Nothing can have been received tomorrow. */
        DAY_IN_FUTURE,
        /** Nothing can have been received before the round began. */
        DAY_BEFORE_ROUND,
        /** Somebody recorded a receipt, or withdrew one, meanwhile. */
        MOVED,
        /** A list of addresses would do something else now than what was shown. */
        ADDRESSES_MOVED,
        /** There is no receipt to withdraw. */
        NOT_RECEIVED,
        /** Whoever withdraws a receipt says why. */
        NO_NOTE,
        TOO_LONG,
        /** A text holds what may be the number of a citizen. */
        PERSONAL_NUMBER
    }

    private final Reason reason;

    RegisterRefusedException(Reason reason) {
        super("Not registered: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
