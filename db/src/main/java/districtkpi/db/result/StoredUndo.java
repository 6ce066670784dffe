package districtkpi.db.result;

import java.time.Instant;

/**
 * That an import was taken back.
 *
 * @param reason may be empty
 */
public record StoredUndo(long id, Instant undoneAt, String reason) {}
