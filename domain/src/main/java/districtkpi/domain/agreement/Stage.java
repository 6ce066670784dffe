package districtkpi.domain.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the levels of an indicator ask for until a day of the round, before their own thresholds
 * hold: targets that grow from quarter to quarter.
 *
 * @param until the last day on which it holds
 * @param targets in place of the thresholds of the levels that compare a number, one for each, from
 *     the lowest such level up. Measure and operator stay
 */
public record Stage(LocalDate until, List<BigDecimal> targets) {

    public Stage {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("A stage without targets, until " + until);
        }
    }
}
