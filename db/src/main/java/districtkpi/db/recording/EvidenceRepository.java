package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Files and papers that bear out what was recorded. They are never deleted. */
public interface EvidenceRepository {

    /** All that counts in a round, the oldest first. */
    List<Evidence> findAll(RoundId round);

    /** All that counts of a district in a round, the oldest first. */
    List<Evidence> find(RoundId round, DistrictCode district);

    /** Withdrawn or not. */
    Optional<Evidence> find(long id);

    /** The bytes of a file as they came; absent for paper. */
    Optional<byte[]> findContent(long id);

    /** Keeps a file from whoever is signed in. */
    long add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String file,
            EvidenceType type,
            byte[] content);

    /**
     * Records what came on paper, by whoever is signed in.
     *
     * @param what it is; not blank
     * @param day on which the province received it
     */
    long addPaper(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String what,
            LocalDate day);

    /**
     * How often paper was recorded or withdrawn, so that what follows from each can be told apart.
     */
    int countPaperSteps(RoundId round, DistrictCode district, IndicatorId indicator);

    /** Lets a file or paper count no more; once more does nothing. */
    void withdraw(long id);
}
