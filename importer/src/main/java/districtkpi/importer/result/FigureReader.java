package districtkpi.importer.result;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.Layout.LongForm;
import districtkpi.importer.result.Layout.MeasureColumns;
import districtkpi.importer.result.Layout.WideForm;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellRange;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Nearest;
import districtkpi.importer.table.ShortRows;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import districtkpi.importer.table.UnnamedColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a results file by the agreements of its rounds. */
final class FigureReader {

    private static final int MAX_LINES_NAMED = 10;

    private final NavigableMap<RoundId, OpenRound> rounds;
    private final Optional<RoundId> requested;
    private final LocalDate today;
    private final ImportLimits limits;
    private final IssueLog log;
    private final List<NewMeasurement> figures = new ArrayList<>();
    private final Map<Key, List<Seen>> seen = new LinkedHashMap<>();

    /** Where rows of the sheet that is read stand. */
    private final NavigableSet<Integer> lines = new TreeSet<>();

    /** Whose rows are read, and how its days are written. */
    private String sheet = "";

    private DateColumns dates = new DateColumns(Set.of(), List.of(), Map.of());

    /** Said once of each, not for every row. */
    private final Set<String> datesTakenForRounds = new HashSet<>();

    /**
     * @param rounds all that are open
     * @param requested the round of rows that name none
     */
    FigureReader(
            NavigableMap<RoundId, OpenRound> rounds,
            Optional<RoundId> requested,
            LocalDate today,
            ImportLimits limits,
            IssueLog log) {
        this.rounds = rounds;
        this.requested = requested;
        this.today = today;
        this.limits = limits;
        this.log = log;
    }

    /** What may stand only once in a file. */
    private record Key(RoundId round, DistrictCode district, MeasureKey measure, LocalDate asOf) {}

    /**
     * Where a figure stands.
     *
     * @param value absent if it cannot be read
     */
    private record Seen(String sheet, Cell cell, Optional<MeasuredValue> value) {}

    /**
     * What a row says about all its figures.
     *
     * @param asOf the day of import where the file says nothing or nonsense
     * @param asOfIsGood false if it says nonsense
     */
    private record RowFacts(
            Row row,
            Optional<OpenRound> round,
            Optional<DistrictCode> district,
            LocalDate asOf,
            boolean asOfIsGiven,
            boolean asOfIsGood,
            String source,
            String note) {}

    /** The figures that could be read; the log has what could not. */
    List<NewMeasurement> read(List<ResultSheet> sheets) {
        if (sheets.stream().allMatch(known -> known.layout().isEmpty())) {
            return List.of();
        }
        if (requested.isPresent() && !rounds.containsKey(requested.get())) {
            reportUnknownRound(new Cell(0, Field.ROUND.header(), requested.get().toString()));
            return List.of();
        }
        for (ResultSheet known : sheets) {
            sheet = known.name();
            log.enter(sheet);
            known.dates().ifPresent(order -> dates = order);
            known.layout().ifPresent(layout -> read(known.table(), layout));
        }
        reportDuplicates();
        log.enter("");
        return figures;
    }

    private void read(Table table, Layout layout) {
        List<RowFacts> rows = new ArrayList<>();
        ShortRows shortRows = new ShortRows();
        int headings = table.header().cells().size();
        UnnamedColumns unnamed = unnamed(layout);
        for (Row row : table.rows()) {
            if (isSecondHeader(row, table, layout, unnamed)) {
                log.add(IssueCode.SECOND_HEADER_ROW, new Cell(row.line(), "", ""));
            } else if (isWellFormed(row, table.header())) {
                unnamed.look(row.ofSize(headings).cells());
                if (row.cells().size() < headings) {
                    shortRows.add(row.line(), row.cells().size());
                }
                rows.add(facts(row.ofSize(headings), layout));
            }
        }
        shortRows.report(
                table.cutOff() && !rows.isEmpty()
                        ? Optional.of(rows.getLast().row().line())
                        : Optional.empty(),
                headings,
                log);
        lines.clear();
        table.rows().forEach(row -> lines.add(row.line()));
        switch (layout) {
            case LongForm longForm -> rows.forEach(row -> readLong(row, longForm));
            case WideForm wideForm -> readWide(table.header(), rows, wideForm);
        }
        reportSharedCells(table);
    }

