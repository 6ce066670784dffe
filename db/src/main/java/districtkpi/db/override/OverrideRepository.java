package districtkpi.db.override;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import java.util.Collection;
import java.util.List;

/** The levels that somebody set; nothing of them is ever changed or deleted. */
public interface OverrideRepository {

    /** Those in force, in order: of an indicator the newest one, unless it was withdrawn. */
    List<LevelOverride> findInForce(RoundId round);

    /** Those that were in force when a revision was published, in order. */
    List<LevelOverride> findFrozen(long publicationId);

    /**
     * Sets a level as whoever is signed in, within a transaction that holds the lock of the round.
     * One that was set before is in force no more.
     *
     * @param level 0 to the top level of the indicator
     * @param reason never blank, at most 1,000 characters
     */
    void add(RoundId round, DistrictCode district, IndicatorId indicator, int level, String reason);

    /**
     * Withdraws one that is in force, within such a transaction.
     *
     * @param reason never blank, at most 1,000 characters
     */
    void withdraw(LevelOverride override, String reason);

    /** Keeps those of a revision, within the transaction that publishes it. */
    void freeze(long publicationId, Collection<LevelOverride> inForce);
}
