package districtkpi.importer.table;

import districtkpi.importer.RefusedRow;

/**
 * How much of a file is read.
 *
 * @param bytes of the file
 * @param rows of results
 * @param columns of a row
 * @param cellLength characters of a cell
 * @param issues of a report
 */
public record ImportLimits(int bytes, int rows, int columns, int cellLength, int issues) {

    public static final int DEFAULT_BYTES = 10 * 1024 * 1024;

    private static final int USUAL_ISSUES_OF_ROW = 5;

    /** Room for a nation's round in either form. */
    public static ImportLimits ofBytes(int bytes) {
        return new ImportLimits(bytes, 100_000, 1_000, 4_000, 1_000);
    }

    /** The same limits, but for a report that names what is wrong with each row given back. */
    public ImportLimits ofRefusedRows() {
        return new ImportLimits(
                bytes, rows, columns, cellLength, RefusedRow.MAX * USUAL_ISSUES_OF_ROW);
    }
}
