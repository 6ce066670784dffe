package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Level;
import org.apache.commons.numbers.fraction.BigFraction;

/** What a plan is to reach. */
public sealed interface Goal {

    /**
     * A combined total of at least so many points, with the least effort.
     *
     * @param points of 100
     */
    record Score(BigFraction points) implements Goal {}

    /**
     * A rank or better, others standing still, with the least effort. A shared rank is one: to be
     * level with the third is to be third.
     *
     * @param rank from 1
     */
    record Rank(int rank) implements Goal {
        public Rank {
            if (rank < 1) {
                throw new IllegalArgumentException("A rank is 1 or more: " + rank);
            }
        }
    }

    /**
     * No indicator below a level, each by its cheapest move.
     *
     * @param level 1–{@value Level#MAX}; the top one counts where an indicator has fewer
     */
    record NothingBelow(int level) implements Goal {
        public NothingBelow {
            if (level < 1 || level > Level.MAX) {
                throw new IllegalArgumentException("A level is 1 to " + Level.MAX + ": " + level);
            }
        }
    }

    /**
     * The largest gain for an effort.
     *
     * @param effort in the unit of the basis, 0 or more
     */
    record Budget(BigFraction effort) implements Goal {
        public Budget {
            if (effort.getNumerator().signum() < 0) {
                throw new IllegalArgumentException("A budget is 0 or more: " + effort);
            }
        }
    }
}
