/** Proof of the comparisons, by hand and by scoring what they claim. */
@NullMarked
package districtkpi.scoring.comparison;

import org.jspecify.annotations.NullMarked;
