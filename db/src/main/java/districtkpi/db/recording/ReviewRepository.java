package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The steps of the review; they are only ever added. */
public interface ReviewRepository {

    /** All steps of a round, the oldest first. */
    List<ReviewStep> findAll(RoundId round);

    /** All steps of a district in a round, the oldest first. */
    List<ReviewStep> find(RoundId round, DistrictCode district);

    /**
     * Adds a step of whoever is signed in, within a transaction that holds the lock of the round.
     *
     * @param note at most 1,000 characters; of a step that sends back never blank
     */
    void add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            ReviewAction action,
            String note,
            OptionalLong importId);

    /**
     * Adds that whoever is signed in handed an indicator in, like {@link #add}.
     *
     * @param handedIn what it was made of
     */
    void addHandedIn(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong importId,
            HandedIn handedIn);

    /**
     * Adds that whoever is signed in takes a step back, like {@link #add}.
     *
     * @param step the newest one in force of its indicator
     * @param note at most 1,000 characters; may be empty
     */
    void takeBack(RoundId round, ReviewStep step, String note);

    /** What stood in the fields of the form when it was handed in, by step. */
    Map<Long, Map<RecordingField, String>> findTexts(Collection<ReviewStep> handedIn);

    /**
     * What was handed in.
     *
     * @param broughtImport the import that it made; absent where there was nothing to take in
     * @param texts what stood in the fields, as it was typed
     */
    record HandedIn(OptionalLong broughtImport, Map<RecordingField, String> texts) {

        public HandedIn {
            texts = Map.copyOf(texts);
        }
    }
}
