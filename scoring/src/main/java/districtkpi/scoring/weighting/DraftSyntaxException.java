package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;

/** A text is no draft: it was typed or cut off, or comes from another version. */
public final class DraftSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient LocalizedText problem;

    DraftSyntaxException(LocalizedText problem) {
        super(problem.en());
        this.problem = problem;
    }

    /** What is wrong, with the offending part of the text. */
    public LocalizedText problem() {
        return problem;
    }
}
