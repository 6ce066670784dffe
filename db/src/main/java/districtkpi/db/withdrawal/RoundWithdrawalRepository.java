package districtkpi.db.withdrawal;

import districtkpi.domain.agreement.RoundId;
import java.util.Optional;

/** Rounds as a whole. */
public interface RoundWithdrawalRepository {

    /** What there is of a round; absent if it is not there. */
    Optional<RoundContents> find(RoundId round);

    /**
     * Waits for everybody who works in a round, and holds it until the caller's transaction ends.
     *
     * @return false if it is not there, or not any more
     */
    boolean lockToWithdraw(RoundId round);

    /**
     * Deletes a round with all that there is of it. The database itself refuses that for one that
     * was published, for the only one, and for one that shares files in force with others.
     */
    void withdraw(RoundId round);

    /** Whether a round was ever withdrawn. */
    boolean wasWithdrawn(RoundId round);
}
