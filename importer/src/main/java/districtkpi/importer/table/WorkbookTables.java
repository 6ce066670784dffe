package districtkpi.importer.table;

import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.WorkFolder;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a workbook of moderate size into memory, every sheet as a table. */
public final class WorkbookTables {

    private WorkbookTables() {}

    /**
     * A sheet with at least one row.
     *
     * @param called what messages call it; empty where there is no other
     * @param table whose rows are all as wide as the widest; the text of a row is its cells with
     *     tabs between them
     */
    public record Sheet(String name, String called, boolean hidden, Table table) {}

    /** Whether a file is a workbook, an old one, or at least packed like one. */
    public static boolean isWorkbook(ImportFile file) {
        return RowReaders.isPacked(file.content());
    }

    /**
     * All sheets, those to be seen first; empty if the log says why there is none. Personal numbers
     * outside of cells, in comments and the like, are reported here. Cells of the file are mended;
     * the text of its rows is what the file says.
     */
    public static List<Sheet> read(ImportFile file, ImportLimits limits, IssueLog log) {
        if (file.content().length > limits.bytes()) {
            log.addFile(IssueCode.TOO_LARGE, file.content().length, limits.bytes());
            return List.of();
        }
        try {
            // The parts of a zip are found from its end, hence on disk.
            Path copy = WorkFolder.newFile("workbook-", ".xlsx");
            try {
                Files.write(copy, file.content());
                return read(copy, file.corrections(), limits, log);
            } finally {
                Files.delete(copy);
            }
        } catch (UnreadableFileException refused) {
            log.add(refused);
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sheet> read(
            Path copy, CellCorrections corrections, ImportLimits limits, IssueLog log)
            throws IOException {
        RowReaders.refuseOldForm(copy);
        WorkbookFile workbook = WorkbookFile.open(copy, limits);
        Map<WorkbookFile.Sheet, List<FileRow>> rows = new LinkedHashMap<>();
        boolean personal = false;
        try (WorkbookRows reader = new WorkbookRows(workbook, limits.columns())) {
            int count = 0;
            long characters = 0;
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                FileRow known = row.get();
                count++;
                characters += length(known.cells());
                if (count > limits.rows() + 1) {
                    throw new UnreadableFileException(
                            IssueCode.TOO_MANY_ROWS, known.line(), limits.rows());
                }
                if (characters > limits.bytes()) {
                    throw WorkbookFault.tooLarge(
                            ImportTexts.text("workbook.much-text"), limits.bytes());
                }
                personal |= known.cells().stream().anyMatch(PersonalNumbers::isIn);
                rows.computeIfAbsent(reader.sheet(), first -> new ArrayList<>()).add(known);
            }
            for (RowReader.Remark remark : reader.remarks()) {
                // What is in a cell is also among the texts that cells share.
                if (!personal || remark.code() != IssueCode.PERSONAL_NUMBER) {
                    log.add(remark.code(), remark.cell());
                }
            }
        }
        if (rows.isEmpty()) {
            log.addFile(IssueCode.EMPTY_FILE);
        }
        CorrectedCells corrected = new CorrectedCells(corrections, limits.columns());
        List<Sheet> sheets = new ArrayList<>();
        rows.forEach((sheet, found) -> {
            String called = rows.size() > 1 ? CellText.nameOfSheet(sheet.name()) : "";
            sheets.add(
                    new Sheet(
                            sheet.name(),
                            called,
                            sheet.hidden(),
                            table(found, row -> corrected.over(called, row))));
        });
        corrected.end();
        return sheets;
    }

    private static long length(List<String> cells) {
        return cells.size() + cells.stream().mapToLong(String::length).sum();
    }

    private static Table table(List<FileRow> found, UnaryOperator<FileRow> corrected) {
        Map<Integer, String> texts = new HashMap<>();
        List<FileRow> rows = new ArrayList<>();
        for (FileRow row : found) {
            FileRow read = corrected.apply(row);
            if (!read.equals(row)) {
                texts.put(row.line(), text(row));
            }
            rows.add(read);
        }
        List<FileRow> joined = HeaderRows.join(rows);
        int width = joined.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Row> all =
                joined.stream()
                        .map(row ->
                                row(
                                        row,
                                        width,
                                        Optional.ofNullable(texts.get(row.line()))
                                                .orElseGet(() -> text(row))))
                        .toList();
        return new Table(all.getFirst(), all.subList(1, all.size()), 0, false);
    }

    private static String text(FileRow row) {
        return String.join("\t", row.cells());
    }

    private static Row row(FileRow row, int width, String text) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        return new Row(row.line(), cells, text, row.merges());
    }
}
