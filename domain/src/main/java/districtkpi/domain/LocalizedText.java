package districtkpi.domain;

import java.util.Locale;
import java.util.Objects;

/**
 * A text in Thai and in English.
 *
 * <p>The Thai one is the original, verbatim where it is quoted; the English one is a reading of it.
 *
 * @param th the Thai text, not blank
 * @param en the English text, not blank
 */
public record LocalizedText(String th, String en) {

    public LocalizedText {
        if (th.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A text needs a Thai and an English form");
        }
    }

    /** The English text for an English locale, the Thai one for every other. */
    public String in(Locale locale) {
        return Objects.equals(locale.getLanguage(), "en") ? en : th;
    }
}
