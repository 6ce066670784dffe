/** The lock by which writers of one round wait for each other. */
@NullMarked
package districtkpi.db.round;

import org.jspecify.annotations.NullMarked;
