package districtkpi.db.publication;

/**
 * A round cannot be published, signed off or opened again as it was asked for; nothing was written.
 */
public final class NotPublishableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        /** The round was not opened. */
        UNKNOWN_ROUND,
        /** No district has any result. */
        NO_RESULT,
        /** The newest revision says the same already. */
        UNCHANGED,
        /** A further revision needs a reason. */
        NO_REASON,
        /** The data moved since the draft was shown. */
        DATA_MOVED,
        /** What is to be signed off has to be published first. */
        NOT_PUBLISHED
    }

    private final Reason reason;

    NotPublishableException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