    /**
     * Of cells that several rows share, of which one has an error: whoever deletes that row, as
     * messages say, would change what the others mean.
     */
    private void reportSharedCells(Table table) {
        List<String> header = table.header().cells().stream().map(CellText::clean).toList();
        Set<CellRange> said = new HashSet<>();
        for (Row row : table.rows()) {
            if (log.hasErrorOn(sheet, row.line())) {
                row.merges().stream()
                        .filter(merged ->
                                merged.range().firstRow() > table.header().line()
                                        && merged.range().firstColumn() < header.size()
                                        && !CellText.clean(merged.text()).isEmpty()
                                        && isShared(merged.range())
                                        && said.add(merged.range()))
                        .forEach(merged ->
                                log.add(
                                        IssueCode.MERGED_ROWS,
                                        new Cell(
                                                row.line(),
                                                header.get(merged.range().firstColumn()),
                                                ""),
                                        merged.range()));
            }
        }
    }

    /** Whether several rows with something in them are part of merged cells. */
    private boolean isShared(CellRange range) {
        return lines.subSet(range.firstRow(), true, range.lastRow(), true).size() > 1;
    }

    private UnnamedColumns unnamed(Layout layout) {
        Set<Integer> figures = new HashSet<>();
        layout.columns()
                .forEach((field, place) -> {
                    if (field.isFigure()) {
                        figures.add(place);
                    }
                });
        if (layout instanceof WideForm wide) {
            for (MeasureColumns columns : wide.measures()) {
                figures.add(columns.value());
                columns.of().ifPresent(figures::add);
            }
        }
        Set<Integer> read = new HashSet<>(layout.columns().values());
        read.addAll(figures);
        Row header = layout.header();
        return new UnnamedColumns(
                header.line(),
                header.cells().stream().map(CellText::clean).toList(),
                UnnamedColumns.beside(header.cells(), header.merges()),
                read,
                figures,
                log);
    }

    /** A first row that says neither round nor district nor measure, only words. */
    private static boolean isSecondHeader(
            Row row, Table table, Layout layout, UnnamedColumns unnamed) {
        Row whole = row.ofSize(table.header().cells().size());
        return row.line() == table.rows().getFirst().line()
                && Stream.of(Field.ROUND, Field.DISTRICT, Field.INDICATOR, Field.MEASURE)
                        .allMatch(field -> layout.cell(whole, field).isEmpty())
                && unnamed.isSecondHeader(whole.cells());
    }

    private boolean isWellFormed(Row row, Row header) {
        if (row.hasMoreThan(header.cells().size())) {
            log.add(
                    IssueCode.RAGGED_ROW,
                    new Cell(row.line(), "", ""),
                    row.cells().size(),
                    header.cells().size());
            return false;
        }
        boolean good = true;
        int size = Math.min(row.cells().size(), header.cells().size());
        for (int i = 0; i < size; i++) {
            String text = row.cells().get(i);
            if (text.length() > limits.cellLength()) {
                log.add(
                        IssueCode.CELL_TOO_LONG,
                        new Cell(row.line(), CellText.clean(header.cells().get(i)), text),
                        text.length(),
                        limits.cellLength());
                good = false;
            }
        }
        return good;
    }

    private RowFacts facts(Row row, Layout layout) {
        Optional<OpenRound> round = round(something(layout.cell(row, Field.ROUND)));
        Cell districtCell = layout.cell(row, Field.DISTRICT);
        Optional<DistrictCode> district =
                round.flatMap(known -> district(known, districtCell))
                        .filter(code ->
                                isNamed(round.get(), code, layout.cell(row, Field.DISTRICT_NAME)));
        Cell asOfCell = something(layout.cell(row, Field.AS_OF));
        reportSpreadsheetError(layout.cell(row, Field.SOURCE));
        reportSpreadsheetError(layout.cell(row, Field.NOTE));
        DateOrder asOfOrder = order(layout, Field.AS_OF);
        Optional<LocalDate> asOf = round.flatMap(known -> asOf(known, asOfCell, asOfOrder));
        return new RowFacts(
                row,
                round,
                district,
                asOf.orElse(today),
                asOf.isPresent() && !asOfCell.isEmpty(),
                asOf.isPresent(),
                SpreadsheetText.original(layout.cell(row, Field.SOURCE).text()),
                SpreadsheetText.original(layout.cell(row, Field.NOTE).text()));
    }

