package districtkpi.importer.result;

import java.util.List;

/**
 * A file taken apart into rows and cells, the cells as they stand in the file.
 *
 * @param header the names of the columns
 * @param rows with at least one cell that is not blank
 * @param unreadable the number of further rows that could not be taken apart
 */
record Table(Row header, List<Row> rows, int unreadable) {

    Table {
        rows = List.copyOf(rows);
    }

    /**
     * A row as it stands in the file.
     *
     * @param line on which the row starts
     * @param rawText the row as it stands in the file, without the end of its last line
     */
    record Row(int line, List<String> cells, String rawText) {

        Row {
            cells = List.copyOf(cells);
        }
    }
}
