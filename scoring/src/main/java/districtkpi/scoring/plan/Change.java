package districtkpi.scoring.plan;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.scoring.Distance;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What has to happen to one measure for a level.
 *
 * @param distance the furthest of all that the way asks of the measure: who trains 95 % of the
 *     households has trained 85 %
 * @param amount the change in what is compared with thresholds: percentage points of a share,
 *     growth or reduction, things of a count, below 0 where less is better; 1 for a step or a day
 * @param ladderSteps the same in steps of the indicator's own ladder, 0 or more: 1 from one
 *     threshold of the measure to the next, a part of it in proportion; 1 for a step or a day
 */
public record Change(
        MeasureKey measure, Distance distance, BigFraction amount, BigFraction ladderSteps) {}
