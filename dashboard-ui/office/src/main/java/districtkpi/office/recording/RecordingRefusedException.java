package districtkpi.office.recording;

/** Why something was not recorded or reviewed; then nothing was. */
public final class RecordingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and so what to do. */
    public enum Reason {
        /** It is another district's, or another unit's. */
        NOT_YOURS,
        /** The round, the indicator or the field is not there, or not any more. */
        UNKNOWN,
        /** A text holds what may be the number of a citizen. */
        PERSONAL_NUMBER,
        TOO_LONG,
        /** There is no figure to hand in. */
        NOTHING_RECORDED,
        /** Only what was handed in can be reviewed. */
        NOT_SUBMITTED,
        /** The director declared the results of the round final. */
        SIGNED_OFF,
        /** Somebody handed in or reviewed meanwhile. */
        MOVED,
        /** What would be done is not what was shown any more. */
        NOT_AS_SHOWN,
        /** There is no step that could be taken back. */
        NOTHING_TO_TAKE_BACK,
        /** The figures that were handed in cannot be taken back. */
        NOT_UNDOABLE,
        /** Whoever sends back says why. */
        NO_NOTE,
        /** Whoever sets or withdraws a level, or takes a review back, says why. */
        NO_REASON,
        /** A reason is shorter than other texts. */
        REASON_TOO_LONG,
        /** Without a computed level none can be set. */
        NO_LEVEL,
        /** A file is neither PDF, JPEG, PNG nor XLSX, whatever its name says. */
        WRONG_TYPE,
        TOO_BIG,
        /** Paper is not received on a day that is still to come. */
        DAY_IN_FUTURE,
        /** What bears out a round's work did not come before the round began. */
        DAY_BEFORE_ROUND,
        /** Whoever records paper says what it is. */
        NO_DESCRIPTION
    }

    private final Reason reason;

    RecordingRefusedException(Reason reason) {
        super("Not recorded: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