    /** A cell, empty where a sign in it says that there is nothing; that it does is said. */
    private Cell something(Cell cell) {
        if (!CellText.isSignOfNothing(cell.text())) {
            return cell;
        }
        log.add(IssueCode.SIGN_OF_NOTHING, cell);
        return new Cell(cell.line(), cell.column(), "");
    }

    private Optional<OpenRound> round(Cell cell) {
        if (cell.isEmpty()) {
            if (requested.isEmpty()) {
                log.add(IssueCode.CELL_EMPTY, cell);
            }
            return requested.map(rounds::get);
        }
        Optional<RoundId> written = RoundText.read(cell.text());
        Optional<RoundId> id = written.or(() -> RoundText.ofDate(cell.text()));
        Optional<OpenRound> round = id.map(rounds::get);
        if (round.isEmpty()) {
            if (written.isEmpty() && RoundText.isDate(cell.text())) {
                log.add(IssueCode.ROUND_IS_DATE, cell, open());
            } else {
                reportUnknownRound(cell);
            }
        } else if (requested.isPresent() && !requested.equals(id)) {
            log.add(IssueCode.ROUND_MISMATCH, cell, requested.get());
            return Optional.empty();
        } else if (written.isEmpty() && datesTakenForRounds.add(cell.text())) {
            log.add(IssueCode.ROUND_WAS_DATE, cell, id.get());
        }
        return round;
    }

    private void reportUnknownRound(Cell cell) {
        log.add(IssueCode.UNKNOWN_ROUND, cell, open());
    }

    private Object open() {
        return rounds.isEmpty()
                ? ImportTexts.text("result.none")
                : rounds.keySet().stream().map(RoundId::toString).collect(Collectors.joining(", "));
    }

    private Optional<DistrictCode> district(OpenRound round, Cell cell) {
        if (cell.isEmpty() || CellText.isSignOfNothing(cell.text())) {
            log.add(IssueCode.CELL_EMPTY, cell);
            return Optional.empty();
        }
        if (reportSpreadsheetError(cell)) {
            return Optional.empty();
        }
        Optional<DistrictCode> code = round.districts().find(cell.text());
        if (code.isEmpty()) {
            Optional<LocalDate> end = round.districts().endOf(cell.text());
            if (end.isPresent()) {
                log.add(IssueCode.DISTRICT_ENDED, cell, DateReader.shown(end.get()), round.id());
            } else if (DistrictNames.isTotal(cell.text())) {
                log.add(IssueCode.TOTAL_ROW, cell);
            } else {
                log.add(IssueCode.UNKNOWN_DISTRICT, cell, round.id(), suggestion(round, cell));
            }
        }
        return code;
    }

    /** Rows that were sorted without their names would be about other districts. */
    private boolean isNamed(OpenRound round, DistrictCode code, Cell name) {
        if (name.isEmpty() || CellText.isSignOfNothing(name.text())) {
            return true;
        }
        boolean same = round.districts().find(name.text()).filter(code::equals).isPresent();
        if (!same) {
            log.add(IssueCode.DISTRICT_MISMATCH, name, code);
        }
        return same;
    }

    /** A nation has many districts to look through: not for what nobody will read. */
    private Object suggestion(OpenRound round, Cell cell) {
        return log.isFull()
                ? ""
                : round.districts().suggest(cell.text()).map(this::meant).orElse("");
    }

    private DateOrder order(Layout layout, Field field) {
        return Optional.ofNullable(layout.columns().get(field))
                .map(dates::order)
                .orElse(DateOrder.DMY);
    }

