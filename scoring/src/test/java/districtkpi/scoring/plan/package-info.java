/** Proof of the planner, by hand, by brute force and by scoring what it proposes. */
@NullMarked
package districtkpi.scoring.plan;

import org.jspecify.annotations.NullMarked;
