package districtkpi.ui.parts;

import com.vaadin.flow.component.html.Span;

/** Words for those who listen to a page rather than look at it. */
public final class HiddenText extends Span {

    public HiddenText(String text) {
        super(text);
        addClassName("visually-hidden");
    }
}
