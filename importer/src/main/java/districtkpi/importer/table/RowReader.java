package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, one at a time and in its order, so that a file of any length is read in the
 * same memory. Not for use by several threads at once.
 */
public interface RowReader extends AutoCloseable {

    /**
     * The next row with a cell that is not blank; absent at the end of the file.
     *
     * @throws UnreadableFileException if what follows is no row
     */
    Optional<FileRow> next();

    /** Something about the file that is in none of the rows given. */
    record Remark(IssueCode code, Cell cell) {}

    /** What else there is to say, once the last row was given. */
    default List<Remark> remarks() {
        return List.of();
    }

    /**
     * Whether the row given last stands on a sheet that nobody sees, beside others that are seen.
     */
    default boolean isHidden() {
        return false;
    }

    /** How much of the file has been read, in bytes of the file as it was handed in. */
    long bytesRead();

    /** Whether the row given last ends with the text instead of with the end of a line. */
    default boolean isCutOff() {
        return false;
    }

    @Override
    void close();
}
