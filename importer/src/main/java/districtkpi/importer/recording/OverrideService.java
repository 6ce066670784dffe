package districtkpi.importer.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.OptionalLong;

/**
 * Lets whoever answers for an indicator set another level than the computed one. Each call is held
 * to what whoever is signed in may do, and throws {@link RecordingRefusedException} otherwise.
 */
public interface OverrideService {

    /**
     * Sets a level; the computed one stays beside it.
     *
     * @param shown the id of the override that was shown in force, if any; another one refuses it
     * @param level one that the agreement gives
     * @param reason never blank, at most {@link RecordingService#LONGEST_TEXT} characters
     */
    void set(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong shown,
            int level,
            String reason);

    /**
     * Withdraws what was set: the computed level counts again.
     *
     * @param shown the id of the override that was shown in force; another one refuses it
     * @param reason never blank, at most {@link RecordingService#LONGEST_TEXT} characters
     */
    void withdraw(
            RoundId round, DistrictCode district, IndicatorId indicator, long shown, String reason);
}
