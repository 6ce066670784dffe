package districtkpi.importer.result;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportFile;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.PersonalNumbers.Span;
import districtkpi.importer.WrongCell;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.CorrectedCells;
import districtkpi.importer.table.FileDecoder;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Lines;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import districtkpi.importer.table.TableReader;
import districtkpi.importer.table.WorkbookTables;
import districtkpi.importer.table.WorkbookTables.Sheet;
import districtkpi.importer.table.WrongCells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A results file, taken apart as far as that is possible without knowing any agreement. */
final class ResultFile {

    private final Optional<RoundId> requested;
    private final ImportLimits limits;
    private final IssueLog log;
    private final CellCorrections corrections;
    private final List<ResultSheet> sheets;

    private ResultFile(
            Optional<RoundId> requested,
            ImportLimits limits,
            IssueLog log,
            CellCorrections corrections,
            List<ResultSheet> sheets) {
        this.requested = requested;
        this.corrections = corrections;
        this.limits = limits;
        this.log = log;
        this.sheets = List.copyOf(sheets);
    }

    /**
     * Takes a file apart and looks for personal numbers everywhere in it.
     *
     * @param requested the round of rows that name none
     */
    static ResultFile read(ImportFile file, Optional<RoundId> requested, ImportLimits limits) {
        IssueLog log = new IssueLog(limits.issues());
        if (PersonalNumbers.isIn(file.name())) {
            log.addFile(IssueCode.PERSONAL_NUMBER);
        }
        List<ResultSheet> sheets =
                WorkbookTables.isWorkbook(file)
                        ? readWorkbook(file, requested, limits, log)
                        : readText(file, requested, limits, log);
        boolean empty =
                sheets.stream()
                        .map(ResultSheet::table)
                        .allMatch(table -> table.rows().isEmpty() && table.unreadable() == 0);
        if (empty && sheets.stream().anyMatch(sheet -> sheet.layout().isPresent())) {
            log.addFile(IssueCode.EMPTY_FILE);
        }
        if (!file.corrections().isEmpty()) {
            if (!sheets.isEmpty()) {
                CorrectedCells.check(file.corrections(), headers(sheets), log);
            }
            log.addFile(IssueCode.CELLS_MENDED, file.corrections().all().size());
        }
        return new ResultFile(requested, limits, log, file.corrections(), sheets);
    }

    private static Map<String, CorrectedCells.Header> headers(List<ResultSheet> sheets) {
        return sheets.stream()
                .collect(
                        Collectors.toMap(
                                ResultSheet::name,
                                sheet -> {
                                    Row header = sheet.table().header();
                                    return new CorrectedCells.Header(
                                            header.line(), header.cells().size());
                                },
                                (one, _) -> one));
    }

    private static List<ResultSheet> readText(
            ImportFile file, Optional<RoundId> requested, ImportLimits limits, IssueLog log) {
        Optional<String> text = FileDecoder.decode(file, limits, log);
        Optional<Table> table =
                text.flatMap(known -> TableReader.read(known, file.corrections(), limits, log));
        text.ifPresent(known -> reportPersonalNumbers(known, table, log));
        reportPersonalNumbers(file.corrections(), log);
        return table.map(known -> LayoutReader.belowTitle(known, log)).stream()
                .map(known -> sheet("", known, file, requested, log))
                .toList();
    }

    /** What was put in the place of cells is no part of the text. */
    private static void reportPersonalNumbers(CellCorrections corrections, IssueLog log) {
        corrections.all().stream()
                .filter(one -> PersonalNumbers.isIn(one.after()))
                .forEach(one -> log.add(IssueCode.PERSONAL_NUMBER, new Cell(one.line(), "", "")));
    }

    private static ResultSheet sheet(
            String name, Table table, ImportFile file, Optional<RoundId> requested, IssueLog log) {
        Optional<Layout> layout = LayoutReader.read(table.header(), requested.isPresent(), log);
        Optional<DateColumns> dates =
                layout.map(known -> DateColumns.of(table, name, known, file.dates()));
        dates.ifPresent(
                known -> known.evidence().forEach(cell -> log.add(IssueCode.MONTH_FIRST, cell)));
        return new ResultSheet(name, table, layout, dates);
    }

