/**
 * Backups that the program makes by itself or when it is asked to, and keeps in its data folder.
 *
 * @see "Decision record 0049: backups"
 */
@NullMarked
package districtkpi.office.backup;

import org.jspecify.annotations.NullMarked;
