package districtkpi.ui.state;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import jakarta.servlet.http.Cookie;
import java.util.Locale;

/**
 * How one reader wants the pages: language, digits, light or dark. Kept in cookies for a year; the
 * language is also part of the address, which wins.
 */
@SpringComponent
@UIScope
public class Preferences {

    private final ValueSignal<Words> words;
    private ColorScheme.Value colours;

    Preferences(Translations translations) {
        Cookie[] cookies = VaadinRequest.getCurrent().getCookies();
        words = new ValueSignal<>(ReaderCookies.words(cookies, translations));
        colours = ReaderCookies.colours(cookies);
    }

    /** The language of the reader; views that read it in an effect follow every change. */
    public Signal<Words> words() {
        return words.asReadonly();
    }

    /** Light, dark, or as the system says ({@code LIGHT_DARK}). */
    public ColorScheme.Value colours() {
        return colours;
    }

    /** Changes the language, here and for the next visit. */
    public void choose(Locale locale) {
        if (!words.peek().locale().equals(locale)) {
            boolean thaiDigits = ReaderCookies.thaiDigits(VaadinRequest.getCurrent().getCookies());
            words.set(new Words(words.peek().translations(), locale, thaiDigits));
            keep(ReaderCookies.of(locale, isSecure()));
        }
    }

    public void chooseThaiDigits(boolean thaiDigits) {
        Words current = words.peek();
        words.set(new Words(current.translations(), current.locale(), thaiDigits));
        keep(ReaderCookies.ofDigits(thaiDigits, isSecure()));
    }

    public void choose(ColorScheme.Value value) {
        colours = value;
        UI.getCurrent().getPage().setColorScheme(value);
        keep(ReaderCookies.of(value, isSecure()));
    }

    private static boolean isSecure() {
        return VaadinRequest.getCurrent().isSecure();
    }

    private static void keep(Cookie cookie) {
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
