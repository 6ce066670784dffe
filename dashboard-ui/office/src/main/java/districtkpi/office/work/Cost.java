package districtkpi.office.work;

/**
 * What a piece of work takes at most, roughly.
 *
 * @param bytes of memory
 * @param lasting whether it can take minutes, so that some room is left for what is short
 */
public record Cost(long bytes, boolean lasting) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Rows, cells, texts and figures of a file that is read as a whole. */
    private static final long MEMORY_PER_BYTE = 24;

    /** The driver of the database has a copy on the way in, and the text of it on the way out. */
    private static final long MEMORY_PER_BYTE_KEPT = 4;

    private static final long MIN = 8 * MEGABYTE;

    /** What reading row by row takes, with the texts that a workbook shares. */
    private static final long OF_STREAM = 48 * MEGABYTE;

    private static final long LASTING_BYTES = 5 * MEGABYTE;

    /** A file that is read as a whole. */
    public static Cost ofFile(long size) {
        return new Cost(MIN + MEMORY_PER_BYTE * size, false);
    }

    /** A file that is read row by row. */
    public static Cost ofStream(long size) {
        return new Cost(OF_STREAM, size > LASTING_BYTES);
    }

    /** A file that is kept or handed out as it is: its bytes, and those on their way. */
    public static Cost ofEvidence(long size) {
        return new Cost(MIN + MEMORY_PER_BYTE_KEPT * size, false);
    }

    /** A file that is written, or figures that are worked out anew. */
    public static Cost ofAnswer() {
        return new Cost(OF_STREAM / 2, false);
    }
}
