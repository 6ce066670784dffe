package districtkpi.office.importing;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import java.nio.file.Path;
import java.util.Optional;

/** What came of a file, or of an undo. */
public sealed interface ImportOutcome {

    /** The file on disk that is still needed to go on. */
    default Optional<Path> upload() {
        return Optional.empty();
    }

    /** Whether it is about the undo of an import, rather than about a file. */
    default boolean ofUndo() {
        return false;
    }

    /** Whether something is under way that the undo of an import would end. */
    default boolean hindersUndo() {
        return false;
    }

    /** The work was given up, or there is no such import. */
    record Nothing() implements ImportOutcome {}

    /**
     * The work was broken off by what passes by itself, and nothing of it was stored. The file is
     * still there to do it again.
     */
    record BrokenOff(DatabaseFailure failure, ImportJob job) implements ImportOutcome {

        @Override
        public Optional<Path> upload() {
            return job.upload();
        }
    }

    /**
     * A file was read and nothing was written.
     *
     * @param roundTaken the round that was taken for a file that names none
     * @param report its status is {@code DRY_RUN} or {@code REJECTED}
     * @param moved whether it was shown before, and the data moved before it could be committed
     */
    record Checked(
            ImportFile file,
            FileKind kind,
            Optional<RoundId> roundTaken,
            ImportReport report,
            boolean moved)
            implements ImportOutcome {

        @Override
        public boolean hindersUndo() {
            return true;
        }
    }

    /** The file was committed, or refused at the last moment. */
    record Finished(ImportFile file, FileKind kind, ImportReport report) implements ImportOutcome {}

    /**
     * An extract was read and nothing was written.
     *
     * @param moved whether it was shown before, and the data moved before it could be committed
     */
    record ExtractChecked(ExtractRequest request, ExtractReport report, boolean moved)
            implements ImportOutcome {

        @Override
        public Optional<Path> upload() {
            return Optional.of(request.file());
        }

        @Override
        public boolean hindersUndo() {
            return true;
        }
    }

    /** An extract was committed, or refused at the last moment; its file is not needed any more. */
    record ExtractFinished(ExtractRequest request, ExtractReport report) implements ImportOutcome {}

    /**
     * What the undo of an import would do.
     *
     * @param moved whether the data moved after it was shown before
     */
    record UndoAsked(UndoReport report, boolean moved) implements ImportOutcome {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }

    /** An import was undone. */
    record Undone(UndoReport report) implements ImportOutcome {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }

    /** An import cannot be undone. */
    record UndoRefused(LocalizedText reason) implements ImportOutcome {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }
}
