package districtkpi.office.analysis;

import districtkpi.scoring.certainty.Certainty;
import org.apache.commons.numbers.fraction.BigFraction;

/** By how much weights are thought to be otherwise, to see how sure a rank is. */
public enum WeightChange {
    TEN_PERCENT(Certainty.NEAR),
    TWENTY_FIVE_PERCENT(BigFraction.of(1, 4));

    private final BigFraction part;

    WeightChange(BigFraction part) {
        this.part = part;
    }

    /** Each weight changes by at most this part of itself, up or down. */
    public BigFraction part() {
        return part;
    }
}
