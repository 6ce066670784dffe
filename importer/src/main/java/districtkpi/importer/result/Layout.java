package districtkpi.importer.result;

import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.Table.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Which column of a file says what. */
sealed interface Layout {

    /** The names of the columns. */
    Row header();

    /** The columns by position, from 0. */
    Map<Field, Integer> columns();

    /** One row for each figure. */
    record LongForm(Row header, Map<Field, Integer> columns) implements Layout {}

    /** One row for each district, with a column or two for each measure. */
    record WideForm(Row header, Map<Field, Integer> columns, List<MeasureColumns> measures)
            implements Layout {}

    /**
     * The columns of one measure.
     *
     * @param header of the column of values, as the file has it
     * @param indicator what stands before the point
     * @param measure what stands behind it
     * @param of the position of what it is compared with
     * @param ofHeader as the file has it, or as it would be if it had one
     */
    record MeasureColumns(
            String header,
            String indicator,
            String measure,
            int value,
            OptionalInt of,
            String ofHeader) {}

    default boolean has(Field field) {
        return columns().containsKey(field);
    }

    /** The clean cell of a row; empty where the file has no such column. */
    default Cell cell(Row row, Field field) {
        Integer position = columns().get(field);
        if (position == null) {
            return new Cell(row.line(), field.header(), "");
        }
        String own = row.cells().get(position);
        // Of cells that are merged below each other the first counts for all rows.
        String raw =
                own.isEmpty() && !field.isFigure() ? row.above(position, header().line()) : own;
        return new Cell(
                row.line(),
                CellText.clean(header().cells().get(position)),
                field.isText() ? CellText.clean(raw) : value(raw));
    }

    /** What is clean, also of a cell that a download of refused rows made harmless. */
    static String value(String raw) {
        return CellText.clean(SpreadsheetText.original(CellText.clean(raw)));
    }
}
