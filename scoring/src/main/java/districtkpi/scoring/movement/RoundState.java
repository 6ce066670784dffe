package districtkpi.scoring.movement;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorer;
import java.util.Map;

/**
 * What is known of one district in one round, and the rules by which it is scored.
 *
 * @param scorer with the levels that somebody set
 * @param values as they count today
 * @param firstReported as they were first reported for the day that they describe, before any
 *     correction; the same as {@code values} where nothing was corrected
 */
public record RoundState(
        Scorer scorer,
        Map<MeasureKey, MeasuredValue> values,
        Map<MeasureKey, MeasuredValue> firstReported) {

    public RoundState {
        values = Map.copyOf(values);
        firstReported = Map.copyOf(firstReported);
    }

    /** A round in which nothing was corrected. */
    public static RoundState of(Scorer scorer, Map<MeasureKey, MeasuredValue> values) {
        return new RoundState(scorer, values, values);
    }

    /** By which the figures alone count. */
    Scorer rules() {
        return scorer.withoutOverrides();
    }

    /** A level that somebody set corrects the computed one. */
    boolean isCorrected(DistrictCode district) {
        return scorer.hasOverrides(district) || !values.equals(firstReported);
    }
}
