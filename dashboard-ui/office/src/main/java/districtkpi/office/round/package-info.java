/** Rounds as a whole: withdrawing one that was opened by mistake. */
@NullMarked
package districtkpi.office.round;

import org.jspecify.annotations.NullMarked;
