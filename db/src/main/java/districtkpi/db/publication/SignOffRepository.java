package districtkpi.db.publication;

import districtkpi.domain.agreement.RoundId;
import java.util.List;
import java.util.Optional;

/** Which rounds are final; what was signed off and opened again is never forgotten. */
public interface SignOffRepository {

    /** Those of a round, the newest first; at most the newest holds. */
    List<SignOff> findAll(RoundId round);

    /** The sign-off that closes a round; absent while it is open. */
    default Optional<SignOff> findHolding(RoundId round) {
        return findAll(round).stream().findFirst().filter(SignOff::holds);
    }

    /**
     * Signs the newest revision of a round off.
     *
     * @param shown the revision that was shown; where it is not the newest, nothing is signed off
     * @throws NotPublishableException if the figures of now are not what was published last, or the
     *     round is signed off already
     */
    SignOff signOff(RoundId round, int shown);

    /**
     * Opens a round again.
     *
     * @param shown the id of the sign-off that was shown; where another one holds, nothing is done
     * @param reason shown beside the sign-off that it ends
     * @throws NotPublishableException if the reason is missing, or the round is open
     */
    SignOff reopen(RoundId round, long shown, String reason);
}
