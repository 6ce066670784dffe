package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import districtkpi.importer.table.UnnamedColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the columns of a source stand in a sheet.
 *
 * @param number of the sheet among those that are read, from 1
 * @param headings clean, as they stand in the file
 * @param found the places of the columns, in the order of the description
 * @param amounts those of them with numbers
 * @param beside places without a heading that one at another place is merged over
 */
record SheetColumns(
        int number,
        String sheet,
        int headerLine,
        List<String> headings,
        Map<ColumnKey, Integer> found,
        Set<Integer> amounts,
        Map<Integer, Integer> beside) {

    /** A title has no more; a header that has fewer known columns is none. */
    private static final int MIN_KNOWN = 2;

    /**
     * How many columns of the source a row seems to name; 0 if it is no header.
     *
     * @param mapped headings that the request names: one of them makes a header
     */
    static int likeness(FileRow row, Headings headings, Set<String> mapped) {
        int known = known(row, headings);
        boolean named = row.cells().stream().map(Headings::key).anyMatch(mapped::contains);
        return known < MIN_KNOWN && !named ? 0 : known;
    }

    private static int known(FileRow row, Headings headings) {
        return (int)
                row.cells().stream()
                        .flatMap(cell -> headings.find(cell).stream())
                        .distinct()
                        .count();
    }

    /**
     * The row that is most likely the header of a sheet whose headings are unknown, so that
     * somebody can say what they mean: the first one with a known heading, else the first with
     * several texts.
     */
    static Optional<SheetColumns> candidate(
            List<FileRow> rows, SourceDescription source, Headings known) {
        return rows.stream()
                .filter(SheetColumns::couldBeHeader)
                .max(Comparator.comparingInt(row -> known(row, known)))
                .map(row -> read(1, row, source, known, new IssueLog(0)));
    }

    /** At least two cells, more texts than numbers, and nobody's data, which is not repeated. */
    private static boolean couldBeHeader(FileRow row) {
        List<String> filled =
                row.cells().stream().map(CellText::clean).filter(cell -> !cell.isEmpty()).toList();
        long numbers =
                filled.stream()
                        .filter(cell -> NumberReader.read(cell) instanceof Reading.Read)
                        .count();
        return filled.size() >= MIN_KNOWN
                && 2 * numbers < filled.size()
                && row.cells().stream().allMatch(cell -> PersonalData.find(cell).isEmpty());
    }

    /** Reads a header; what is wrong with it is in the log. */
    static SheetColumns read(
            int number, FileRow row, SourceDescription source, Headings known, IssueLog log) {
        List<String> headings = row.cells().stream().map(CellText::clean).toList();
        Map<ColumnKey, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            String heading = headings.get(i);
            Optional<ColumnKey> column = known.find(heading);
            if (column.isEmpty()) {
                report(row.line(), heading, log);
                continue;
            }
            Integer first = places.putIfAbsent(column.get(), place);
            if (first != null) {
                log.add(
                        ExtractIssueCode.COLUMN_TWICE,
                        new Cell(row.line(), "", heading),
                        headings.get(first),
                        source.column(column.get()).orElseThrow().name());
            }
        }
        Map<ColumnKey, Integer> found = new LinkedHashMap<>();
        for (Column column : source.columns()) {
            Integer place = places.get(column.key());
            if (place != null) {
                found.put(column.key(), place);
            }
        }
        SheetColumns columns =
                new SheetColumns(
                        number,
                        row.sheet(),
                        row.line(),
                        headings,
                        found,
                        amounts(source, found),
                        UnnamedColumns.beside(row.cells(), row.merges()));
        columns.reportMissing(source, log);
        return columns;
    }

    private static Set<Integer> amounts(SourceDescription source, Map<ColumnKey, Integer> found) {
        return source.columns().stream()
                .filter(column -> column.type().isNumber() && found.containsKey(column.key()))
                .map(column -> found.get(column.key()))
                .collect(Collectors.toSet());
    }

    private static void report(int line, String heading, IssueLog log) {
        if (heading.isEmpty()) {
            return;
        }
        if (CellText.isSpreadsheetError(heading)) {
            // Whatever the column is called, it may be one that counts.
            log.add(IssueCode.SPREADSHEET_ERROR, new Cell(line, "", heading));
        } else if (HeaderRows.parts(heading).stream().anyMatch(PersonalData::isInHeading)
                || PersonalData.isInHeading(heading)) {
            log.add(ExtractIssueCode.PERSONAL_COLUMN, new Cell(line, heading, ""));
        } else {
            log.add(ExtractIssueCode.COLUMN_LEFT_OUT, new Cell(line, "", heading));
        }
    }

    private void reportMissing(SourceDescription source, IssueLog log) {
        String others = String.join(", ", others());
        for (Column column : source.columns()) {
            if (column.required() && !found.containsKey(column.key())) {
                log.add(
                        ExtractIssueCode.COLUMN_NOT_FOUND,
                        new Cell(headerLine, column.key().value(), ""),
                        column.name(),
                        others.isEmpty() ? "-" : CellText.shown(others));
            }
        }
    }

    /** Headings that nothing is taken from. */
    List<String> others() {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!headings.get(i).isEmpty() && !found.containsValue(i)) {
                others.add(headings.get(i));
            }
        }
        return others;
    }

    /** The first column of a type. */
    OptionalInt place(SourceDescription source, ColumnType type) {
        return source.columns().stream()
                .filter(column -> column.type() == type && found.containsKey(column.key()))
                .mapToInt(column -> found.get(column.key()))
                .findFirst();
    }

    /** The sheet as answers and messages name it. */
    String name() {
        return CellText.clean(sheet);
    }

    String heading(int place) {
        return place < headings.size() ? headings.get(place) : "";
    }

    ExtractReport.Sheet toReport() {
        Map<ColumnKey, String> columns = new LinkedHashMap<>();
        found.forEach((key, place) -> columns.put(key, headings.get(place)));
        return new ExtractReport.Sheet(sheet, headerLine, columns, others());
    }
}
