package districtkpi.importer.agreement;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;

/** Takes agreement files in: opens the round that the file names, or adds a version to it. */
public interface AgreementImportService {

    /** Reads and checks an agreement and says what it would do; writes nothing. */
    ImportReport dryRun(ImportFile file);

    /** Reads, checks and stores an agreement; the one in force, posted again, changes nothing. */
    ImportReport commit(ImportFile file);
}
