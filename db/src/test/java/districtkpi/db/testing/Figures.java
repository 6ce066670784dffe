package districtkpi.db.testing;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Measurements in few words: {@code figure("2565-1", "4301", "T1.spending", share("85", "100"))}.
 */
public final class Figures {

    private Figures() {}

    /** A figure as of 31 March 2565. */
    public static NewMeasurement figure(
            String round, String district, String measure, MeasuredValue value) {
        return figure(round, district, measure, value, "2022-03-31");
    }

    public static NewMeasurement figure(
            String round, String district, String measure, MeasuredValue value, String asOf) {
        return new NewMeasurement(
                RoundId.parse(round),
                DistrictCode.of(district),
                key(measure),
                value,
                LocalDate.parse(asOf),
                "GFMIS",
                "",
                2,
                round + "," + district + "," + measure);
    }

    /** Such as {@code T1.spending}. */
    public static MeasureKey key(String measure) {
        int dot = measure.indexOf('.');
        return new MeasureKey(
                IndicatorId.of(measure.substring(0, dot)),
                MeasureId.of(measure.substring(dot + 1)));
    }

    public static MeasuredValue ratio(String value, String of) {
        return new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of));
    }

    public static MeasuredValue count(String count) {
        return new MeasuredValue.Count(new BigDecimal(count));
    }
}
