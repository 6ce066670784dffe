package districtkpi.db.publication;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.publication.Publication;
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

    /** Signs a revision off: while that holds, the database takes nothing into the round. */
    SignOff add(Publication publication);

    /**
     * Opens a round again.
     *
     * @param signOff that holds
     * @param reason shown beside the sign-off that it ends
     */
    SignOff end(SignOff signOff, String reason);
}
