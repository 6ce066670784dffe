package districtkpi.db.agreement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import java.util.List;
import java.util.Optional;

/** The agreements of all rounds; a version is never changed. */
public interface AgreementRepository {

    /** The agreement in force for each round, newest round first. */
    List<StoredAgreement> findAllInForce();

    /** The agreement in force for a round; absent if no such round was opened. */
    Optional<StoredAgreement> findInForce(RoundId round);

    /** A version of a round's agreement; absent if there is no such version. */
    Optional<StoredAgreement> find(RoundId round, int version);

    /**
     * Opens the round, or adds a version to it. Must run in a transaction of the caller.
     *
     * @param agreement what the document says
     */
    StoredAgreement add(Agreement agreement, String file, String document, String sha256);
}
