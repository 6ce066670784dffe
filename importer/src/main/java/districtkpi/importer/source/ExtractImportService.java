package districtkpi.importer.source;

import districtkpi.importer.ImportProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Takes extracts of the source systems in, all or nothing. Whatever is wrong with a file is in the
 * report; an exception means that the disk or the database failed or that somebody cancelled, and
 * then nothing was stored.
 */
public interface ExtractImportService {

    /**
     * Does everything that a commit does, says what came of it and takes it back.
     *
     * @throws districtkpi.importer.ImportCancelledException if the listener wanted an end
     */
    ExtractReport dryRun(ExtractRequest request, ImportProgress progress);

    /**
     * Reads, checks and stores an extract and what comes out of it in one transaction. The same
     * bytes again change nothing.
     *
     * @param basis of the dry run that was shown, where there was one: nothing is stored unless the
     *     commit does exactly the same
     * @throws districtkpi.importer.ImportCancelledException if the listener wanted an end
     */
    ExtractReport commit(ExtractRequest request, Optional<String> basis, ImportProgress progress);

    /**
     * Writes the rows of an extract that something is wrong with, as they are and with what is
     * wrong, however many there are; stores nothing. Each sheet has its headings above its rows;
     * what is wrong with the whole file stands last.
     */
    void writeRefused(ExtractRequest request, OutputStream out) throws IOException;
}
