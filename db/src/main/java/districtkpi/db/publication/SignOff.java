package districtkpi.db.publication;

import districtkpi.domain.agreement.RoundId;
import java.time.Instant;
import java.util.Optional;

/**
 * The director's word that a published revision is final. While it holds, nothing comes into the
 * round.
 *
 * @param revision that was signed off
 * @param by the name of the account; empty if the program did it by itself
 * @param reopening absent while the sign-off holds
 */
public record SignOff(
        long id,
        RoundId round,
        int revision,
        Instant at,
        String by,
        Optional<Reopening> reopening) {

    /**
     * The end of a sign-off, so that something can be corrected.
     *
     * @param reason never blank
     */
    public record Reopening(Instant at, String by, String reason) {}

    /** Whether the round is closed by it. */
    public boolean holds() {
        return reopening.isEmpty();
    }
}
