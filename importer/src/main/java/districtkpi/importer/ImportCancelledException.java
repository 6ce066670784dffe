package districtkpi.importer;

/** An import was given up by whoever watched it; nothing was stored. */
public final class ImportCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportCancelledException() {
        super("The import was cancelled; nothing was stored");
    }
}
