package districtkpi.importer;

/**
 * Somebody who watches a file being read: hears how far it is, and may have it stopped. Readers of
 * files of any length call it every few thousand rows, from the thread that reads.
 */
public interface ImportProgress {

    /** Nobody watches, and nobody stops it. */
    ImportProgress NONE =
            new ImportProgress() {
                @Override
                public void read(long bytes, long total, long rows) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /**
     * Says how far the reading is. Numbers never get smaller.
     *
     * @param bytes of the file that were read
     * @param total bytes of the file; at least {@code bytes}
     * @param rows data rows that were read
     */
    void read(long bytes, long total, long rows);

    /** Whether the import is to be given up. Once true it stays so. */
    boolean cancelled();

    /**
     * Ends the reading, and rolls back the transaction around it, once the import is to be given
     * up.
     *
     * @throws ImportCancelledException if {@link #cancelled()}
     */
    default void throwIfCancelled() {
        if (cancelled()) {
            throw new ImportCancelledException();
        }
    }
}
