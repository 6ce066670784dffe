package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A step in the review of an indicator of a district. The newest one says how it stands.
 *
 * @param id ascending
 * @param by the name of the account; empty where the program did it
 * @param note why it was sent back, or a remark; may be empty
 * @param importId the newest import that any figure of the indicator was from at that time
 */
public record ReviewStep(
        long id,
        DistrictCode district,
        IndicatorId indicator,
        ReviewAction action,
        Instant happenedAt,
        String by,
        String note,
        OptionalLong importId) {

    private record Reviewed(DistrictCode district, IndicatorId indicator) {}

    /**
     * Of each indicator of each district the newest step, which says how it stands.
     *
     * @param steps the oldest first
     */
    public static Collection<ReviewStep> newest(List<ReviewStep> steps) {
        Map<Reviewed, ReviewStep> newest = new LinkedHashMap<>();
        steps.forEach(step -> newest.put(new Reviewed(step.district(), step.indicator()), step));
        return newest.values();
    }
}
