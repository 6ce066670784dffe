/** Tests of what moved between rounds. */
@NullMarked
package districtkpi.scoring.movement;

import org.jspecify.annotations.NullMarked;
