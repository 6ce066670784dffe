package districtkpi.importer.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of a sheet beside and below each other.
 *
 * @param firstRow as Excel numbers it, from 1
 * @param firstColumn from 0
 */
public record CellRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    private static final String CELL = "\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})";
    private static final Pattern RANGE = Pattern.compile(CELL + "(?::" + CELL + ")?");

    /** What a workbook calls {@code B2:C7} or {@code B2}; absent for anything else. */
    static Optional<CellRange> of(String reference) {
        Matcher matcher = RANGE.matcher(reference);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int firstColumn = column(matcher.group(1));
        int firstRow = Integer.parseInt(matcher.group(2));
        boolean single = matcher.group(3) == null;
        int lastColumn = single ? firstColumn : column(matcher.group(3));
        int lastRow = single ? firstRow : Integer.parseInt(matcher.group(4));
        return Optional.of(
                new CellRange(
                        Math.min(firstRow, lastRow),
                        Math.max(firstRow, lastRow),
                        Math.min(firstColumn, lastColumn),
                        Math.max(firstColumn, lastColumn)));
    }

    /** From 0, of letters such as {@code BC}. */
    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = 26 * column + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    boolean isSingle() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }

    /** As Excel writes it, such as {@code B2:C7}. */
    @Override
    public String toString() {
        String first = CellText.columnLetters(firstColumn) + firstRow;
        return isSingle() ? first : first + ":" + CellText.columnLetters(lastColumn) + lastRow;
    }
}
