package districtkpi.ui.recording;

import com.vaadin.flow.component.html.Span;
import districtkpi.db.recording.ReviewState;
import districtkpi.office.words.Words;

/** How an indicator stands in the review, in words on a colour. */
final class ReviewMark extends Span {

    ReviewMark(ReviewState state, Words words) {
        super(new RecordingWords(words).state(state));
        addClassNames("review-state", "review-" + state.key());
    }
}
