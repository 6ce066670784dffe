package districtkpi.importer;

import java.time.Instant;
import java.util.Comparator;

/**
 * What is to be read in the place of a cell of a file, which itself stays as it came.
 *
 * @param sheet as messages name it; empty for a text, and for results in a workbook of one sheet
 * @param line on which the row starts, as messages count it
 * @param column its place in the row, from 0
 * @param heading of the column, as messages have it
 * @param before what the file says, as it stands there
 * @param after what is read instead
 * @param at when somebody said so
 */
public record CellCorrection(
        String sheet,
        int line,
        int column,
        String heading,
        String before,
        String after,
        Instant at) {

    static final Comparator<CellCorrection> BY_PLACE =
            Comparator.comparing(CellCorrection::sheet)
                    .thenComparingInt(CellCorrection::line)
                    .thenComparingInt(CellCorrection::column);

    /** Whether two are about one cell. */
    boolean isAt(CellCorrection other) {
        return BY_PLACE.compare(this, other) == 0;
    }
}
