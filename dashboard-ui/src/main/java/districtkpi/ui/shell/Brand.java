package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;

/** What this is, and whose. */
class Brand extends Composite<Div> {

    Brand(Signal<Words> words) {
        Span name = new Span(words.map(w -> w.of("product")));
        name.addClassName("product");
        Span place = new Span(words.map(w -> w.of("product.place")));
        place.addClassName("product-place");
        getContent().addClassName("brand");
        getContent().add(name, place);
    }
}
