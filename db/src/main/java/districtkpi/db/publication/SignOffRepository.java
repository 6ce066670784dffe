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
     * @throws NotPublishableException if the figures of now are not what was published last, or the
     *     round is signed off already
     */
    SignOff signOff(RoundId round);

    /**
     * Opens a round again.
     *
     * @param reason shown beside the sign-off that it ends
     * @throws NotPublishableException if the reason is missing, or the round is open
     */
    SignOff reopen(RoundId round, String reason);
}
