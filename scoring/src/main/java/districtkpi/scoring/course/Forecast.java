package districtkpi.scoring.course;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.course.Course.Figure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a number may become by the last day of the round if it goes on as it did. Never a result:
 * statistics, hence inexact, and to be shown as a forecast.
 */
public sealed interface Forecast {

    /** Days with a number that a forecast needs. */
    int MIN_FIGURES = 5;

    /** Steps and days have no course to go on. */
    record NoNumber() implements Forecast {}

    /**
     * Too little is known.
     *
     * @param figures days with a number, fewer than {@link #MIN_FIGURES}
     */
    record TooFewFigures(int figures) implements Forecast {}

    /** A figure describes the last day, or one after it: there is nothing left to forecast. */
    record LastDayKnown(Figure figure) implements Forecast {}

    /** The round has ended: what it became is reported, not forecast. */
    record RoundOver(LocalDate lastDay) implements Forecast {}

    /** The number never changed; how sure that is cannot be told from it. */
    record Constant(Outcome outcome) implements Forecast {}

    /** All numbers lie on one line; how sure it is cannot be told from them. */
    record PerfectLine(Outcome outcome) implements Forecast {}

    /**
     * A forecast with its 95 % prediction interval.
     *
     * @param low the lower end of the interval, in the number; not always the lower level
     * @param high the upper end
     */
    record Estimate(Outcome expected, Outcome low, Outcome high) implements Forecast {}

    /**
     * A number on the last day, and what it would be worth.
     *
     * @param number percentage or count, within the range of its kind; a share not above 100 %
     *     unless more was reported
     * @param value a value of the measure that comes to the number as closely as its unit can; at
     *     the ends of an interval the next step outward
     * @param score of the indicator with this value, the other measures being as they are
     */
    record Outcome(double number, MeasuredValue value, IndicatorScore score) {}

    /**
     * Forecasts the last day.
     *
     * @param scorer of the agreement that the course is of
     * @param values of the district, as they are now
     * @param today the day from which one looks ahead
     */
    static Forecast of(
            Scorer scorer, Map<MeasureKey, MeasuredValue> values, Course course, LocalDate today) {
        if (!course.measure().kind().isNumeric()) {
            return new NoNumber();
        }
        List<Figure> numbers = course.numbers();
        if (!numbers.isEmpty() && !numbers.getLast().day().isBefore(course.lastDay())) {
            return new LastDayKnown(numbers.getLast());
        }
        if (today.isAfter(course.lastDay())) {
            return new RoundOver(course.lastDay());
        }
        if (numbers.size() < MIN_FIGURES) {
            return new TooFewFigures(numbers.size());
        }
        Outcomes outcomes = new Outcomes(scorer, values, course);
        if (numbers.stream().map(Figure::number).distinct().count() == 1) {
            return new Constant(outcomes.expected(number(numbers.getFirst())));
        }
        if (lieOnOneLine(numbers)) {
            return new PerfectLine(outcomes.expected(onTheLine(numbers, course.lastDay())));
        }
        return estimate(numbers, course.lastDay(), outcomes);
    }

    private static Forecast estimate(List<Figure> numbers, LocalDate lastDay, Outcomes outcomes) {
        LocalDate start = numbers.getFirst().day();
        Line line =
                Line.through(
                        numbers.stream().mapToDouble(one -> days(start, one.day())).toArray(),
                        numbers.stream().mapToDouble(one -> number(one).doubleValue()).toArray());
        double end = days(start, lastDay);
        double expected = line.at(end);
        double halfWidth = line.halfWidthAt(end);
        return new Estimate(
                outcomes.expected(BigFraction.from(expected)),
                outcomes.low(BigFraction.from(expected - halfWidth)),
                outcomes.high(BigFraction.from(expected + halfWidth)));
    }

    /** Found exactly: a line that is only nearly perfect has an interval. */
    private static boolean lieOnOneLine(List<Figure> numbers) {
        return numbers.stream().allMatch(one -> onTheLine(numbers, one.day()).equals(number(one)));
    }

    /** What the line through the first and the last number has on a day, exact. */
    private static BigFraction onTheLine(List<Figure> numbers, LocalDate day) {
        Figure first = numbers.getFirst();
        Figure last = numbers.getLast();
        return number(last)
                .subtract(number(first))
                .multiply(days(first.day(), day))
                .divide(days(first.day(), last.day()))
                .add(number(first));
    }

    private static BigFraction number(Figure figure) {
        return figure.number().orElseThrow();
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
