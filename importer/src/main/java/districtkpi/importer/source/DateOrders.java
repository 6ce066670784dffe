package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order day and month stand in the columns of an extract, in years of the common era: as
 * somebody says, else as a day such as 3/25/2022 decides, else the day first, as in Thailand.
 *
 * @param said of columns
 * @param decided columns of which nothing was said and that can only be read month first
 * @param tried columns that are read month first to see whether it makes a difference
 */
record DateOrders(DateAnswer said, List<DayColumn> decided, List<DayColumn> tried) {

    DateOrders {
        decided = List.copyOf(decided);
        tried = List.copyOf(tried);
    }

    /** What somebody said, or nobody did. */
    static DateOrders said(DateAnswer answer) {
        return new DateOrders(answer, List.of(), List.of());
    }

    /**
     * A column of days.
     *
     * @param name of its sheet, as messages have it
     * @param cell the first that shows what is said of the column
     */
    record DayColumn(String name, int sheet, ColumnKey column, Cell cell) {

        private boolean is(SheetColumns columns, ColumnKey key) {
            return sheet == columns.number() && column.equals(key);
        }
    }

    /** The same once it is known which columns can only be read month first. */
    DateOrders with(List<DayColumn> monthFirst) {
        return new DateOrders(said, monthFirst, tried);
    }

    /** The same with columns read month first to try. */
    DateOrders trying(List<DayColumn> columns) {
        return new DateOrders(said, decided, columns);
    }

    /**
     * What somebody said of a column.
     *
     * @param heading clean
     */
    Optional<DateOrder> said(SheetColumns columns, String heading) {
        return said.of(CellText.shown(columns.sheet()), CellText.shown(heading));
    }

    /** The cell that decides that a column is read month first; absent where none does. */
    Optional<Cell> decision(SheetColumns columns, ColumnKey column) {
        return decided.stream()
                .filter(some -> some.is(columns, column))
                .map(DayColumn::cell)
                .findFirst();
    }

    DateOrder of(SheetColumns columns, ColumnKey column, String heading) {
        List<DayColumn> monthFirst = new ArrayList<>(decided);
        monthFirst.addAll(tried);
        return said(columns, heading)
                .orElseGet(() ->
                        monthFirst.stream().anyMatch(some -> some.is(columns, column))
                                ? DateOrder.MDY
                                : DateOrder.DMY);
    }
}
