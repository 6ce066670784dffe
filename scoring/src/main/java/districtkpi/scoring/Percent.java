package districtkpi.scoring;

import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The percentage that two figures make, by the kind of their measure.
 *
 * <p>With value <i>v</i> and what it is compared with <i>of</i>: share = <i>v ÷ of × 100</i>,
 * growth = <i>(v − of) ÷ of × 100</i>, reduction = <i>(of − v) ÷ of × 100</i>.
 */
public final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /**
     * The exact percentage of a measured value, for showing it and for interpolation; levels are
     * found without this division.
     *
     * @return absent where the value is no percentage: counts, numbers, steps, days, not applicable
     */
    public static Optional<BigFraction> of(MeasureKind kind, MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio ratio when kind.isRatio() -> Optional.of(exact(kind, ratio));
            case MeasuredValue.Percentage(BigDecimal percent) when kind.isRatio() ->
                    Optional.of(Exact.fraction(percent));
            case MeasuredValue.Ratio _,
                    MeasuredValue.Percentage _,
                    MeasuredValue.Count _,
                    MeasuredValue.Quantity _,
                    MeasuredValue.Done _,
                    MeasuredValue.NotDone _,
                    MeasuredValue.Day _,
                    MeasuredValue.NotApplicable _ ->
                    Optional.empty();
        };
    }

    private static BigFraction exact(MeasureKind kind, MeasuredValue.Ratio ratio) {
        BigFraction share =
                Exact.fraction(ratio.value()).divide(Exact.fraction(ratio.of())).multiply(100);
        return switch (kind) {
            case SHARE -> share;
            case GROWTH -> share.subtract(100);
            case REDUCTION -> BigFraction.of(100).subtract(share);
            case COUNT, NUMBER, DONE, DATE ->
                    throw new IllegalArgumentException("No ratio: " + kind);
        };
    }

    /**
     * The value at which the percentage is exactly {@code percent}.
     *
     * <p>To compare a value with it is to compare by cross-multiplication: the division by 100 only
     * moves the point, so that nothing is ever rounded.
     */
    public static BigDecimal valueAt(MeasureKind kind, BigDecimal percent, BigDecimal of) {
        BigDecimal share =
                switch (kind) {
                    case SHARE -> percent;
                    case GROWTH -> HUNDRED.add(percent);
                    case REDUCTION -> HUNDRED.subtract(percent);
                    case COUNT, NUMBER, DONE, DATE ->
                            throw new IllegalArgumentException("No ratio: " + kind);
                };
        return share.multiply(of).movePointLeft(2);
    }
}
