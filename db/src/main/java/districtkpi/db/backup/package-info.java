/**
 * One file with everything that the database holds: written while the program works, read back, and
 * made into a database again.
 *
 * <p>{@link districtkpi.db.backup.Backup} writes and checks, {@link districtkpi.db.backup.Restore}
 * brings back.
 *
 * @see "Decision record 0049: backups"
 */
@NullMarked
package districtkpi.db.backup;

import org.jspecify.annotations.NullMarked;
