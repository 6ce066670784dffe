package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that follows from other measures of its indicator, exactly: the mean of three
 * percentages, the points of steps, the weighted score of sub-indicators. Nobody records it, and
 * levels ask for it as they do for any number.
 *
 * @param name what the number is, as it is printed, with the number of a sub-indicator
 * @param unit what it is counted in
 * @param lowerLimit what it is at least, whatever is computed
 * @param upperLimit what it is at most, such as the cap of a bonus
 */
public record ComputedMeasure(
        MeasureId id,
        LocalizedText name,
        MeasureUnit unit,
        Computation computation,
        @Nullable BigDecimal lowerLimit,
        @Nullable BigDecimal upperLimit) {

    public ComputedMeasure {
        if (lowerLimit != null && upperLimit != null && lowerLimit.compareTo(upperLimit) >= 0) {
            throw new IllegalArgumentException("Measure " + id + ": limits leave no room");
        }
    }

    /** What it is at least; absent where nothing limits it. */
    public Optional<BigDecimal> min() {
        return Optional.ofNullable(lowerLimit);
    }

    /** What it is at most; absent where nothing limits it. */
    public Optional<BigDecimal> max() {
        return Optional.ofNullable(upperLimit);
    }

    /** How a number is stated that is compared with thresholds: this one like any other. */
    public Measure asMeasure() {
        return new Measure(id, MeasureKind.NUMBER, name, null, unit, null, false, false);
    }
}
