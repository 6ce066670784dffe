package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.Issue;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.FileRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes refused rows as they come, up to {@link RefusedRow#MAX}, and keeps none.
 *
 * <p>Sheets can have their columns in other orders and under other headings. The rows stand in one
 * table all the same, so that they can be mended and handed in as they are: columns that mean the
 * same column of the source, or that have the same heading, are one.
 */
final class RefusedExtractRows implements ExtractReading.RowListener {

    private final CSVPrinter printer;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, int[]> places = new HashMap<>();
    private final Map<String, SheetColumns> sheets = new HashMap<>();
    private final int width;
    private final boolean severalSheets;
    private int written;
    private long leftOut;

    /** What has to be known of a file before the first of its rows is written. */
    static final class Shape implements ExtractReading.RowListener {

        private final List<SheetColumns> sheets;
        private int widest;

        /**
         * @param sheets that are read, which may be found while rows are told of
         */
        Shape(List<SheetColumns> sheets) {
            this.sheets = sheets;
        }

        @Override
        public void refused(Optional<FileRow> row, List<Issue> errors) {
            widest = Math.max(widest, row.map(found -> found.cells().size()).orElse(0));
        }
    }

    RefusedExtractRows(Shape shape, OutputStream out) throws IOException {
        printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        RefusedRow.FORMAT);
        List<String> header = new ArrayList<>();
        shape.sheets.forEach(sheet -> {
            places.put(sheet.sheet(), placesOf(sheet, header));
            sheets.put(sheet.sheet(), sheet);
        });
        int shortest =
                shape.sheets.stream().mapToInt(sheet -> sheet.headings().size()).min().orElse(0);
        // Cells beyond the last heading of their sheet.
        header.addAll(Collections.nCopies(Math.max(0, shape.widest - shortest), ""));
        width = header.size();
        severalSheets = shape.sheets.size() > 1;
        if (severalSheets) {
            header.add(RefusedRow.SHEET);
        }
        printer.printRecord(RefusedRow.header(header, header.size()));
    }

    /** Where each column of a sheet stands in the table; new ones are added to the header. */
    private int[] placesOf(SheetColumns sheet, List<String> header) {
        Map<Integer, ColumnKey> known = new HashMap<>();
        sheet.found().forEach((column, place) -> known.put(place, column));
        Map<String, Integer> times = new HashMap<>();
        int[] found = new int[sheet.headings().size()];
        for (int i = 0; i < found.length; i++) {
            String heading = sheet.headings().get(i);
            String meaning =
                    Optional.ofNullable(known.get(i))
                            .map(column -> "=" + column.value())
                            .orElseGet(() -> Headings.key(heading));
            int time = times.merge(meaning, 1, Integer::sum);
            found[i] =
                    columns.computeIfAbsent(
                            meaning + " " + time,
                            _ -> {
                                header.add(heading);
                                return header.size() - 1;
                            });
        }
        return found;
    }

    @Override
    public void refused(Optional<FileRow> row, List<Issue> errors) {
        if (errors.isEmpty()) {
            return;
        }
        if (row.isPresent() && ++written > RefusedRow.MAX) {
            leftOut++;
            return;
        }
        List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
        row.ifPresent(found -> {
            for (int i = 0; i < found.cells().size(); i++) {
                cells.set(placeOf(found.sheet(), i), withoutPerson(text(found, i)));
            }
        });
        if (severalSheets) {
            cells.add(row.map(FileRow::sheet).orElse(""));
        }
        try {
            printer.printRecord(
                    RefusedRow.of(cells, cells.size(), row.map(FileRow::line).orElse(0), errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Alone, a row has to say what a cell said that it was merged with; figures count once. */
    private String text(FileRow row, int place) {
        return Optional.ofNullable(sheets.get(row.sheet()))
                .filter(columns -> row.own(place).isEmpty())
                .filter(columns -> !columns.amounts().contains(place))
                .map(columns -> row.above(place, columns.headerLine()))
                .orElseGet(() -> row.own(place));
    }

    private int placeOf(String sheet, int cell) {
        int[] known = places.get(sheet);
        if (known == null) {
            // A sheet that is not read, but looked through for what must not come in.
            return cell;
        }
        return cell < known.length ? known[cell] : columns.size() + cell - known.length;
    }

    /** What looks like a person's is not repeated, not even to whoever has the file. */
    private static String withoutPerson(String cell) {
        return PersonalData.find(cell).isPresent() ? "•••" : cell;
    }

    void end() throws IOException {
        if (leftOut > 0) {
            printer.printRecord(RefusedRow.leftOut(severalSheets ? width + 1 : width, leftOut));
        }
        printer.flush();
    }
}
