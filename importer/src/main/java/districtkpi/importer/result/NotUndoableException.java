package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;

/** An import cannot be undone; nothing was changed. */
public final class NotUndoableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause because;
    private final transient LocalizedText text;

    /** Why an import cannot be undone. */
    public enum Cause {
        /** It was undone before. */
        ALREADY_UNDONE,
        /** A later file may say the same, and did not record it. */
        CONFIRMATIONS_UNKNOWN,
        /** A round of it was signed off. */
        SIGNED_OFF
    }

    NotUndoableException(Cause because, LocalizedText text) {
        super(text.en());
        this.because = because;
        this.text = text;
    }

    public Cause because() {
        return because;
    }

    /** What is wrong and what to do. */
    public LocalizedText text() {
        return text;
    }
}
