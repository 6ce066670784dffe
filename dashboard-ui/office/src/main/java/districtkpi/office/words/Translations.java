package districtkpi.office.words;

import districtkpi.domain.TextBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The interface texts, from {@code texts_th.properties} and {@code _en}.
 *
 * <p>A place for an argument is written <code>{0}</code>; arguments are texts that were formatted
 * already. Thai is the language of everybody who did not choose another one.
 */
@Component
public final class Translations {

    public static final Locale THAI = TextBundle.THAI;
    public static final Locale ENGLISH = TextBundle.ENGLISH;

    private static final Pattern BEFORE_PERCENT = Pattern.compile("(?<=[0-9}]) %");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final TextBundle texts =
            TextBundle.beside(Translations.class, "texts", Translations::withoutBreaks);

    /** The languages of the interface, the one of everybody who did not choose first. */
    public List<Locale> languages() {
        return List.of(THAI, ENGLISH);
    }

    /**
     * A text with its arguments put in.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String text(String key, Locale locale, Object... arguments) {
        return fill(template(key, locale), arguments);
    }

    String template(String key, Locale locale) {
        return texts.template(key, locale);
    }

    static String fill(String template, Object... arguments) {
        return PLACE.matcher(template)
                .replaceAll(place -> {
                    int argument = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(String.valueOf(arguments[argument]));
                });
    }

    static List<TextPiece> pieces(String template) {
        List<TextPiece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            if (place.start() > from) {
                pieces.add(new TextPiece.Said(template.substring(from, place.start())));
            }
            pieces.add(new TextPiece.Place(Integer.parseInt(place.group(1))));
            from = place.end();
        }
        if (from < template.length()) {
            pieces.add(new TextPiece.Said(template.substring(from)));
        }
        return pieces;
    }

    Set<String> keys(Locale locale) {
        return texts.keys(locale);
    }

    /** A number stays in one line with its sign. */
    private static String withoutBreaks(String text) {
        return BEFORE_PERCENT.matcher(text).replaceAll("\u00a0%");
    }
}
