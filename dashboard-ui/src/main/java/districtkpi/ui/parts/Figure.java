package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with its name above and, if need be, a remark below. */
public final class Figure extends Composite<Div> {

    public Figure(String id, String name, String value, String remark) {
        Div figure = getContent();
        figure.setId(id);
        figure.addClassName("figure");
        Span title = new Span(name);
        title.addClassName("figure-name");
        Span number = new Span(value);
        number.addClassName("figure-value");
        figure.add(title, number);
        if (!remark.isEmpty()) {
            Span note = new Span(remark);
            note.addClassName("figure-remark");
            figure.add(note);
        }
    }

    public Figure(String id, String name, String value) {
        this(id, name, value, "");
    }
}
