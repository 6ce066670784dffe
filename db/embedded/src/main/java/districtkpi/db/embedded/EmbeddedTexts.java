package districtkpi.db.embedded;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What this module says to people, in both languages at once, since nobody knows yet who reads it.
 * It stands below all others, and so reads its bundle by itself.
 */
final class EmbeddedTexts {

    private EmbeddedTexts() {}

    /** A text in Thai and, on the next line, in English. */
    static String text(String key, Object... arguments) {
        return text(key, Locale.of("th"), arguments)
                + System.lineSeparator()
                + text(key, Locale.ENGLISH, arguments);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        String template =
                ResourceBundle.getBundle("districtkpi.db.embedded.texts", locale).getString(key);
        return new MessageFormat(template, Locale.ROOT).format(arguments);
    }
}
