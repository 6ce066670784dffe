package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A few choices beside each other, each an address; the one that is shown is marked. */
class OptionLinks extends Composite<Div> {

    OptionLinks(String id, String label) {
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

    OptionLinks add(Anchor link, boolean current) {
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        getContent().add(link);
        return this;
    }
}