    private Optional<LocalDate> asOf(OpenRound round, Cell cell, DateOrder order) {
        if (cell.isEmpty()) {
            return Optional.of(today);
        }
        if (reportSpreadsheetError(cell)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = ValueReader.day(cell, order, round, log);
        if (day.isPresent() && day.get().isAfter(today)) {
            log.add(IssueCode.DATE_IN_FUTURE, cell);
        }
        return day;
    }

    private boolean reportSpreadsheetError(Cell cell) {
        boolean error = CellText.isSpreadsheetError(cell.text());
        if (error) {
            log.add(IssueCode.SPREADSHEET_ERROR, cell);
        }
        return error;
    }

    private Object meant(LocalizedText name) {
        return ImportTexts.text("result.meant", name);
    }

    private void readLong(RowFacts facts, LongForm form) {
        Cell indicatorCell = form.cell(facts.row(), Field.INDICATOR);
        Cell measureCell = form.cell(facts.row(), Field.MEASURE);
        Cell written = form.cell(facts.row(), Field.VALUE);
        for (Cell cell : List.of(indicatorCell, measureCell, written)) {
            if (cell.isEmpty()) {
                log.add(IssueCode.CELL_EMPTY, cell);
            }
        }
        Cell value = something(written);
        reportIfMerged(facts.row(), form.columns().get(Field.VALUE), written.column());
        reportIfMerged(facts.row(), form.columns().get(Field.OF), Field.OF.header());
        if (facts.round().isEmpty() || indicatorCell.isEmpty()) {
            return;
        }
        OpenRound round = facts.round().get();
        Optional<Indicator> indicator = indicator(round, indicatorCell);
        if (indicator.isEmpty() || measureCell.isEmpty()) {
            return;
        }
        Optional<Measure> measure = measure(round, indicator.get(), measureCell);
        if (measure.isPresent() && !value.isEmpty()) {
            Cell of = something(form.cell(facts.row(), Field.OF));
            DateOrder order = order(form, Field.VALUE);
            readFigure(facts, round, indicator.get(), measure.get(), value, of, order);
        }
    }

    private Optional<Indicator> indicator(OpenRound round, Cell cell) {
        Optional<Indicator> indicator = round.indicator(cell.text());
        if (indicator.isEmpty()) {
            // All of them instead of the nearest: names of two letters are all near each other.
            log.add(
                    IssueCode.UNKNOWN_INDICATOR,
                    cell,
                    round.id(),
                    String.join(", ", round.indicatorNames()));
        }
        return indicator;
    }

    private Optional<Measure> measure(OpenRound round, Indicator indicator, Cell cell) {
        Optional<Measure> measure = OpenRound.measure(indicator, cell.text());
        if (measure.isEmpty()) {
            List<String> known = OpenRound.measureNames(indicator);
            log.add(
                    IssueCode.UNKNOWN_MEASURE,
                    cell,
                    indicator.id(),
                    round.id(),
                    Nearest.to(cell.text(), known)
                            .map(near -> meant(new LocalizedText(near, near)))
                            .orElse(""),
                    String.join(", ", known));
        }
        return measure;
    }

    private void readWide(Row header, List<RowFacts> rows, WideForm form) {
        Set<OpenRound> used =
                rows.stream()
                        .flatMap(facts -> facts.round().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        rows.forEach(facts -> reportNoteWithoutValue(facts, form));
        for (MeasureColumns columns : form.measures()) {
            if (isKnownToAny(used, columns)) {
                rows.forEach(facts -> readWide(facts, columns));
            } else if (!used.isEmpty()) {
                Cell name = new Cell(header.line(), columns.header(), columns.header());
                named(used.iterator().next(), name, columns);
            }
        }
    }

    /** A figure for several rows is not each row's, nor that of the first. */
    private void reportIfMerged(Row row, @Nullable Integer place, String column) {
        row.merges().stream()
                .filter(merged ->
                        place != null
                                && merged.range().firstColumn() == place
                                && isShared(merged.range())
                                && !CellText.clean(merged.text()).isEmpty())
                .forEach(merged ->
                        log.add(
                                IssueCode.MERGED_VALUE,
                                new Cell(row.line(), column, ""),
                                merged.range()));
    }

    /** A note belongs to a result: n/a, of which a program on the way may have made nothing. */
    private void reportNoteWithoutValue(RowFacts facts, WideForm form) {
        List<String> cells = facts.row().cells();
        boolean empty =
                form.measures().stream()
                        .allMatch(columns -> Layout.value(cells.get(columns.value())).isEmpty());
        if (empty && !facts.note().isBlank()) {
            log.add(IssueCode.NOTE_WITHOUT_VALUE, form.cell(facts.row(), Field.NOTE));
        }
    }

    private static boolean isKnownToAny(Set<OpenRound> used, MeasureColumns columns) {
        return used.stream()
                .anyMatch(round ->
                        round.indicator(columns.indicator())
                                .flatMap(i -> OpenRound.measure(i, columns.measure()))
                                .isPresent());
    }

    /** An indicator with its measure. */
    private record Named(Indicator indicator, Measure measure) {}

    private Optional<Named> named(OpenRound round, Cell place, MeasureColumns columns) {
        Cell indicatorCell = new Cell(place.line(), place.column(), columns.indicator());
        Cell measureCell = new Cell(place.line(), place.column(), columns.measure());
        return indicator(round, indicatorCell)
                .flatMap(indicator ->
                        measure(round, indicator, measureCell)
                                .map(measure -> new Named(indicator, measure)));
    }

    private void readWide(RowFacts facts, MeasureColumns columns) {
        Row row = facts.row();
        reportIfMerged(row, columns.value(), columns.header());
        columns.of().ifPresent(of -> reportIfMerged(row, of, columns.ofHeader()));
        Cell value =
                something(
                        new Cell(
                                row.line(),
                                columns.header(),
                                Layout.value(row.cells().get(columns.value()))));
        String ofText =
                columns.of().isPresent()
                        ? Layout.value(row.cells().get(columns.of().getAsInt()))
                        : "";
        Cell of = something(new Cell(row.line(), columns.ofHeader(), ofText));
        if (value.isEmpty()) {
            if (!of.isEmpty()) {
                log.add(IssueCode.OF_WITHOUT_VALUE, of);
            }
            return;
        }
        if (facts.round().isPresent()) {
            OpenRound round = facts.round().get();
            DateOrder order = dates.order(columns.value());
            named(round, value, columns)
                    .ifPresent(named ->
                            readFigure(
                                    facts,
                                    round,
                                    named.indicator(),
                                    named.measure(),
                                    value,
                                    of,
                                    order));
        }
    }

    private void readFigure(
            RowFacts facts,
            OpenRound round,
            Indicator indicator,
            Measure measure,
            Cell valueCell,
            Cell of,
            DateOrder order) {
        MeasureId id = measure.id();
        MeasureKey key = indicator.key(id);
        Optional<MeasuredValue> value =
                new ValueReader(
                                round,
                                facts.asOf(),
                                facts.asOfIsGiven(),
                                today,
                                order,
                                facts.note(),
                                log)
                        .read(measure, valueCell, of);
        if (facts.district().isEmpty() || !facts.asOfIsGood()) {
            return;
        }
        if (!indicator.appliesIn(facts.district().get())
                && value.isPresent()
                && !(value.get() instanceof MeasuredValue.NotApplicable)) {
            log.add(IssueCode.NOT_FOR_DISTRICT, valueCell, indicator.id(), facts.district().get());
        }
        List<Seen> same =
                seen.computeIfAbsent(
                        new Key(round.id(), facts.district().get(), key, facts.asOf()),
                        first -> new ArrayList<>(1));
        same.add(new Seen(sheet, valueCell, value));
        if (value.isPresent() && !isOnOtherSheet(same)) {
            figures.add(
                    new NewMeasurement(
                            round.id(),
                            facts.district().get(),
                            key,
                            value.get(),
                            facts.asOf(),
                            facts.source(),
                            facts.note(),
                            sheet,
                            facts.row().line(),
                            facts.row().rawText()));
        }
    }

    /** Whether the last says what another sheet said. */
    private static boolean isOnOtherSheet(List<Seen> same) {
        Seen last = same.getLast();
        return same.stream()
                .anyMatch(other ->
                        !other.sheet().equals(last.sheet()) && other.value().equals(last.value()));
    }

    private void reportDuplicates() {
        seen.forEach((key, same) -> {
            if (same.size() > 1) {
                // Sheets may say the same, as a summary does; one that says it twice was mistyped.
                boolean restated =
                        same.getFirst().value().isPresent()
                                && same.stream().map(Seen::value).distinct().count() == 1
                                && same.stream().map(Seen::sheet).distinct().count() == same.size();
                LocalizedText lines = lines(same);
                for (Seen one : restated ? same.subList(1, same.size()) : same) {
                    log.enter(one.sheet());
                    log.add(
                            restated ? IssueCode.SAME_ON_OTHER_SHEET : IssueCode.DUPLICATE_KEY,
                            one.cell(),
                            lines,
                            key.round(),
                            key.district(),
                            key.measure(),
                            DateReader.shown(key.asOf()));
                }
            }
        });
    }

    /** Lines alone where there is one sheet, else with its name before each. */
    private static LocalizedText lines(List<Seen> same) {
        List<String> named =
                same.stream()
                        .limit(MAX_LINES_NAMED)
                        .map(one ->
                                (one.sheet().isEmpty() ? "" : one.sheet() + "!")
                                        + one.cell().line())
                        .toList();
        String first = String.join(", ", named.subList(0, named.size() - 1));
        String last = same.size() > MAX_LINES_NAMED ? "…" : named.getLast();
        return ImportTexts.text("result.lines", first, last);
    }
}
