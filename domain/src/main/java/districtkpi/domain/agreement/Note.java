package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;

/**
 * A remark of the people who read the agreement into the system, beside its verbatim text.
 *
 * @param kind what the remark is about
 */
public record Note(Kind kind, LocalizedText text) {

    /** An oddity is something strange in the original; an assumption is our reading of a gap. */
    public enum Kind {
        ODDITY,
        ASSUMPTION,
        EXPLANATION
    }
}
