package districtkpi.scoring;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The thresholds of an indicator as the knots of a line, for agreements that give a part of a step.
 *
 * <p>Between the thresholds <i>t</i> of level <i>n</i> and level <i>n</i> + 1 a result <i>x</i> is
 * worth <i>s<sub>n</sub> + (x − t<sub>n</sub>) ÷ (t<sub>n+1</sub> − t<sub>n</sub>) ×
 * (s<sub>n+1</sub> − s<sub>n</sub>)</i>, where <i>s</i> is what a level is worth. From 0 to the
 * threshold of level 1 it is the same with 0 as the threshold and as the worth of level 0, where
 * the agreement gives a part of that step, too.
 */
final class LinearLevels {

    private final List<BigFraction> thresholds;
    private final List<BigFraction> scores;
    private final BelowLevelOne belowLevelOne;

    private LinearLevels(
            List<BigFraction> thresholds, List<BigFraction> scores, BelowLevelOne belowLevelOne) {
        this.thresholds = List.copyOf(thresholds);
        this.scores = List.copyOf(scores);
        this.belowLevelOne = belowLevelOne;
    }

    /**
     * @throws IllegalArgumentException if the levels do not lie on one line: several measures that
     *     are not computed into one, a measure that is no number, a level with several conditions,
     *     or thresholds that do not all rise (≥, &gt;) or all fall (≤, &lt;); or if there is no
     *     line from 0 to the threshold of level 1, although one is agreed
     */
    static LinearLevels of(Indicator indicator, BelowLevelOne belowLevelOne) {
        MeasureId measure = indicator.level(1).conditions().getFirst().measure();
        boolean single =
                indicator.computedMeasure(measure).isPresent()
                        || (indicator.measures().size() == 1
                                && indicator.measures().getFirst().kind().isNumeric());
        if (!single) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ": only a single number is interpolated");
        }
        List<Condition.Comparison> comparisons = new ArrayList<>();
        for (Level level : indicator.levels()) {
            if (level.conditions().size() != 1
                    || !(level.conditions().getFirst() instanceof Condition.Comparison comparison)
                    || !comparison.measure().equals(measure)) {
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
        if (belowLevelOne.linear()
                && (direction(comparisons.getFirst().operator()) != 1
                        || comparisons.getFirst().threshold().signum() <= 0)) {
            throw new IllegalArgumentException(
                    "Indicator "
                            + indicator.id()
                            + ": no line leads from 0 up to the threshold of level 1");
        }
        return new LinearLevels(
                comparisons.stream()
                        .map(comparison -> Exact.fraction(comparison.threshold()))
                        .toList(),
                indicator.levels().stream().map(level -> Exact.fraction(level.score())).toList(),
                belowLevelOne);
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

    /** A number that reaches the end of the line below all thresholds, and 0. */
    BigFraction belowAll() {
        return Stream.concat(thresholds.stream(), Stream.of(BigFraction.ZERO))
                .min(BigFraction::compareTo)
                .orElseThrow()
                .subtract(BigFraction.ONE);
    }

    /** A number above all thresholds. */
    BigFraction aboveAll() {
        return thresholds.stream().max(BigFraction::compareTo).orElseThrow().add(BigFraction.ONE);
    }

    /**
     * The worth of the level that was reached, with its part of the step to the next one.
     *
     * @param level that the number reaches, 0 to the top one
     */
    BigFraction score(int level, BigFraction number) {
        if (level == thresholds.size()) {
            return scores.getLast();
        }
        if (level == 0) {
            return belowLevelOne(number);
        }
        BigFraction from = thresholds.get(level - 1);
        BigFraction worth = scores.get(level - 1);
        return part(number, from, thresholds.get(level))
                .multiply(scores.get(level).subtract(worth))
                .add(worth);
    }

    private BigFraction belowLevelOne(BigFraction number) {
        if (!belowLevelOne.linear()) {
            return Exact.fraction(belowLevelOne.score());
        }
        return number.compareTo(BigFraction.ZERO) <= 0
                ? BigFraction.ZERO
                : part(number, BigFraction.ZERO, thresholds.getFirst()).multiply(scores.getFirst());
    }

    private static BigFraction part(BigFraction number, BigFraction from, BigFraction to) {
        return number.subtract(from).divide(to.subtract(from));
    }
}
