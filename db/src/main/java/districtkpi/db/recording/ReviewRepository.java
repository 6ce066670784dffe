package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
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
}
