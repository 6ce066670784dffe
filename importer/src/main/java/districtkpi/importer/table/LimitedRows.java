package districtkpi.importer.table;

import districtkpi.importer.CellCorrections;
import districtkpi.importer.issue.IssueCode;
import java.util.List;
import java.util.Optional;

/** The rows of a file with cells mended, as long as they keep to what is allowed. */
final class LimitedRows implements RowReader {

    private final RowReader rows;
    private final ImportLimits limits;
    private final CorrectedCells corrected;
    private String sheet = "";
    private String nameOfSheet = "";
    private int given;

    LimitedRows(RowReader rows, ImportLimits limits, CellCorrections corrections) {
        this.rows = rows;
        this.limits = limits;
        this.corrected = new CorrectedCells(corrections, limits.columns());
    }

    @Override
    public Optional<FileRow> next() {
        Optional<FileRow> next = rows.next().map(this::corrected);
        if (next.isEmpty() && given == 0) {
            throw new UnreadableFileException(IssueCode.EMPTY_FILE, 0);
        }
        if (next.isEmpty()) {
            corrected.end();
        }
        if (next.isPresent()) {
            check(next.get());
            given++;
        }
        return next;
    }

    private FileRow corrected(FileRow row) {
        if (!row.sheet().equals(sheet)) {
            sheet = row.sheet();
            nameOfSheet = CellText.nameOfSheet(sheet);
        }
        return corrected.over(nameOfSheet, row);
    }

    private void check(FileRow row) {
        // The header is no row of data.
        if (given > limits.rows()) {
            throw new UnreadableFileException(IssueCode.TOO_MANY_ROWS, row.line(), limits.rows());
        }
        for (String cell : row.cells()) {
            if (cell.length() > limits.cellLength()) {
                throw new UnreadableFileException(
                        IssueCode.CELL_TOO_LONG, row.line(), cell.length(), limits.cellLength());
            }
        }
    }

    @Override
    public List<Remark> remarks() {
        return rows.remarks();
    }

    @Override
    public boolean isHidden() {
        return rows.isHidden();
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public boolean isCutOff() {
        return rows.isCutOff();
    }

    @Override
    public void close() {
        rows.close();
    }
}
