package districtkpi.ui.state;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import districtkpi.ui.words.Translations;
import districtkpi.ui.words.Words;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How one reader wants the pages: language, digits, light or dark. Kept in cookies for a year; the
 * language is also part of the address, which wins.
 */
@SpringComponent
@UIScope
public class Preferences {

    private static final String LANGUAGE = "language";
    private static final String DIGITS = "digits";
    private static final String COLOURS = "colours";
    private static final String THAI_DIGITS = "thai";
    private static final Duration KEPT = Duration.ofDays(365);

    private final ValueSignal<Words> words;
    private ColorScheme.Value colours;

    Preferences(Translations translations) {
        VaadinRequest request = VaadinRequest.getCurrent();
        words = new ValueSignal<>(wordsOf(request, translations));
        colours = coloursOf(request);
    }

    static Words wordsOf(VaadinRequest request, Translations translations) {
        Locale locale =
                cookie(request, LANGUAGE)
                        .filter(Translations.ENGLISH.getLanguage()::equals)
                        .map(_ -> Translations.ENGLISH)
                        .orElse(Translations.THAI);
        boolean thaiDigits = cookie(request, DIGITS).filter(THAI_DIGITS::equals).isPresent();
        return new Words(translations, locale, thaiDigits);
    }

    static ColorScheme.Value coloursOf(VaadinRequest request) {
        return cookie(request, COLOURS)
                .map(ColorScheme.Value::fromString)
                .filter(value -> value != ColorScheme.Value.NORMAL)
                .orElse(ColorScheme.Value.LIGHT_DARK);
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
            boolean thaiDigits =
                    cookie(VaadinRequest.getCurrent(), DIGITS)
                            .filter(THAI_DIGITS::equals)
                            .isPresent();
            words.set(new Words(words.peek().translations(), locale, thaiDigits));
            keep(LANGUAGE, locale.getLanguage());
        }
    }

    public void chooseThaiDigits(boolean thaiDigits) {
        Words current = words.peek();
        words.set(new Words(current.translations(), current.locale(), thaiDigits));
        keep(DIGITS, thaiDigits ? THAI_DIGITS : "arabic");
    }

    public void choose(ColorScheme.Value value) {
        colours = value;
        UI.getCurrent().getPage().setColorScheme(value);
        keep(COLOURS, value.getValue());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (Objects.equals(cookie.getName(), name)) {
                return Optional.ofNullable(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static void keep(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
