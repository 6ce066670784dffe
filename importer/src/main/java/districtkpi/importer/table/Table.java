package districtkpi.importer.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A file taken apart into rows and cells, the cells as they stand in the file.
 *
 * @param header the names of the columns
 * @param rows with at least one cell that is not blank
 * @param unreadable the number of further rows that could not be taken apart
 * @param cutOff whether a text ends with its last row instead of with the end of a line
 */
public record Table(Row header, List<Row> rows, int unreadable, boolean cutOff) {

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * A row as it stands in the file.
     *
     * @param line on which the row starts
     * @param rawText the row as it stands in the file, without the end of its last line
     * @param merges merged cells of a workbook that the row is part of
     */
    public record Row(int line, List<String> cells, String rawText, List<MergedCells> merges) {

        public Row {
            cells = List.copyOf(cells);
            merges = List.copyOf(merges);
        }

        /** A row without merged cells. */
        public Row(int line, List<String> cells, String rawText) {
            this(line, cells, rawText, List.of());
        }

        /**
         * What the cell says that another is merged with above; empty where it is not.
         *
         * @param header the line of the headings, whose merged cells say nothing of rows
         */
        public String above(int column, int header) {
            return merges.isEmpty() ? "" : MergedCells.textAbove(merges, line, column, header);
        }

        /** Whether there is something in a cell beyond a number of cells. */
        public boolean hasMoreThan(int size) {
            return cells.stream().skip(size).anyMatch(cell -> !CellText.clean(cell).isEmpty());
        }

        /** The same row with so many cells: with empty ones at its end, or without them. */
        public Row ofSize(int size) {
            if (cells.size() == size) {
                return this;
            }
            List<String> filled = new ArrayList<>(cells.subList(0, Math.min(size, cells.size())));
            while (filled.size() < size) {
                filled.add("");
            }
            return new Row(line, filled, rawText, merges);
        }
    }
}
