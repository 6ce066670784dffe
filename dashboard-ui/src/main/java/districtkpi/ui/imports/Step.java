package districtkpi.ui.imports;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an import has come. */
sealed interface Step {

    /** No file yet. */
    record Waiting() implements Step {}

    /**
     * A file was read and nothing was written.
     *
     * @param round the round that was taken for a file that names none
     * @param report its status is {@code DRY_RUN} or {@code REJECTED}
     */
    record Checked(ImportFile file, FileKind kind, @Nullable RoundId round, ImportReport report)
            implements Step {

        Optional<RoundId> roundTaken() {
            return Optional.ofNullable(round);
        }
    }

    /** The file was committed, or refused at the last moment. */
    record Finished(ImportFile file, FileKind kind, ImportReport report) implements Step {}
}
