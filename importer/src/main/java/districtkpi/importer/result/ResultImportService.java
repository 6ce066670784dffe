package districtkpi.importer.result;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
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
    default ImportReport dryRun(ImportFile file, Optional<RoundId> round) {
        return dryRun(file, round, ImportProgress.NONE);
    }

    /**
     * Like {@link #dryRun(ImportFile, Optional)}, watched.
     *
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    ImportReport dryRun(ImportFile file, Optional<RoundId> round, ImportProgress progress);

    /**
     * Like {@link #dryRun(ImportFile, Optional)}, with every issue however many there are: for the
     * file of refused rows.
     */
    ImportReport check(ImportFile file, Optional<RoundId> round);

    /**
     * Reads, checks and stores a file in one transaction; stores nothing if it has an error. The
     * same bytes again change nothing, unless their import was undone.
     *
     * @param round the round of the file, where the file itself has none
     */
    default ImportReport commit(ImportFile file, Optional<RoundId> round) {
        return commit(file, round, Optional.empty(), ImportProgress.NONE);
    }

    /**
     * Like {@link #commit(ImportFile, Optional)}, watched, and only if it does what was shown.
     *
     * @param basis of the dry run that was shown; if the commit would do anything else, it is
     *     refused with {@code DATA_MOVED}
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    ImportReport commit(
            ImportFile file,
            Optional<RoundId> round,
            Optional<String> basis,
            ImportProgress progress);

    /** Like {@link #commit}, for made-up results, which stay marked as such. */
    ImportReport commitDemonstration(ImportFile file);
}
