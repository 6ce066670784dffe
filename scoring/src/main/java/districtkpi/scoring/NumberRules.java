package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.MeasureId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What the levels of an indicator, or the steps of a computed measure, ask of one computed measure;
 * what {@link MeasureRules} is for a recorded one.
 */
final class NumberRules {

    private final int allLevels;
    private final List<Clause> clauses = new ArrayList<>();
    private final NavigableSet<BigFraction> thresholds = new TreeSet<>();

    /** A threshold of one level, whose number is given as a set. */
    private record Clause(int level, Condition.Comparison condition, BigFraction threshold) {

        boolean holds(BigFraction number) {
            return condition.operator().holdsFor(number.compareTo(threshold));
        }
    }

    /**
     * @param levels the conditions of each level, on whatever measure
     * @throws IllegalArgumentException if a condition on it is no comparison of a number
     */
    NumberRules(MeasureId measure, List<List<Condition>> levels) {
        this.allLevels = MeasureRules.all(levels);
        for (int i = 0; i < levels.size(); i++) {
            for (Condition condition : levels.get(i)) {
                if (condition.measure().equals(measure)) {
                    if (!(condition instanceof Condition.Comparison comparison)) {
                        throw new IllegalArgumentException(
                                "Level " + (i + 1) + ": " + measure + " is a number");
                    }
                    BigFraction threshold = Exact.fraction(comparison.threshold());
                    clauses.add(new Clause(1 << i, comparison, threshold));
                    thresholds.add(threshold);
                }
            }
        }
    }

    /** Each set of levels that one of the numbers allows, and no other one. */
    Set<Integer> possible(NumberSet numbers) {
        return numbers.samples(thresholds).stream()
                .map(this::levelsAllowedBy)
                .collect(Collectors.toSet());
    }

    /** The levels whose conditions hold whichever of the numbers it becomes. */
    int levelsCertainWith(NumberSet numbers) {
        return possible(numbers).stream().reduce(allLevels, (a, b) -> a & b);
    }

    /** The levels whose conditions on this measure all hold. */
    int levelsAllowedBy(BigFraction number) {
        int levels = allLevels;
        for (Clause clause : clauses) {
            if (!clause.holds(number)) {
                levels &= ~clause.level();
            }
        }
        return levels;
    }
}
