package districtkpi.importer.table;

import java.util.List;

/**
 * A file taken apart into rows and cells, the cells as they stand in the file.
 *
 * @param header the names of the columns
 * @param rows with at least one cell that is not blank
 * @param unreadable the number of further rows that could not be taken apart
 */
public record Table(Row header, List<Row> rows, int unreadable) {

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * A row as it stands in the file.
     *
     * @param line on which the row starts
     * @param rawText the row as it stands in the file, without the end of its last line
     */
    public record Row(int line, List<String> cells, String rawText) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