    /**
     * All sheets that have the columns of results; where none has, the one that comes nearest, so
     * that it is said what it lacks. Hidden ones count only where all are.
     */
    private static List<ResultSheet> readWorkbook(
            ImportFile file, Optional<RoundId> requested, ImportLimits limits, IssueLog log) {
        List<Sheet> all = WorkbookTables.read(file, limits, log);
        List<Sheet> visible = all.stream().filter(sheet -> !sheet.hidden()).toList();
        List<Sheet> candidates = visible.isEmpty() ? all : visible;
        List<Sheet> chosen = chosen(candidates);
        List<ResultSheet> read = new ArrayList<>();
        boolean several = all.size() > 1;
        for (Sheet sheet : all) {
            String name = sheet.called();
            log.enter(name);
            boolean isChosen = chosen.contains(sheet);
            reportPersonalNumbers(sheet, isChosen, log);
            if (isChosen) {
                Table table = LayoutReader.belowTitle(sheet.table(), log);
                read.add(sheet(name, table, file, requested, log));
            }
            if (several) {
                report(sheet, name, candidates.contains(sheet), log);
            }
        }
        log.enter("");
        return read;
    }

    private static List<Sheet> chosen(List<Sheet> candidates) {
        List<Sheet> chosen =
                candidates.stream()
                        .filter(sheet -> LayoutReader.isOfResults(found(sheet).header()))
                        .toList();
        return chosen.isEmpty()
                ? candidates.stream()
                        .filter(sheet -> LayoutReader.isHeader(found(sheet).header()))
                        .findFirst()
                        .or(() -> candidates.stream().findFirst())
                        .stream()
                        .toList()
                : chosen;
    }

    /** What became of a sheet: that one was not read must not be found out by what is missing. */
    private static void report(Sheet sheet, String name, boolean isCandidate, IssueLog log) {
        Table table = found(sheet);
        Row header = table.header();
        if (LayoutReader.isOfResults(header)) {
            if (isCandidate) {
                log.addFile(IssueCode.SHEET_READ, name, table.rows().size());
            } else {
                log.addFile(IssueCode.SHEET_HIDDEN, name);
            }
        } else if (isCandidate && LayoutReader.isHeader(header)) {
            log.addFile(IssueCode.SHEET_NOT_RESULTS, name);
        } else if (isCandidate) {
            log.addFile(IssueCode.SHEET_LEFT_OUT, name);
        }
    }

    private static Table found(Sheet sheet) {
        return LayoutReader.belowTitle(sheet.table(), new IssueLog(0));
    }

