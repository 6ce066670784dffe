package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.scoring.Explanation.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that something can still become: apart from each other, closed intervals that rise, a
 * single number among them. Exact.
 *
 * @param intervals at least one, the lowest first; between two of them lie numbers that are
 *     impossible
 */
record NumberSet(List<Interval> intervals) {

    private static final BigFraction TWO = BigFraction.of(2);

    /**
     * All numbers from one to another.
     *
     * @param low inclusive; absent where there is no lowest one
     * @param high inclusive; absent where there is no highest one
     */
    record Interval(@Nullable BigFraction low, @Nullable BigFraction high) {

        boolean contains(BigFraction number) {
            return (low == null || low.compareTo(number) <= 0)
                    && (high == null || high.compareTo(number) >= 0);
        }

        private Interval map(UnaryOperator<BigFraction> rising) {
            return new Interval(
                    low == null ? null : rising.apply(low),
                    high == null ? null : rising.apply(high));
        }

        private Interval negated() {
            return new Interval(
                    high == null ? null : high.negate(), low == null ? null : low.negate());
        }

        private boolean touches(Interval next) {
            return high == null || next.low == null || high.compareTo(next.low) >= 0;
        }

        private Interval joined(Interval next) {
            return new Interval(
                    low,
                    high == null || next.high == null
                            ? null
                            : next.high.compareTo(high) > 0 ? next.high : high);
        }
    }

    NumberSet {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("Something is always possible");
        }
    }

    static NumberSet of(BigFraction number) {
        return new NumberSet(List.of(new Interval(number, number)));
    }

    static NumberSet of(@Nullable BigFraction low, @Nullable BigFraction high) {
        return new NumberSet(List.of(new Interval(low, high)));
    }

    static NumberSet of(Collection<BigFraction> numbers) {
        return united(numbers.stream().map(number -> new Interval(number, number)));
    }

    /** The lowest number; absent where there is none. */
    Optional<BigFraction> min() {
        return Optional.ofNullable(intervals.getFirst().low());
    }

    /** The highest number; absent where there is none. */
    Optional<BigFraction> max() {
        return Optional.ofNullable(intervals.getLast().high());
    }

    /** The only number; absent where several are possible. */
    Optional<BigFraction> single() {
        return min().filter(low -> max().filter(low::equals).isPresent());
    }

    /** Each number times a factor, which is not 0. */
    NumberSet times(BigFraction factor) {
        boolean turned = factor.signum() < 0;
        BigFraction size = turned ? factor.negate() : factor;
        return united(
                intervals.stream()
                        .map(each -> turned ? each.negated() : each)
                        .map(each -> each.map(number -> number.multiply(size))));
    }

    /** Each number of this plus each of another. */
    NumberSet plus(NumberSet other) {
        return combined(other, BigFraction::add, false, false);
    }

    /** The higher of each number of this and each of another. */
    NumberSet higher(NumberSet other) {
        return combined(other, NumberSet::higher, true, false);
    }

    /** The lower of each number of this and each of another. */
    NumberSet lower(NumberSet other) {
        return combined(other, (a, b) -> a.compareTo(b) < 0 ? a : b, false, true);
    }

    /** No number below or above the limits: what would lie beyond becomes the limit. */
    NumberSet within(@Nullable BigFraction low, @Nullable BigFraction high) {
        NumberSet limited = low == null ? this : higher(of(low));
        return high == null ? limited : limited.lower(of(high));
    }

    private static BigFraction higher(BigFraction a, BigFraction b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /**
     * @param keepsLow whether a lowest number of one alone limits the result: of two numbers, the
     *     higher is not below either
     * @param keepsHigh likewise for highest numbers
     */
    private NumberSet combined(
            NumberSet other,
            BinaryOperator<BigFraction> operation,
            boolean keepsLow,
            boolean keepsHigh) {
        return united(
                intervals.stream()
                        .flatMap(a ->
                                other.intervals.stream()
                                        .map(b ->
                                                new Interval(
                                                        end(a.low(), b.low(), operation, keepsLow),
                                                        end(
                                                                a.high(), b.high(), operation,
                                                                keepsHigh)))));
    }

    private static @Nullable BigFraction end(
            @Nullable BigFraction a,
            @Nullable BigFraction b,
            BinaryOperator<BigFraction> operation,
            boolean keepsOne) {
        if (a == null) {
            return keepsOne ? b : null;
        }
        if (b == null) {
            return keepsOne ? a : null;
        }
        return operation.apply(a, b);
    }

    /** The intervals as a set: in order, those that touch as one. */
    static NumberSet united(Stream<Interval> some) {
        List<Interval> sorted =
                some.sorted(
                                Comparator.comparing(
                                        Interval::low,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
        List<Interval> apart = new ArrayList<>();
        for (Interval next : sorted) {
            if (!apart.isEmpty() && apart.getLast().touches(next)) {
                apart.add(apart.removeLast().joined(next));
            } else {
                apart.add(next);
            }
        }
        return new NumberSet(apart);
    }

    /**
     * Numbers of the set that between them fall on every side of the thresholds that it reaches.
     */
    Set<BigFraction> samples(NavigableSet<BigFraction> thresholds) {
        Set<BigFraction> samples = new HashSet<>();
        for (Interval interval : intervals) {
            NavigableSet<BigFraction> points = new TreeSet<>();
            thresholds.stream().filter(interval::contains).forEach(points::add);
            if (interval.low() != null) {
                points.add(interval.low());
            }
            if (interval.high() != null) {
                points.add(interval.high());
            }
            if (points.isEmpty()) {
                // Without ends and thresholds any number will do.
                points.add(BigFraction.ZERO);
            }
            if (interval.low() == null) {
                points.add(points.first().subtract(BigFraction.ONE));
            }
            if (interval.high() == null) {
                points.add(points.last().add(BigFraction.ONE));
            }
            BigFraction last = points.first();
            for (BigFraction point : points) {
                samples.add(last.add(point).divide(TWO));
                samples.add(point);
                last = point;
            }
        }
        return samples;
    }

    /** Whether a comparison holds for all of the numbers, for none, or for some of them. */
    Outcome outcome(Condition.Comparison comparison) {
        BigFraction threshold = Exact.fraction(comparison.threshold());
        return Outcome.of(
                samples(new TreeSet<>(Set.of(threshold))).stream()
                        .map(number ->
                                comparison.operator().holdsFor(number.compareTo(threshold))));
    }
}
