/**
 * How sure a rank is: what other weights, single levels and missing figures could change. Start at
 * {@link districtkpi.scoring.certainty.Certainty}.
 */
@NullMarked
package districtkpi.scoring.certainty;

import org.jspecify.annotations.NullMarked;
