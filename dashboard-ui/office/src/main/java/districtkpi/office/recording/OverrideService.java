package districtkpi.office.recording;

import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Lets whoever answers for an indicator set another level than the computed one. Each call is held
 * to what whoever is signed in may do, and throws {@link RecordingRefusedException} otherwise.
 */
public interface OverrideService {

    /**
     * Sets a level; the computed one stays beside it.
     *
     * @param shown what was shown; anything else refuses it
     * @param level one that the agreement gives
     * @param reason never blank, at most {@link ReasonText#MAX_LENGTH} characters
     */
    void set(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Shown shown,
            int level,
            String reason);

    /**
     * Withdraws what was set: the computed level counts again.
     *
     * @param shown what was shown; anything else refuses it
     * @param reason never blank, at most {@link ReasonText#MAX_LENGTH} characters
     */
    void withdraw(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            Shown shown,
            String reason);

    /**
     * What whoever decides looked at.
     *
     * @param override the id of the one in force, if any
     * @param computed the level that the figures give
     */
    record Shown(OptionalLong override, OptionalInt computed) {

        /** What a score shows. */
        public static Shown of(IndicatorScore score) {
            return new Shown(
                    score.overridden()
                            .map(overridden -> OptionalLong.of(overridden.override().id()))
                            .orElse(OptionalLong.empty()),
                    score.computed().countingLevel());
        }
    }
}
