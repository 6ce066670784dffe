/** Rounds that were opened by mistake: what there is of them, and that they go. */
@NullMarked
package districtkpi.db.withdrawal;

import org.jspecify.annotations.NullMarked;
