package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;

/** Files that bear out what was recorded. They are never deleted. */
public interface EvidenceRepository {

    /** All that counts in a round, the oldest first. */
    List<Evidence> findAll(RoundId round);

    /** All that counts of a district in a round, the oldest first. */
    List<Evidence> find(RoundId round, DistrictCode district);

    /** Withdrawn or not. */
    Optional<Evidence> find(long id);

    /** The bytes as they came. */
    Optional<byte[]> findContent(long id);

    /** Keeps a file from whoever is signed in. */
    long add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String file,
            EvidenceType type,
            byte[] content);

    /** Lets a file count no more; once more does nothing. */
    void withdraw(long id);
}
