/** Scoreboards and stored scores on a real database. */
@NullMarked
package districtkpi.db.scoreboard;

import org.jspecify.annotations.NullMarked;
