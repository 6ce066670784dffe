package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.office.words.Words;

/** The fields of a screen that choose what it shows, in one row. */
public final class Filter extends Composite<Div> {

    public Filter(Words words, Component... fields) {
        getContent().addClassName("filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("filter"));
        getContent().add(fields);
    }
}
