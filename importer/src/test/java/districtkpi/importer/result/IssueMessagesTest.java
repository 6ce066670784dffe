package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message as people read it; the cases stand in {@code issues.txt}. */
class IssueMessagesTest {

    /** Those that no text file alone can bring about; tested elsewhere with their messages. */
    private static final Set<IssueCode> NOT_OF_A_TEXT =
            EnumSet.of(
                    IssueCode.TOO_LARGE,
                    IssueCode.CUT_OFF,
                    IssueCode.BAD_ENCODING,
                    IssueCode.READING_STOPPED,
                    IssueCode.OLD_WORKBOOK,
                    IssueCode.ENCRYPTED_WORKBOOK,
                    IssueCode.DAMAGED_WORKBOOK,
                    IssueCode.NESTED_FILE,
                    IssueCode.WORKBOOK_TOO_LARGE,
                    IssueCode.NOT_RECALCULATED,
                    IssueCode.MERGED_VALUE,
                    IssueCode.MERGED_ROWS,
                    IssueCode.ROW_TOO_LONG,
                    IssueCode.TOO_MANY_ROWS,
                    IssueCode.TOO_MANY_COLUMNS,
                    IssueCode.ALREADY_IMPORTED,
                    IssueCode.IMPORTED_FOR_OTHER_ROUND,
                    IssueCode.IMPORTED_WITH_OTHER_DATES,
                    IssueCode.CELLS_MENDED,
                    IssueCode.TOO_MANY_CORRECTIONS,
                    IssueCode.CORRECTED_CELL_DIFFERS,
                    IssueCode.CORRECTED_CELL_MISSING,
                    IssueCode.CORRECTED_HEADER,
                    IssueCode.DATA_MOVED,
                    IssueCode.DAY_OR_MONTH,
                    IssueCode.OVERTAKEN,
                    IssueCode.DISTRICT_ENDED,
                    IssueCode.ROUND_SIGNED_OFF,
                    IssueCode.NOT_FOR_DISTRICT,
                    IssueCode.MORE_ISSUES,
                    IssueCode.MORE_ROWS,
                    IssueCode.SAME_ON_OTHER_SHEET,
                    IssueCode.SHEET_READ,
                    IssueCode.SHEET_LEFT_OUT,
                    IssueCode.SHEET_NOT_RESULTS,
                    IssueCode.SHEET_HIDDEN);

    private static final Pattern CASE = Pattern.compile("(?m)^=== ");

    /**
     * A file and what is said about it.
     *
     * @param title the code, maybe with what is special about the case
     */
    record Case(String title, Optional<RoundId> requested, String file, String messages) {

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongWhereAndWhatToDo(Case example) {
        Checked checked =
                Checked.check(
                        new ImportFile(
                                "results.csv", example.file().getBytes(StandardCharsets.UTF_8)),
                        example.requested(),
                        Checked.LIMITS);

        assertThat(checked.messages()).isEqualTo(example.messages());
    }

    @Test
    void hasACaseForEveryCode() {
        Set<String> shown =
                cases().stream()
                        .map(example -> example.title().split(" ", 2)[0])
                        .collect(Collectors.toSet());

        assertThat(shown)
                .isEqualTo(
                        EnumSet.complementOf(EnumSet.copyOf(NOT_OF_A_TEXT)).stream()
                                .map(IssueCode::name)
                                .collect(Collectors.toSet()));
    }

    @Test
    void documentsEveryCodeWithItsSeverity() throws IOException {
        Set<String> documented =
                Pattern.compile("\\| `([A-Z_]+)` \\| (\\w+) \\|")
                        .matcher(Files.readString(Path.of("../docs/results-format.md")))
                        .results()
                        .map(match -> match.group(1) + " " + match.group(2))
                        .collect(Collectors.toSet());

        assertThat(documented)
                .isEqualTo(
                        EnumSet.allOf(IssueCode.class).stream()
                                .map(code ->
                                        code
                                                + " "
                                                + code.severity().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()));
    }

    static List<Case> cases() {
        try (InputStream stream = IssueMessagesTest.class.getResourceAsStream("issues.txt")) {
            if (stream == null) {
                throw new IllegalStateException("issues.txt is not there");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            CASE.splitAsStream(text).skip(1).forEach(part -> cases.add(parse(part)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String part) {
        String[] headAndRest = part.split("\n", 2);
        String[] fileAndMessages = headAndRest[1].split("(?m)^---\n", 2);
        String[] titleAndRound = headAndRest[0].split(" @", 2);
        return new Case(
                titleAndRound[0],
                titleAndRound.length == 2
                        ? Optional.of(RoundId.parse(titleAndRound[1]))
                        : Optional.empty(),
                fileAndMessages[0],
                fileAndMessages[1].stripTrailing() + "\n");
    }
}
