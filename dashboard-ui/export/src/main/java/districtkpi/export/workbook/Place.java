package districtkpi.export.workbook;

/**
 * Addresses of cells, as formulas write them.
 *
 * <p>Rows and columns are counted from 0 here, as everywhere but in the formulas themselves.
 */
final class Place {

    private static final int LETTERS = 26;

    private Place() {}

    /** A cell of the same sheet, such as {@code B7}. */
    static String cell(int row, int column) {
        return letters(column) + (row + 1);
    }

    /** A cell of a sheet, such as {@code scores!B7}. */
    static String cell(String sheet, int row, int column) {
        return sheet + "!" + cell(row, column);
    }

    /** Cells below each other, such as {@code scores!B7:B17}. */
    static String range(String sheet, int firstRow, int lastRow, int column) {
        return cell(sheet, firstRow, column) + ":" + cell(lastRow, column);
    }

    /** Cells below each other that stay where they are when the formula is copied. */
    static String fixed(int firstRow, int lastRow, int column) {
        String letters = letters(column);
        return letters + "$" + (firstRow + 1) + ":" + letters + "$" + (lastRow + 1);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
