package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A number in the strip at the head of a page, with its name and what it is beside. */
public final class StripItem extends Div {

    /**
     * @param values the number first
     * @param remark may be empty
     */
    public StripItem(String id, String name, List<Component> values, String remark) {
        Span title = new Span(name);
        title.addClassName("figure-name");
        Span value = new Span();
        value.addClassName("figure-value");
        values.forEach(value::add);
        setId(id);
        addClassName("strip-item");
        add(title, value);
        if (!remark.isEmpty()) {
            Span note = new Span(remark);
            note.addClassName("figure-remark");
            add(note);
        }
    }

    public StripItem(String id, String name, String value, String remark) {
        this(id, name, List.of(new Span(value)), remark);
    }
}
