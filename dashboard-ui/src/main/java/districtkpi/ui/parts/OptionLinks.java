package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A few choices beside each other, each an address; the one that is shown is marked. */
public final class OptionLinks extends Composite<Div> {

    public OptionLinks(String id, String label) {
        Div content = getContent();
        content.setId(id);
        content.addClassName("option-links");
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", label);
        Span name = new Span(label);
        name.addClassName("option-name");
        name.getElement().setAttribute("aria-hidden", "true");
        content.add(name);
    }

    /**
     * A choice.
     *
     * @param way a link, or a button where more than the address counts
     */
    public OptionLinks add(Component way, boolean current) {
        if (current) {
            way.getElement().setAttribute("aria-current", "true");
        }
        getContent().add(way);
        return this;
    }
}
