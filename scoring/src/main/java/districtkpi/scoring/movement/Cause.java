package districtkpi.scoring.movement;

import org.apache.commons.numbers.fraction.BigFraction;

/** What can move a total: the parts of {@link Parts}, in the order in which they are told. */
public enum Cause {
    RESULTS,
    THRESHOLDS,
    WEIGHTS,
    ADDED,
    DROPPED,
    CORRECTIONS;

    /** The points of this cause. */
    public BigFraction in(Parts parts) {
        return switch (this) {
            case RESULTS -> parts.results();
            case THRESHOLDS -> parts.thresholds();
            case WEIGHTS -> parts.weights();
            case ADDED -> parts.added();
            case DROPPED -> parts.dropped();
            case CORRECTIONS -> parts.corrections();
        };
    }
}
