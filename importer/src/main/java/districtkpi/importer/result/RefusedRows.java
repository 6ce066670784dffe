package districtkpi.importer.result;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.Table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * Writes the rows with an error as CSV, up to {@link RefusedRow#MAX}; errors without a row,
     * such as a missing column, stand in rows of their own.
     *
     * @param file as it was imported
     * @param report {@link ResultImportService#check what the import would answer}, with the issues
     *     of as many rows
     */
    public static String csv(ImportFile file, ImportReport report) {
        List<ResultSheet> sheets =
                ResultFile.read(
                                file,
                                Optional.empty(),
                                ImportLimits.ofBytes(
                                        Math.max(
                                                ImportLimits.DEFAULT_BYTES, file.content().length)))
                        .sheets();
        boolean several = sheets.size() > 1;
        List<String> header = new ArrayList<>();
        Map<String, int[]> places = new HashMap<>();
        Map<Place, Row> rows = new HashMap<>();
        for (ResultSheet sheet : sheets) {
            places.put(sheet.name(), places(sheet.table().header(), header));
            sheet.table()
                    .rows()
                    .forEach(row ->
                            rows.put(
                                    new Place(sheet.name(), row.line()),
                                    withMerged(row, sheet.table().header())));
        }
        Map<Place, List<Issue>> errors =
                report.issues().stream()
                        .filter(issue -> issue.severity() == Issue.Severity.ERROR)
                        .collect(
                                Collectors.groupingBy(
                                        issue -> new Place(issue.sheet(), issue.line()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        int named = header.size();
        int width =
                errors.keySet().stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .mapToInt(row -> several ? named : row.cells().size())
                        .reduce(named, Math::max);
        while (header.size() < width) {
            header.add("");
        }
        if (several) {
            header.add(RefusedRow.SHEET);
        }
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, RefusedRow.FORMAT)) {
            printer.printRecord(RefusedRow.header(header, header.size()));
            int written = 0;
            for (Map.Entry<Place, List<Issue>> entry : errors.entrySet()) {
                Place place = entry.getKey();
                List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
                Row row = rows.get(place);
                if (row != null && written == RefusedRow.MAX) {
                    break;
                }
                if (row != null) {
                    written++;
                    int[] own = places.getOrDefault(place.sheet(), new int[0]);
                    for (int i = 0; i < row.cells().size(); i++) {
                        cells.set(i < own.length ? own[i] : i, row.cells().get(i));
                    }
                }
                if (several) {
                    cells.add(place.sheet());
                }
                printer.printRecord(
                        RefusedRow.of(cells, cells.size(), place.line(), entry.getValue()));
            }
            if (report.rejected() > written) {
                printer.printRecord(RefusedRow.leftOut(header.size(), report.rejected() - written));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be written", impossible);
        }
        return csv.toString();
    }

    private record Place(String sheet, int line) {}

    /**
     * Where each column of a sheet stands in the table; new ones are added to the header. Columns
     * of one name are one, so that rows of several sheets can be mended and handed in as one.
     */
    private static int[] places(Row sheet, List<String> header) {
        int[] places = new int[sheet.cells().size()];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            String name = CellText.name(sheet.cells().get(i));
            int place = 0;
            while (place < header.size()
                    && (taken.contains(place) || !CellText.name(header.get(place)).equals(name))) {
                place++;
            }
            if (place == header.size()) {
                header.add(sheet.cells().get(i));
            }
            taken.add(place);
            places[i] = place;
        }
        return places;
    }

    /** Alone, a row has to say what a cell said that it was merged with; figures count once. */
    private static Row withMerged(Row row, Row header) {
        List<String> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < Math.min(cells.size(), header.cells().size()); i++) {
            boolean isKey =
                    Field.named(CellText.name(header.cells().get(i)))
                            .filter(field -> !field.isFigure())
                            .isPresent();
            if (isKey && cells.get(i).isEmpty()) {
                cells.set(i, row.above(i, header.line()));
            }
        }
        return new Row(row.line(), cells, row.rawText(), row.merges());
    }
}
