package districtkpi.scoring.brief;

import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.Parts;
import districtkpi.scoring.movement.TotalMovement;
import java.util.Comparator;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** The main cause of a movement in rank. */
public sealed interface Cause {

    /** What the totals of other districts did counts for more than its own total did. */
    record Others() implements Cause {}

    /**
     * Its own total did it.
     *
     * @param kind the part of the change that went furthest the way that the total went; of equal
     *     ones the first
     * @param points of that part; negative for a loss
     * @param most the indicator that did most of it
     * @param pointsOfMost what that indicator did of it
     */
    record Own(Kind kind, BigFraction points, IndicatorMovement most, BigFraction pointsOfMost)
            implements Cause {}

    /** The parts of a change of total. */
    enum Kind {
        RESULTS(Parts::results),
        THRESHOLDS(Parts::thresholds),
        WEIGHTS(Parts::weights),
        ADDED(Parts::added),
        DROPPED(Parts::dropped),
        CORRECTIONS(Parts::corrections);

        private final Function<Parts, BigFraction> part;

        Kind(Function<Parts, BigFraction> part) {
            this.part = part;
        }

        BigFraction of(Parts parts) {
            return part.apply(parts);
        }
    }

    /**
     * The main part of a change, and the indicator that did most of it.
     *
     * @param total which changed
     */
    static Own own(TotalMovement total) {
        boolean rose = total.change().compareTo(BigFraction.ZERO) > 0;
        Comparator<BigFraction> furthest =
                rose ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Kind main = Kind.RESULTS;
        for (Kind kind : Kind.values()) {
            if (furthest.compare(kind.of(total.parts()), main.of(total.parts())) > 0) {
                main = kind;
            }
        }
        IndicatorMovement most = total.indicators().getFirst();
        for (IndicatorMovement indicator : total.indicators()) {
            if (furthest.compare(main.of(indicator.parts()), main.of(most.parts())) > 0) {
                most = indicator;
            }
        }
        return new Own(main, main.of(total.parts()), most, main.of(most.parts()));
    }
}
