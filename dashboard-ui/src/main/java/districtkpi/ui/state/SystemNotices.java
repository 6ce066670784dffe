package districtkpi.ui.state;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import org.springframework.stereotype.Component;

/**
 * What the browser shows over a page that cannot go on, in the language of the reader: something
 * went wrong, the page and the server no longer agree, or there are no cookies. A session that
 * ended needs no notice: the page is loaded anew, and that leads to the sign-in.
 */
@Component
class SystemNotices implements VaadinServiceInitListener {

    private final Translations translations;

    SystemNotices(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this::notices);
    }

    private SystemMessages notices(SystemMessagesInfo info) {
        // Of the page, where there is one; there need not be a request.
        boolean english = info.getLocale().getLanguage().equals(Translations.ENGLISH.getLanguage());
        Words words =
                new Words(translations, english ? Translations.ENGLISH : Translations.THAI, false);
        CustomizedSystemMessages notices = new CustomizedSystemMessages();
        notices.setInternalErrorCaption(words.of("notice.error"));
        notices.setInternalErrorMessage(words.of("notice.error.text"));
        notices.setSyncErrorCaption(words.of("notice.out-of-step"));
        notices.setSyncErrorMessage(words.of("notice.out-of-step.text"));
        notices.setCookiesDisabledCaption(words.of("notice.cookies"));
        notices.setCookiesDisabledMessage(words.of("notice.cookies.text"));
        return notices;
    }
}
