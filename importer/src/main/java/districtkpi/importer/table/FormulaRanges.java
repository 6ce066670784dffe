package districtkpi.importer.table;

import java.util.Arrays;

/**
 * Where in a sheet the results of formulas stand that give several cells, only the first of which
 * has the formula. Rows are asked about from the first to the last.
 */
final class FormulaRanges {

    /** Formulas that give several cells do not overlap, hence no sheet needs so many steps. */
    private static final long MAX_STEPS = 50_000_000;

    private final int maxColumns;

    /** By column: the last row that a formula above gives. */
    private int[] lastRows = {};

    private long steps;

    /**
     * @param maxColumns those further to the right are overlooked
     */
    FormulaRanges(int maxColumns) {
        this.maxColumns = maxColumns;
    }

    /** Adds the cells of a formula that was met; false if there are more than any sheet has. */
    boolean add(CellRange range) {
        int end = Math.min(maxColumns, range.lastColumn() + 1);
        if (range.isSingle() || range.firstColumn() >= end) {
            return true;
        }
        steps += end - range.firstColumn();
        if (lastRows.length < end) {
            lastRows = Arrays.copyOf(lastRows, end);
        }
        for (int column = range.firstColumn(); column < end; column++) {
            lastRows[column] = Math.max(lastRows[column], range.lastRow());
        }
        return steps <= MAX_STEPS;
    }

    /** One more than the last column that any of them gives. */
    int width() {
        return lastRows.length;
    }

    /** Whether a cell at or below a formula that was met is one of its results. */
    boolean cover(int row, int column) {
        return column < lastRows.length && row <= lastRows[column];
    }
}
