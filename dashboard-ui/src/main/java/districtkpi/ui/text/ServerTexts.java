package districtkpi.ui.text;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;

/**
 * What the program says other than on its pages: to callers of the API, on the command line, and in
 * its log.
 */
public final class ServerTexts {

    private static final TextBundle TEXTS = TextBundle.beside(ServerTexts.class, "texts");

    private ServerTexts() {}

    /**
     * A text in both languages.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     * @throws IllegalArgumentException if there is no such key
     */
    public static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** Both languages on one line, for readers of whom nothing is known. */
    public static String bilingual(LocalizedText text) {
        return text.th() + " / " + text.en();
    }
}
