package districtkpi.domain.result;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;

/**
 * A level that somebody set in the place of the computed one. Never changed: it is withdrawn, or
 * another one is set.
 *
 * @param id ascending
 * @param level 0 to the top level of the indicator
 * @param reason never blank
 * @param by the name of the account; empty where the program did it
 */
public record LevelOverride(
        long id,
        DistrictCode district,
        IndicatorId indicator,
        int level,
        String reason,
        Instant at,
        String by) {}
