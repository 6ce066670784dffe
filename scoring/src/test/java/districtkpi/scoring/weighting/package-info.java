/** Tests of where points come from and of trying other weights and thresholds. */
@NullMarked
package districtkpi.scoring.weighting;

import org.jspecify.annotations.NullMarked;
