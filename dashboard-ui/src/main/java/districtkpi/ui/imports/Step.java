package districtkpi.ui.imports;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.importing.ImportJob;
import districtkpi.office.importing.ImportOutcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

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

    /**
     * What there is to see of what came of a file.
     *
     * @param start follows work that is done once more
     */
    static Step of(ImportOutcome outcome, Consumer<ImportJob> start) {
        return switch (outcome) {
            case ImportOutcome.Nothing _ -> new Waiting();
            case ImportOutcome.BrokenOff(var failure, var job) ->
                    new BrokenOff(
                            failure, job.file(), job.upload(), () -> start.accept(job.again()));
            default -> new Done(outcome);
        };
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

    /** The work came to something. */
    record Done(ImportOutcome outcome) implements Step {

        @Override
        public Optional<Path> upload() {
            return outcome.upload();
        }

        @Override
        public boolean ofUndo() {
            return outcome.ofUndo();
        }

        @Override
        public boolean hindersUndo() {
            return outcome.hindersUndo();
        }
    }
}
