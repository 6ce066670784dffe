package districtkpi.ui.server;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;

/** Has open pages answered by {@link PackedAnswers} instead of Vaadin's own. */
@SpringComponent
class AnswersToPages implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new PackedAnswers());
    }
}
