package districtkpi.importer.source;

/** Hears how far the reading of a file is, on the thread that reads, and can end it. */
public interface ImportProgress {

    /** Does not listen and never ends anything. */
    ImportProgress NONE =
            new ImportProgress() {
                @Override
                public void read(long bytes, long total, long rows) {
                    // Nobody wants to know.
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /**
     * Called every few thousand rows and at the end.
     *
     * @param bytes of the file that were read
     * @param total bytes of the file
     * @param rows that were read
     */
    void read(long bytes, long total, long rows);

    /** Whether somebody wants the import to end; it then leaves nothing behind. */
    boolean cancelled();
}
