package districtkpi.scoring.plan;

import districtkpi.domain.agreement.IndicatorId;

/**
 * A level of an indicator.
 *
 * @param level 1 to the top level of the indicator
 */
public record LevelKey(IndicatorId indicator, int level) {}
