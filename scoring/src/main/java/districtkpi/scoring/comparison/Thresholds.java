package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.ComparedNumber;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.Explanation.Outcome;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Percent;
import districtkpi.scoring.comparison.CliffWatch.Edge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The thresholds of one measure, seen from the result of one district. */
final class Thresholds {

    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigDecimal ONE_UNIT = BigDecimal.ONE;
    private static final BigDecimal NEAR_IN_POINTS = new BigDecimal("0.5");

    private final Agreement agreement;
    private final IndicatorScore.WithLevel score;
    private final Measure measure;
    private final MeasuredValue value;
    private final int floor;

    /**
     * @param measure a number of the indicator
     * @param value of the measure
     */
    Thresholds(
            Agreement agreement,
            IndicatorScore.WithLevel score,
            Measure measure,
            MeasuredValue value) {
        this.agreement = agreement;
        this.score = score;
        this.measure = measure;
        this.value = value;
        this.floor = agreement.lowestLevel(score.indicator());
    }

    /**
     * @param weight of the indicator in the combined total, percent
     */
    List<Edge> edges(DistrictCode district, BigFraction weight) {
        List<Edge> edges = new ArrayList<>();
        for (Level level : score.indicator().levels()) {
            for (Condition condition : level.conditions()) {
                // Few results are near a threshold, and only those are looked at more closely.
                if (condition instanceof Condition.Comparison comparison
                        && comparison.measure().equals(measure.id())
                        && isNear(comparison.threshold())) {
                    edge(district, weight, comparison).ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    /** Compares without a division, as scoring does. */
    private boolean isNear(BigDecimal threshold) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) ->
                    distance(amount, of, threshold)
                                    .compareTo(
                                            NEAR_IN_POINTS
                                                    .multiply(of)
                                                    .movePointLeft(2)
                                                    .max(ONE_UNIT))
                            <= 0;
            case MeasuredValue.Percentage(BigDecimal percent) ->
                    percent.subtract(threshold).abs().compareTo(NEAR_IN_POINTS) <= 0;
            case MeasuredValue.Count(BigDecimal count) ->
                    count.subtract(threshold).abs().compareTo(ONE_UNIT) <= 0;
            case MeasuredValue.Quantity(BigDecimal number) ->
                    number.subtract(threshold).abs().compareTo(smallestStep()) <= 0;
            case MeasuredValue.Done _,
                    MeasuredValue.NotDone _,
                    MeasuredValue.Day _,
                    MeasuredValue.NotApplicable _ ->
                    false;
        };
    }

    private BigDecimal smallestStep() {
        return ONE_UNIT.movePointLeft(measure.decimals());
    }

    private BigDecimal distance(BigDecimal amount, BigDecimal of, BigDecimal threshold) {
        return amount.subtract(Percent.valueAt(measure.kind(), threshold, of)).abs();
    }

    private Optional<Edge> edge(
            DistrictCode district, BigFraction weight, Condition.Comparison comparison) {
        BigFraction threshold = Exact.fraction(comparison.threshold());
        BigFraction number = ComparedNumber.of(measure.kind(), value).orElseThrow();
        boolean holds = comparison.operator().holdsFor(number.compareTo(threshold));
        if (holds && isTheWhole(number, threshold)) {
            return Optional.empty();
        }
        return sideAcross(comparison.operator(), holds)
                .map(side -> level(threshold, side))
                .filter(across -> across != score.level())
                .map(across ->
                        new Edge(
                                district,
                                score.indicator(),
                                score.level(),
                                across,
                                comparison,
                                number,
                                number.subtract(threshold).abs(),
                                units(comparison.threshold()),
                                weight.multiply(worth(across).subtract(worth(score.level())).abs())
                                        .divide(Exact.fraction(score.indicator().maxScore()))));
    }

    private BigFraction worth(int level) {
        return Exact.fraction(agreement.score(score.indicator(), level));
    }

    private Optional<BigFraction> units(BigDecimal threshold) {
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

    private boolean isTheWhole(BigFraction number, BigFraction threshold) {
        return (measure.isPartOfWhole() || measure.kind() == MeasureKind.REDUCTION)
                && number.equals(HUNDRED)
                && threshold.equals(HUNDRED);
    }

    /**
     * Where a number stands that has just crossed to the other side of a condition: −1 right below
     * the threshold, 0 on it, 1 right above it. Absent where "equal" holds, which has two.
     */
    private static Optional<Integer> sideAcross(Operator operator, boolean holds) {
        return switch (operator) {
            case AT_LEAST -> Optional.of(holds ? -1 : 0);
            case MORE_THAN -> Optional.of(holds ? 0 : 1);
            case AT_MOST -> Optional.of(holds ? 1 : 0);
            case LESS_THAN -> Optional.of(holds ? 0 : -1);
            case EQUAL_TO -> holds ? Optional.empty() : Optional.of(0);
        };
    }

    /** The level that a number on or right beside a threshold would give, all else as it is. */
    private int level(BigFraction threshold, int side) {
        int reached = 0;
        for (LevelCheck level : score.explanation().levels()) {
            boolean holds =
                    level.conditions().stream().allMatch(check -> holds(check, threshold, side));
            if (holds) {
                reached = level.level().number();
            } else if (score.indicator().ladder().value() == Ladder.CUMULATIVE) {
                break;
            }
        }
        return Math.max(reached, floor);
    }

    private boolean holds(ConditionCheck check, BigFraction threshold, int side) {
        if (check.condition() instanceof Condition.Comparison comparison
                && comparison.measure().equals(measure.id())) {
            int sign = threshold.compareTo(Exact.fraction(comparison.threshold()));
            return comparison.operator().holdsFor(sign == 0 ? side : sign);
        }
        return check.outcome() == Outcome.HOLDS;
    }
}
