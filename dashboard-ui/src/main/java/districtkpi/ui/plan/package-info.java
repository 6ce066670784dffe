/** The way up of one district: every next level, what it takes, and the best moves to a goal. */
@NullMarked
package districtkpi.ui.plan;

import org.jspecify.annotations.NullMarked;
