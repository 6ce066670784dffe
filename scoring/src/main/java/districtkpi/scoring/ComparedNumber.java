package districtkpi.scoring;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The number of a value that is compared with thresholds. */
public final class ComparedNumber {

    private ComparedNumber() {}

    /**
     * The percentage of a ratio, and a count or number itself.
     *
     * @return exact; absent for steps, days and what does not apply
     */
    public static Optional<BigFraction> of(MeasureKind kind, MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Count(var count) -> Optional.of(Exact.fraction(count));
            case MeasuredValue.Quantity(var number) -> Optional.of(Exact.fraction(number));
            default -> Percent.of(kind, value);
        };
    }

    /**
     * The number of a measure that an indicator asks for, recorded or computed.
     *
     * @return exact; absent while it is missing, or while figures that it is computed from are
     */
    public static Optional<BigFraction> of(
            Indicator indicator, MeasureId measure, Map<MeasureKey, MeasuredValue> values) {
        MeasuredValue value = values.get(indicator.key(measure));
        return indicator
                .recordedMeasure(measure)
                .map(recorded ->
                        Optional.ofNullable(value).flatMap(known -> of(recorded.kind(), known)))
                .orElseGet(() -> ComputedRules.number(indicator, measure, values));
    }
}
