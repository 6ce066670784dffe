package districtkpi.importer.table;

import java.util.List;

/**
 * Cells of a workbook that are shown as one.
 *
 * @param text of the first, which is the only one to have any
 */
public record MergedCells(CellRange range, String text) {

    /**
     * The text of cells that are merged below each other and start in a column above a row; empty
     * where the row's own cell counts.
     *
     * @param merges that reach into the row
     * @param header the line below which they start, as those of the header say nothing of rows
     */
    static String textAbove(List<MergedCells> merges, int line, int column, int header) {
        for (MergedCells merged : merges) {
            int first = merged.range().firstRow();
            if (merged.range().firstColumn() == column && first < line && first > header) {
                return merged.text();
            }
        }
        return "";
    }

    /** Whether a column is beside the first of these cells. */
    public boolean coversBeside(int column) {
        return column > range.firstColumn() && column <= range.lastColumn();
    }
}
