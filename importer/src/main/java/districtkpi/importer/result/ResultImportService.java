package districtkpi.importer.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.util.Optional;

/** Takes results files in, all or nothing. */
public interface ResultImportService {

    /**
     * Reads and checks a file and says what it would do; writes nothing.
     *
     * @param round the round of the file, where the file itself has none
     */
    ImportReport dryRun(ImportFile file, Optional<RoundId> round);

    /** Reads, checks and stores a file in one transaction; stores nothing if it has an error. */
    ImportReport commit(ImportFile file, Optional<RoundId> round);
}
