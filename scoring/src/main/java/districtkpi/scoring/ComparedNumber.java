package districtkpi.scoring;

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
     * The number of a measure that the levels of a scored indicator ask for, recorded or computed.
     *
     * @param values that were scored
     * @return exact; absent while it is missing, or while figures that it is computed from are
     */
    public static Optional<BigFraction> of(
            IndicatorScore score, MeasureId measure, Map<MeasureKey, MeasuredValue> values) {
        return score.indicator()
                .recordedMeasure(measure)
                .flatMap(recorded ->
                        Optional.ofNullable(values.get(score.indicator().key(measure)))
                                .flatMap(value -> of(recorded.kind(), value)))
                .or(() -> score.computedFigure(measure).flatMap(ComputedFigure::number));
    }
}
