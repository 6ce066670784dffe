package districtkpi.db.cascade;

import java.time.Instant;

/**
 * That a district acknowledged a version of a round's agreement.
 *
 * @param by the name of the account; empty where there was none
 */
public record AgreementAcknowledgement(int version, Instant at, String by) {}
