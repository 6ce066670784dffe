package districtkpi.ui.state;

import com.vaadin.flow.component.page.ColorScheme;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a browser keeps how its reader wants the pages: language, digits, colours. */
public final class ReaderCookies {

    private static final String LANGUAGE = "language";
    private static final String DIGITS = "digits";
    private static final String COLOURS = "colours";
    private static final String THAI_DIGITS = "thai";
    private static final Duration KEPT = Duration.ofDays(365);

    private ReaderCookies() {}

    /**
     * The language of the reader; Thai where none was chosen.
     *
     * @param cookies of the request; null if it has none
     */
    public static Words words(Cookie @Nullable [] cookies, Translations translations) {
        Locale locale =
                value(cookies, LANGUAGE)
                        .filter(Translations.ENGLISH.getLanguage()::equals)
                        .map(_ -> Translations.ENGLISH)
                        .orElse(Translations.THAI);
        return new Words(translations, locale, thaiDigits(cookies));
    }

    /** Light, dark, or as the system says where none was chosen. */
    public static ColorScheme.Value colours(Cookie @Nullable [] cookies) {
        return value(cookies, COLOURS)
                .map(ColorScheme.Value::fromString)
                .filter(value -> value != ColorScheme.Value.NORMAL)
                .orElse(ColorScheme.Value.LIGHT_DARK);
    }

    static boolean thaiDigits(Cookie @Nullable [] cookies) {
        return value(cookies, DIGITS).filter(THAI_DIGITS::equals).isPresent();
    }

    /**
     * Keeps a language for a year.
     *
     * @param secure whether the page came by https
     */
    public static Cookie of(Locale locale, boolean secure) {
        return kept(LANGUAGE, locale.getLanguage(), secure);
    }

    /**
     * Keeps light or dark for a year.
     *
     * @param secure whether the page came by https
     */
    public static Cookie of(ColorScheme.Value colours, boolean secure) {
        return kept(COLOURS, colours.getValue(), secure);
    }

    static Cookie ofDigits(boolean thai, boolean secure) {
        return kept(DIGITS, thai ? THAI_DIGITS : "arabic", secure);
    }

    private static Optional<String> value(Cookie @Nullable [] cookies, String name) {
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> Objects.equals(cookie.getName(), name))
                        .findFirst()
                        .map(Cookie::getValue);
    }

    private static Cookie kept(String name, String value, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
