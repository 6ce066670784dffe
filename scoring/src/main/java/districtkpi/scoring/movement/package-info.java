/**
 * Across rounds: why a total or a rank moved, what changed in the rules, who improved.
 *
 * <p>Start at {@link districtkpi.scoring.movement.TotalMovement}, {@link
 * districtkpi.scoring.movement.RankMovement}, {@link districtkpi.scoring.movement.Improvement} and
 * {@link districtkpi.scoring.movement.Trend}; the formulas stand in {@code
 * docs/method/movement.md}. Everything here is exact.
 */
@NullMarked
package districtkpi.scoring.movement;

import org.jspecify.annotations.NullMarked;
