package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Preferences;

/** Says that there is nothing at an address: no such screen, round, district or day. */
@ParentLayout(MainLayout.class)
class NotFoundPage extends Composite<Div>
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private static final int NOT_FOUND = 404;

    private final Preferences preferences;

    NotFoundPage(Preferences preferences) {
        this.preferences = preferences;
        Signal<Words> words = preferences.words();
        Anchor home = new Anchor("/", words.map(w -> w.of("not-found.home")));
        home.setId("home");
        getContent().addClassName("page");
        getContent()
                .add(
                        new H1(words.map(w -> w.of("not-found.title"))),
                        new Paragraph(words.map(w -> w.of("not-found.text"))),
                        new Paragraph(home));
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        Words words = preferences.words().peek();
        return words.of("title", words.of("not-found.title"), words.of("product"));
    }
}
