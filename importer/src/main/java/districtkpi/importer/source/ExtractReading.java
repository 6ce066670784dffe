package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.Issue;
import districtkpi.importer.WrongCell;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.RowReader;
import districtkpi.importer.table.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from its first row to its last, once: looks for personal data everywhere, for the
 * header of each sheet in its first rows, and hands the rows below on.
 */
final class ExtractReading {

    /** A header stands within so many rows, below a title. */
    static final int ROWS_TO_LOOK_AT = 30;

    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private final SourceDescription source;
    private final Headings headings;
    private final MappedHeadings mapped;
    private final RoundSpan span;
    private final DistrictNames districts;
    private final @Nullable DistrictCode onlyDistrict;
    private final WhatCounts whatCounts;
    private final Doubts doubts;
    private final Repeats repeats;
    private final DateOrders orders;
    private final ImportLimits limits;
    private final IssueLog log;

    private final List<SheetColumns> sheets = new ArrayList<>();
    private final List<SheetColumns> candidates = new ArrayList<>();

    /** The first rows of the sheet at hand, as long as its header is looked for. */
    private final List<FileRow> waiting = new ArrayList<>();

    private @Nullable RowListener listener;
    private @Nullable String sheet;
    private @Nullable SheetColumns columns;
    private @Nullable ExtractRowReader taker;
    private @Nullable FileRow lastRow;

    /** The row with which a text ends without the end of a line; known once it was read. */
    private Optional<FileRow> cutOff = Optional.empty();

    private boolean looking;
    private boolean hidden;
    private boolean chosen;
    private long rows;
    private long read;
    private int sheetsSeen;
    private int leftOutBefore;

    private final LeftOutRows leftOut = new LeftOutRows();

    private final ExtractQuestions questions;
    private final List<DateOrders.DayColumn> undecided = new ArrayList<>();
    private final List<DateOrders.DayColumn> monthFirst = new ArrayList<>();
    private final ExtractCorrections corrections;
    private final PersonalDataCheck persons;

    /**
     * @param kept what headings mean that were mapped before
     * @param mapping what this request says, which wins
     * @param doubts what is known of rows that may be totals
     * @param repeats what is known of rows that say again what others say
     * @param orders of day and month in its columns
     * @param corrections what the reader puts in the place of cells
     */
    ExtractReading(
            SourceDescription source,
            Map<String, ColumnKey> kept,
            Map<ColumnKey, String> mapping,
            RoundSpan span,
            DistrictNames districts,
            @Nullable DistrictCode onlyDistrict,
            WhatCounts whatCounts,
            Doubts doubts,
            Repeats repeats,
            DateOrders orders,
            CellCorrections corrections,
            ImportLimits limits,
            IssueLog log) {
        this.persons = new PersonalDataCheck(log);
        this.corrections = new ExtractCorrections(corrections, log);
        this.questions = new ExtractQuestions(whatCounts, doubts, repeats, log);
        this.source = source;
        Map<String, ColumnKey> meanings = new HashMap<>(kept);
        mapping.forEach((column, heading) -> meanings.put(heading, column));
        this.headings = new Headings(source, meanings);
        this.mapped = new MappedHeadings(mapping);
        this.span = span;
        this.districts = districts;
        this.onlyDistrict = onlyDistrict;
        this.whatCounts = whatCounts;
        this.doubts = doubts;
        this.repeats = repeats;
        this.orders = orders;
        this.limits = limits;
        this.log = log;
    }

    List<SheetColumns> sheets() {
        return sheets;
    }

    /**
     * What to show of a refused file: the sheets, or if none has a known header, the rows that most
     * likely are headers, so that somebody can say what they mean.
     */
    List<SheetColumns> sheetsToMap() {
        return sheets.isEmpty() ? candidates : sheets;
    }

    /** Rows of data, whether they are right or not. */
    long rows() {
        return rows;
    }

    LeftOutRows leftOut() {
        return leftOut;
    }

    /** The rows of each sheet by their districts, in the order of the sheets. */
    List<SheetRows> counted() {
        return questions.counted();
    }

    /** The columns of days that can be read in two ways, with nothing that decides. */
    List<DateOrders.DayColumn> undecided() {
        return undecided;
    }

