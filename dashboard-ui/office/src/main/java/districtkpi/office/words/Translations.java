package districtkpi.office.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

    public static final Locale THAI = Locale.of("th");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Pattern BEFORE_PERCENT = Pattern.compile("(?<=[0-9}]) %");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final Map<String, Properties> texts =
            Map.of(
                    THAI.getLanguage(), read(THAI),
                    ENGLISH.getLanguage(), read(ENGLISH));

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
        Properties language = texts.get(locale.getLanguage());
        if (language == null) {
            language = texts.getOrDefault(THAI.getLanguage(), new Properties());
        }
        String template = language.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("No text " + key + " in " + locale);
        }
        return template;
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
        return new TreeSet<>(
                texts.getOrDefault(locale.getLanguage(), new Properties()).stringPropertyNames());
    }

    /** A number stays in one line with its sign. */
    private static String withoutBreaks(String text) {
        return BEFORE_PERCENT.matcher(text).replaceAll("\u00a0%");
    }

    private static Properties read(Locale locale) {
        String path = "texts_" + locale.getLanguage() + ".properties";
        try (InputStream stream = Translations.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + path);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            properties.replaceAll((_, text) -> withoutBreaks((String) text));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
