package districtkpi.scoring.course;

import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Percent;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.ValueRange;
import districtkpi.scoring.course.Forecast.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** Makes values of forecast numbers, and scores them. */
final class Outcomes {

    // Far finer than any threshold, and coarse enough to lose the noise of floating point.
    private static final int DECIMALS = 6;
    private static final BigFraction HUNDRED = BigFraction.of(100);

    private final Scorer scorer;
    private final Map<MeasureKey, MeasuredValue> values;
    private final Course course;
    private final ValueRange range;

    Outcomes(Scorer scorer, Map<MeasureKey, MeasuredValue> values, Course course) {
        this.scorer = scorer;
        this.values = values;
        this.course = course;
        this.range = range(course);
    }

    /**
     * The numbers that can be forecast. All villages are all villages: a line that goes on rising
     * stops at 100 % of a share, unless more than that was reported. Above it, a level that asks
     * for exactly 100 % would seem lost.
     */
    private static ValueRange range(Course course) {
        ValueRange range = ValueRange.of(course.measure().kind());
        boolean whole =
                course.measure().isPartOfWhole()
                        && course.numbers().stream()
                                .flatMap(figure -> figure.number().stream())
                                .allMatch(number -> number.compareTo(HUNDRED) <= 0);
        return whole
                ? new ValueRange(range.lowest(), BigDecimal.valueOf(100), range.whole())
                : range;
    }

    Outcome expected(BigFraction number) {
        return outcome(number, RoundingMode.HALF_UP);
    }

    Outcome low(BigFraction number) {
        return outcome(number, RoundingMode.FLOOR);
    }

    Outcome high(BigFraction number) {
        return outcome(number, RoundingMode.CEILING);
    }

    /**
     * @param rounding of the number to what the measure's unit can give
     */
    private Outcome outcome(BigFraction exact, RoundingMode rounding) {
        BigDecimal number = within(decimal(exact));
        MeasuredValue value = value(number, rounding);
        return new Outcome(number.doubleValue(), value, score(value));
    }

    private static BigDecimal decimal(BigFraction exact) {
        return new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal within(BigDecimal number) {
        BigDecimal lowest = range.lowest();
        BigDecimal highest = range.highest();
        BigDecimal atLeast = lowest == null ? number : number.max(lowest);
        return highest == null ? atLeast : atLeast.min(highest);
    }

    /**
     * A share of villages is a whole number of villages: where the last figure says of how many,
     * the value is made of that.
     */
    private MeasuredValue value(BigDecimal number, RoundingMode rounding) {
        Measure measure = course.measure();
        if (measure.kind() == MeasureKind.COUNT) {
            return new MeasuredValue.Count(number.setScale(0, rounding));
        }
        if (measure.kind() == MeasureKind.NUMBER) {
            return new MeasuredValue.Quantity(number.setScale(measure.decimals(), rounding));
        }
        MeasuredValue last = course.numbers().getLast().measurement().value();
        if (last instanceof MeasuredValue.Ratio(var _, BigDecimal of)) {
            return new MeasuredValue.Ratio(
                    Percent.valueAt(measure.kind(), number, of)
                            .setScale(measure.decimals(), ofValue(measure.kind(), rounding)),
                    of);
        }
        return new MeasuredValue.Percentage(number);
    }

    /** The less is left, the more was reduced: a lower reduction is a higher value. */
    private static RoundingMode ofValue(MeasureKind kind, RoundingMode rounding) {
        if (kind != MeasureKind.REDUCTION || rounding == RoundingMode.HALF_UP) {
            return rounding;
        }
        return rounding == RoundingMode.FLOOR ? RoundingMode.CEILING : RoundingMode.FLOOR;
    }

    private IndicatorScore score(MeasuredValue value) {
        Map<MeasureKey, MeasuredValue> then = new HashMap<>(values);
        then.put(course.key(), value);
        return scorer.score(course.district(), then).line(course.key().indicator()).score();
    }
}
