package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.DateOrder;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellRange;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the row at hand, read as what the columns of its source say that they are. What is
 * wrong with them, others say.
 */
final class RowCells {

    private static final LocalizedText NO_AMOUNTS = new LocalizedText("–", "–");

    private final SheetColumns columns;
    private final DateOrders orders;
    private final IssueLog log;
    private final List<Column> taken = new ArrayList<>();
    private final int[] places;
    private final CellReader[] readers;
    private final Result[] results;

    /** Of each column the first cell that is one day with the day first, another with the month. */
    private final @Nullable Cell[] eitherCells;

    /** Of each column the first cell that is a day with the month first alone. */
    private final @Nullable Cell[] monthFirstCells;

    /** Merged cells of which something was said. */
    private final Set<CellRange> mergedSaid = new HashSet<>();

    /** Cells that may say that a row is a total: all but those of numbers. */
    private final BitSet numbers = new BitSet();

    private final BitSet known = new BitSet();

    /** Places among the results of the numbers that totals are sums of. */
    private final int[] amounts;

    private final boolean amountsAreAdded;

    RowCells(SourceDescription source, SheetColumns columns, DateOrders orders, IssueLog log) {
        this.columns = columns;
        this.orders = orders;
        this.log = log;
        for (Column column : source.columns()) {
            if (column.type() != ColumnType.DISTRICT && columns.found().containsKey(column.key())) {
                taken.add(column);
            }
        }
        this.places =
                taken.stream().mapToInt(column -> columns.found().get(column.key())).toArray();
        this.readers =
                IntStream.range(0, places.length)
                        .mapToObj(i -> new CellReader(taken.get(i), order(i, orders)))
                        .toArray(CellReader[]::new);
        this.results = new Result[places.length];
        this.eitherCells = new @Nullable Cell[places.length];
        this.monthFirstCells = new @Nullable Cell[places.length];
        taken.forEach(column ->
                orders.decision(columns, column.key())
                        .ifPresent(cell -> log.add(IssueCode.MONTH_FIRST, cell)));
        for (int i = 0; i < places.length; i++) {
            known.set(places[i]);
            numbers.set(places[i], taken.get(i).type().isNumber());
        }
        Set<ColumnKey> added = source.added();
        this.amountsAreAdded = taken.stream().anyMatch(column -> added.contains(column.key()));
        this.amounts =
                IntStream.range(0, places.length)
                        .filter(i ->
                                amountsAreAdded
                                        ? added.contains(taken.get(i).key())
                                        : taken.get(i).type().isAmount())
                        .toArray();
    }

    /** The columns that are read, but for that of the district. */
    List<Column> taken() {
        return taken;
    }

    /** Of each of the columns its place in a row. */
    int[] places() {
        return places;
    }

    /** Of each of the columns what its cell in the row at hand says. */
    Result[] results() {
        return results;
    }

    /** Which of the columns are the numbers that totals are sums of. */
    int[] amounts() {
        return amounts;
    }

    /** Whether a figure is a sum of the amounts, so that a total would count them again. */
    boolean amountsAreAdded() {
        return amountsAreAdded;
    }

    boolean isNumber(int place) {
        return numbers.get(place);
    }

    boolean isTaken(int place) {
        return known.get(place);
    }

