package districtkpi.ui.outage;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Preferences;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that a page could not be made. It stands alone: what is around other pages may need what
 * failed.
 */
class FailurePage extends Composite<Div> implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(FailurePage.class);

    private static final int OWN_FAULT = 500;
    private static final int AWAY = 503;

    private final Words words;

    FailurePage(Preferences preferences) {
        words = preferences.words().peek();
        getContent().addClassName("page");
        getContent().setId("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Optional<DatabaseFailure> failure = DatabaseFailure.of(parameter.getException());
        OutageWords said =
                failure.map(of -> OutageWords.of(of, words))
                        .orElseGet(() ->
                                new OutageWords(
                                        words.of("outage.fault"), words.of("outage.fault.text")));
        getContent().add(new H1(said.title()), new Paragraph(said.text()));
        if (failure.isPresent()) {
            return AWAY;
        }
        log.error("{} failed", event.getLocation().getPath(), parameter.getException());
        return OWN_FAULT;
    }

    @Override
    public String getPageTitle() {
        return words.of("product");
    }
}
