package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellRange;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.ShortRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says what is wrong with the cells of a row of data. */
final class CellCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SheetColumns columns;
    private final RowCells cells;
    private final RoundSpan span;
    private final int maxCellLength;
    private final IssueLog log;
    private final ShortRows shortRows = new ShortRows();

    /** Of each column the place among the results that no value should exceed; -1 for none. */
    private final int[] limits;

    /** Columns of which it was said that a sign in them is taken for nothing. */
    private final Set<ColumnKey> signsSaid = new HashSet<>();

    private final Set<CellRange> sharedSaid = new HashSet<>();

    CellCheck(
            SheetColumns columns, RowCells cells, RoundSpan span, int maxCellLength, IssueLog log) {
        this.columns = columns;
        this.cells = cells;
        this.span = span;
        this.maxCellLength = maxCellLength;
        this.log = log;
        this.limits =
                cells.taken().stream()
                        .mapToInt(column -> column.atMostOf().map(cells::indexOf).orElse(-1))
                        .toArray();
    }

    /**
     * Says which rows had fewer cells than the header.
     *
     * @param cutOff the row with which a text ends without the end of a line, where it does
     */
    void reportShortRows(Optional<FileRow> cutOff) {
        shortRows.report(cutOff.map(FileRow::line), columns.headings().size(), log);
    }

    /** Whether the row at hand is of another year, which is said. */
    boolean isOfOtherYear(FileRow row) {
        for (int i = 0; i < cells.places().length; i++) {
            if (cells.results()[i] instanceof Result.Read read
                    && isOfOtherYear(cells.taken().get(i), read)) {
                log.add(
                        ExtractIssueCode.OTHER_YEAR_LEFT_OUT,
                        cells.cellOf(row, i),
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
    boolean isWhole(FileRow row) {
        int count = row.cells().size();
        int headings = columns.headings().size();
        if (!row.sheet().isEmpty() || count == headings) {
            return true;
        }
        boolean more =
                count > headings
                        && row.cells().subList(headings, count).stream()
                                .anyMatch(cell -> !cell.isBlank());
        if (!more) {
            if (count < headings) {
                shortRows.add(row.line(), count);
            }
            return true;
        }
        log.add(IssueCode.RAGGED_ROW, new Cell(row.line(), "", ""), count, headings);
        return false;
    }

    /** Whether all cells of the row at hand are right; what is wrong is said. */
    boolean areRight(FileRow row) {
        boolean right = true;
        for (int i = 0; i < cells.places().length; i++) {
            right &= isRight(row, i);
        }
        return right;
    }

    private boolean isRight(FileRow row, int i) {
        Column column = cells.taken().get(i);
        return switch (cells.results()[i]) {
            case Result.Wrong wrong -> {
                log.add(wrong.code(), cells.cellOf(row, i), wrong.arguments());
                yield false;
            }
            case Result.Empty(boolean bySign) -> {
                if (bySign && signsSaid.add(column.key())) {
                    log.add(IssueCode.SIGN_OF_NOTHING, cells.cellOf(row, i));
                }
                if (column.filled()) {
                    log.add(IssueCode.CELL_EMPTY, cells.cellOf(row, i));
                }
                yield !column.filled();
            }
            case Result.Read(String text, _) -> {
                if (text.length() > maxCellLength) {
                    log.add(
                            IssueCode.CELL_TOO_LONG,
                            cells.cellOf(row, i),
                            text.length(),
                            maxCellLength);
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
            log.add(ExtractIssueCode.NOT_WHOLE, cells.cellOf(row, i));
            return false;
        }
        BigDecimal least = column.least();
        if (least != null
                && (least.signum() != 0 || text.charAt(0) == '-')
                && new BigDecimal(text).compareTo(least) < 0) {
            log.add(ExtractIssueCode.TOO_SMALL, cells.cellOf(row, i), least.toPlainString());
            return false;
        }
        if (column.type() == ColumnType.PERCENT && new BigDecimal(text).compareTo(HUNDRED) > 0) {
            log.add(
                    ExtractIssueCode.MORE_THAN_ALL,
                    cells.cellOf(row, i),
                    ImportTexts.text("extract.all"));
        }
        if (limits[i] >= 0) {
            warnIfAbove(row, i, text, limits[i]);
        }
        return true;
    }

    private void warnIfAbove(FileRow row, int i, String text, int limit) {
        if (cells.results()[limit] instanceof Result.Read(String most, _)
                // What is taken back is no limit of anything.
                && most.charAt(0) != '-'
                && new BigDecimal(text).compareTo(new BigDecimal(most)) > 0) {
            LocalizedText name = cells.taken().get(limit).name();
            log.add(
                    ExtractIssueCode.MORE_THAN_ALL,
                    cells.cellOf(row, i),
                    new LocalizedText(
                            name.th() + " (" + most + ")", name.en() + " (" + most + ")"));
        }
    }

    /** Whoever deletes a row with an error changes what rows mean that share its cells. */
    void reportSharedCells(FileRow row) {
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
}
