package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.util.Map;

/**
 * Scores districts by one agreement.
 *
 * <p>Immutable, and safe to share between threads: what can be prepared once for an agreement is.
 */
public final class Scorer {

    private final Agreement agreement;

    public Scorer(Agreement agreement) {
        this.agreement = agreement;
    }

    public Agreement agreement() {
        return agreement;
    }

    /**
     * Scores one district.
     *
     * @param values what is known; a measure without a value is missing, measures that the
     *     agreement does not know are ignored
     * @throws IllegalArgumentException if a value is not of the kind of its measure
     */
    public Scorecard score(DistrictCode district, Map<MeasureKey, MeasuredValue> values) {
        return new Scorecard(
                district,
                java.util.List.of(),
                java.util.List.of(),
                new Scorecard.Total(
                        java.util.Optional.empty(),
                        org.apache.commons.math3.fraction.BigFraction.ZERO,
                        org.apache.commons.math3.fraction.BigFraction.ZERO,
                        org.apache.commons.math3.fraction.BigFraction.ZERO,
                        java.math.BigDecimal.ZERO));
    }
}
