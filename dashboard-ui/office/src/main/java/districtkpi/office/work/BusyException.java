package districtkpi.office.work;

import java.time.Duration;

/** So much is being worked on that more was not begun. Nothing was stored. */
public final class BusyException extends RuntimeException {

    private final Duration retryAfter;

    BusyException(Duration retryAfter) {
        super("Too much work at once; retry after " + retryAfter.toSeconds() + " s");
        this.retryAfter = retryAfter;
    }

    /** When it is likely to be begun: whole seconds, at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
