package districtkpi.importer.source;

import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.TotalWords;
import districtkpi.importer.table.TotalWords.Sound;
import districtkpi.importer.table.UnnamedColumns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one sheet: leaves out what is no row of data, says what is wrong with the rest,
 * and writes what is right.
 */
final class ExtractRowReader {

    private final SheetColumns columns;
    private final RowCells cells;
    private final RowWords words;
    private final RowDistricts districts;
    private final RowTotals totals;
    private final CellCheck check;
    private final UnnamedColumns unnamed;
    private final Doubts doubts;
    private final Repeats repeats;

    /** Absent where a row that comes twice counts once anyway. */
    private final @Nullable RowPrinter printer;

    private final LeftOutRows leftOut;
    private final int districtPlace;
    private final IssueLog log;
    private boolean anyTaken;
    private long rows;

    ExtractRowReader(
            SourceDescription source,
            SheetColumns columns,
            RoundSpan span,
            DistrictNames districtNames,
            @Nullable DistrictCode onlyDistrict,
            Doubts doubts,
            Repeats repeats,
            DateOrders orders,
            LeftOutRows leftOut,
            int maxCellLength,
            IssueLog log) {
        this.columns = columns;
        this.doubts = doubts;
        this.repeats = repeats;
        this.leftOut = leftOut;
        this.log = log;
        this.unnamed =
                new UnnamedColumns(
                        columns.headerLine(),
                        columns.headings(),
                        columns.beside(),
                        Set.copyOf(columns.found().values()),
                        columns.amounts(),
                        log);
        this.districtPlace = columns.place(source, ColumnType.DISTRICT).orElse(-1);
        int villagePlace = columns.place(source, ColumnType.VILLAGE_CODE).orElse(-1);
        TotalWords totalWords = new TotalWords(districtNames);
        this.cells = new RowCells(source, columns, orders, log);
        this.words = new RowWords(columns, cells, districtPlace, totalWords);
        this.districts =
                new RowDistricts(
                        cells,
                        span,
                        districtNames,
                        totalWords,
                        onlyDistrict,
                        districtPlace,
                        villagePlace,
                        log);
        this.totals = new RowTotals(columns, cells, districtPlace, doubts, leftOut, log);
        this.check = new CellCheck(columns, cells, span, maxCellLength, log);
        this.printer =
                source.countsRows()
                        ? new RowPrinter(
                                columns.number(),
                                cells.taken(),
                                cells.places(),
                                districtPlace,
                                source.periods())
                        : null;
        if (districtPlace < 0 && villagePlace < 0 && onlyDistrict == null) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(columns.headerLine(), "", ""));
        }
    }

    /** Rows that were written or would have been. */
    long rows() {
        return rows;
    }

    String sheet() {
        return columns.sheet();
    }

    int number() {
        return columns.number();
    }

    /** The rows of each district, and what is called a total of them. */
    RowTotals totals() {
        return totals;
    }

    /** The columns of days that can be read in two ways, with nothing that decides. */
    List<DateOrders.DayColumn> undecided() {
        return cells.undecided();
    }

    /** The columns that have days with the month first alone and none with the day first alone. */
    List<DateOrders.DayColumn> monthFirst() {
        return cells.monthFirst();
    }

    /**
     * Says what is only known behind the last row.
     *
     * @param cutOff the row with which a text ends without the end of a line, where it does
     */
    void end(Optional<FileRow> cutOff) {
        check.reportShortRows(cutOff);
        totals.end();
    }

    /** Takes a row below the header. */
    void take(FileRow row, ExtractRowWriter writer) {
        Doubts.Verdict verdict = doubts.of(columns.number(), row.line());
        boolean said = verdict == Doubts.Verdict.SAID_ROW;
        RowOwner named = districts.whose(row);
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
        int word = said ? -1 : words.totalWord(row);
        Sound sound = words.sound(row, word);
        if (isLeftOut(row, whose, word, sound)) {
            return;
        }
        cells.readData(row);
        if (check.isOfOtherYear(row)) {
            leaveOut(row, districts.ofDistrict(whose), ExtractIssueCode.OTHER_YEAR_LEFT_OUT);
            return;
        }
        Optional<DistrictCode> of = districts.ofDistrict(whose);
        if (repeats.leavesOut(columns.number(), row.line())) {
            log.add(
                    ExtractIssueCode.REPEATED_ROW_LEFT_OUT,
                    new Cell(row.line(), "", ""),
                    cells.amountsText());
            leaveOut(row, of, ExtractIssueCode.REPEATED_ROW_LEFT_OUT);
            return;
        }
        boolean doubtful = false;
        Optional<BigDecimal[]> values = cells.values();
        switch (verdict) {
            case OPEN -> {
                long filled = cells.filled();
                // A village has a row of its own, whatever the numbers of others add up to.
                boolean restates =
                        of.isPresent()
                                && !districts.hasVillage()
                                && totals.restates(of.get(), values, filled);
                if (sound == Sound.PERHAPS && restates) {
                    doubts.restates(columns.number(), row.line());
                    totals.leaveOut(row, of, word);
                    return;
                }
                doubtful =
                        sound == Sound.PERHAPS
                                || restates
                                || doubts.isAsked(columns.number(), row.line());
                if (doubtful) {
                    totals.ask(row, of, word);
                    of.ifPresent(district -> totals.addDoubtful(district, values));
                } else {
                    of.ifPresent(district -> totals.add(row.line(), district, values, filled));
                }
            }
            case TOTAL -> {
                totals.leaveOut(row, of, word);
                return;
            }
            case SAID_ROW, ROW -> {
                if (said) {
                    log.add(
                            ExtractIssueCode.COUNTED_AS_SAID,
                            new Cell(row.line(), "", ""),
                            cells.amountsText());
                }
                of.ifPresent(district -> totals.addAsSaid(row.line(), district, values));
            }
        }
        totals.passed(of);
        rows++;
        boolean right = check.isWhole(row);
        Optional<DistrictCode> district = districts.district(row, whose);
        right &= check.areRight(row);
        if (right && !doubtful && district.isPresent()) {
            compareWithOthers(row, district.get(), values);
            if (!log.hasErrors()) {
                cells.write(row, district.get(), writer);
            }
        } else if (!right || district.isEmpty()) {
            check.reportSharedCells(row);
        }
    }

    private boolean isLeftOut(FileRow row, RowOwner whose, int word, Sound sound) {
        if (whose instanceof RowOwner.Total(Optional<DistrictCode> district)) {
            totals.leaveOut(row, district, -1);
            return true;
        }
        if (whose instanceof RowOwner.Province) {
            log.add(ExtractIssueCode.PROVINCE_LEFT_OUT, cells.cell(row, districtPlace));
            leaveOut(row, Optional.empty(), ExtractIssueCode.PROVINCE_LEFT_OUT);
            return true;
        }
        if (sound == Sound.TOTAL) {
            // Its cells were not read yet.
            cells.read(row);
            totals.leaveOut(row, districts.ofDistrict(whose), word);
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
        if (filled == 1 || RowWords.isNote(clean)) {
            log.add(ExtractIssueCode.NOTE_LEFT_OUT, new Cell(row.line(), "", clean));
            leaveOut(row, Optional.empty(), ExtractIssueCode.NOTE_LEFT_OUT);
            return true;
        }
        return false;
    }

    private void compareWithOthers(
            FileRow row, DistrictCode district, Optional<BigDecimal[]> values) {
        if (repeats.countsAsSaid(columns.number(), row.line())) {
            log.add(
                    ExtractIssueCode.REPEATED_ROW_COUNTED,
                    new Cell(row.line(), "", ""),
                    cells.amountsText());
        }
        if (printer != null && values.isPresent() && repeats.areOpen()) {
            repeats.add(
                    printer.print(row, district, cells.results(), cells.amounts(), values.get()),
                    printer.hasPeriods());
        }
    }

    /** Asks about a row that says again what another one says. */
    ExtractReport.DoubtfulRow askRepeated(Repeats.Repeated repeated) {
        LocalizedText text = cells.amountsText(repeated.amounts().toArray(BigDecimal[]::new));
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

    /** Leaves a row out because its whole sheet was not chosen. */
    void skip(FileRow row) {
        leaveOut(row, districts.named(row), ExtractIssueCode.SHEET_NOT_CHOSEN);
    }

    private void leaveOut(FileRow row, Optional<DistrictCode> district, ExtractIssueCode reason) {
        leftOut.add(columns.sheet(), row.line(), district, reason);
    }
}
