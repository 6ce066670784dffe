package districtkpi.ui.state;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives the very first page its language and colours, before any component exists. */
@Component
class FirstPaint implements VaadinServiceInitListener {

    private final Translations translations;

    FirstPaint(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::dress);
    }

    private void dress(IndexHtmlResponse response) {
        Cookie[] cookies = response.getVaadinRequest().getCookies();
        Words words = ReaderCookies.words(cookies, translations);
        Locale locale =
                Optional.ofNullable(response.getVaadinRequest().getParameter("lang"))
                        .filter(Translations.ENGLISH.getLanguage()::equals)
                        .map(_ -> Translations.ENGLISH)
                        .orElse(words.locale());
        ColorScheme.Value colours = ReaderCookies.colours(cookies);
        Element html = response.getDocument().root().getElementsByTag("html").first();
        if (html != null) {
            html.attr("lang", locale.getLanguage());
            html.attr("theme", colours.getThemeValue());
            html.attr("style", "color-scheme: " + colours.getValue());
        }
    }
}
