package districtkpi.importer.result;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.PersonalNumbers.Span;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileDecoder;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueCode;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Lines;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import districtkpi.importer.table.TableReader;
import districtkpi.importer.table.WorkbookTables;
import districtkpi.importer.table.WorkbookTables.Sheet;
import java.time.LocalDate;
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
    private final Optional<Table> table;
    private final Optional<Layout> layout;
    private final Optional<DateColumns> dates;

    private ResultFile(
            Optional<RoundId> requested,
            ImportLimits limits,
            IssueLog log,
            Optional<Table> table,
            Optional<Layout> layout,
            Optional<DateColumns> dates) {
        this.requested = requested;
        this.limits = limits;
        this.log = log;
        this.table = table;
        this.layout = layout;
        this.dates = dates;
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
        Optional<Table> table =
                WorkbookTables.isWorkbook(file)
                        ? readWorkbook(file, limits, log)
                        : readText(file, limits, log);
        Optional<Layout> layout =
                table.flatMap(
                        known -> LayoutReader.read(known.header(), requested.isPresent(), log));
        if (layout.isPresent() && table.get().rows().isEmpty() && table.get().unreadable() == 0) {
            log.addFile(IssueCode.EMPTY_FILE);
        }
        Optional<DateColumns> dates =
                layout.map(known -> DateColumns.of(table.get(), known, file.dateOrder()));
        dates.ifPresent(
                known -> known.evidence().forEach(cell -> log.add(IssueCode.MONTH_FIRST, cell)));
        return new ResultFile(requested, limits, log, table, layout, dates);
    }

    private static Optional<Table> readText(ImportFile file, ImportLimits limits, IssueLog log) {
        Optional<String> text = FileDecoder.decode(file, limits, log);
        Optional<Table> table = text.flatMap(known -> TableReader.read(known, limits, log));
        text.ifPresent(known -> reportPersonalNumbers(known, table, log));
        return table.map(known -> LayoutReader.belowTitle(known, log));
    }

    /** The first sheet that looks like results, else the first; a hidden one only where all are. */
    private static Optional<Table> readWorkbook(
            ImportFile file, ImportLimits limits, IssueLog log) {
        List<Sheet> sheets = WorkbookTables.read(file, limits, log);
        List<Sheet> visible = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
        List<Sheet> candidates = visible.isEmpty() ? sheets : visible;
        Optional<Sheet> chosen =
                candidates.stream()
                        .filter(sheet -> LayoutReader.isHeader(found(sheet).header()))
                        .findFirst()
                        .or(() -> candidates.stream().findFirst());
        for (Sheet sheet : sheets) {
            boolean isChosen = chosen.filter(sheet::equals).isPresent();
            reportPersonalNumbers(sheet, isChosen, log);
        }
        return chosen.map(sheet -> LayoutReader.belowTitle(sheet.table(), log));
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

    Optional<Table> table() {
        return table;
    }

    IssueLog log() {
        return log;
    }

    /** Rows with data, whether they could be read or not. */
    int rowCount() {
        return table.map(known -> known.rows().size() + known.unreadable()).orElse(0);
    }

    /** Rows with an error. */
    int rejectedCount() {
        int lines = table.map(known -> log.linesWithErrorAfter(known.header().line())).orElse(0);
        return Math.min(lines, rowCount());
    }

    /** The rounds that the rows are about, as far as they have the form of a round. */
    NavigableSet<RoundId> rounds() {
        NavigableSet<RoundId> rounds = new TreeSet<>();
        requested.ifPresent(rounds::add);
        if (table.isPresent() && layout.isPresent()) {
            Integer column = layout.get().columns().get(Field.ROUND);
            if (column != null) {
                table.get().rows().stream()
                        .filter(row -> column < row.cells().size())
                        .flatMap(row -> round(row.cells().get(column)).stream())
                        .forEach(rounds::add);
            }
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
        return dates.map(known -> figures(open, today, known, log)).orElse(List.of());
    }

    /** A cell of each column whose days can be read in two ways, by the place of the column. */
    Map<Integer, Cell> undecidedDates() {
        return dates.map(DateColumns::undecided).orElse(Map.of());
    }

    /**
     * The figures as they would be with the month first in columns that are undecided.
     *
     * @param other log of what cannot be read then
     */
    List<NewMeasurement> figures(
            NavigableMap<RoundId, OpenRound> open,
            LocalDate today,
            Set<Integer> monthFirst,
            IssueLog other) {
        return figures(open, today, dates.orElseThrow().withMonthFirst(monthFirst), other);
    }

    private List<NewMeasurement> figures(
            NavigableMap<RoundId, OpenRound> open,
            LocalDate today,
            DateColumns order,
            IssueLog reported) {
        return new FigureReader(open, requested, today, order, limits, reported)
                .read(table.orElseThrow(), layout.orElseThrow());
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
