package districtkpi.importer.agreement;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.util.Optional;

/**
 * Takes agreement files in: opens the round that the file names, or adds a version to it. Whatever
 * is wrong with a file is in the report; an exception means that the database failed, and then
 * nothing was stored.
 */
public interface AgreementImportService {

    /** Reads and checks an agreement and says what it would do; writes nothing. */
    ImportReport dryRun(ImportFile file);

    /**
     * Reads, checks and stores an agreement in one transaction. The one in force, posted again as
     * YAML or as JSON, changes nothing.
     */
    default ImportReport commit(ImportFile file) {
        return commit(file, Optional.empty());
    }

    /**
     * The same, guarded.
     *
     * @param basis of the dry run that was shown; if the commit would do anything else, it is
     *     refused with {@code DATA_MOVED}
     */
    ImportReport commit(ImportFile file, Optional<String> basis);
}
