package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.ComparedNumber;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Percent;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The result of a measure, seen from the thresholds that levels compare it with. Exact. */
sealed interface ComparedResult {

    BigFraction HUNDRED = BigFraction.of(100);
    BigDecimal NEAR_IN_POINTS = new BigDecimal("0.5");

    /** Of the measure, by which conditions name it. */
    MeasureId id();

    /** What is compared: a percentage, or the number itself. */
    BigFraction number();

    /**
     * Between the result and a threshold, in the unit of the measure; absent for a finished
     * percentage.
     */
    Optional<BigFraction> units(BigDecimal threshold);

    /** Whether at most one unit of the value or 0.5 percentage points lie between them. */
    boolean isNear(BigDecimal threshold);

    /** Whether nothing lies beyond it: 100 % of a whole, or what is computed at its limit. */
    boolean isWhole();

    /** A figure that somebody recorded. */
    record Recorded(Measure measure, MeasuredValue value) implements ComparedResult {

        @Override
        public MeasureId id() {
            return measure.id();
        }

        @Override
        public BigFraction number() {
            return ComparedNumber.of(measure.kind(), value).orElseThrow();
        }

        /** Compares without a division, as scoring does. */
        @Override
        public boolean isNear(BigDecimal threshold) {
            return switch (value) {
                case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) ->
                        distance(amount, of, threshold)
                                        .compareTo(
                                                NEAR_IN_POINTS
                                                        .multiply(of)
                                                        .movePointLeft(2)
                                                        .max(BigDecimal.ONE))
                                <= 0;
                case MeasuredValue.Percentage(BigDecimal percent) ->
                        percent.subtract(threshold).abs().compareTo(NEAR_IN_POINTS) <= 0;
                case MeasuredValue.Count(BigDecimal count) ->
                        count.subtract(threshold).abs().compareTo(BigDecimal.ONE) <= 0;
                case MeasuredValue.Quantity(BigDecimal number) ->
                        number.subtract(threshold).abs().compareTo(smallestStep(measure.decimals()))
                                <= 0;
                case MeasuredValue.Done _,
                        MeasuredValue.NotDone _,
                        MeasuredValue.Day _,
                        MeasuredValue.NotApplicable _ ->
                        false;
            };
        }

        @Override
        public Optional<BigFraction> units(BigDecimal threshold) {
            return switch (value) {
                case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) ->
                        Optional.of(Exact.fraction(distance(amount, of, threshold)));
                case MeasuredValue.Count(BigDecimal count) ->
                        Optional.of(Exact.fraction(count.subtract(threshold).abs()));
                case MeasuredValue.Quantity(BigDecimal number) ->
                        Optional.of(Exact.fraction(number.subtract(threshold).abs()));
                case MeasuredValue.Percentage _,
                        MeasuredValue.Done _,
                        MeasuredValue.NotDone _,
                        MeasuredValue.Day _,
                        MeasuredValue.NotApplicable _ ->
                        Optional.empty();
            };
        }

        @Override
        public boolean isWhole() {
            return (measure.isPartOfWhole() || measure.kind() == MeasureKind.REDUCTION)
                    && number().equals(HUNDRED);
        }

        private BigDecimal distance(BigDecimal amount, BigDecimal of, BigDecimal threshold) {
            return amount.subtract(Percent.valueAt(measure.kind(), threshold, of)).abs();
        }
    }

    /** A number that was computed, of which nothing is missing. */
    record Computed(ComputedMeasure computed, BigFraction number) implements ComparedResult {

        @Override
        public MeasureId id() {
            return computed.id();
        }

        @Override
        public boolean isNear(BigDecimal threshold) {
            BigDecimal step = smallestStep(computed.unit().decimals());
            return distance(threshold).compareTo(Exact.fraction(step)) <= 0;
        }

        @Override
        public Optional<BigFraction> units(BigDecimal threshold) {
            return Optional.of(distance(threshold));
        }

        @Override
        public boolean isWhole() {
            return computed.max().map(Exact::fraction).filter(number::equals).isPresent();
        }

        private BigFraction distance(BigDecimal threshold) {
            return number.subtract(Exact.fraction(threshold)).abs();
        }
    }

    private static BigDecimal smallestStep(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals);
    }
}
