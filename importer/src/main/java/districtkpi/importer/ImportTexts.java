package districtkpi.importer;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;

/** The texts of the importer other than messages of issues: parts of these, headings, labels. */
public final class ImportTexts {

    private static final TextBundle TEXTS = TextBundle.beside(ImportTexts.class, "texts");

    private ImportTexts() {}

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
