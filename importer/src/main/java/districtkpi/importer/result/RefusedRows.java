package districtkpi.importer.result;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The rows of a refused file as they were, each with what is wrong with it, to be corrected in a
 * spreadsheet program and imported again.
 */
public final class RefusedRows {

    /** What stands behind the columns of the file. */
    public static final List<String> COLUMNS =
            List.of("error_line", "error_codes", "error_messages");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    private RefusedRows() {}

    /** What to save them as: {@code results_errors.csv} for {@code results.csv}. */
    public static String fileName(ImportFile file) {
        return file.safeName().replaceFirst("[.][A-Za-z0-9]+$", "") + "_errors.csv";
    }

    /**
     * Writes the rows with an error as CSV. Texts that a spreadsheet would run are made harmless
     * and the digits of personal numbers are replaced by dots; errors without a row, such as a
     * missing column, stand in rows of their own.
     *
     * @param file as it was imported
     * @param report what the import answered
     */
    public static String csv(ImportFile file, ImportReport report) {
        Optional<Table> table =
                ResultFile.read(
                                file,
                                Optional.empty(),
                                ImportLimits.ofBytes(
                                        Math.max(
                                                ImportLimits.DEFAULT_BYTES, file.content().length)))
                        .table();
        List<String> header = table.map(known -> known.header().cells()).orElse(List.of());
        Map<Integer, Row> rows =
                table.map(Table::rows).orElse(List.of()).stream()
                        .collect(Collectors.toMap(Row::line, row -> row));
        Map<Integer, List<Issue>> errors =
                report.issues().stream()
                        .filter(issue -> issue.severity() == Issue.Severity.ERROR)
                        .collect(
                                Collectors.groupingBy(
                                        Issue::line, TreeMap::new, Collectors.toList()));
        int width =
                Stream.concat(
                                Stream.of(header.size()),
                                errors.keySet().stream()
                                        .filter(rows::containsKey)
                                        .map(line -> cells(rows, line).size()))
                        .max(Integer::compare)
                        .orElse(0);
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
            printer.printRecord(line(header, width, COLUMNS));
            for (Map.Entry<Integer, List<Issue>> entry : errors.entrySet()) {
                printer.printRecord(line(cells(rows, entry.getKey()), width, errorCells(entry)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be written", impossible);
        }
        return csv.toString();
    }

    private static List<String> cells(Map<Integer, Row> rows, int line) {
        Row row = rows.get(line);
        return row == null ? List.of() : row.cells();
    }

    private static List<String> errorCells(Map.Entry<Integer, List<Issue>> errors) {
        return List.of(
                String.valueOf(errors.getKey()),
                errors.getValue().stream()
                        .map(Issue::code)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                errors.getValue().stream()
                        .map(issue ->
                                (issue.column().isEmpty() ? "" : issue.column() + ": ")
                                        + issue.message().th()
                                        + " / "
                                        + issue.message().en())
                        .collect(Collectors.joining(" | ")));
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