    /** The columns of days that can only be read month first, whatever they were read as. */
    List<DateOrders.DayColumn> monthFirst() {
        return monthFirst;
    }

    /** What has to be answered before anything counts. */
    List<ExtractReport.Question> questions() {
        return questions.questions();
    }

    /** Is told of each row that something is wrong with. */
    @FunctionalInterface
    interface RowListener {

        /**
         * Something is wrong with a row.
         *
         * @param row absent for what is wrong with the whole file
         */
        void refused(Optional<FileRow> row, List<Issue> errors);
    }

    /** Reads the file and tells of each row that something is wrong with, in its order. */
    void readRefused(RowReader reader, RowListener refused) {
        listener = refused;
        read(reader, new ExtractRowWriter((_, _, _) -> {}, 1), ImportProgress.NONE, 0);
        tell(Optional.empty());
    }

    private void tell(Optional<FileRow> row) {
        if (listener == null) {
            row.ifPresent(known -> corrections.keepWrong(known, columns));
            return;
        }
        List<Issue> errors = log.drain();
        if (!errors.isEmpty()) {
            listener.refused(row, errors);
        }
    }

    /** The cells that errors are about, as far as they can be mended. */
    List<WrongCell> wrongCells() {
        return corrections.wrongCells();
    }

    /**
     * Reads the file and writes its rows, as long as nothing is wrong with it.
     *
     * @throws districtkpi.importer.ImportCancelledException if the listener wants an end
     */
    void read(RowReader reader, ExtractRowWriter writer, ImportProgress progress, long total) {
        corrections.check();
        try {
            Optional<FileRow> row = reader.next();
            while (row.isPresent()) {
                take(row.get(), reader.isHidden(), writer);
                lastRow = row.get();
                if (++read % ROWS_BETWEEN_REPORTS == 0) {
                    report(reader, progress, total);
                }
                if (log.isFull()) {
                    log.add(IssueCode.READING_STOPPED, new Cell(row.get().line(), "", ""));
                    break;
                }
                row = reader.next();
            }
            remark(reader);
        } catch (UnreadableFileException e) {
            log.add(e.code(), new Cell(e.line(), "", ""), e.arguments().toArray());
        }
        cutOff = Optional.ofNullable(lastRow).filter(_ -> reader.isCutOff());
        endSheet(writer);
        report(reader, progress, total);
        questions.ask(sheets);
        reportWhole();
        corrections.report(sheets);
    }

    private void remark(RowReader reader) {
        if (log.isFull()) {
            return;
        }
        for (RowReader.Remark remark : reader.remarks()) {
            // What is in a cell is also among the texts that cells share.
            if (!persons.foundNumber() || remark.code() != IssueCode.PERSONAL_NUMBER) {
                log.add(remark.code(), remark.cell());
            }
        }
    }

    private void report(RowReader reader, ImportProgress progress, long total) {
        progress.throwIfCancelled();
        progress.read(Math.min(reader.bytesRead(), total), total, read);
    }

    private void reportWhole() {
        mapped.report(source, log);
        if (log.hasErrors()) {
            return;
        }
        if (sheets.isEmpty()) {
            log.addFile(
                    ExtractIssueCode.NO_KNOWN_HEADER,
                    source.name(),
                    ROWS_TO_LOOK_AT,
                    String.join(
                            ", ",
                            source.columns().stream()
                                    .filter(SourceDescription.Column::required)
                                    .map(column -> column.name().th())
                                    .toList()));
        } else if (rows == 0) {
            log.addFile(ExtractIssueCode.NO_ROWS);
        }
        if (sheetsSeen > 1) {
            counted()
                    .forEach(read ->
                            log.addFile(
                                    IssueCode.SHEET_READ,
                                    CellText.shown(read.columns().sheet()),
                                    read.count()));
        }
    }

    private void take(FileRow row, boolean isHidden, ExtractRowWriter writer) {
        if (!row.sheet().equals(sheet)) {
            endSheet(writer);
            sheet = row.sheet();
            hidden = isHidden;
            sheetsSeen++;
            log.enter(sheet);
            looking = true;
        }
        if (looking) {
            waiting.add(row);
            if (waiting.size() == ROWS_TO_LOOK_AT) {
                findHeader(writer);
            }
            return;
        }
        refusePersonalData(row, columns);
        if (taker != null) {
            take(row, taker, writer);
        }
        tell(Optional.of(row));
    }

