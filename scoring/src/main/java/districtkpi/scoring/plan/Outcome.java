package districtkpi.scoring.plan;

import districtkpi.domain.agreement.IndicatorId;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** What became of a goal. */
public sealed interface Outcome {

    /**
     * The best set of moves.
     *
     * @param set without moves where the goal is reached already
     */
    record Reached(MoveSet set) implements Outcome {}

    /**
     * No set of moves comes so far.
     *
     * @param furthest the set that gains the most, with the least effort for that
     * @param lacking points that are still missing to the goal; 0 where a district that has no
     *     total can get none
     */
    record TooFar(MoveSet furthest, BigFraction lacking) implements Outcome {}

    /**
     * Some indicators stay below the level.
     *
     * @param possible the cheapest moves of all others
     * @param below the indicators without a move that would do, in the order of the agreement
     */
    record StillBelow(MoveSet possible, List<IndicatorId> below) implements Outcome {
        public StillBelow {
            below = List.copyOf(below);
        }
    }
}
