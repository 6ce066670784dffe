package districtkpi.importer.table;

import districtkpi.importer.CellCorrections;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Table.Row;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a text apart into rows and cells, keeping for each row the line it starts on and its text.
 *
 * <p>A row whose quotes are wrong is reported, and reading goes on with the line after it, so that
 * one slip does not hide the others.
 */
public final class TableReader {

    /** Reading goes on so many times; each time may cost a walk through a long row. */
    private static final int MAX_UNREADABLE = 25;

    private final ImportLimits limits;
    private final IssueLog log;
    private final TextRows reader;
    private final CorrectedCells corrected;
    private final List<Row> rows = new ArrayList<>();
    private int unreadable;

    private TableReader(
            String text, CellCorrections corrections, ImportLimits limits, IssueLog log) {
        this.limits = limits;
        this.log = log;
        this.corrected = new CorrectedCells(corrections, limits.columns());
        this.reader = new TextRows(new StringReader(text), () -> 0, limits.columns());
    }

    /** The table of a text; absent if the log says why there is none. */
    public static Optional<Table> read(String text, ImportLimits limits, IssueLog log) {
        return read(text, CellCorrections.NONE, limits, log);
    }

    /**
     * The table of a text with cells mended; the text of its rows is what the file says.
     *
     * @param corrections by lines of the text
     */
    public static Optional<Table> read(
            String text, CellCorrections corrections, ImportLimits limits, IssueLog log) {
        try {
            return new TableReader(text, corrections, limits, log).read();
        } catch (UnreadableFileException refused) {
            log.add(refused);
            return Optional.empty();
        }
    }

    private Optional<Table> read() {
        boolean more = true;
        while (more) {
            more = readRow();
        }
        if (rows.isEmpty()) {
            if (unreadable == 0) {
                log.addFile(IssueCode.EMPTY_FILE);
            }
            return Optional.empty();
        }
        if (!log.hasErrors()) {
            corrected.end();
        }
        Row header = rows.removeFirst();
        return Optional.of(new Table(header, rows, unreadable, reader.isCutOff()));
    }

    /** Reads a row or reports it; whether reading goes on. */
    private boolean readRow() {
        Optional<FileRow> row;
        try {
            row = reader.next();
            if (row.isPresent() && rows.size() > limits.rows()) {
                log.add(IssueCode.TOO_MANY_ROWS, new Cell(row.get().line(), "", ""), limits.rows());
                return false;
            }
        } catch (UnreadableFileException wrong) {
            log.add(wrong);
            unreadable++;
            if (rows.isEmpty()) {
                // Without the header nothing after it has a meaning.
                return false;
            }
            if (unreadable >= MAX_UNREADABLE && reader.hasNext()) {
                log.add(IssueCode.READING_STOPPED, new Cell(wrong.line() + 1, "", ""));
                return false;
            }
            return true;
        }
        row.ifPresent(this::add);
        return row.isPresent();
    }

    private void add(FileRow row) {
        rows.add(new Row(row.line(), corrected.over("", row).cells(), reader.rawText()));
    }
}
