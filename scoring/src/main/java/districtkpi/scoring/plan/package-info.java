/**
 * The way up: which levels a district can still reach, what each takes, and the best set of moves
 * towards a goal. Formulas and worked example: {@code docs/method/plan.md}.
 *
 * <p>Start at {@link districtkpi.scoring.plan.Moves}, then {@link
 * districtkpi.scoring.plan.Planner}.
 */
@NullMarked
package districtkpi.scoring.plan;

import org.jspecify.annotations.NullMarked;
