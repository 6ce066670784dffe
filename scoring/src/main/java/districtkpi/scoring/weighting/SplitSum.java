package districtkpi.scoring.weighting;

import districtkpi.scoring.FractionSum;
import org.apache.commons.numbers.fraction.BigFraction;

/** Adds up splits exactly. */
final class SplitSum {

    private final FractionSum earned = new FractionSum();
    private final FractionSum lost = new FractionSum();
    private final FractionSum open = new FractionSum();

    void add(PointSplit split) {
        earned.add(split.earned());
        lost.add(split.lost());
        open.add(split.open());
    }

    PointSplit total() {
        return new PointSplit(earned.total(), lost.total(), open.total());
    }

    /** The mean of what was added, for a number of districts above 0. */
    PointSplit dividedBy(int districts) {
        BigFraction part = BigFraction.of(1, districts);
        return new PointSplit(
                earned.total().multiply(part),
                lost.total().multiply(part),
                open.total().multiply(part));
    }
}
