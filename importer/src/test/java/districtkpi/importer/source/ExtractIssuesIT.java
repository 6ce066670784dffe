package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.Issue;
import districtkpi.importer.issue.ExtractIssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message as people read it; the cases stand in {@code extract-issues.txt}. */
class ExtractIssuesIT {

    /** Those that a small text of 2565-1 alone cannot bring about; tested elsewhere. */
    private static final Set<ExtractIssueCode> ELSEWHERE =
            EnumSet.of(
                    ExtractIssueCode.COUNTED_AS_SAID,
                    ExtractIssueCode.REPEATED_ROW_LEFT_OUT,
                    ExtractIssueCode.REPEATED_ROW_COUNTED,
                    ExtractIssueCode.REPEATS_NOT_SOUGHT,
                    ExtractIssueCode.DISTRICT_ON_SEVERAL_SHEETS,
                    ExtractIssueCode.SHEETS_COUNT_TOGETHER,
                    ExtractIssueCode.SHEET_NOT_CHOSEN,
                    ExtractIssueCode.UNKNOWN_SHEET,
                    ExtractIssueCode.MAPPED_HEADING_MISSING,
                    ExtractIssueCode.UNKNOWN_SOURCE_COLUMN,
                    ExtractIssueCode.NOT_YES_OR_NO,
                    ExtractIssueCode.IMPORTED_AS_OTHER,
                    ExtractIssueCode.MEASURE_NOT_AGREED,
                    ExtractIssueCode.MEASURE_OF_OTHER_KIND,
                    ExtractIssueCode.NEGATIVE_FIGURE,
                    ExtractIssueCode.FIGURE_NOT_FOR_DISTRICT);

    private static final Pattern CASE = Pattern.compile("(?m)^=== ");

    @TempDir static Path folder;

    private static ExtractContext context;

    @BeforeAll
    static void openRound() {
        context = new ExtractContext();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    /** A file and what is said about it. */
    record Case(String code, String source, String file, String messages) {

        @Override
        public String toString() {
            return code;
        }
    }

    static List<Case> cases() {
        return CASE.splitAsStream(ExtractContext.resource("extract-issues.txt"))
                .skip(1)
                .map(part -> {
                    String[] headAndRest = part.split("\n", 2);
                    String[] fileAndMessages = headAndRest[1].split("(?m)^---\n", 2);
                    String[] codeAndSource = headAndRest[0].split(" ", 2);
                    return new Case(
                            codeAndSource[0],
                            codeAndSource[1],
                            fileAndMessages[0],
                            fileAndMessages[1]);
                })
                .toList();
    }

    static String messages(Case example, ExtractContext context, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("extract.csv"), example.file());
        ExtractReport report = context.dryRun(file, example.source());
        assertThat(report.report().issues()).extracting(Issue::code).contains(example.code());
        return report.report().issues().stream()
                .map(ExtractText::of)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongWhereAndWhatToDo(Case example) throws IOException {
        assertThat(messages(example, context, folder)).isEqualTo(example.messages());
    }

    @Test
    void hasACaseForEveryCode() {
        Set<String> shown = cases().stream().map(Case::code).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)))
                .allSatisfy(code -> assertThat(shown).contains(code.name()));
    }

    @Test
    void documentsEveryCodeWithItsSeverity() throws IOException {
        Set<String> documented =
                Pattern.compile("\\| `([A-Z_]+)` \\| (\\w+) \\|")
                        .matcher(Files.readString(Path.of("../docs/extracts.md")))
                        .results()
                        .map(match -> match.group(1) + " " + match.group(2))
                        .collect(Collectors.toSet());

        assertThat(documented)
                .isEqualTo(
                        Arrays.stream(ExtractIssueCode.values())
                                .map(code ->
                                        code
                                                + " "
                                                + code.severity().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()));
    }

    @Test
    void documentsEverySourceWithItsMeasures() throws IOException {
        String documentation = Files.readString(Path.of("../docs/extracts.md"));

        assertThat(Sources.all())
                .allSatisfy(source -> {
                    assertThat(documentation).contains("`" + source.id() + "`");
                    assertThat(source.measures())
                            .allSatisfy(measure ->
                                    assertThat(documentation).contains("`" + measure.id() + "`"));
                    assertThat(source.columns())
                            .allSatisfy(column ->
                                    assertThat(documentation).contains(column.key().value()));
                });
    }
}
