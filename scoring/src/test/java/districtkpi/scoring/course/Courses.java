package districtkpi.scoring.course;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Courses of round 2565-1, which ends on 31 March 2022. */
final class Courses {

    static final Agreement AGREEMENT = Agreements.round2565No1();
    static final Scorer SCORER = new Scorer(AGREEMENT);
    static final DistrictCode DISTRICT = DistrictCode.of("4301");
    static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);

    private Courses() {}

    static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    static Measurement measurement(
            MeasureKey key, MeasuredValue value, LocalDate asOf, long importId) {
        return new Measurement(
                AGREEMENT.round(),
                DISTRICT,
                key,
                value,
                asOf,
                "",
                "",
                new Origin(importId, "file.csv", "0".repeat(64), 2, "raw", false));
    }

    /**
     * A course with a value each of so many days before the last day of the round.
     *
     * @param days as many as values
     */
    static Course course(MeasureKey key, int[] days, List<? extends MeasuredValue> values) {
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            measurements.add(measurement(key, values.get(i), LAST_DAY.minusDays(days[i]), i + 1L));
        }
        return Course.of(AGREEMENT, DISTRICT, key, measurements);
    }

    static IndicatorScore score(Map<MeasureKey, MeasuredValue> values, String indicator) {
        return SCORER.score(DISTRICT, values).line(IndicatorId.of(indicator)).score();
    }

    static MeasuredValue ratio(String value, String of) {
        return new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of));
    }

    static MeasuredValue percent(String percent) {
        return new MeasuredValue.Percentage(new BigDecimal(percent));
    }
}
