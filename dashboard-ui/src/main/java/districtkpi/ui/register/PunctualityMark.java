package districtkpi.ui.register;

import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.office.words.Words;

/** Whether something was done by its day, in words on a colour. */
final class PunctualityMark extends Span {

    PunctualityMark(Punctuality state, Words words) {
        super(new RegisterWords(words).state(state));
        addClassNames(
                "review-state",
                switch (state) {
                    case ON_TIME, DONE -> "review-reviewed";
                    case LATE, OVERDUE -> "review-sent-back";
                    case OPEN -> "review-waiting";
                });
    }
}
