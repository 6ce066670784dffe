package districtkpi.importer.result;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows of a refused file as they were, each with what is wrong with it, to be corrected in a
 * spreadsheet program and imported again.
 */
public final class RefusedRows {

    private RefusedRows() {}

    /** What to save them as: {@code results_errors.csv} for {@code results.csv}. */
    public static String fileName(ImportFile file) {
        return RefusedRow.fileName(file.safeName());
    }

    /**
     * Writes the rows with an error as CSV, up to {@link RefusedRow#MOST}; errors without a row,
     * such as a missing column, stand in rows of their own.
     *
     * @param file as it was imported
     * @param report {@link ResultImportService#check what the import would answer}, with the issues
     *     of as many rows
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
        try (CSVPrinter printer = new CSVPrinter(csv, RefusedRow.FORMAT)) {
            printer.printRecord(RefusedRow.header(header, width));
            int written = 0;
            for (Map.Entry<Integer, List<Issue>> entry : errors.entrySet()) {
                int number = entry.getKey();
                if (rows.containsKey(number) && ++written > RefusedRow.MOST) {
                    written--;
                    break;
                }
                printer.printRecord(
                        RefusedRow.of(cells(rows, number), width, number, entry.getValue()));
            }
            if (report.rejected() > written) {
                printer.printRecord(RefusedRow.leftOut(width, report.rejected() - written));
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
}