    private static void reportPersonalNumbers(Sheet sheet, boolean isChosen, IssueLog log) {
        List<String> header =
                isChosen
                        ? found(sheet).header().cells().stream().map(CellText::clean).toList()
                        : List.of();
        Stream.concat(Stream.of(sheet.table().header()), sheet.table().rows().stream())
                .forEach(row -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        if (PersonalNumbers.isIn(row.cells().get(i))) {
                            String column =
                                    isChosen
                                            ? header.get(i)
                                            : sheet.name() + "!" + CellText.columnLetters(i);
                            log.add(IssueCode.PERSONAL_NUMBER, new Cell(row.line(), column, ""));
                        }
                    }
                });
    }

    /** The sheets that are read, in the order of the file; one without a name for a text. */
    List<ResultSheet> sheets() {
        return sheets;
    }

    IssueLog log() {
        return log;
    }

    /** Rows with data, whether they could be read or not. */
    int rowCount() {
        return sheets.stream().map(ResultSheet::table).mapToInt(ResultFile::rowCount).sum();
    }

    /** Errors that typing something else into their cells does not mend. */
    private static final Set<String> NOT_BY_TYPING =
            Stream.of(
                            IssueCode.PERSONAL_NUMBER,
                            IssueCode.DAY_OR_MONTH,
                            IssueCode.MERGED_VALUE,
                            IssueCode.DUPLICATE_KEY,
                            IssueCode.TOTAL_ROW)
                    .map(IssueCode::name)
                    .collect(Collectors.toUnmodifiableSet());

    /** The cells that errors are about, as far as they can be mended. */
    List<WrongCell> wrongCells() {
        List<WrongCell> cells = new ArrayList<>();
        for (ResultSheet sheet : sheets) {
            if (sheet.layout().isPresent()) {
                Row header = sheet.layout().get().header();
                WrongCells wrong =
                        new WrongCells(
                                sheet.name(),
                                header.cells().stream().map(CellText::clean).toList(),
                                corrections);
                Map<Integer, Row> rows =
                        sheet.table().rows().stream()
                                .collect(Collectors.toMap(Row::line, row -> row, (one, _) -> one));
                log.issues().stream()
                        .filter(error -> error.sheet().equals(sheet.name()))
                        .filter(error -> !NOT_BY_TYPING.contains(error.code()))
                        .forEach(error -> {
                            Row row = rows.get(error.line());
                            if (row != null) {
                                Row whole = row.ofSize(header.cells().size());
                                wrong.find(
                                                error,
                                                whole.cells()::get,
                                                column -> whole.above(column, header.line()))
                                        .ifPresent(cells::add);
                            }
                        });
            }
        }
        return cells;
    }

    private static int rowCount(Table table) {
        return table.rows().size() + table.unreadable();
    }

    /** Rows with an error. */
    int rejectedCount() {
        return sheets.stream()
                .mapToInt(sheet ->
                        Math.min(
                                log.linesWithErrorAfter(
                                        sheet.name(), sheet.table().header().line()),
                                rowCount(sheet.table())))
                .sum();
    }

    /** The rounds that the rows are about, as far as they have the form of a round. */
    NavigableSet<RoundId> rounds() {
        NavigableSet<RoundId> rounds = new TreeSet<>();
        requested.ifPresent(rounds::add);
        for (ResultSheet sheet : sheets) {
            sheet.layout()
                    .map(layout -> layout.columns().get(Field.ROUND))
                    .ifPresent(column ->
                            sheet.table().rows().stream()
                                    .filter(row -> column < row.cells().size())
                                    .flatMap(row -> round(row.cells().get(column)).stream())
                                    .forEach(rounds::add));
        }
        return rounds;
    }

    private static Optional<RoundId> round(String cell) {
        return RoundText.read(cell).or(() -> RoundText.ofDate(cell));
    }

    /**
     * The figures of the file; those that cannot be read are in the log.
     *
     * @param open all rounds that are open
     */
    List<NewMeasurement> figures(NavigableMap<RoundId, OpenRound> open, LocalDate today) {
        return new FigureReader(open, requested, today, limits, log).read(sheets);
    }

    /**
     * A column whose days can be read in two ways.
     *
     * @param sheet of the workbook, as messages name it
     * @param cell one of its cells
     */
    record UndecidedColumn(String sheet, int column, Cell cell) {}

    /** All columns whose days can be read in two ways. */
    List<UndecidedColumn> undecidedDates() {
        List<UndecidedColumn> undecided = new ArrayList<>();
        for (ResultSheet sheet : sheets) {
            sheet.dates()
                    .ifPresent(dates ->
                            dates.undecided()
                                    .forEach((column, cell) ->
                                            undecided.add(
                                                    new UndecidedColumn(
                                                            sheet.name(), column, cell))));
        }
        return undecided;
    }

    /**
     * The figures as they would be with the month first in columns that are undecided.
     *
     * @param other log of what cannot be read then
     */
    List<NewMeasurement> figures(
            NavigableMap<RoundId, OpenRound> open,
            LocalDate today,
            List<UndecidedColumn> monthFirst,
            IssueLog other) {
        List<ResultSheet> read =
                sheets.stream()
                        .map(sheet ->
                                sheet.withMonthFirst(
                                        monthFirst.stream()
                                                .filter(one -> one.sheet().equals(sheet.name()))
                                                .map(UndecidedColumn::column)
                                                .collect(Collectors.toSet())))
                        .toList();
        return new FigureReader(open, requested, today, limits, other).read(read);
    }

    private static void reportPersonalNumbers(String text, Optional<Table> table, IssueLog log) {
        List<Span> spans = PersonalNumbers.find(text);
        if (spans.isEmpty()) {
            return;
        }
        Lines lines = new Lines(text);
        NavigableMap<Integer, Row> rows =
                table.stream()
                        .flatMap(known ->
                                Stream.concat(Stream.of(known.header()), known.rows().stream()))
                        .collect(
                                Collectors.toMap(Row::line, row -> row, (a, b) -> a, TreeMap::new));
        TreeMap<Integer, Optional<Row>> found = new TreeMap<>();
        for (Span span : spans) {
            int line = lines.at(span.start());
            Map.Entry<Integer, Row> floor = rows.floorEntry(line);
            boolean inRow =
                    floor != null
                            && line
                                    < floor.getKey()
                                            + new Lines(floor.getValue().rawText()).count();
            found.put(
                    inRow ? floor.getKey() : line,
                    inRow ? Optional.of(floor.getValue()) : Optional.empty());
        }
        List<String> header =
                table.map(known -> known.header().cells()).orElse(List.of()).stream()
                        .map(CellText::clean)
                        .toList();
        found.forEach((line, row) -> reportPersonalNumber(line, row, header, log));
    }

    private static void reportPersonalNumber(
            int line, Optional<Row> row, List<String> header, IssueLog log) {
        List<Integer> columns =
                row.map(Row::cells).stream()
                        .flatMap(cells ->
                                IntStream.range(0, cells.size())
                                        .filter(i -> PersonalNumbers.isIn(cells.get(i)))
                                        .boxed())
                        .sorted(Comparator.naturalOrder())
                        .toList();
        if (columns.isEmpty()) {
            log.add(IssueCode.PERSONAL_NUMBER, new Cell(line, "", ""));
        }
        for (int column : columns) {
            String name = column < header.size() ? header.get(column) : "";
            log.add(IssueCode.PERSONAL_NUMBER, new Cell(line, name, ""));
        }
    }
}
