package districtkpi.db.cascade;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.Map;

/** How far agreements were handed down, and what districts acknowledged of them. */
public interface CascadeRepository {

    /** Of every district that there is, asked for at once. */
    Map<DistrictCode, DistrictCascade> findAll(RoundId round);

    /** Of one district. */
    DistrictCascade find(RoundId round, DistrictCode district);

    /**
     * Records that a district acknowledged a version of the agreement, by whoever is signed in;
     * once more does nothing.
     */
    void acknowledge(RoundId round, int agreementVersion, DistrictCode district);
}
