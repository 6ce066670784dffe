package districtkpi.scoring;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Distance.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Finds how far a measure is from meeting a condition that it does not meet. */
final class Distances {

    private Distances() {}

    /** The distance of a measure without a figure. */
    static Distance withoutFigure(Condition condition) {
        return switch (condition) {
            case Condition.Comparison _, Condition.Done _ ->
                    new Distance.FigureMissing(condition.measure());
            case Condition.DoneBy by -> new Distance.DueBy(by.measure(), by.deadline());
        };
    }

    /**
     * The distance of a measure whose value does not meet the condition.
     *
     * @param value of the kind of the measure
     */
    static Distance of(Condition condition, Measure measure, MeasuredValue value) {
        return switch (condition) {
            case Condition.Comparison comparison -> ofNumber(comparison, measure, value);
            case Condition.Done _ -> new Distance.StepToDo(measure.id());
            // The day has passed; no later one is earlier.
            case Condition.DoneBy _ ->
                    value instanceof MeasuredValue.NotDone
                            ? withoutFigure(condition)
                            : new Distance.OutOfReach(measure.id());
        };
    }

    private static Distance ofNumber(
            Condition.Comparison comparison, Measure measure, MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) ->
                    ofAmount(
                            measure,
                            measure.kind() == MeasureKind.REDUCTION
                                    ? mirrored(comparison.operator())
                                    : comparison.operator(),
                            amount,
                            Percent.valueAt(measure.kind(), comparison.threshold(), of),
                            measure.decimals());
            case MeasuredValue.Count(BigDecimal count) ->
                    // A count is whole, whatever its unit says.
                    ofAmount(measure, comparison.operator(), count, comparison.threshold(), 0);
            case MeasuredValue.Quantity(BigDecimal number) ->
                    ofAmount(
                            measure,
                            comparison.operator(),
                            number,
                            comparison.threshold(),
                            measure.decimals());
            case MeasuredValue.Percentage(BigDecimal percent) ->
                    ofPercentage(measure, comparison, percent);
            case MeasuredValue.Done _,
                    MeasuredValue.NotDone _,
                    MeasuredValue.Day _,
                    MeasuredValue.NotApplicable _ ->
                    throw new IllegalArgumentException("No number: " + value);
        };
    }

    /**
     * The distance of a computed measure: to the first number of whole steps of its unit that meets
     * the condition.
     *
     * @param possible what it can become while figures are missing
     */
    static Distance ofComputed(
            Condition.Comparison comparison, ComputedMeasure measure, NumberSet possible) {
        Optional<BigFraction> number = possible.single();
        if (number.isEmpty()) {
            return new Distance.FigureMissing(measure.id());
        }
        int decimals = measure.unit().decimals();
        BigDecimal target = target(comparison, decimals);
        BigFraction lacking = Exact.fraction(target).subtract(number.get());
        return new Distance.Amount(
                measure.id(),
                lacking.signum() > 0 ? Direction.MORE : Direction.LESS,
                ceiling(lacking.abs(), decimals),
                target);
    }

    private static BigDecimal target(Condition.Comparison comparison, int decimals) {
        BigDecimal threshold = comparison.threshold();
        return switch (comparison.operator()) {
            case AT_LEAST -> atLeast(threshold, decimals);
            case MORE_THAN -> moreThan(threshold, decimals);
            case AT_MOST -> atLeast(threshold.negate(), decimals).negate();
            case LESS_THAN -> moreThan(threshold.negate(), decimals).negate();
            case EQUAL_TO -> threshold;
        };
    }

    private static BigDecimal ceiling(BigFraction amount, int decimals) {
        return new BigDecimal(amount.getNumerator())
                .divide(new BigDecimal(amount.getDenominator()), decimals, RoundingMode.CEILING);
    }

    /** To ask for more reduction is to ask for less of the value. */
    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> Operator.AT_MOST;
            case MORE_THAN -> Operator.LESS_THAN;
            case AT_MOST -> Operator.AT_LEAST;
            case LESS_THAN -> Operator.MORE_THAN;
            case EQUAL_TO -> Operator.EQUAL_TO;
        };
    }

    /**
     * @param boundary what the value is compared with, exact
     * @param decimals of the smallest step
     */
    private static Distance ofAmount(
            Measure measure,
            Operator operator,
            BigDecimal value,
            BigDecimal boundary,
            int decimals) {
        BigDecimal lacking = boundary.subtract(value);
        return switch (operator) {
            case AT_LEAST -> more(measure, value, atLeast(lacking, decimals));
            case MORE_THAN -> more(measure, value, moreThan(lacking, decimals));
            case AT_MOST ->
                    less(
                            measure,
                            value,
                            atLeast(lacking.negate(), decimals),
                            boundary.signum() >= 0);
            case LESS_THAN ->
                    less(
                            measure,
                            value,
                            moreThan(lacking.negate(), decimals),
                            boundary.signum() > 0);
            case EQUAL_TO -> {
                BigDecimal amount = atLeast(lacking.abs(), decimals);
                if (amount.compareTo(lacking.abs()) != 0) {
                    yield new Distance.OutOfReach(measure.id());
                }
                yield lacking.signum() > 0
                        ? more(measure, value, amount)
                        : less(measure, value, amount, false);
            }
        };
    }

    /** The smallest number of steps that is not less than an amount. */
    private static BigDecimal atLeast(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.CEILING);
    }

    /** The smallest number of steps that is more than an amount. */
    private static BigDecimal moreThan(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.FLOOR)
                .add(BigDecimal.ONE.movePointLeft(decimals));
    }

    private static Distance more(Measure measure, BigDecimal value, BigDecimal amount) {
        return new Distance.Amount(measure.id(), Direction.MORE, amount, value.add(amount));
    }

    /**
     * @param zeroMeets whether a value of 0 would meet the condition; nothing is less than that,
     *     but for a number, which may be negative
     */
    private static Distance less(
            Measure measure, BigDecimal value, BigDecimal amount, boolean zeroMeets) {
        if (measure.kind() == MeasureKind.NUMBER || amount.compareTo(value) <= 0) {
            return new Distance.Amount(
                    measure.id(), Direction.LESS, amount, value.subtract(amount));
        }
        return zeroMeets
                ? new Distance.Amount(measure.id(), Direction.LESS, value, BigDecimal.ZERO)
                : new Distance.OutOfReach(measure.id());
    }

    private static Distance ofPercentage(
            Measure measure, Condition.Comparison comparison, BigDecimal percent) {
        BigDecimal threshold = comparison.threshold();
        Direction direction =
                switch (comparison.operator()) {
                    case AT_LEAST, MORE_THAN -> Direction.MORE;
                    case AT_MOST, LESS_THAN -> Direction.LESS;
                    case EQUAL_TO ->
                            percent.compareTo(threshold) < 0 ? Direction.MORE : Direction.LESS;
                };
        boolean strict =
                switch (comparison.operator()) {
                    case MORE_THAN, LESS_THAN -> true;
                    case AT_LEAST, AT_MOST, EQUAL_TO -> false;
                };
        ValueRange range = ValueRange.of(measure.kind());
        BigDecimal end = direction == Direction.MORE ? range.highest() : range.lowest();
        boolean beyond =
                end != null
                        && (strict
                                ? threshold.compareTo(end) == 0 || !range.contains(threshold)
                                : !range.contains(threshold));
        return beyond
                ? new Distance.OutOfReach(measure.id())
                : new Distance.PercentagePoints(
                        measure.id(), direction, threshold.subtract(percent).abs(), strict);
    }
}
