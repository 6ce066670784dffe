package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;

/** The first thing that the key Tab leads to: past the header, to the screen itself. */
class SkipLink extends Composite<Anchor> {

    SkipLink(Signal<Words> words) {
        Anchor skip = getContent();
        skip.setId("skip-link");
        skip.addClassName("skip-link");
        skip.bindText(words.map(w -> w.of("skip")));
        // The base address of the page is not the page's own, so a bare #main would leave it.
        skip.getElement().setAttribute("href", "#main");
        skip.getElement().setAttribute("router-ignore", true);
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', event => {"
                                + " document.getElementById('main').focus();"
                                + " event.preventDefault(); })");
    }
}
