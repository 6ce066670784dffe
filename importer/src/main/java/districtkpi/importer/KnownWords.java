package districtkpi.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that are recognised in files, as {@code words.properties} lists them. */
public final class KnownWords {

    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Properties WORDS = read();

    private KnownWords() {}

    /**
     * The words for one thing.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public static Set<String> of(String key) {
        return Set.copyOf(listed(key));
    }

    /**
     * The words for one thing, in the order in which they are listed.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public static List<String> listed(String key) {
        String words = WORDS.getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return List.of(COMMA.split(words));
    }

    private static Properties read() {
        try (InputStream stream = KnownWords.class.getResourceAsStream("words.properties")) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file words.properties");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
