package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The thresholds of an indicator as the knots of a line, for agreements that give a part of a step.
 *
 * <p>Between the thresholds <i>t</i> of level <i>n</i> and level <i>n</i> + 1 a result <i>x</i> is
 * worth <i>n + (x − t<sub>n</sub>) ÷ (t<sub>n+1</sub> − t<sub>n</sub>)</i>.
 */
final class LinearLevels {

    private final MeasureKind kind;
    private final List<BigFraction> knots;

    private LinearLevels(MeasureKind kind, List<BigFraction> knots) {
        this.kind = kind;
        this.knots = List.copyOf(knots);
    }

    /**
     * @throws IllegalArgumentException if the levels do not lie on one line: several measures, a
     *     measure that is no number, a level with several conditions, or thresholds that do not all
     *     rise (≥, &gt;) or all fall (≤, &lt;)
     */
    static LinearLevels of(Indicator indicator) {
        if (indicator.measures().size() != 1
                || !indicator.measures().getFirst().kind().isNumeric()) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ": only a single number is interpolated");
        }
        List<Condition.Comparison> comparisons = new ArrayList<>();
        for (Level level : indicator.levels()) {
            if (level.conditions().size() != 1
                    || !(level.conditions().getFirst()
                            instanceof Condition.Comparison comparison)) {
                throw new IllegalArgumentException(
                        "Indicator "
                                + indicator.id()
                                + ": level "
                                + level.number()
                                + " has no single threshold to interpolate from");
            }
            comparisons.add(comparison);
        }
        if (!lieOnOneLine(comparisons)) {
            throw new IllegalArgumentException(
                    "Indicator "
                            + indicator.id()
                            + ": thresholds that are interpolated all rise or all fall");
        }
        return new LinearLevels(
                indicator.measures().getFirst().kind(),
                comparisons.stream()
                        .map(comparison -> Exact.fraction(comparison.threshold()))
                        .toList());
    }

    private static boolean lieOnOneLine(List<Condition.Comparison> comparisons) {
        int direction = direction(comparisons.getFirst().operator());
        for (int i = 1; i < comparisons.size(); i++) {
            int step = comparisons.get(i).threshold().compareTo(comparisons.get(i - 1).threshold());
            if (direction(comparisons.get(i).operator()) != direction
                    || Integer.signum(step) != direction) {
                return false;
            }
        }
        return direction != 0;
    }

    /** 1 where more is better, −1 where less is better, 0 where neither. */
    private static int direction(Operator operator) {
        return switch (operator) {
            case AT_LEAST, MORE_THAN -> 1;
            case AT_MOST, LESS_THAN -> -1;
            case EQUAL_TO -> 0;
        };
    }

    /**
     * The level with its part of the step to the next one.
     *
     * @param level that the value reaches, 1–5
     */
    BigFraction levelScore(int level, MeasuredValue value) {
        if (level == Indicator.TOP_LEVEL) {
            return BigFraction.of(level);
        }
        BigFraction number = ComparedNumber.of(kind, value).orElseThrow();
        BigFraction from = knots.get(level - 1);
        BigFraction to = knots.get(level);
        return number.subtract(from).divide(to.subtract(from)).add(level);
    }
}
