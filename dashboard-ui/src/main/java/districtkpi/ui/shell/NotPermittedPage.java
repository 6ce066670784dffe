package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Preferences;

/** Says that a screen is not for the role that is signed in. */
@ParentLayout(MainLayout.class)
class NotPermittedPage extends Composite<Div>
        implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private static final int FORBIDDEN = 403;

    private final Preferences preferences;

    NotPermittedPage(Preferences preferences) {
        this.preferences = preferences;
        Signal<Words> words = preferences.words();
        Anchor home = new Anchor("/", words.map(w -> w.of("not-found.home")));
        getContent().addClassName("page");
        getContent().setId("not-permitted");
        getContent()
                .add(
                        new H1(words.map(w -> w.of("not-permitted.title"))),
                        new Paragraph(words.map(w -> w.of("not-permitted.text"))),
                        new Paragraph(home));
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        Words words = preferences.words().peek();
        return words.of("title", words.of("not-permitted.title"), words.of("product"));
    }
}
