package districtkpi.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts in Thai and in English, from {@code NAME_th.properties} and {@code NAME_en.properties}
 * beside a class. Immutable.
 *
 * <p>A place for an argument is written <code>{0}</code>, or with a name such as <code>{value}
 * </code>. Arguments are put in as they are, a {@link LocalizedText} in the language of the text; a
 * name in braces that nobody gave stays as it is.
 */
public final class TextBundle {

    public static final Locale THAI = Locale.of("th");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Pattern PLACE = Pattern.compile("\\{([0-9]|[a-z]+)}");

    private final Map<String, String> thai;
    private final Map<String, String> english;

    private TextBundle(Map<String, String> thai, Map<String, String> english) {
        this.thai = thai;
        this.english = english;
    }

    /**
     * The texts that lie beside a class.
     *
     * @param name of the files, without language
     * @throws IllegalStateException if the program lacks them
     */
    public static TextBundle beside(Class<?> type, String name) {
        return beside(type, name, UnaryOperator.identity());
    }

    /**
     * The texts that lie beside a class.
     *
     * @param name of the files, without language
     * @param form what is done to each text as it is read
     * @throws IllegalStateException if the program lacks them
     */
    public static TextBundle beside(Class<?> type, String name, UnaryOperator<String> form) {
        return new TextBundle(read(type, name, THAI, form), read(type, name, ENGLISH, form));
    }

    /**
     * A text in both languages with its arguments put in.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     * @throws IllegalArgumentException if there is no such key
     */
    public LocalizedText text(String key, Object... arguments) {
        return text(key, Map.of(), arguments);
    }

    /**
     * A text in both languages with its arguments put in.
     *
     * @param named for the places that have a name
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     * @throws IllegalArgumentException if there is no such key
     */
    public LocalizedText text(String key, Map<String, String> named, Object... arguments) {
        return new LocalizedText(
                fill(template(key, THAI), THAI, named, arguments),
                fill(template(key, ENGLISH), ENGLISH, named, arguments));
    }

    /**
     * A text without its arguments: the English one for an English locale, the Thai one for every
     * other.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String template(String key, Locale locale) {
        String template = texts(locale).get(key);
        if (template == null) {
            throw new IllegalArgumentException("No text " + key + " in " + locale);
        }
        return template;
    }

    public Set<String> keys(Locale locale) {
        return new TreeSet<>(texts(locale).keySet());
    }

    private Map<String, String> texts(Locale locale) {
        return Objects.equals(locale.getLanguage(), ENGLISH.getLanguage()) ? english : thai;
    }

    private static String fill(
            String template, Locale locale, Map<String, String> named, Object... arguments) {
        return PLACE.matcher(template)
                .replaceAll(place -> {
                    String name = place.group(1);
                    Object argument =
                            Character.isDigit(name.charAt(0))
                                    ? arguments[Integer.parseInt(name)]
                                    : named.getOrDefault(name, place.group());
                    return Matcher.quoteReplacement(
                            argument instanceof LocalizedText text
                                    ? text.in(locale)
                                    : String.valueOf(argument));
                });
    }

    private static Map<String, String> read(
            Class<?> type, String name, Locale locale, UnaryOperator<String> form) {
        String path = name + "_" + locale.getLanguage() + ".properties";
        try (InputStream stream = type.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The program lacks the file " + path + " beside " + type.getName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    key -> key, key -> form.apply(properties.getProperty(key))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
