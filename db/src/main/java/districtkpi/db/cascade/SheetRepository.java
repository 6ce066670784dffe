package districtkpi.db.cascade;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The sheets of officers: drafts, which change, and what was handed over, which does not. */
public interface SheetRepository {

    /** What is being written for an officer, by indicator; empty where nothing is. */
    List<Assignment> findDraft(RoundId round, long officer);

    /** What is being written for the officers of a district, by officer. */
    Map<Long, List<Assignment>> findDrafts(RoundId round, DistrictCode district);

    /** All versions that were handed over to an officer in a round, the oldest first. */
    List<OfficerSheet> findAll(RoundId round, long officer);

    /** The newest version of each officer of a round who serves, by district and officer. */
    List<OfficerSheet> findInForce(RoundId round);

    /** The newest version of each officer of a district who serves, by officer. */
    List<OfficerSheet> findInForce(RoundId round, DistrictCode district);

    /** Puts an indicator into a draft, in place of what was said of it there. */
    void saveDraft(RoundId round, long officer, Assignment assignment);

    /** Takes an indicator out of a draft. */
    void removeDraft(RoundId round, long officer, IndicatorId indicator);

    /** Takes all indicators out of a draft. */
    void clearDraft(RoundId round, long officer);

    /**
     * Adds the next version of an officer's sheet, of whoever is signed in.
     *
     * @param officer with the post and name of now
     * @param agreementVersion of the round
     * @param assignments whose weights total 100
     * @return the version
     */
    int add(RoundId round, Officer officer, int agreementVersion, List<Assignment> assignments);

    /**
     * Records that an officer acknowledged a version.
     *
     * @param sheet the id of the version
     * @throws org.springframework.dao.DuplicateKeyException if that is recorded already
     */
    void acknowledge(long sheet, LocalDate on);
}
