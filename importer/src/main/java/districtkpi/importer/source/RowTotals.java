package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of each district on one sheet, and the totals among them: those that are left out, and
 * those about which somebody has to be asked, lest anything counts twice.
 */
final class RowTotals {

    private static final int MAX_REMEMBERED = 10_000;
    private static final DistrictRows.Total IGNORED = (_, _) -> {};

    private final SheetColumns columns;
    private final RowCells cells;
    private final int districtPlace;
    private final Doubts doubts;
    private final LeftOutRows leftOut;
    private final IssueLog log;
    private final Map<DistrictCode, DistrictRows> rowsOf = new TreeMap<>();
    private final Map<DistrictCode, List<Doubtful>> totalsOf = new TreeMap<>();
    private @Nullable DistrictCode lastDistrict;

    RowTotals(
            SheetColumns columns,
            RowCells cells,
            int districtPlace,
            Doubts doubts,
            LeftOutRows leftOut,
            IssueLog log) {
        this.columns = columns;
        this.cells = cells;
        this.districtPlace = districtPlace;
        this.doubts = doubts;
        this.leftOut = leftOut;
        this.log = log;
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

    /** Adds a row that counts, as far as can be told now. */
    void add(int line, DistrictCode district, Optional<BigDecimal[]> values, long filled) {
        rows(district)
                .add(
                        line,
                        values.orElseGet(cells::nothing),
                        filled,
                        (sumLine, sums) -> askSum(sumLine, district, sums));
    }

    /** Adds a row of which somebody said that it counts. */
    void addAsSaid(int line, DistrictCode district, Optional<BigDecimal[]> values) {
        rows(district).add(line, values.orElseGet(cells::nothing), cells.filled(), IGNORED);
    }

    /** Adds a row about which somebody is asked. */
    void addDoubtful(DistrictCode district, Optional<BigDecimal[]> values) {
        rows(district).addDoubtful(values.orElseGet(cells::nothing));
    }

    /**
     * Remembers whose rows a total below them may be of.
     *
     * @param district of the row at hand, as far as it is known
     */
    void passed(Optional<DistrictCode> district) {
        lastDistrict = district.orElse(lastDistrict);
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
                _ ->
                        new DistrictRows(
                                cells.amounts().length,
                                cells.amountsAreAdded() && doubts.areOpen()));
    }

    /** Whether a row is the sum of the rows of its district so far. */
    boolean restates(DistrictCode district, Optional<BigDecimal[]> values, long filled) {
        return values.isPresent()
                && rowsOf.containsKey(district)
                && rows(district).restates(values.get(), filled);
    }

    /**
     * Asks whether a row is a total.
     *
     * @param word the cell that may say so; negative if its amounts alone do
     */
    void ask(FileRow row, Optional<DistrictCode> district, int word) {
        ExtractIssueCode code =
                word < 0 ? ExtractIssueCode.SUM_OF_OTHER_ROWS : ExtractIssueCode.TOTAL_OR_NAME;
        Cell cell = word < 0 ? new Cell(row.line(), "", "") : cells.cell(row, word);
        ask(code, cell, district, cells.amountsText());
    }

    private void askSum(int line, DistrictCode district, BigDecimal[] sums) {
        ask(
                ExtractIssueCode.SUM_OF_OTHER_ROWS,
                new Cell(line, "", ""),
                Optional.of(district),
                cells.amountsText(sums));
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

    /**
     * Leaves a total out.
     *
     * @param word the cell that says so; negative if it is none but that of the district
     */
    void leaveOut(FileRow row, Optional<DistrictCode> district, int word) {
        cells.read(row);
        Cell cell = word < 0 ? cells.cell(row, districtPlace) : cells.cell(row, word);
        log.add(ExtractIssueCode.TOTAL_LEFT_OUT, cell, cells.amountsInBrackets());
        leftOut.add(columns.sheet(), row.line(), district, ExtractIssueCode.TOTAL_LEFT_OUT);
        if (district.isPresent()) {
            rows(district.get()).addTotal(row.line(), cells.values(), cells.filled());
            List<Doubtful> own = totalsOf.computeIfAbsent(district.get(), _ -> new ArrayList<>());
            if (own.size() < MAX_REMEMBERED) {
                own.add(new Doubtful(row.line(), cell.column(), cell.text(), cells.amountsText()));
            }
        } else if (lastDistrict != null) {
            rows(lastDistrict).addTotal(row.line(), Optional.empty(), 0);
        }
    }
}
