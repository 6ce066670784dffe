package districtkpi.ui.outage;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in an open page that what was just done failed, since the database is away or full. */
@Component
class OutageNotices implements VaadinServiceInitListener {

    private static final int MILLIS = 15_000;

    private final Translations translations;

    OutageNotices(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(begun -> {
                    ErrorHandler others = begun.getSession().getErrorHandler();
                    begun.getSession().setErrorHandler(failed -> handle(failed, others));
                });
    }

    private void handle(ErrorEvent failed, ErrorHandler others) {
        Optional<DatabaseFailure> failure = DatabaseFailure.of(failed.getThrowable());
        UI ui = UI.getCurrent();
        if (failure.isEmpty() || ui == null) {
            others.error(failed);
            return;
        }
        Words words = new Words(translations, ui.getLocale(), false);
        OutageWords said = OutageWords.of(failure.get(), words);
        Notification notice =
                new Notification(
                        said.title() + " — " + said.text(), MILLIS, Notification.Position.MIDDLE);
        notice.setId("outage");
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
        notice.open();
    }
}
