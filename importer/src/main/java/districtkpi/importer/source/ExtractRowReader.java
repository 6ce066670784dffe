package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellRange;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.ShortRows;
import districtkpi.importer.table.TotalWords;
import districtkpi.importer.table.TotalWords.Sound;
import districtkpi.importer.table.UnnamedColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one sheet: leaves out what is no row of data, says what is wrong with the rest,
 * and writes what is right.
 */
final class ExtractRowReader {

    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:หมายเหตุ|ที่มา|แหล่งที่มา|ข้อมูล ณ|คำอธิบาย|\\*|note\\b|remark|source\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PROVINCE =
            Pattern.compile(
                    "(?:สำนักงานพัฒนาชุมชน|สพจ\\.?)?\\s*จังหวัด.*|province|provincial office",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS_OF_A_DISTRICT = 4;
    private static final int MAX_REMEMBERED = 10_000;
    private static final LocalizedText NO_AMOUNTS = new LocalizedText("–", "–");
    private static final DistrictRows.Total IGNORED = (_, _) -> {};

    private final SheetColumns columns;
    private final RoundSpan span;
    private final DistrictNames districts;
    private final TotalWords totals;
    private final Doubts doubts;
    private final Repeats repeats;

    /** Absent where a row that comes twice counts once anyway. */
    private final @Nullable RowPrinter printer;

    private final LeftOutRows leftOut;
    private final @Nullable DistrictCode onlyDistrict;
    private final IssueLog log;
    private final int longestCell;

    private final List<Column> taken = new ArrayList<>();
    private final int[] places;
    private final CellReader[] readers;
    private final Result[] results;

    private final DateOrders orders;

    /** Of each column the first cell that is one day with the day first, another with the month. */
    private final @Nullable Cell[] eitherCells;

    /** Of each column the first cell that is a day with the month first alone. */
    private final @Nullable Cell[] monthFirstCells;

    private final int districtPlace;
    private final int villagePlace;
    private final Map<String, RowOwner> remembered = new HashMap<>();
    private final ShortRows shortRows = new ShortRows();
    private final UnnamedColumns unnamed;

    /** Columns of which it was said that a sign in them is taken for nothing. */
    private final Set<ColumnKey> signsSaid = new HashSet<>();

    /** Merged cells of which something was said. */
    private final Set<CellRange> mergedSaid = new HashSet<>();

    private final Set<CellRange> sharedSaid = new HashSet<>();

    private final Map<String, Sound> sounds = new HashMap<>();

    /** Cells that may say that a row is a total: all but those of numbers. */
    private final BitSet numbers = new BitSet();

    private final BitSet known = new BitSet();

    /** Places among the results of the numbers that totals are sums of. */
    private final int[] amounts;

    /** Of each column the place among the results that no value should exceed; -1 for none. */
    private final int[] limits;

    private final boolean amountsAreAdded;
    private final Map<DistrictCode, DistrictRows> rowsOf = new TreeMap<>();
    private final Map<DistrictCode, List<Doubtful>> totalsOf = new TreeMap<>();
    private @Nullable DistrictCode lastDistrict;

    private boolean anyTaken;
    private long rows;

    ExtractRowReader(
            SourceDescription source,
            SheetColumns columns,
            RoundSpan span,
            DistrictNames districts,
            @Nullable DistrictCode onlyDistrict,
            Doubts doubts,
            Repeats repeats,
            DateOrders orders,
            LeftOutRows leftOut,
            int longestCell,
            IssueLog log) {
        this.columns = columns;
        this.span = span;
        this.districts = districts;
        this.totals = new TotalWords(districts);
        this.doubts = doubts;
        this.repeats = repeats;
        this.leftOut = leftOut;
        this.onlyDistrict = onlyDistrict;
        this.log = log;
        this.longestCell = longestCell;
        this.unnamed =
                new UnnamedColumns(
                        columns.headerLine(),
                        columns.headings(),
                        columns.beside(),
                        Set.copyOf(columns.found().values()),
                        columns.amounts(),
                        log);
        this.districtPlace = columns.place(source, ColumnType.DISTRICT).orElse(-1);
        this.villagePlace = columns.place(source, ColumnType.VILLAGE_CODE).orElse(-1);
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
        this.orders = orders;
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
        this.limits =
                taken.stream()
                        .mapToInt(column -> column.atMostOf().map(this::indexAmongTaken).orElse(-1))
                        .toArray();
        this.printer =
                source.countsRows()
                        ? new RowPrinter(
                                columns.number(), taken, places, districtPlace, source.periods())
                        : null;
        if (districtPlace < 0 && villagePlace < 0 && onlyDistrict == null) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(columns.headerLine(), "", ""));
        }
    }

    /** What a cell says of the district. */
    private sealed interface RowOwner {

        record Of(DistrictCode district) implements RowOwner {}

        /**
         * @param district that it is the total of, as far as it says so
         */
        record Total(Optional<DistrictCode> district) implements RowOwner {}

        record Province() implements RowOwner {}

        record Nobody() implements RowOwner {}

        record Unknown(Optional<LocalizedText> suggestion) implements RowOwner {}
    }

    /** Rows that were written or would have been. */
    long rows() {
        return rows;
    }

    String sheet() {
        return columns.sheet();
    }

    /** The rows of each district, by its code. */
    Map<DistrictCode, DistrictRows> rowsOf() {
        return rowsOf;
    }

    /**
     * A row that may be a total.
     *
     * @param text that sounds so; empty where its amounts alone do
     */
    record Doubtful(int line, String column, String text, LocalizedText amounts) {}

    /** Rows that are called totals of a district. */
    Map<DistrictCode, List<Doubtful>> totalsOf() {
        return totalsOf;
    }

    /**
     * Says which rows had fewer cells than the header.
     *
     * @param cutOff the row with which a text ends without the end of a line, where it does
     */
    void reportShortRows(Optional<FileRow> cutOff) {
        shortRows.report(cutOff.map(FileRow::line), columns.headings().size(), log);
    }

    /** Takes a row below the header. */
    void take(FileRow row, ExtractRowWriter writer) {
        Doubts.Verdict verdict = doubts.of(columns.number(), row.line());
        boolean said = verdict == Doubts.Verdict.SAID_ROW;
        RowOwner named = whose(text(row, districtPlace));
        RowOwner whose =
                said
                                && named instanceof RowOwner.Total(Optional<DistrictCode> own)
                                && own.isPresent()
                        ? new RowOwner.Of(own.get())
                        : named;
        boolean first = !anyTaken;
        anyTaken = true;
        if (first && whose instanceof RowOwner.Nobody && unnamed.isSecondHeader(row.cells())) {
            log.add(IssueCode.SECOND_HEADER_ROW, new Cell(row.line(), "", ""));
            return;
        }
        unnamed.look(row);
        int word = said ? -1 : totalWord(row);
        Sound sound = sound(row, word);
        if (isLeftOut(row, whose, word, sound)) {
            return;
        }
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
        if (isOfOtherYear(row)) {
            leaveOut(row, ofDistrict(whose), ExtractIssueCode.OTHER_YEAR_LEFT_OUT);
            return;
        }
        Optional<DistrictCode> of = ofDistrict(whose);
        if (repeats.leavesOut(columns.number(), row.line())) {
            log.add(
                    ExtractIssueCode.REPEATED_ROW_LEFT_OUT,
                    new Cell(row.line(), "", ""),
                    amountsText());
            leaveOut(row, of, ExtractIssueCode.REPEATED_ROW_LEFT_OUT);
            return;
        }
        boolean doubtful = false;
        Optional<BigDecimal[]> values = values();
        switch (verdict) {
            case OPEN -> {
                long filled = filled();
                boolean restates = of.isPresent() && restates(of.get(), values, filled);
                if (sound == Sound.PERHAPS && restates) {
                    doubts.restates(columns.number(), row.line());
                    leaveOutTotal(row, of, word);
                    return;
                }
                doubtful =
                        sound == Sound.PERHAPS
                                || restates
                                || doubts.isAsked(columns.number(), row.line());
                if (doubtful) {
                    ask(row, of, word);
                    of.map(this::rows)
                            .ifPresent(own -> own.addDoubtful(values.orElseGet(this::nothing)));
                } else if (of.isPresent()) {
                    rows(of.get())
                            .add(
                                    row.line(),
                                    values.orElseGet(this::nothing),
                                    filled,
                                    (line, sums) -> askSum(line, of.get(), sums));
                }
            }
            case TOTAL -> {
                leaveOutTotal(row, of, word);
                return;
            }
            case SAID_ROW, ROW -> {
                if (said) {
                    log.add(
                            ExtractIssueCode.COUNTED_AS_SAID,
                            new Cell(row.line(), "", ""),
                            amountsText());
                }
                of.map(this::rows)
                        .ifPresent(own ->
                                own.add(
                                        row.line(),
                                        values.orElseGet(this::nothing),
                                        filled(),
                                        IGNORED));
            }
        }
        lastDistrict = of.orElse(lastDistrict);
        rows++;
        boolean right = isWhole(row);
        Optional<DistrictCode> district = district(row, whose);
        for (int i = 0; i < places.length; i++) {
            right &= isRight(row, i);
        }
        if (right && !doubtful && district.isPresent()) {
            compareWithOthers(row, district.get(), values);
            if (!log.hasErrors()) {
                write(row, district.get(), writer);
            }
        } else if (!right || district.isEmpty()) {
            reportSharedCells(row);
        }
    }

    private void compareWithOthers(
            FileRow row, DistrictCode district, Optional<BigDecimal[]> values) {
        if (repeats.countsAsSaid(columns.number(), row.line())) {
            log.add(
                    ExtractIssueCode.REPEATED_ROW_COUNTED,
                    new Cell(row.line(), "", ""),
                    amountsText());
        }
        if (printer != null && values.isPresent() && repeats.areOpen()) {
            repeats.add(
                    printer.print(row, district, results, amounts, values.get()),
                    printer.hasPeriods());
        }
    }

    /** Asks about a row that says again what another one says. */
    ExtractReport.DoubtfulRow askRepeated(Repeats.Repeated repeated) {
        LocalizedText text = amountsText(repeated.amounts().toArray(BigDecimal[]::new));
        log.add(
                switch (repeated.kind()) {
                    case SAME -> ExtractIssueCode.SAME_ROW;
                    case EARLIER -> ExtractIssueCode.EARLIER_STATE;
                    case ONE_OF_UNKNOWN_ORDER -> ExtractIssueCode.NEWEST_STATE_UNKNOWN;
                },
                new Cell(repeated.line(), "", ""),
                text,
                repeated.district(),
                repeated.other());
        return new ExtractReport.DoubtfulRow(
                columns.sheet(),
                repeated.line(),
                Optional.of(repeated.district()),
                "",
                OptionalInt.of(repeated.other()),
                text);
    }

    int number() {
        return columns.number();
    }

    /** Leaves a row out because its whole sheet was not chosen. */
    void skip(FileRow row) {
        RowOwner whose = whose(text(row, districtPlace));
        Optional<DistrictCode> district =
                whose instanceof RowOwner.Of(DistrictCode own)
                        ? Optional.of(own)
                        : Optional.ofNullable(onlyDistrict);
        leaveOut(row, district, ExtractIssueCode.SHEET_NOT_CHOSEN);
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

    /** Says what is only known behind the last row. */
    void end() {
        rowsOf.forEach((district, own) ->
                own.end(
                        doubts.areOpen() ? (line, sums) -> askSum(line, district, sums) : IGNORED,
                        (line, _) ->
                                log.add(
                                        ExtractIssueCode.TOTAL_DIFFERS,
                                        new Cell(line, "", ""),
                                        district)));
    }

    private DistrictRows rows(DistrictCode district) {
        return rowsOf.computeIfAbsent(
                district,
                _ -> new DistrictRows(amounts.length, amountsAreAdded && doubts.areOpen()));
    }

    private boolean restates(DistrictCode district, Optional<BigDecimal[]> values, long filled) {
        // A village has a row of its own, whatever the numbers of others add up to.
        return values.isPresent()
                && districtOfVillage() == null
                && rowsOf.containsKey(district)
                && rows(district).restates(values.get(), filled);
    }

    private void ask(FileRow row, Optional<DistrictCode> district, int word) {
        ExtractIssueCode code =
                word < 0 ? ExtractIssueCode.SUM_OF_OTHER_ROWS : ExtractIssueCode.TOTAL_OR_NAME;
        Cell cell = word < 0 ? new Cell(row.line(), "", "") : cell(row, word);
        ask(code, cell, district, amountsText());
    }

    private void askSum(int line, DistrictCode district, BigDecimal[] sums) {
        ask(
                ExtractIssueCode.SUM_OF_OTHER_ROWS,
                new Cell(line, "", ""),
                Optional.of(district),
                amountsText(sums));
    }

    /** Asks what a row is that is called a total of a district that has no other row. */
    void askAlone(DistrictCode district, Doubtful total) {
        ask(
                ExtractIssueCode.TOTAL_WITHOUT_ROWS,
                new Cell(total.line(), total.column(), total.text()),
                Optional.of(district),
                total.amounts());
    }

    private void ask(
            ExtractIssueCode code,
            Cell cell,
            Optional<DistrictCode> district,
            LocalizedText amountsText) {
        log.add(code, cell, amountsText, district.map(DistrictCode::value).orElse("–"));
        doubts.ask(
                columns.number(),
                new ExtractReport.DoubtfulRow(
                        columns.sheet(),
                        cell.line(),
                        district,
                        cell.text(),
                        OptionalInt.empty(),
                        amountsText));
    }

    private BigDecimal[] nothing() {
        BigDecimal[] none = new BigDecimal[amounts.length];
        Arrays.fill(none, BigDecimal.ZERO);
        return none;
    }

    private static BigDecimal number(String text) {
        return text.equals("0") ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** The amounts of the row that was read; absent if any cannot be read. */
    private Optional<BigDecimal[]> values() {
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
    private Object inBrackets() {
        LocalizedText text = amountsText();
        return text.equals(NO_AMOUNTS)
                ? ""
                : new LocalizedText(" (" + text.th() + ")", " (" + text.en() + ")");
    }

    private LocalizedText amountsText() {
        return values().map(this::amountsText).orElse(NO_AMOUNTS);
    }

    private LocalizedText amountsText(BigDecimal[] values) {
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
    private long filled() {
        long filled = 0;
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read && !taken.get(i).type().isNumber()) {
                filled |= 1L << i;
            }
        }
        return filled;
    }

    /** The cell that sounds most like a total; -1 if none does. */
    private int totalWord(FileRow row) {
        int perhaps = -1;
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            // What the cell of the district says is known.
            if (i != districtPlace && !numbers.get(i)) {
                Sound sound = sound(cells.get(i));
                if (sound == Sound.TOTAL && !isRemark(i)) {
                    return i;
                }
                // Of what stands in columns that nothing is taken from the amounts have to say.
                if (sound == Sound.PERHAPS && perhaps < 0 && known.get(i)) {
                    perhaps = i;
                }
            }
        }
        return perhaps;
    }

    /** Remarks speak of totals without being one. */
    private boolean isRemark(int place) {
        return NOTE.matcher(columns.heading(place)).matches();
    }

    private Sound sound(FileRow row, int word) {
        return word < 0 ? Sound.NAME : sound(row.cells().get(word));
    }

    private Sound sound(String cell) {
        if (cell.isEmpty() || !TotalWords.mayBeIn(cell)) {
            return Sound.NAME;
        }
        Sound known = sounds.get(cell);
        if (known == null) {
            known = totals.of(CellText.clean(cell));
            if (sounds.size() < MAX_REMEMBERED) {
                sounds.put(cell, known);
            }
        }
        return known;
    }

    private void leaveOut(FileRow row, Optional<DistrictCode> district, ExtractIssueCode reason) {
        leftOut.add(columns.sheet(), row.line(), district, reason);
    }

    /**
     * Leaves a total out.
     *
     * @param word the cell that says so; negative if it is none but that of the district
     */
    private void leaveOutTotal(FileRow row, Optional<DistrictCode> district, int word) {
        for (int i = 0; i < places.length; i++) {
            results[i] = readers[i].read(text(row, places[i]));
        }
        Cell cell = word < 0 ? districtCell(row) : cell(row, word);
        log.add(ExtractIssueCode.TOTAL_LEFT_OUT, cell, inBrackets());
        leaveOut(row, district, ExtractIssueCode.TOTAL_LEFT_OUT);
        if (district.isPresent()) {
            rows(district.get()).addTotal(row.line(), values(), filled());
            List<Doubtful> own = totalsOf.computeIfAbsent(district.get(), _ -> new ArrayList<>());
            if (own.size() < MAX_REMEMBERED) {
                own.add(new Doubtful(row.line(), cell.column(), cell.text(), amountsText()));
            }
        } else if (lastDistrict != null) {
            rows(lastDistrict).addTotal(row.line(), Optional.empty(), 0);
        }
    }

    /** The district of a row as far as it can be told, without a word about what cannot. */
    private Optional<DistrictCode> ofDistrict(RowOwner whose) {
        if (whose instanceof RowOwner.Of(DistrictCode district)) {
            return Optional.of(district);
        }
        if (whose instanceof RowOwner.Total(Optional<DistrictCode> district)) {
            return district;
        }
        String village = districtOfVillage();
        return village == null
                ? Optional.ofNullable(onlyDistrict)
                : whose(village) instanceof RowOwner.Of(DistrictCode district)
                        ? Optional.of(district)
                        : Optional.empty();
    }

    /** The code that the village code begins with; null where there is none. */
    private @Nullable String districtOfVillage() {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == villagePlace && results[i] instanceof Result.Read(String code, _)) {
                return code.substring(0, DIGITS_OF_A_DISTRICT);
            }
        }
        return null;
    }

    /** Of cells that are merged below each other the first counts for all rows. */
    private String text(FileRow row, int place) {
        if (place < 0) {
            return "";
        }
        String own = row.own(place);
        return own.isEmpty() ? row.above(place, columns.headerLine()) : own;
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

    /** Whoever deletes a row with an error changes what rows mean that share its cells. */
    private void reportSharedCells(FileRow row) {
        row.merges().stream()
                .filter(merged ->
                        merged.range().firstRow() > columns.headerLine()
                                && merged.range().lastRow() > merged.range().firstRow()
                                && merged.range().firstColumn() < columns.headings().size()
                                && !merged.text().isEmpty()
                                && sharedSaid.add(merged.range()))
                .forEach(merged ->
                        log.add(
                                IssueCode.MERGED_ROWS,
                                new Cell(
                                        row.line(),
                                        columns.heading(merged.range().firstColumn()),
                                        ""),
                                merged.range()));
    }

    private boolean isLeftOut(FileRow row, RowOwner whose, int word, Sound sound) {
        if (whose instanceof RowOwner.Total(Optional<DistrictCode> district)) {
            leaveOutTotal(row, district, -1);
            return true;
        }
        if (whose instanceof RowOwner.Province) {
            log.add(ExtractIssueCode.PROVINCE_LEFT_OUT, districtCell(row));
            leaveOut(row, Optional.empty(), ExtractIssueCode.PROVINCE_LEFT_OUT);
            return true;
        }
        if (sound == Sound.TOTAL) {
            leaveOutTotal(row, districtOfTotal(row, whose), word);
            return true;
        }
        if (whose instanceof RowOwner.Of) {
            return false;
        }
        String first = "";
        int filled = 0;
        for (String cell : row.cells()) {
            if (!cell.isEmpty()) {
                first = filled == 0 ? cell : first;
                filled++;
            }
        }
        String clean = CellText.clean(first);
        if (filled == 1 || NOTE.matcher(clean).matches()) {
            log.add(ExtractIssueCode.NOTE_LEFT_OUT, new Cell(row.line(), "", clean));
            leaveOut(row, Optional.empty(), ExtractIssueCode.NOTE_LEFT_OUT);
            return true;
        }
        return false;
    }

    /** Of a total the cells were not read yet. */
    private Optional<DistrictCode> districtOfTotal(FileRow row, RowOwner whose) {
        for (int i = 0; i < places.length; i++) {
            results[i] = readers[i].read(text(row, places[i]));
        }
        return ofDistrict(whose);
    }

    private Cell districtCell(FileRow row) {
        return cell(row, districtPlace);
    }

    private Cell cell(FileRow row, int place) {
        return new Cell(row.line(), columns.heading(place), CellText.clean(text(row, place)));
    }

    private boolean isOfOtherYear(FileRow row) {
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read read && isOfOtherYear(taken.get(i), read)) {
                log.add(
                        ExtractIssueCode.OTHER_YEAR_LEFT_OUT,
                        cell(row, places[i]),
                        span.round().fiscalYear());
                return true;
            }
        }
        return false;
    }

    private boolean isOfOtherYear(Column column, Result.Read read) {
        if (column.type() == ColumnType.FISCAL_YEAR) {
            return !read.text().equals(Integer.toString(span.round().fiscalYear()));
        }
        LocalDate day = read.day();
        return column.within() != Within.ANY && day != null && !span.contains(column.within(), day);
    }

    /**
     * In a text a cell more means that the others stand in wrong columns; cells that are missing at
     * the end of a row are empty.
     */
    private boolean isWhole(FileRow row) {
        int cells = row.cells().size();
        int headings = columns.headings().size();
        if (!row.sheet().isEmpty() || cells == headings) {
            return true;
        }
        boolean more =
                cells > headings
                        && row.cells().subList(headings, cells).stream()
                                .anyMatch(cell -> !cell.isBlank());
        if (!more) {
            if (cells < headings) {
                shortRows.add(row.line(), cells);
            }
            return true;
        }
        log.add(IssueCode.RAGGED_ROW, new Cell(row.line(), "", ""), cells, headings);
        return false;
    }

    private RowOwner whose(String raw) {
        if (raw.isEmpty()) {
            return new RowOwner.Nobody();
        }
        RowOwner known = remembered.get(raw);
        if (known == null) {
            known = whoseSlowly(CellText.clean(raw));
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(raw, known);
            }
        }
        return known;
    }

    private RowOwner whoseSlowly(String clean) {
        if (clean.isEmpty() || CellText.isSignOfNothing(clean)) {
            return new RowOwner.Nobody();
        }
        Optional<DistrictCode> district = districts.find(clean);
        if (district.isPresent()) {
            return new RowOwner.Of(district.get());
        }
        if (PROVINCE.matcher(clean).matches()) {
            return new RowOwner.Province();
        }
        if (DistrictNames.isTotal(clean) || totals.of(clean) == Sound.TOTAL) {
            return new RowOwner.Total(totals.districtOf(clean));
        }
        return new RowOwner.Unknown(districts.suggest(clean));
    }

    /** The district of a row; absent, with an error, if it cannot be told. */
    private Optional<DistrictCode> district(FileRow row, RowOwner whose) {
        if (whose instanceof RowOwner.Unknown(Optional<LocalizedText> suggestion)) {
            Cell cell = districtCell(row);
            if (CellText.isSpreadsheetError(cell.text())) {
                log.add(IssueCode.SPREADSHEET_ERROR, cell);
            } else {
                reportUnknown(cell, cell.text(), suggestion);
            }
            return Optional.empty();
        }
        return switch (whoseVillage(row)) {
            case RowOwner.Of(DistrictCode ofVillage) -> agreed(row, whose, ofVillage);
            case RowOwner.Nobody _ -> withoutVillage(row, whose);
            case RowOwner.Total _, RowOwner.Province _, RowOwner.Unknown _ -> Optional.empty();
        };
    }

    private Optional<DistrictCode> agreed(FileRow row, RowOwner whose, DistrictCode ofVillage) {
        if (whose instanceof RowOwner.Of(DistrictCode district) && !ofVillage.equals(district)) {
            log.add(
                    ExtractIssueCode.OTHER_DISTRICT,
                    cell(row, villagePlace),
                    ofVillage,
                    ImportTexts.text("extract.row-names", district));
            return Optional.empty();
        }
        return requested(row, villagePlace, ofVillage);
    }

    private Optional<DistrictCode> withoutVillage(FileRow row, RowOwner whose) {
        if (whose instanceof RowOwner.Of(DistrictCode district)) {
            return requested(row, districtPlace, district);
        }
        // What is wrong with a village code is said of its cell.
        if (onlyDistrict == null && text(row, villagePlace).isEmpty()) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(row.line(), "", ""));
        }
        return Optional.ofNullable(onlyDistrict);
    }

    /** Part of a message; nothing, if nothing comes near. */
    private static Object meant(Optional<LocalizedText> suggestion) {
        return suggestion.<Object>map(text -> ImportTexts.text("extract.meant", text)).orElse("");
    }

    /**
     * @param named the district as the cell names it
     */
    private void reportUnknown(Cell cell, String named, Optional<LocalizedText> suggestion) {
        Optional<LocalDate> end = districts.endOf(named);
        if (end.isPresent()) {
            log.add(IssueCode.DISTRICT_ENDED, cell, DateReader.shown(end.get()), span.round());
        } else {
            log.add(IssueCode.UNKNOWN_DISTRICT, cell, span.round(), meant(suggestion));
        }
    }

    private Optional<DistrictCode> requested(FileRow row, int place, DistrictCode district) {
        if (onlyDistrict == null || onlyDistrict.equals(district)) {
            return Optional.of(district);
        }
        log.add(
                ExtractIssueCode.OTHER_DISTRICT,
                cell(row, place),
                district,
                ImportTexts.text("extract.asked-for", onlyDistrict));
        return Optional.empty();
    }

    /** Unknown, with an error, where there is a village code of no district of the round. */
    private RowOwner whoseVillage(FileRow row) {
        String code = districtOfVillage();
        if (code == null) {
            return new RowOwner.Nobody();
        }
        RowOwner district = whose(code);
        if (!(district instanceof RowOwner.Of)) {
            reportUnknown(cell(row, villagePlace), code, Optional.empty());
            return new RowOwner.Unknown(Optional.empty());
        }
        return district;
    }

    private boolean isRight(FileRow row, int i) {
        Column column = taken.get(i);
        return switch (results[i]) {
            case Result.Wrong wrong -> {
                log.add(wrong.code(), cell(row, places[i]), wrong.arguments());
                yield false;
            }
            case Result.Empty(boolean bySign) -> {
                if (bySign && signsSaid.add(column.key())) {
                    log.add(IssueCode.SIGN_OF_NOTHING, cell(row, places[i]));
                }
                if (column.filled()) {
                    log.add(IssueCode.CELL_EMPTY, cell(row, places[i]));
                }
                yield !column.filled();
            }
            case Result.Read(String text, _) -> {
                if (text.length() > longestCell) {
                    log.add(
                            IssueCode.CELL_TOO_LONG,
                            cell(row, places[i]),
                            text.length(),
                            longestCell);
                    yield false;
                }
                yield !column.type().isNumber() || isPossible(row, i, column, text);
            }
        };
    }

    private boolean isPossible(FileRow row, int i, Column column, String text) {
        if (column.type() == ColumnType.COUNT
                && text.indexOf('.') >= 0
                && new BigDecimal(text).stripTrailingZeros().scale() > 0) {
            log.add(ExtractIssueCode.NOT_WHOLE, cell(row, places[i]));
            return false;
        }
        BigDecimal least = column.least();
        if (least != null
                && (least.signum() != 0 || text.charAt(0) == '-')
                && new BigDecimal(text).compareTo(least) < 0) {
            log.add(ExtractIssueCode.TOO_SMALL, cell(row, places[i]), least.toPlainString());
            return false;
        }
        if (column.type() == ColumnType.PERCENT && new BigDecimal(text).compareTo(HUNDRED) > 0) {
            log.add(
                    ExtractIssueCode.MORE_THAN_ALL,
                    cell(row, places[i]),
                    ImportTexts.text("extract.all"));
        }
        if (limits[i] >= 0) {
            warnIfAbove(row, i, text, limits[i]);
        }
        return true;
    }

    private void warnIfAbove(FileRow row, int i, String text, int limit) {
        if (results[limit] instanceof Result.Read(String most, _)
                // What is taken back is no limit of anything.
                && most.charAt(0) != '-'
                && new BigDecimal(text).compareTo(new BigDecimal(most)) > 0) {
            LocalizedText name = taken.get(limit).name();
            log.add(
                    ExtractIssueCode.MORE_THAN_ALL,
                    cell(row, places[i]),
                    new LocalizedText(
                            name.th() + " (" + most + ")", name.en() + " (" + most + ")"));
        }
    }

    private int indexAmongTaken(ColumnKey key) {
        for (int i = 0; i < places.length; i++) {
            if (taken.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private void write(FileRow row, DistrictCode district, ExtractRowWriter writer) {
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
