/** The results of a round, scored and ranked, and the stored scores derived from them. */
@NullMarked
package districtkpi.db.scoreboard;

import org.jspecify.annotations.NullMarked;
