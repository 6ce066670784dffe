package districtkpi.ui.imports;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an import has come. */
sealed interface Step {

    /** The file on disk that this step still needs. */
    default Optional<Path> upload() {
        return Optional.empty();
    }

    /** Whether it is about the undo of an import, rather than about a file. */
    default boolean ofUndo() {
        return false;
    }

    /** Whether something is under way that the undo of an import would end out of sight. */
    default boolean hindersUndo() {
        return false;
    }

    /** Whether a commit was refused because the data is not what the dry run saw. */
    static boolean saysThatDataMoved(ImportReport report) {
        return report.issues().stream()
                .map(Issue::code)
                .anyMatch(code -> Objects.equals(code, "DATA_MOVED"));
    }

    /** No file yet. */
    record Waiting() implements Step {}

    /** A file is being read or written, and will take a while. */
    record Running(ImportJob job) implements Step {

        @Override
        public Optional<Path> upload() {
            return job.upload();
        }

        @Override
        public boolean ofUndo() {
            return job.undoes().isPresent();
        }

        @Override
        public boolean hindersUndo() {
            return true;
        }
    }

    /**
     * The work was broken off by what passes by itself; it can be done again with the same file.
     *
     * @param name of the file, or of the import
     * @param file that is kept for it, where it lies on disk
     * @param again does the same once more
     */
    record BrokenOff(DatabaseFailure failure, String name, Optional<Path> file, Runnable again)
            implements Step {

        @Override
        public Optional<Path> upload() {
            return file;
        }
    }

    /**
     * A file was read and nothing was written.
     *
     * @param round the round that was taken for a file that names none
     * @param report its status is {@code DRY_RUN} or {@code REJECTED}
     * @param moved whether it was shown before, and the data moved before it could be committed
     */
    record Checked(
            ImportFile file,
            FileKind kind,
            @Nullable RoundId round,
            ImportReport report,
            boolean moved)
            implements Step {

        Optional<RoundId> roundTaken() {
            return Optional.ofNullable(round);
        }

        @Override
        public boolean hindersUndo() {
            return true;
        }
    }

    /**
     * Somebody wants to undo an import, and sees what that would do.
     *
     * @param moved whether the data moved after it was shown before
     */
    record UndoAsked(UndoReport report, boolean moved) implements Step {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }

    /** An import was undone. */
    record Undone(UndoReport report) implements Step {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }

    /** An import cannot be undone. */
    record UndoRefused(LocalizedText reason) implements Step {

        @Override
        public boolean ofUndo() {
            return true;
        }
    }

    /** The file was committed, or refused at the last moment. */
    record Finished(ImportFile file, FileKind kind, ImportReport report) implements Step {}

    /**
     * An extract was read and nothing was written.
     *
     * @param moved whether it was shown before, and the data moved before it could be committed
     */
    record ExtractChecked(ExtractRequest request, ExtractReport report, boolean moved)
            implements Step {

        @Override
        public Optional<Path> upload() {
            return Optional.of(request.file());
        }

        @Override
        public boolean hindersUndo() {
            return true;
        }
    }

    /** An extract was committed, or refused at the last moment; its file is gone. */
    record ExtractFinished(ExtractRequest request, ExtractReport report) implements Step {}
}
