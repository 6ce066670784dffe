package districtkpi.importer.result;

import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.result.Layout.LongForm;
import districtkpi.importer.result.Layout.WideForm;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order day and month stand in the columns of a file. Days of the common era in numbers
 * alone are read day first, as they are written in Thailand, unless the request says otherwise or a
 * column has a day such as 3/25/2022, and none such as 25/3/2022.
 *
 * @param monthFirst the columns that are read month first
 * @param evidence a cell for each of them that can be read in no other way; none where the request
 *     says so
 * @param undecided a cell of each column that can be read both ways, with nothing that decides
 */
record DateColumns(Set<Integer> monthFirst, List<Cell> evidence, Map<Integer, Cell> undecided) {

    DateColumns {
        monthFirst = Set.copyOf(monthFirst);
        evidence = List.copyOf(evidence);
        undecided = Map.copyOf(undecided);
    }

    /**
     * Looks through the columns that days can stand in.
     *
     * @param sheet as messages have it; empty where the file has no sheets
     * @param said what the request says of them
     */
    static DateColumns of(Table table, String sheet, Layout layout, DateAnswer said) {
        Set<Integer> monthFirst = new HashSet<>();
        List<Cell> evidence = new ArrayList<>();
        Map<Integer, Cell> undecided = new HashMap<>();
        for (int column : columns(layout)) {
            Optional<DateOrder> requested = said.of(sheet, CellText.shown(heading(table, column)));
            if (requested.isPresent()) {
                if (requested.get() == DateOrder.MDY) {
                    monthFirst.add(column);
                }
                continue;
            }
            Found found = Found.in(table, column);
            if (found.onlyMonthFirst() != null && found.onlyDayFirst() == null) {
                monthFirst.add(column);
                evidence.add(found.onlyMonthFirst());
            } else if (found.either() != null
                    && found.onlyMonthFirst() == null
                    && found.onlyDayFirst() == null) {
                undecided.put(column, found.either());
            }
        }
        return new DateColumns(monthFirst, evidence, undecided);
    }

    private static String heading(Table table, int column) {
        return CellText.clean(table.header().cells().get(column));
    }

    private static List<Integer> columns(Layout layout) {
        List<Integer> columns = new ArrayList<>();
        Optional.ofNullable(layout.columns().get(Field.AS_OF)).ifPresent(columns::add);
        switch (layout) {
            case LongForm form ->
                    Optional.ofNullable(form.columns().get(Field.VALUE)).ifPresent(columns::add);
            case WideForm form -> form.measures().forEach(measure -> columns.add(measure.value()));
        }
        return columns;
    }

    /** The first cells of a column that allow one order, the other, or both. */
    private record Found(
            @Nullable Cell onlyDayFirst, @Nullable Cell onlyMonthFirst, @Nullable Cell either) {

        static Found in(Table table, int column) {
            Cell onlyDayFirst = null;
            Cell onlyMonthFirst = null;
            Cell either = null;
            String header = heading(table, column);
            for (Row row : table.rows()) {
                if (column >= row.cells().size()) {
                    continue;
                }
                String text = Layout.value(row.cells().get(column));
                Set<DateOrder> orders = DateReader.orders(text);
                if (orders.isEmpty()) {
                    continue;
                }
                Cell cell = new Cell(row.line(), header, text);
                if (orders.size() > 1) {
                    either = either == null && DateReader.isEither(text) ? cell : either;
                } else if (orders.contains(DateOrder.DMY)) {
                    onlyDayFirst = onlyDayFirst == null ? cell : onlyDayFirst;
                } else {
                    onlyMonthFirst = onlyMonthFirst == null ? cell : onlyMonthFirst;
                }
            }
            return new Found(onlyDayFirst, onlyMonthFirst, either);
        }
    }

    /** The same with further columns read month first. */
    DateColumns withMonthFirst(Set<Integer> more) {
        Set<Integer> all = new HashSet<>(monthFirst);
        all.addAll(more);
        return new DateColumns(all, evidence, undecided);
    }

    DateOrder order(int column) {
        return monthFirst.contains(column) ? DateOrder.MDY : DateOrder.DMY;
    }
}
