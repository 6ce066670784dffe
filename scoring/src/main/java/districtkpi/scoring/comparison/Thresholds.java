package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.Explanation.Outcome;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.comparison.CliffWatch.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The thresholds of one measure, seen from the result of one district. */
final class Thresholds {

    private final Agreement agreement;
    private final IndicatorScore.WithLevel score;
    private final ComparedResult result;
    private final int floor;

    Thresholds(Agreement agreement, IndicatorScore.WithLevel score, ComparedResult result) {
        this.agreement = agreement;
        this.score = score;
        this.result = result;
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
                        && comparison.measure().equals(result.id())
                        && result.isNear(comparison.threshold())) {
                    edge(district, weight, comparison).ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    private Optional<Edge> edge(
            DistrictCode district, BigFraction weight, Condition.Comparison comparison) {
        BigFraction threshold = Exact.fraction(comparison.threshold());
        BigFraction number = result.number();
        boolean holds = comparison.operator().holdsFor(number.compareTo(threshold));
        if (holds && result.isWhole() && number.equals(threshold)) {
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
                                result.units(comparison.threshold()),
                                weight.multiply(worth(across).subtract(worth(score.level())).abs())
                                        .divide(Exact.fraction(score.indicator().maxScore()))));
    }

    private BigFraction worth(int level) {
        return Exact.fraction(agreement.score(score.indicator(), level));
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
                && comparison.measure().equals(result.id())) {
            int sign = threshold.compareTo(Exact.fraction(comparison.threshold()));
            return comparison.operator().holdsFor(sign == 0 ? side : sign);
        }
        return check.outcome() == Outcome.HOLDS;
    }
}
