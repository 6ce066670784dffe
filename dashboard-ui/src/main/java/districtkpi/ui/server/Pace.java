package districtkpi.ui.server;

import java.time.Duration;

/**
 * Whether whoever is at the other end of a connection sends or reads fast enough to be waited for.
 * Only the time counts in which the program waits. Not safe for use by several threads.
 */
public final class Pace {

    /** A line of the slowest kind manages twice that. */
    static final long MIN_BYTES_PER_SECOND = 1024;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Duration patience;
    private long waitedNanos;
    private long bytes;

    /**
     * @param patience how long is waited whatever comes
     */
    public Pace(Duration patience) {
        this.patience = patience;
    }

    /** Begins anew, with another request. */
    public void restart() {
        waitedNanos = 0;
        bytes = 0;
    }

    /**
     * Counts what came or went.
     *
     * @param nanos that were waited for it
     * @throws TooSlowException if that is too slow so far
     */
    public void moved(long count, long nanos) throws TooSlowException {
        bytes += Math.max(0, count);
        waitedNanos += nanos;
        if (waitedNanos > patience.toNanos()
                && bytes < waitedNanos / NANOS_PER_SECOND * MIN_BYTES_PER_SECOND) {
            throw new TooSlowException(bytes, Duration.ofNanos(waitedNanos));
        }
    }
}
