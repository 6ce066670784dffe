package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** Lets a page look again and again at a job that goes on whether anybody looks or not. */
public final class Polling {

    private static final int MILLIS = 500;
    private static final int NEVER = -1;

    private Runnable look = () -> {};
    private @Nullable Registration polls;

    /**
     * Polling of a page, for as long as it is shown.
     *
     * @param page made just now
     */
    public Polling(Component page) {
        page.addAttachListener(event -> polls = event.getUI().addPollListener(_ -> look.run()));
        page.addDetachListener(event -> {
            look = () -> {};
            event.getUI().setPollInterval(NEVER);
            if (polls != null) {
                polls.remove();
            }
        });
    }

    /** Begins to look, in the place of what was looked at before. */
    public void start(Runnable toLook) {
        look = toLook;
        UI.getCurrent().setPollInterval(MILLIS);
    }

    /** Looks no more. */
    public void stop() {
        look = () -> {};
        UI.getCurrent().setPollInterval(NEVER);
    }
}
