package districtkpi.db.round;

import districtkpi.domain.agreement.RoundId;

/** A round was never opened, or was withdrawn while somebody waited for it. */
public final class RoundGoneException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RoundGoneException(RoundId round) {
        super("Round " + round + " was not opened");
    }
}
