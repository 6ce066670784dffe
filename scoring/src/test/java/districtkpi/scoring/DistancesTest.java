package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Distance.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistancesTest {

    private static final MeasureId MEASURE = MeasureId.of("m");

    @ParameterizedTest(name = "{0} in {1} decimals, {2} to {3}: {4} {5}, to {6}")
    @CsvSource(
            textBlock =
                    """
                    SHARE,     0, 19/20,         m > 95,      MORE, 1,       20
                    SHARE,     0, 18/20,         m > 95,      MORE, 2,       20
                    SHARE,     0, 0/7,           m >= 50,     MORE, 4,       4
                    SHARE,     0, 99/100,        m = 100,     MORE, 1,       100
                    SHARE,     0, 101/100,       m = 100,     LESS, 1,       100
                    SHARE,     2, 69999.995/100000, m >= 70,  MORE, 0.01,    70000.005
                    SHARE,     2, 70000/100000,  m > 70,      MORE, 0.01,    70000.01
                    SHARE,     0, 5/10,          m <= 33,     LESS, 2,       3
                    SHARE,     0, 5/10,          m < 50,      LESS, 1,       4
                    GROWTH,    2, 110995/100000, m >= 11,     MORE, 5.00,    111000.00
                    GROWTH,    2, 107/100,       m < 7,       LESS, 0.01,    106.99
                    REDUCTION, 2, 950100/1000000, m >= 5,     LESS, 100.00,  950000.00
                    REDUCTION, 2, 950000/1000000, m > 5,      LESS, 0.01,    949999.99
                    REDUCTION, 2, 100/1000,      m <= 50,     MORE, 400.00,  500.00
                    REDUCTION, 2, 0.005/1000,    m >= 100,    LESS, 0.005,   0
                    COUNT,     0, 1,             m >= 2,      MORE, 1,       2
                    COUNT,     0, 1,             m > 1.5,     MORE, 1,       2
                    COUNT,     2, 1,             m >= 2,      MORE, 1,       2
                    COUNT,     0, 5,             m <= 2.5,    LESS, 3,       2
                    COUNT,     0, 5,             m = 0,       LESS, 5,       0
                    """)
    void isInTheUnitOfTheMeasureAndRoundedUpToItsStep(
            MeasureKind kind,
            int decimals,
            String value,
            String condition,
            Direction direction,
            BigDecimal amount,
            BigDecimal target) {
        assertThat(distance(kind, decimals, value, condition))
                .isEqualTo(new Distance.Amount(MEASURE, direction, amount, target));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(
            textBlock =
                    """
                    SHARE,     50%,  m > 95,  MORE, 45,   true
                    SHARE,     95%,  m > 95,  MORE, 0,    true
                    SHARE,     99.99%, m = 100, MORE, 0.01, false
                    SHARE,     120%, m = 100, LESS, 20,   false
                    GROWTH,    8%,   m < 7,   LESS, 1,    true
                    REDUCTION, -3%,  m >= 0,  MORE, 3,    false
                    REDUCTION, 4.99%, m >= 5, MORE, 0.01, false
                    """)
    void ofAFinishedPercentageIsInPercentagePoints(
            MeasureKind kind,
            String value,
            String condition,
            Direction direction,
            BigDecimal points,
            boolean strict) {
        assertThat(distance(kind, 0, value, condition))
                .isEqualTo(new Distance.PercentagePoints(MEASURE, direction, points, strict));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(
            textBlock =
                    """
                    SHARE,     1/3,   m = 50
                    SHARE,     1/3,   m < 0
                    SHARE,     0/3,   m < 0
                    SHARE,     20%,   m < 0
                    GROWTH,    20%,   m < -100
                    GROWTH,    20%,   m = -101
                    GROWTH,    1/2,   m = -101
                    GROWTH,    1/100, m = -101
                    REDUCTION, 20%,   m > 100
                    REDUCTION, 1/2,   m > 100
                    COUNT,     1,     m = 2.5
                    COUNT,     1,     m < 0
                    """)
    void ofWhatNoFigureCanMeetIsOutOfReach(MeasureKind kind, String value, String condition) {
        assertThat(distance(kind, 0, value, condition)).isEqualTo(new Distance.OutOfReach(MEASURE));
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isEnoughAndOneStepLessIsNot(long seed) {
        Random random = new Random(seed);
        MeasureKind kind =
                List.of(MeasureKind.SHARE, MeasureKind.GROWTH, MeasureKind.REDUCTION)
                        .get(random.nextInt(3));
        int decimals = random.nextInt(5);
        Measure measure = Agreements.measure("m", kind, decimals);
        Operator operator =
                List.of(Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN)
                        .get(random.nextInt(4));
        Condition.Comparison condition =
                new Condition.Comparison(
                        MEASURE, operator, BigDecimal.valueOf(random.nextInt(20_000) - 5_000, 2));
        BigDecimal of = BigDecimal.valueOf(1 + random.nextInt(1_000_000), decimals);
        BigDecimal value = BigDecimal.valueOf(random.nextInt(1_500_000), decimals);
        MeasureRules rules = rules(measure, condition);
        MeasuredValue.Ratio ratio = new MeasuredValue.Ratio(value, of);
        if (rules.holds(condition, ratio)) {
            return;
        }

        Distance distance = Distances.of(condition, measure, ratio);

        String message =
                String.format(
                        Locale.ROOT, "seed %d: %s %s is %s", seed, ratio, condition, distance);
        switch (distance) {
            case Distance.Amount(
                            var _,
                            Direction direction,
                            BigDecimal amount,
                            BigDecimal target) -> {
                BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
                BigDecimal back = direction == Direction.MORE ? step.negate() : step;
                assertThat(amount).as(message).isPositive();
                assertThat(target.subtract(value).abs()).as(message).isEqualByComparingTo(amount);
                assertThat(rules.holds(condition, new MeasuredValue.Ratio(target, of)))
                        .as(message)
                        .isTrue();
                assertThat(rules.holds(condition, new MeasuredValue.Ratio(target.add(back), of)))
                        .as(message)
                        .isFalse();
            }
            case Distance.OutOfReach _ ->
                    assertThat(rules.holds(condition, new MeasuredValue.Ratio(BigDecimal.ZERO, of)))
                            .as(message)
                            .isFalse();
            case Distance.PercentagePoints _,
                    Distance.StepToDo _,
                    Distance.FigureMissing _,
                    Distance.DueBy _ ->
                    throw new AssertionError(message);
        }
    }

    private static MeasureRules rules(Measure measure, Condition condition) {
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        Ladder.HIGHEST,
                        Interpolation.NONE,
                        List.of(measure),
                        List.of(1, 2, 3, 4, 5).stream()
                                .map(number -> Agreements.level(number, List.of(condition)))
                                .toList());
        return new MeasureRules(
                indicator, measure, indicator.levels().stream().map(Level::conditions).toList());
    }

    private static Distance distance(
            MeasureKind kind, int decimals, String value, String condition) {
        Measure measure = Agreements.measure("m", kind, decimals);
        Condition parsed = Objects.requireNonNull(Agreements.conditions(condition).getFirst());
        MeasuredValue figure = Figures.value(kind, value);
        assertThat(rules(measure, parsed).holds(parsed, figure)).isFalse();
        return Distances.of(parsed, measure, figure);
    }
}
