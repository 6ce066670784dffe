package districtkpi.importer;

import districtkpi.domain.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * A row of a refused file as it was, with what is wrong with it behind, to be corrected in a
 * spreadsheet program and imported again.
 *
 * <p>Texts that a spreadsheet would run are made harmless, and the digits of personal numbers are
 * replaced by dots.
 */
public final class RefusedRow {

    /** What stands behind the columns of the file. */
    public static final List<String> COLUMNS =
            List.of("error_line", "error_codes", "error_messages");

    /**
     * The rows of a file that are given back at most: more than anybody mends by hand. Each is many
     * times as long as it came, for what is said about it.
     */
    public static final int MAX = 10_000;

    /** What stands before them where a file has several sheets. */
    public static final String SHEET = "error_sheet";

    /** How a file of such rows is written. */
    public static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    private RefusedRow() {}

    /**
     * What to save them as: {@code results_errors.csv} for {@code results.csv}.
     *
     * @param file the name as it may be shown
     */
    public static String fileName(String file) {
        return file.replaceFirst("[.][A-Za-z0-9]+$", "") + "_errors.csv";
    }

    /**
     * The first line of such a file.
     *
     * @param width how many columns of the file stand before those of the errors
     */
    public static List<String> header(List<String> header, int width) {
        return line(header, width, COLUMNS);
    }

    /**
     * A row.
     *
     * @param cells of the file; empty for errors without a row
     * @param width how many columns of the file stand before those of the errors
     * @param number of its line in the file; 0 for the whole file
     */
    public static List<String> of(List<String> cells, int width, int number, List<Issue> errors) {
        return line(
                cells,
                width,
                List.of(
                        String.valueOf(number),
                        errors.stream()
                                .map(Issue::code)
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        errors.stream()
                                .map(issue ->
                                        (issue.column().isEmpty() ? "" : issue.column() + ": ")
                                                + bilingual(issue.message()))
                                .collect(Collectors.joining(" | "))));
    }

    /**
     * The last line where there are more than are given back.
     *
     * @param width how many columns of the file stand before those of the errors
     * @param rows that are left out
     */
    public static List<String> leftOut(int width, long rows) {
        return line(
                List.of(),
                width,
                List.of("0", "MORE_ROWS", bilingual(ImportTexts.text("rows.left-out", rows))));
    }

    /** In both languages, since nobody knows who opens the file. */
    private static String bilingual(LocalizedText text) {
        return text.th() + " / " + text.en();
    }

    private static List<String> line(List<String> cells, int width, List<String> more) {
        List<String> line = new ArrayList<>();
        cells.forEach(cell -> line.add(SpreadsheetText.neutral(PersonalNumbers.mask(cell))));
        while (line.size() < width) {
            line.add("");
        }
        more.forEach(cell -> line.add(SpreadsheetText.neutral(cell)));
        return line;
    }
}
