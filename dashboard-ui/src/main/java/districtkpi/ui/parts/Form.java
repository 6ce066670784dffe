package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;

/**
 * Fields in one row that count once a button among them is pressed. What was typed there and not
 * sent the browser keeps while the page is made anew or left ({@code session.js}).
 */
public final class Form extends Composite<Div> {

    public Form(Component... fieldsAndButtons) {
        getContent().addClassName("filter");
        getContent().add(fieldsAndButtons);
        mark(this);
    }

    /** The same of fields that stand in another way. */
    public static void mark(HasElement fieldsAndButtons) {
        fieldsAndButtons.getElement().setAttribute("data-form", true);
    }
}
