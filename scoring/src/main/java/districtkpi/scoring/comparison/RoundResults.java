package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Ranking;
import java.util.Map;

/**
 * A round as it was ranked, with the figures that it was ranked by.
 *
 * @param values of each district; one without figures may be left out
 */
public record RoundResults(
        Ranking ranking, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values) {

    public RoundResults {
        values = Map.copyOf(values);
    }

    /** What is known of a district; empty for one that reported nothing. */
    public Map<MeasureKey, MeasuredValue> of(DistrictCode district) {
        return values.getOrDefault(district, Map.of());
    }
}
