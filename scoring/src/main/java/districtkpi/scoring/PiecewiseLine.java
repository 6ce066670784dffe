package districtkpi.scoring;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Straight lines from knot to knot, level before the first one and after the last one.
 *
 * <p>Between the knots <i>(a, p)</i> and <i>(b, q)</i> a number <i>x</i> is worth <i>p + (x − a) ÷
 * (b − a) × (q − p)</i>.
 *
 * @param at rising
 * @param points one for each knot
 */
record PiecewiseLine(List<BigFraction> at, List<BigFraction> points) {

    PiecewiseLine {
        at = List.copyOf(at);
        points = List.copyOf(points);
    }

    BigFraction of(BigFraction number) {
        if (number.compareTo(at.getFirst()) <= 0) {
            return points.getFirst();
        }
        for (int i = 1; i < at.size(); i++) {
            if (number.compareTo(at.get(i)) <= 0) {
                BigFraction from = at.get(i - 1);
                return number.subtract(from)
                        .divide(at.get(i).subtract(from))
                        .multiply(points.get(i).subtract(points.get(i - 1)))
                        .add(points.get(i - 1));
            }
        }
        return points.getLast();
    }

    /** What each of some numbers is worth. */
    NumberSet of(NumberSet numbers) {
        return NumberSet.united(numbers.intervals().stream().map(this::of));
    }

    /** It goes up and down, so that its extremes over an interval lie at ends or knots. */
    private NumberSet.Interval of(NumberSet.Interval interval) {
        List<BigFraction> worth =
                Stream.concat(
                                Stream.of(
                                        end(interval.low(), points.getFirst()),
                                        end(interval.high(), points.getLast())),
                                IntStream.range(0, at.size())
                                        .filter(i -> interval.contains(at.get(i)))
                                        .mapToObj(points::get))
                        .sorted()
                        .toList();
        return new NumberSet.Interval(worth.getFirst(), worth.getLast());
    }

    private BigFraction end(@Nullable BigFraction end, BigFraction without) {
        return end == null ? without : of(end);
    }
}
