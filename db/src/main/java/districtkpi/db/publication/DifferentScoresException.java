package districtkpi.db.publication;

import districtkpi.db.text.DatabaseTexts;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.publication.Publication;

/**
 * A published revision is scored differently by this version of the program than by the one that
 * published it. The published record stays what it is; it is not shown as if it were the new
 * result.
 */
public final class DifferentScoresException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DifferentScoresException(Publication publication) {
        this(
                DatabaseTexts.text(
                        "publication.other-scores", publication.round(), publication.revision()));
    }

    private DifferentScoresException(LocalizedText text) {
        super(text.th() + " · " + text.en());
    }
}
