package districtkpi.office.backup;

import districtkpi.domain.LocalizedText;
import java.time.Instant;
import java.util.Optional;

/** A backup that is being made, or how the last one ended. One thread makes it, any may look. */
public final class BackupRun {

    private final Instant startedAt;
    private volatile double share;
    private volatile boolean running = true;
    private volatile Optional<LocalizedText> failure = Optional.empty();

    BackupRun(Instant startedAt) {
        this.startedAt = startedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How much of the work is done, from 0 to 1. */
    public double share() {
        return share;
    }

    public boolean isRunning() {
        return running;
    }

    /** Why there is none; absent while it is being made, and once it is there. */
    public Optional<LocalizedText> failure() {
        return failure;
    }

    void reached(double reached) {
        share = reached;
    }

    void failed(LocalizedText why) {
        failure = Optional.of(why);
    }

    void ended() {
        running = false;
    }
}
