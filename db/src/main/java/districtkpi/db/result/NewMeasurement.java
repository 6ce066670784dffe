package districtkpi.db.result;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.time.LocalDate;

/** A measurement about to be stored; see {@link districtkpi.domain.result.Measurement}. */
public record NewMeasurement(
        RoundId round,
        DistrictCode district,
        MeasureKey measure,
        MeasuredValue value,
        LocalDate asOf,
        String source,
        String note,
        String sheet,
        int line,
        String rawText) {

    /** From a file that has no sheets, or one. */
    public NewMeasurement(
            RoundId round,
            DistrictCode district,
            MeasureKey measure,
            MeasuredValue value,
            LocalDate asOf,
            String source,
            String note,
            int line,
            String rawText) {
        this(round, district, measure, value, asOf, source, note, "", line, rawText);
    }
}
