package districtkpi.office.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** The module whose pages the texts are made for. */
    private static final Path PAGES = Path.of("../src/main/java");

    private static final Path EXPORT = Path.of("../export/src/main/java");

    private static final List<Path> MODULES =
            List.of(
                    Path.of("../../domain/src/main/java"),
                    Path.of("../../scoring/src/main/java"),
                    Path.of("../../db/src/main/java"),
                    Path.of("../../importer/src/main/java"),
                    SOURCES,
                    EXPORT,
                    PAGES);

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** What a person reads, unlike a name in the code. */
    private static final Pattern SENTENCE = Pattern.compile("[ \\u0E01-\\u0E5B]");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern ASKED =
            Pattern.compile(
                    "\\b(?:w|words|get\\(\\)|peek\\(\\))[.]of\\(\\s*\"([a-z][a-z0-9.-]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern THAI_LETTER = Pattern.compile("[\\u0E01-\\u0E5B]");

    /** โปรด, ผ่านแบบคาบเส้น, เกณฑ์, บันทึกข้อตกลง, ประวัติการใช้งาน, ส่งช้า, รหัสตรวจสอบ, ถอน. */
    static final Pattern THAI_SYNONYMS =
            Pattern.compile(
                    "กรุณา|เฉียดฉิว|กติกา|คำรับรอง|บันทึกการใช้งาน|เลยกำหนด|ลายนิ้วมือ|ยกเลิกการลงรับ|ยกเลิกการนำเข้า");

    /** Fix or correct, check code, highlight, current figures, tied. */
    static final Pattern ENGLISH_SYNONYMS =
            Pattern.compile(
                    "\\b(?:mend(?:ed)?|[Ff]ingerprint|[Ee]mphasi[sz]ed?|figures of now|level with)\\b");

    private final Translations translations = new Translations();

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(translations.keys(Translations.THAI))
                .isNotEmpty()
                .isEqualTo(translations.keys(Translations.ENGLISH));
    }

    @Test
    void putsTheSameArgumentsIntoBothLanguages() {
        for (String key : translations.keys(Translations.THAI)) {
            assertThat(places(translations.template(key, Translations.ENGLISH)))
                    .as(key)
                    .isEqualTo(places(translations.template(key, Translations.THAI)));
        }
    }

    @Test
    void hasEveryTextThatIsAskedFor() {
        Set<String> asked = find(ASKED);
        assertThat(asked).contains("ranking.title");
        assertThat(translations.keys(Translations.THAI)).containsAll(asked);
    }

    @Test
    void knowsEveryLiteralThatLooksLikeAKey() {
        Set<String> keys = translations.keys(Translations.THAI);
        Set<String> families =
                keys.stream()
                        .filter(key -> key.contains("."))
                        .map(key -> key.substring(0, key.indexOf('.') + 1))
                        .collect(Collectors.toSet());
        Set<String> likeKeys =
                find(LITERAL).stream()
                        .filter(literal -> families.stream().anyMatch(literal::startsWith))
                        .collect(Collectors.toSet());
        assertThat(likeKeys).isNotEmpty();
        assertThat(keys).containsAll(likeKeys);
    }

    @Test
    void keepsNoTextThatNothingUses() {
        assertThat(find(LITERAL)).containsAll(translations.keys(Translations.THAI));
    }

    @Test
    void writesEnglishWithoutThaiLetters() {
        for (String key : translations.keys(Translations.ENGLISH)) {
            if (!key.equals("language.other")) {
                assertThat(translations.template(key, Translations.ENGLISH))
                        .as(key)
                        .doesNotContainPattern(THAI_LETTER);
            }
        }
    }

    /** Each of these has another word on screen, which is the only one for the thing. */
    @Test
    void usesOneWordForOneThing() {
        assertThat(textsWith(Translations.THAI, THAI_SYNONYMS)).isEmpty();
        assertThat(textsWith(Translations.ENGLISH, ENGLISH_SYNONYMS)).isEmpty();
    }

    /** What the program tells its log, and developers, stands in the code. */
    @Test
    void usesTheSameWordsWhereTheCodeItselfSpeaks() {
        Set<String> said = new TreeSet<>();
        for (Path module : MODULES) {
            said.addAll(find(module, TEXT));
        }
        said.removeIf(text -> !SENTENCE.matcher(text).find());
        assertThat(said).hasSizeGreaterThan(500);
        said.removeIf(text ->
                !THAI_SYNONYMS.matcher(text).find() && !ENGLISH_SYNONYMS.matcher(text).find());
        assertThat(said).isEmpty();
    }

    private List<String> textsWith(Locale language, Pattern words) {
        return translations.keys(language).stream()
                .map(key -> key + "=" + translations.template(key, language))
                .filter(text -> words.matcher(text.substring(text.indexOf('=') + 1)).find())
                .toList();
    }

    @Test
    void putsArgumentsInAsTheyAre() {
        assertThat(Translations.fill("{1} of {0}, {0}", "a{1}", "$1\\"))
                .isEqualTo("$1\\ of a{1}, a{1}");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> translations.text("no.such.text", Translations.THAI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.text");
    }

    private static Set<String> places(String template) {
        return PLACE.matcher(template).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    private static Set<String> find(Pattern pattern) {
        Set<String> found = find(SOURCES, pattern);
        found.addAll(find(EXPORT, pattern));
        found.addAll(find(PAGES, pattern));
        return found;
    }

    private static Set<String> find(Path sources, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
