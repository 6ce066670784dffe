package districtkpi.scoring;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.scoring.Explanation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a computed measure came to in one district.
 *
 * @param number exact; absent while a figure is missing that can still change it
 * @param min the lowest number that it can become; absent where nothing limits it
 * @param max the highest one, likewise
 * @param steps how each of its steps turned out, in their order; none where it has no steps
 */
public record ComputedFigure(
        ComputedMeasure measure,
        Optional<BigFraction> number,
        Optional<BigFraction> min,
        Optional<BigFraction> max,
        List<Outcome> steps) {

    public ComputedFigure {
        steps = List.copyOf(steps);
    }

    /**
     * What a computed measure of an indicator can become at all.
     *
     * @throws IllegalArgumentException if the indicator computes no such measure
     */
    public static ComputedFigure withoutFigures(Indicator indicator, MeasureId measure) {
        return rules(indicator, measure).figure(Map.of());
    }

    /**
     * Whether some figures meet a condition on a computed measure of an indicator.
     *
     * @throws IllegalArgumentException if the indicator computes no such measure
     */
    public static boolean canMeet(Indicator indicator, Condition.Comparison condition) {
        return rules(indicator, condition.measure()).possible(Map.of()).outcome(condition)
                != Outcome.FAILS;
    }

    private static ComputedRules rules(Indicator indicator, MeasureId measure) {
        return Optional.ofNullable(ComputedRules.of(indicator).get(measure))
                .orElseThrow(() ->
                        new IllegalArgumentException(indicator.key(measure) + " is not computed"));
    }
}
