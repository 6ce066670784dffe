/**
 * Where points come from and what other weights or thresholds would change: {@link
 * districtkpi.scoring.weighting.Breakdown} and {@link districtkpi.scoring.weighting.Influence} of
 * what was agreed, {@link districtkpi.scoring.weighting.Draft} to try something else.
 */
@NullMarked
package districtkpi.scoring.weighting;

import org.jspecify.annotations.NullMarked;
