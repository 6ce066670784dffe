package districtkpi.importer.result;

import java.util.Optional;

/**
 * Takes imports back, as a new step on record: nothing is deleted, and the figures after it are
 * those that the other imports in force give.
 *
 * @see "Decision record 0012: an import says what it changes, does exactly that, and can be undone"
 */
public interface UndoService {

    /**
     * Says what an undo would do; writes nothing.
     *
     * @return absent if there is no such import
     * @throws NotUndoableException if it cannot be undone
     */
    Optional<UndoReport> dryRun(long importId);

    /**
     * Undoes an import, under the locks of its rounds.
     *
     * @param reason why; may be empty. It is kept on one line, with a dot for each digit of a
     *     personal number, and never cut: one that is too long is an {@link
     *     IllegalArgumentException}
     * @param basis of the dry run that was shown, where there was one; if the undo would do
     *     anything else, it is refused with {@code DATA_MOVED}
     * @return absent if there is no such import
     * @throws NotUndoableException if it cannot be undone
     */
    Optional<UndoReport> undo(long importId, String reason, Optional<String> basis);
}
