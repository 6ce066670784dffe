package districtkpi.db.scoreboard;

import districtkpi.domain.agreement.RoundId;

/**
 * The scores in the database: derived from agreement and measurements, kept for queries across
 * rounds and for those who read the database directly.
 */
public interface ScoreRepository {

    /**
     * Replaces the stored scores of a round by those that the agreement in force, all its
     * measurements and the levels that somebody set give, whatever day they describe: so the same
     * figures give the same scores on whatever day they are rebuilt. Must run in a transaction of
     * the caller, after what it derives from was stored.
     *
     * @throws IllegalArgumentException if the round was not opened
     */
    void rebuild(RoundId round);
}
