package districtkpi.importer.source;

/**
 * Takes extracts of the source systems in, all or nothing. Whatever is wrong with a file is in the
 * report; an exception means that the disk or the database failed or that somebody cancelled, and
 * then nothing was stored.
 */
public interface ExtractImportService {

    /**
     * Does everything that a commit does, says what came of it and takes it back.
     *
     * @throws java.util.concurrent.CancellationException if the listener wanted an end
     */
    ExtractReport dryRun(ExtractRequest request, ImportProgress progress);

    /**
     * Reads, checks and stores an extract and what comes out of it in one transaction. The same
     * bytes again change nothing.
     *
     * @throws java.util.concurrent.CancellationException if the listener wanted an end
     */
    ExtractReport commit(ExtractRequest request, ImportProgress progress);
}
