package districtkpi.db.scoreboard;

import districtkpi.domain.agreement.RoundId;

/**
 * The scores in the database: derived from agreement and measurements, kept for queries across
 * rounds and for those who read the database directly.
 */
public interface ScoreRepository {

    /**
     * Replaces the stored scores of a round by those that its agreement and measurements give. Must
     * run in a transaction of the caller, after what it derives from was stored.
     */
    void rebuild(RoundId round);
}
