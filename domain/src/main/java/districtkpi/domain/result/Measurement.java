package districtkpi.domain.result;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;

/**
 * One measure of one district as of one day, and where it came from. Never changed: a correction is
 * a new measurement.
 *
 * @param asOf the day that the figure describes
 * @param source what the file says about where the figure is from; may be empty
 * @param note what the file remarks; may be empty
 */
public record Measurement(
        RoundId round,
        DistrictCode district,
        MeasureKey measure,
        MeasuredValue value,
        LocalDate asOf,
        String source,
        String note,
        Origin origin) {}
