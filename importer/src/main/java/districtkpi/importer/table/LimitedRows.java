package districtkpi.importer.table;

import java.util.List;
import java.util.Optional;

/** The rows of a file, as long as they keep to what is allowed. */
final class LimitedRows implements RowReader {

    private final RowReader rows;
    private final ImportLimits limits;
    private int given;

    LimitedRows(RowReader rows, ImportLimits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    @Override
    public Optional<FileRow> next() {
        Optional<FileRow> next = rows.next();
        if (next.isEmpty() && given == 0) {
            throw new UnreadableFileException(IssueCode.EMPTY_FILE, 0);
        }
        if (next.isPresent()) {
            check(next.get());
            given++;
        }
        return next;
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
