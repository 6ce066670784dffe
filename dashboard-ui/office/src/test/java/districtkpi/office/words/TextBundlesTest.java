package districtkpi.office.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The texts of all modules stand in bundles, and in none of their Java (decision 0062). What is
 * special about the texts of the pages, {@link TranslationsTest} says.
 */
class TextBundlesTest {

    private static final List<Path> MODULES =
            Stream.of(
                            "../../domain",
                            "../../scoring",
                            "../../db",
                            "../../db/embedded",
                            "../../importer",
                            ".",
                            "../export",
                            "..")
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .toList();

    private static final String THAI_FILE = "_th.properties";
    private static final Path PAGES = Path.of("words/texts_th.properties");
    private static final String ENGLISH_FILE = "_en.properties";

    private static final Pattern PLACE = Pattern.compile("\\{(?:[0-9]|value|column)}");
    private static final Pattern THAI_LETTER = Pattern.compile("[\\u0E01-\\u0E5B]");
    private static final Pattern LINE = Pattern.compile("(?m)^([^#\\s=][^=]*)=(.*)$");

    /** Comments first, for there may be quotes in them, and in a text there may be a slash. */
    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile(
                    "/\\*.*?\\*/|//[^\\n]*|(\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)')",
                    Pattern.DOTALL);

    /**
     * The English of these shows how something is written in Thai, or offers the other language.
     */
    private static final Set<String> ENGLISH_WITH_THAI =
            Set.of("NOT_A_DATE", "NOT_A_MONTH", "language.other");

    /** English names the years of both eras; in one line with Thai it says for both what is so. */
    private static final Set<String> MORE_IN_ENGLISH =
            Set.of(
                    "NOT_A_DATE",
                    "command.backup.not-audited",
                    "command.failed",
                    "database.back",
                    "problem.refused.detail",
                    "server.demonstration",
                    "server.no-issuer",
                    "server.provider-failed",
                    "server.ready");

    /** What files are read by: grammars of Thai, not sentences. */
    private static final Set<String> GRAMMARS =
            Set.of(
                    // Letters and digits.
                    "CellText",
                    "TextRows",
                    "ThaiSpelling",
                    // Numbers, days and parts of years.
                    "CellReader",
                    "DateReader",
                    "NumberReader",
                    "PrintedConditionReader",
                    "PrintedFigures",
                    "RoundText",
                    "RowPrinter",
                    // Names of districts, of persons, and of sums.
                    "DistrictNames",
                    "RowWords",
                    "PersonalData",
                    "TotalWords");

    /** A text of a bundle. */
    private record Text(String key, String template) {}

    static Stream<Path> bundles() {
        return MODULES.stream().flatMap(TextBundlesTest::bundlesOf);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysTheSameInBothLanguages(Path thaiFile) {
        Map<String, String> thai = texts(thaiFile);
        Map<String, String> english = texts(english(thaiFile));

        assertThat(english.keySet()).isEqualTo(thai.keySet()).isNotEmpty();
        thai.forEach((key, text) -> {
            Set<String> places = places(english.getOrDefault(key, ""));
            if (MORE_IN_ENGLISH.contains(key)) {
                places.retainAll(places(text));
            }
            assertThat(places).as(key).isEqualTo(places(text));
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void writesEachLanguageInItsLetters(Path thaiFile) {
        texts(english(thaiFile))
                .forEach((key, text) -> {
                    if (!ENGLISH_WITH_THAI.contains(key)) {
                        assertThat(text).as(key).doesNotContainPattern(THAI_LETTER);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void usesOneWordForOneThing(Path thaiFile) {
        assertThat(texts(thaiFile).values())
                .noneMatch(text -> TranslationsTest.THAI_SYNONYMS.matcher(text).find());
        assertThat(texts(english(thaiFile)).values())
                .noneMatch(text -> TranslationsTest.ENGLISH_SYNONYMS.matcher(text).find());
    }

    /**
     * A key, or the beginning of several, stands in the module; codes and the like are names. Those
     * of the pages are asked for in other modules too.
     */
    @Test
    void keepsNoTextThatNothingUses() {
        assertThat(MODULES)
                .allSatisfy(module -> {
                    Set<String> literals = new TreeSet<>();
                    java(module)
                            .forEach(file ->
                                    literals(file)
                                            .forEach(literal ->
                                                    literals.add(
                                                            literal.substring(
                                                                    1, literal.length() - 1))));
                    Set<String> names = names(module);
                    assertThat(bundlesOf(module).filter(bundle -> !bundle.endsWith(PAGES)))
                            .allSatisfy(bundle ->
                                    assertThat(texts(bundle).keySet())
                                            .as(bundle.toString())
                                            .allMatch(key ->
                                                    literals.contains(key)
                                                            || names.contains(key)
                                                            || beginnings(key)
                                                                    .anyMatch(literals::contains)));
                });
    }

    @Test
    void findsAllModules() {
        assertThat(bundles().map(path -> path.getFileName().toString()))
                .contains(
                        "drafts_th.properties", "explanation_th.properties", "files_th.properties");
        assertThat(MODULES.stream().mapToLong(module -> java(module).size()).sum())
                .isGreaterThan(800);
    }

    @Test
    void keepsThaiOutOfJava() {
        List<String> found = new ArrayList<>();
        for (Path module : MODULES) {
            for (Path file : java(module)) {
                String type = file.getFileName().toString().replace(".java", "");
                if (!GRAMMARS.contains(type)) {
                    literals(file).stream()
                            .filter(literal -> THAI_LETTER.matcher(literal).find())
                            .forEach(literal -> found.add(type + ": " + literal));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** Those that need no mention: an exception that is none any more would hide others. */
    @Test
    void knowsNoGrammarThatIsGone() {
        Set<String> withThai = new TreeSet<>();
        for (Path module : MODULES) {
            for (Path file : java(module)) {
                if (literals(file).stream().anyMatch(text -> THAI_LETTER.matcher(text).find())) {
                    withThai.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(withThai).containsAll(GRAMMARS);
    }

    private static Stream<String> beginnings(String key) {
        return Stream.iterate(
                        key.lastIndexOf('.'), at -> at >= 0, at -> key.lastIndexOf('.', at - 1))
                .map(at -> key.substring(0, at + 1));
    }

    private static Set<String> names(Path module) {
        return java(module).stream()
                .flatMap(file ->
                        Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b")
                                .matcher(read(file))
                                .results()
                                .map(MatchResult::group))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> bundlesOf(Path module) {
        Path folder = module.resolve("src/main/resources");
        return Files.isDirectory(folder) ? files(folder, THAI_FILE).stream() : Stream.empty();
    }

    private static List<Path> java(Path module) {
        return files(module.resolve("src/main/java"), ".java");
    }

    private static Path english(Path thaiFile) {
        return thaiFile.resolveSibling(
                thaiFile.getFileName().toString().replace(THAI_FILE, ENGLISH_FILE));
    }

    /** By key; a key twice would lose the first text without a word. */
    private static Map<String, String> texts(Path bundle) {
        Map<String, String> texts = new HashMap<>();
        LINE.matcher(read(bundle))
                .results()
                .map(line -> new Text(line.group(1), line.group(2)))
                .forEach(text ->
                        assertThat(texts.put(text.key(), text.template()))
                                .as("%s, the second time in %s", text.key(), bundle)
                                .isNull());
        return texts;
    }

    private static Set<String> places(String template) {
        return PLACE.matcher(template)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> literals(Path file) {
        return COMMENT_OR_LITERAL
                .matcher(read(file))
                .results()
                .map(match -> match.group(1))
                .filter(literal -> literal != null)
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
