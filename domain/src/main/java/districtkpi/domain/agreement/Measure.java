package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, paid or done for an indicator.
 *
 * @param name what the value is
 * @param ofName what the value is compared with; present for ratios and only for them
 * @param unit what value and {@code of} are counted in; absent for {@code done} and {@code date}
 * @param baselineDay the day that {@code of} describes, where the agreement fixes one
 * @param evidenceReceipt whether it is the day on which the province received the evidence of the
 *     indicator: recorded online, it follows from the evidence; only of kind {@code date}
 * @param mayExceedWhole whether a share can be above 100 %, since it is compared with a target and
 *     not with a whole; only of kind {@code share}
 */
public record Measure(
        MeasureId id,
        MeasureKind kind,
        LocalizedText name,
        @Nullable LocalizedText ofName,
        @Nullable MeasureUnit unit,
        @Nullable LocalDate baselineDay,
        boolean evidenceReceipt,
        boolean mayExceedWhole) {

    public Measure {
        if (kind.isRatio() != (ofName != null)) {
            throw new IllegalArgumentException(
                    "Measure " + id + " of kind " + kind.key() + ": ofName belongs to ratios");
        }
        if (kind.isNumeric() != (unit != null)) {
            throw new IllegalArgumentException(
                    "Measure " + id + " of kind " + kind.key() + ": a unit belongs to numbers");
        }
        if (baselineDay != null && !kind.isRatio()) {
            throw new IllegalArgumentException(
                    "Measure " + id + " of kind " + kind.key() + ": a baseline belongs to ratios");
        }
        if (evidenceReceipt && kind != MeasureKind.DATE) {
            throw new IllegalArgumentException(
                    "Measure " + id + " of kind " + kind.key() + ": a receipt is a date");
        }
        if (mayExceedWhole && kind != MeasureKind.SHARE) {
            throw new IllegalArgumentException(
                    "Measure " + id + " of kind " + kind.key() + ": only a share has a whole");
        }
    }

    /** Whether nothing can be above 100 %: a part of a whole. */
    public boolean isPartOfWhole() {
        return kind == MeasureKind.SHARE && !mayExceedWhole;
    }

    public Optional<LocalizedText> comparedWith() {
        return Optional.ofNullable(ofName);
    }

    public Optional<MeasureUnit> countedIn() {
        return Optional.ofNullable(unit);
    }

    /** Places behind the point that its unit has; 0 for a measure without a unit. */
    public int decimals() {
        return unit == null ? 0 : unit.decimals();
    }

    public Optional<LocalDate> baseline() {
        return Optional.ofNullable(baselineDay);
    }
}