    /** The place of a column among those that are read; -1 if it is none of them. */
    int indexOf(ColumnKey key) {
        for (int i = 0; i < places.length; i++) {
            if (taken.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Reads the cells of a row. */
    void read(FileRow row) {
        for (int i = 0; i < places.length; i++) {
            results[i] = readers[i].read(text(row, places[i]));
        }
    }

    /**
     * Reads the cells of a row of data: what days look like is kept, merged figures are refused.
     */
    void readData(FileRow row) {
        for (int i = 0; i < places.length; i++) {
            results[i] = readers[i].read(text(row, places[i]));
            if (eitherCells[i] == null && readers[i].sawEither()) {
                eitherCells[i] = cell(row, places[i]);
            }
            if (monthFirstCells[i] == null && readers[i].sawMonthFirst()) {
                monthFirstCells[i] = cell(row, places[i]);
            }
            if (taken.get(i).type().isNumber() && !row.merges().isEmpty()) {
                refuseIfMerged(row, i);
            }
        }
    }

    /** A figure for several rows is not each row's; nor is one that nobody sees below it. */
    private void refuseIfMerged(FileRow row, int i) {
        boolean empty = row.own(places[i]).isEmpty();
        row.merges().stream()
                .filter(merged -> merged.range().firstColumn() == places[i])
                .filter(merged ->
                        empty ? !merged.text().isEmpty() : merged.range().firstRow() < row.line())
                .findFirst()
                .ifPresent(merged -> {
                    results[i] = new Result.Wrong(IssueCode.MERGED_VALUE, merged.range());
                    int first = merged.range().firstRow();
                    // Nor is it that of the first, which is only known to be one of several now.
                    if (first < row.line()
                            && !merged.text().isEmpty()
                            && mergedSaid.add(merged.range())) {
                        log.add(
                                IssueCode.MERGED_VALUE,
                                new Cell(first, columns.heading(places[i]), merged.text()),
                                merged.range());
                    }
                });
    }

    /** Of cells that are merged below each other the first counts for all rows. */
    String text(FileRow row, int place) {
        if (place < 0) {
            return "";
        }
        String own = row.own(place);
        return own.isEmpty() ? row.above(place, columns.headerLine()) : own;
    }

    /** The cell of one of the columns as messages have it. */
    Cell cellOf(FileRow row, int column) {
        return cell(row, places[column]);
    }

    /** A cell as messages have it. */
    Cell cell(FileRow row, int place) {
        return new Cell(row.line(), columns.heading(place), CellText.clean(text(row, place)));
    }

    /** No amount of anything. */
    BigDecimal[] nothing() {
        BigDecimal[] none = new BigDecimal[amounts.length];
        Arrays.fill(none, BigDecimal.ZERO);
        return none;
    }

    private static BigDecimal number(String text) {
        return text.equals("0") ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** The amounts of the row that was read; absent if any cannot be read. */
    Optional<BigDecimal[]> values() {
        BigDecimal[] values = nothing();
        for (int i = 0; i < values.length; i++) {
            switch (results[amounts[i]]) {
                case Result.Read(String text, _) -> values[i] = number(text);
                case Result.Empty _ -> {}
                case Result.Wrong _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(values);
    }

    /** Part of a message; nothing where there are no amounts. */
    Object amountsInBrackets() {
        LocalizedText text = amountsText();
        return text.equals(NO_AMOUNTS)
                ? ""
                : new LocalizedText(" (" + text.th() + ")", " (" + text.en() + ")");
    }

    /** The amounts of the row at hand, with their names. */
    LocalizedText amountsText() {
        return values().map(this::amountsText).orElse(NO_AMOUNTS);
    }

    LocalizedText amountsText(BigDecimal[] values) {
        List<String> th = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalizedText name = taken.get(amounts[i]).name();
            String number = PersonalNumbers.mask(WorkingText.number(values[i]));
            th.add(name.th() + " " + number);
            en.add(name.en() + " " + number);
        }
        return values.length == 0
                ? NO_AMOUNTS
                : new LocalizedText(String.join(", ", th), String.join(", ", en));
    }

    /** A bit for each column that says what a row is about and is filled. */
    long filled() {
        long filled = 0;
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read && !taken.get(i).type().isNumber()) {
                filled |= 1L << i;
            }
        }
        return filled;
    }

    /** The columns of days that can be read in two ways, with nothing that decides. */
    List<DateOrders.DayColumn> undecided() {
        List<DateOrders.DayColumn> undecided = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!readers[i].sawDayFirst() && !readers[i].sawMonthFirst()) {
                addUnlessSaid(i, eitherCells[i], undecided);
            }
        }
        return undecided;
    }

    /** The columns that have days with the month first alone and none with the day first alone. */
    List<DateOrders.DayColumn> monthFirst() {
        List<DateOrders.DayColumn> monthFirst = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!readers[i].sawDayFirst()) {
                addUnlessSaid(i, monthFirstCells[i], monthFirst);
            }
        }
        return monthFirst;
    }

    private void addUnlessSaid(int i, @Nullable Cell cell, List<DateOrders.DayColumn> to) {
        Column column = taken.get(i);
        if (cell != null && orders.said(columns, columns.heading(places[i])).isEmpty()) {
            to.add(new DateOrders.DayColumn(columns.sheet(), columns.number(), column.key(), cell));
        }
    }

    private DateOrder order(int i, DateOrders known) {
        return known.of(columns, taken.get(i).key(), columns.heading(places[i]));
    }

    /** Hands the row at hand on to be stored. */
    void write(FileRow row, DistrictCode district, ExtractRowWriter writer) {
        writer.begin(columns.number(), row.line(), district);
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read(String text, _)) {
                Column column = taken.get(i);
                if (column.type().isNumber()) {
                    writer.number(column.key(), text);
                } else if (column.type() == ColumnType.FLAG) {
                    writer.flag(column.key(), text.equals("true"));
                } else {
                    writer.text(column.key(), text);
                }
            }
        }
        writer.end();
    }
}
