package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.scoring.Exact;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A measure's thresholds as a scale, on which neighbouring thresholds are 1 apart.
 *
 * <p>It makes distances of different indicators comparable: whoever agreed on the levels thought
 * each step of a ladder a step, be it 15 percentage points of the households or 1 of the sales.
 * Outside the thresholds the scale goes on as between the two nearest.
 */
final class LadderScale {

    private final List<BigFraction> knots;
    private final BigFraction width;

    private LadderScale(List<BigFraction> knots, BigFraction width) {
        this.knots = knots;
        this.width = width;
    }

    /**
     * @param measure a number of the indicator
     */
    static LadderScale of(Indicator indicator, Measure measure) {
        // A tree set tells decimals apart by value: 70 and 70.0 are one threshold.
        TreeSet<BigDecimal> thresholds = new TreeSet<>();
        for (Level level : indicator.levels()) {
            for (Condition condition : level.conditions()) {
                if (condition instanceof Condition.Comparison comparison
                        && comparison.measure().equals(measure.id())) {
                    thresholds.add(comparison.threshold());
                }
            }
        }
        List<BigFraction> knots = thresholds.stream().map(Exact::fraction).toList();
        return new LadderScale(knots, widthOf(knots, measure.kind()));
    }

    /** A single threshold is one step away from 0; from 0 itself, one thing or the whole is. */
    private static BigFraction widthOf(List<BigFraction> knots, MeasureKind kind) {
        if (knots.size() == 1 && knots.getFirst().getNumerator().signum() != 0) {
            return knots.getFirst().abs();
        }
        return BigFraction.of(kind.isRatio() ? 100 : 1);
    }

    /** The steps between two numbers, 0 or more. */
    BigFraction steps(BigFraction from, BigFraction to) {
        return position(to).subtract(position(from)).abs();
    }

    private BigFraction position(BigFraction number) {
        if (knots.size() < 2) {
            return number.divide(width);
        }
        int band = 0;
        while (band < knots.size() - 2 && number.compareTo(knots.get(band + 1)) >= 0) {
            band++;
        }
        BigFraction from = knots.get(band);
        return number.subtract(from).divide(knots.get(band + 1).subtract(from)).add(band);
    }
}
