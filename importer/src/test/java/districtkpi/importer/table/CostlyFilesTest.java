package districtkpi.importer.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to cost time and memory: what they may take, generously. */
class CostlyFilesTest {

    private static final int LARGE = 50_000_000;

    /** Each takes a tenth of it, or less, on two cores of a virtual machine. */
    private static final Duration MAX = Duration.ofSeconds(10);

    private static final String HEADER = "อำเภอ,กิจกรรม\n";

    @TempDir private Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a quote that nobody closed", "\"ก", "abc 123 "),
                Arguments.of("such a quote over many lines", "4301,\"", "abc\n"),
                Arguments.of("such a quote before separators", "4301,\"", ",,,,,,,,"),
                Arguments.of("nothing but quotes", "", "\"\""),
                Arguments.of("nothing but quotes, an odd number", "\"", "\"\""),
                Arguments.of("nothing but separators", "", ",,,,,,,,"),
                Arguments.of("nothing but one line", "", "กขค"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextThatIsOneLongRowIsRefusedSoon(String what, String start, String then)
            throws IOException {
        Path file = write(start, then);
        within(() -> {
            assertThatThrownBy(() -> read(file))
                    .as(what)
                    .isInstanceOf(UnreadableFileException.class);
            return true;
        });
    }

    @Test
    void millionsOfQuotedCellsAreReadLikeOthers() throws IOException {
        Path file = write("", "\"4301\",\"a \"\"b\"\" c\"\n");
        assertThat(within(() -> read(file))).isGreaterThan(2_000_000);
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("elements within each other", "<a>".repeat(2_000_000)),
                Arguments.of(
                        "a million attributes",
                        Stream.iterate(0, i -> i + 1)
                                .limit(1_000_000)
                                .map(i -> " a" + i + "='1'")
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::append,
                                        StringBuilder::append)
                                .insert(0, "<a")
                                .append("/>")
                                .toString()),
                Arguments.of("a long attribute", "<a b='" + "x".repeat(10_000_000) + "'/>"),
                Arguments.of("a long name", "<" + "x".repeat(10_000_000) + "/>"),
                Arguments.of(
                        "entities of entities",
                        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '"
                                + "&a;".repeat(1_000)
                                + "'><!ENTITY c '"
                                + "&b;".repeat(1_000)
                                + "'>]><a>&c;</a>"),
                Arguments.of(
                        "a file of the server",
                        "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aPartOfAWorkbookThatIsMadeToCostIsRefusedSoon(String what, String xml) {
        byte[] bytes = xml.getBytes(UTF_8);
        within(() -> {
            assertThatThrownBy(
                            () -> {
                                try (XmlPart part =
                                        new XmlPart(
                                                "sheet1.xml", new ByteArrayInputStream(bytes))) {
                                    StringBuilder text = new StringBuilder();
                                    while (part.next()) {
                                        if (part.isText()) {
                                            part.appendText(text);
                                        }
                                        text.setLength(Math.min(text.length(), 100));
                                    }
                                }
                            })
                    .as(what)
                    .isInstanceOf(UnreadableFileException.class);
            return true;
        });
    }

    static Stream<Arguments> sharedTexts() {
        return Stream.of(
                Arguments.of("more texts than any office has", "<si><t>ก</t></si>", 1_000_001),
                Arguments.of(
                        "more characters than the memory should hold",
                        "<si><t>" + "ก".repeat(10_000) + "</t></si>",
                        2_001),
                Arguments.of(
                        "one text in many pieces", "<r><t>" + "ก".repeat(1_000) + "</t></r>", 40));
    }

    /** They are kept until the last row is read, so that they are bounded. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sharedTexts")
    void hugeSharedTextsAreRefusedSoon(String what, String text, int times) {
        byte[] bytes = ("<sst>" + text.repeat(times) + "</sst>").getBytes(UTF_8);
        within(() -> {
            assertThatThrownBy(
                            () -> {
                                try (XmlPart part =
                                        new XmlPart(
                                                "sharedStrings.xml",
                                                new ByteArrayInputStream(bytes))) {
                                    WorkbookTexts.read(part);
                                }
                            })
                    .as(what)
                    .isInstanceOf(UnreadableFileException.class);
            return true;
        });
    }

    private Path write(String start, String then) throws IOException {
        Path file = folder.resolve("file.csv");
        String block = then.repeat(10_000);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER + start);
            for (long written = 0; written < LARGE; written += block.length()) {
                writer.write(block);
            }
        }
        return file;
    }

    private static long read(Path file) {
        try (RowReader reader =
                RowReaders.open(
                        file,
                        "file.csv",
                        new ImportLimits(
                                Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1_000, 10_000, 100))) {
            long rows = 0;
            while (reader.next().isPresent()) {
                rows++;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T within(Supplier<T> work) {
        long start = System.nanoTime();
        T done = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(MAX);
        return done;
    }
}
