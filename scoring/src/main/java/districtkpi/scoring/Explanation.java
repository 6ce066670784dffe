package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Level;
import java.util.List;
import java.util.Optional;

/**
 * Why a level was reached.
 *
 * @param levels the checks of levels 1 to 5, in this order
 * @param next the way to the next level; absent at level 5
 */
public record Explanation(List<LevelCheck> levels, Optional<NextLevel> next) {

    public Explanation {
        levels = List.copyOf(levels);
    }

    /** How a condition turned out. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** The measure is missing. */
        UNKNOWN
    }

    /**
     * A level with each of its conditions.
     *
     * @param outcome of the level's own conditions together: fails if one fails, else unknown if
     *     one is unknown
     */
    public record LevelCheck(Level level, Outcome outcome, List<ConditionCheck> conditions) {
        public LevelCheck {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A condition, how it turned out and how far it was missed.
     *
     * @param distance what is lacking; absent where the condition holds
     */
    public record ConditionCheck(
            Condition condition, Outcome outcome, Optional<Distance> distance) {}

    /**
     * What has to change for the next level.
     *
     * @param level the next level, 1–5
     * @param missing what is lacking, one for each condition that does not hold (of this level and,
     *     on a cumulative ladder, of the skipped ones below it)
     */
    public record NextLevel(Level level, List<Distance> missing) {
        public NextLevel {
            missing = List.copyOf(missing);
        }

        /** False where no later result can bring it, such as after a deadline was missed. */
        public boolean isReachable() {
            return missing.stream().noneMatch(Distance.OutOfReach.class::isInstance);
        }
    }
}
