package districtkpi.importer.result;

import districtkpi.importer.table.Table;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet with results, or a text, which is one without a name.
 *
 * @param name as messages have it; empty too where a workbook has no other sheet
 * @param layout absent if the log says why there is none
 * @param dates in which order its columns have day and month; absent where the layout is
 */
record ResultSheet(String name, Table table, Optional<Layout> layout, Optional<DateColumns> dates) {

    /** The same with the month first in columns that are undecided. */
    ResultSheet withMonthFirst(Set<Integer> columns) {
        return new ResultSheet(
                name, table, layout, dates.map(known -> known.withMonthFirst(columns)));
    }
}
