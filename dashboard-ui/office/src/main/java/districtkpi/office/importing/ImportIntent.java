package districtkpi.office.importing;

import java.util.Optional;

/** What somebody wants of a file, or of an undo. */
public sealed interface ImportIntent {

    /** To hear what it would do; nothing is written. */
    record DryRun() implements ImportIntent {}

    /**
     * To have it done.
     *
     * @param basis of the dry run that was shown, where there was one: if it would do anything else
     *     now, it is refused with {@code DATA_MOVED}
     */
    record Commit(Optional<String> basis) implements ImportIntent {}
}
