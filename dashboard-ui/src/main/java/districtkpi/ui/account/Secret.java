package districtkpi.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A secret that is shown once, to be copied. */
class Secret extends Composite<Div> {

    Secret(String label, String secret) {
        Code text = new Code(secret);
        text.setId("secret");
        text.getElement().setAttribute("tabindex", "0");
        getContent().addClassName("secret");
        getContent().add(new Span(label), text);
    }
}
