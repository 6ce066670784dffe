package districtkpi.importer.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.util.Optional;

/**
 * Takes results files in, all or nothing. Whatever is wrong with a file is in the report; an
 * exception means that the database failed, and then nothing was stored.
 */
public interface ResultImportService {

    /**
     * Reads and checks a file and says what it would do; writes nothing.
     *
     * @param round the round of the file, where the file itself has none
     */
    ImportReport dryRun(ImportFile file, Optional<RoundId> round);

    /**
     * Reads, checks and stores a file in one transaction; stores nothing if it has an error. The
     * same bytes again change nothing.
     *
     * @param round the round of the file, where the file itself has none
     */
    ImportReport commit(ImportFile file, Optional<RoundId> round);

    /** Like {@link #commit}, for made-up results, which stay marked as such. */
    ImportReport commitDemonstration(ImportFile file);
}
