package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.Collection;
import java.util.List;

/** What districts are writing. */
public interface DraftRepository {

    /** All that a district wrote and did not hand in. */
    List<Draft> find(RoundId round, DistrictCode district);

    /**
     * How many indicators of districts have something written that was not handed in.
     *
     * @param districts that are counted
     */
    long countIndicators(RoundId round, Collection<DistrictCode> districts);

    /**
     * Keeps what was typed.
     *
     * @param text at most 1,000 characters
     * @param version of what was in the field before; 0 where there was nothing
     */
    Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version);

    /** Deletes what was written for an indicator, once it is handed in. */
    void clear(RoundId round, DistrictCode district, IndicatorId indicator);

    /** What became of a text. */
    sealed interface Saving {

        /** It is kept. */
        record Saved(Draft draft) implements Saving {}

        /** Somebody else changed the field meanwhile, and nothing was overwritten. */
        record Conflict(Draft theirs) implements Saving {}
    }
}
