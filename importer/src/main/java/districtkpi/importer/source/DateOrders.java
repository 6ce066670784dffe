package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.importer.DateOrder;
import districtkpi.importer.table.Cell;
import java.util.List;
import java.util.Optional;

/**
 * In which order day and month stand in the columns of an extract, in years of the common era: the
 * day first, as in Thailand, unless somebody says otherwise.
 *
 * @param said of all columns
 * @param monthFirst columns that are read month first where nothing was said
 */
record DateOrders(Optional<DateOrder> said, List<Undecided> monthFirst) {

    DateOrders {
        monthFirst = List.copyOf(monthFirst);
    }

    /** What somebody said of the whole file, or nobody did. */
    static DateOrders said(Optional<DateOrder> order) {
        return new DateOrders(order, List.of());
    }

    /**
     * A column whose days can be read in two ways.
     *
     * @param name of its sheet, as messages have it
     * @param cell the first that can be
     * @param monthFirstElsewhere whether another cell is a day with the month first alone
     */
    record Undecided(
            String name, int sheet, ColumnKey column, Cell cell, boolean monthFirstElsewhere) {}

    DateOrder of(int sheet, ColumnKey column) {
        boolean isMonthFirst =
                monthFirst.stream()
                        .anyMatch(some -> some.sheet() == sheet && some.column().equals(column));
        return said.orElse(isMonthFirst ? DateOrder.MDY : DateOrder.DMY);
    }
}
