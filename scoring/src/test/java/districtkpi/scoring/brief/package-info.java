/** Proof of the rules by which findings are chosen. */
@NullMarked
package districtkpi.scoring.brief;

import org.jspecify.annotations.NullMarked;