    private void endSheet(ExtractRowWriter writer) {
        if (looking) {
            findHeader(writer);
        }
        if (taker != null && columns != null) {
            if (chosen) {
                endOfChosen(taker, columns);
            } else {
                log.addFile(
                        ExtractIssueCode.SHEET_NOT_CHOSEN,
                        CellText.shown(columns.name()),
                        leftOut.all() - leftOutBefore);
            }
            taker = null;
        }
        columns = null;
    }

    private void endOfChosen(ExtractRowReader ended, SheetColumns of) {
        ended.end(cutOff);
        undecided.addAll(ended.undecided());
        monthFirst.addAll(ended.monthFirst());
        rows += ended.rows();
        questions.add(ended, of);
    }

    private void take(FileRow row, ExtractRowReader into, ExtractRowWriter writer) {
        if (chosen) {
            into.take(row, writer);
        } else {
            into.skip(row);
        }
    }

    /** Of the rows with the most known columns the first is the header. */
    private void findHeader(ExtractRowWriter writer) {
        looking = false;
        List<FileRow> separate = List.copyOf(waiting);
        waiting.clear();
        waiting.addAll(HeaderRows.join(separate));
        refusePersonalDataOfHeadings(separate);
        int best = -1;
        int most = 0;
        for (int i = 0; i < waiting.size(); i++) {
            int likeness = SheetColumns.likeness(waiting.get(i), headings, mapped.keys());
            if (likeness > most) {
                most = likeness;
                best = i;
            }
        }
        if (best < 0) {
            waiting.forEach(row -> {
                refusePersonalData(row, null);
                tell(Optional.of(row));
            });
            if (!hidden) {
                SheetColumns.candidate(waiting, source, headings).ifPresent(candidates::add);
            }
            if (sheet != null && !sheet.isEmpty() && !hidden) {
                log.addFile(IssueCode.SHEET_LEFT_OUT, CellText.shown(sheet));
            }
        } else if (hidden) {
            waiting.forEach(row -> {
                refusePersonalData(row, null);
                tell(Optional.of(row));
            });
            log.addFile(IssueCode.SHEET_HIDDEN, CellText.shown(waiting.getFirst().sheet()));
        } else {
            FileRow header = waiting.get(best);
            mapped.found(header);
            waiting.subList(0, best)
                    .forEach(row -> {
                        refusePersonalData(row, null);
                        tell(Optional.of(row));
                    });
            refusePersonalData(header, null);
            chosen = !whatCounts.leavesOut(CellText.clean(header.sheet()));
            leftOutBefore = leftOut.all();
            // What a sheet lacks that does not count is of no interest.
            columns =
                    SheetColumns.read(
                            sheets.size() + 1,
                            header,
                            source,
                            headings,
                            chosen ? log : new IssueLog(0));
            sheets.add(columns);
            taker =
                    new ExtractRowReader(
                            source,
                            columns,
                            span,
                            districts,
                            onlyDistrict,
                            doubts,
                            repeats,
                            orders,
                            leftOut,
                            limits.cellLength(),
                            chosen ? log : new IssueLog(0));
            tell(Optional.of(header));
            for (FileRow row : waiting.subList(best + 1, waiting.size())) {
                refusePersonalData(row, columns);
                take(row, taker, writer);
                tell(Optional.of(row));
            }
        }
        waiting.clear();
    }

    /** What a heading that was joined of several says is no longer what a cell says. */
    private void refusePersonalDataOfHeadings(List<FileRow> separate) {
        if (waiting.size() < separate.size()) {
            separate.stream()
                    .filter(row -> !waiting.contains(row))
                    .forEach(row -> {
                        refusePersonalData(row, null);
                        tell(Optional.of(row));
                    });
        }
    }

    private void refusePersonalData(FileRow row, @Nullable SheetColumns header) {
        persons.refuse(row, header, hidden);
    }
}
