package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.scoring.Explanation.Outcome;
import districtkpi.scoring.NumberSet.Interval;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets with and without ends, against working with each of their halves. */
class NumberSetTest {

    /** Ends lie within 3 of 0, so that this is as good as without an end. */
    private static final int FAR = 30;

    /** Results that are compared. */
    private static final int NEAR = 8;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatSetsComeToIsWhatTheirNumbersComeTo(long seed) {
        Random random = new Random(seed);
        NumberSet a = set(random);
        NumberSet b = set(random);
        assertSame(a, b, a.plus(b), BigFraction::add);
        assertSame(a, b, a.higher(b), (x, y) -> x.compareTo(y) > 0 ? x : y);
        assertSame(a, b, a.lower(b), (x, y) -> x.compareTo(y) < 0 ? x : y);
        BigFraction factor = BigFraction.of(random.nextBoolean() ? 2 : -2);
        assertSame(a, NumberSet.of(factor), a.times(factor), BigFraction::multiply);
        assertSame(
                a,
                NumberSet.of(BigFraction.ONE),
                a.within(BigFraction.of(-1), BigFraction.ONE),
                (x, one) ->
                        x.compareTo(one) > 0
                                ? one
                                : x.compareTo(one.negate()) < 0 ? one.negate() : x);
    }

    private static void assertSame(
            NumberSet a, NumberSet b, NumberSet result, BinaryOperator<BigFraction> operation) {
        Collection<BigFraction> found = new TreeSet<>();
        for (BigFraction x : halves(a, FAR)) {
            for (BigFraction y : halves(b, FAR)) {
                BigFraction worked = operation.apply(x, y);
                if (worked.abs().compareTo(BigFraction.of(NEAR)) <= 0) {
                    found.add(worked);
                }
            }
        }
        assertThat(halves(result, NEAR)).as("%s with %s", a, b).containsAll(found);
        assertThat(halves(result, NEAR))
                .as("%s with %s", a, b)
                .allMatch(number -> isReached(number, found));
    }

    /** Doubled halves are wholes: what lies half-way between two of them is reached as well. */
    private static boolean isReached(BigFraction number, Collection<BigFraction> found) {
        BigFraction half = BigFraction.of(1, 2);
        return found.contains(number)
                || (found.contains(number.subtract(half)) && found.contains(number.add(half)));
    }

    private static List<BigFraction> halves(NumberSet set, int within) {
        return IntStream.rangeClosed(-2 * within, 2 * within)
                .mapToObj(half -> BigFraction.of(half, 2))
                .filter(number ->
                        set.intervals().stream().anyMatch(interval -> interval.contains(number)))
                .toList();
    }

    /** One to three intervals, of which the outer ones may go on for ever. */
    private static NumberSet set(Random random) {
        return NumberSet.united(
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> {
                            int low = random.nextInt(7) - 3;
                            int high = low + random.nextInt(3);
                            return new Interval(
                                    random.nextInt(5) == 0 ? null : BigFraction.of(low),
                                    random.nextInt(5) == 0 ? null : BigFraction.of(high));
                        }));
    }

    @Test
    void intervalsThatTouchAreOneAndOthersStayApart() {
        assertThat(
                        NumberSet.united(Stream.of(interval(4, 5), interval(0, 1), interval(1, 3)))
                                .intervals())
                .containsExactly(interval(0, 3), interval(4, 5));
        assertThat(NumberSet.united(Stream.of(interval(0, 9), interval(1, 2))).intervals())
                .containsExactly(interval(0, 9));
    }

    @Test
    void knowsItsEndsAndWhetherItIsOneNumber() {
        NumberSet two = NumberSet.of(List.of(BigFraction.ONE, BigFraction.of(3)));
        assertThat(two.min()).contains(BigFraction.ONE);
        assertThat(two.max()).contains(BigFraction.of(3));
        assertThat(two.single()).isEmpty();
        assertThat(NumberSet.of(BigFraction.ONE).single()).contains(BigFraction.ONE);
        NumberSet all = NumberSet.of(null, null);
        assertThat(all.min()).isEmpty();
        assertThat(all.max()).isEmpty();
        assertThat(all.single()).isEmpty();
    }

    @Test
    void aComparisonHoldsForAllForNoneOrForSome() {
        NumberSet numbers = NumberSet.of(BigFraction.ONE, BigFraction.of(3));
        assertThat(outcome(numbers, Operator.AT_LEAST, "1")).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(numbers, Operator.MORE_THAN, "1")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(numbers, Operator.MORE_THAN, "3")).isEqualTo(Outcome.FAILS);
        assertThat(outcome(numbers, Operator.EQUAL_TO, "2")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(numbers, Operator.LESS_THAN, "3.5")).isEqualTo(Outcome.HOLDS);
        NumberSet upwards = NumberSet.of(BigFraction.ONE, null);
        assertThat(outcome(upwards, Operator.AT_MOST, "100")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(upwards, Operator.LESS_THAN, "1")).isEqualTo(Outcome.FAILS);
        NumberSet apart = NumberSet.of(List.of(BigFraction.ONE, BigFraction.of(3)));
        assertThat(outcome(apart, Operator.EQUAL_TO, "2")).isEqualTo(Outcome.FAILS);
        assertThat(outcome(NumberSet.of(null, null), Operator.AT_LEAST, "0"))
                .isEqualTo(Outcome.UNKNOWN);
    }

    private static Outcome outcome(NumberSet numbers, Operator operator, String threshold) {
        return numbers.outcome(
                new Condition.Comparison(
                        MeasureId.of("some"), operator, new BigDecimal(threshold)));
    }

    private static Interval interval(int low, int high) {
        return new Interval(BigFraction.of(low), BigFraction.of(high));
    }
}
