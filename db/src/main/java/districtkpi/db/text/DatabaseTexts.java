package districtkpi.db.text;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;

/** What this module says to people. */
public final class DatabaseTexts {

    private static final TextBundle TEXTS = TextBundle.beside(DatabaseTexts.class, "texts");

    private DatabaseTexts() {}

    /**
     * A text in both languages.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     * @throws IllegalArgumentException if there is no such key
     */
    public static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }
}
