package districtkpi.scoring;

import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.scoring.Explanation.Outcome;
import java.util.List;
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
}
