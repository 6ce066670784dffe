package districtkpi.ui.server;

import java.io.IOException;
import java.time.Duration;

/** Whoever is at the other end of a connection is waited for no longer. */
public final class TooSlowException extends IOException {

    TooSlowException(long bytes, Duration waited) {
        super("Only " + bytes + " bytes in " + waited.toSeconds() + " s");
    }
}
