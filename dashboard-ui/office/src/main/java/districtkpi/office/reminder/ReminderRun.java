package districtkpi.office.reminder;

import districtkpi.db.register.ReminderFailure;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reminders of a round on their way, one after the other: how far they are. One thread sends them,
 * any may look.
 */
public final class ReminderRun {

    private final Instant startedAt;
    private final String by;
    private final int total;
    private volatile Progress progress = new Progress(List.of(), Map.of(), List.of());
    private volatile End end = End.NONE;

    /**
     * What became of reminders so far.
     *
     * @param notTried because the mail server failed before
     */
    public record Progress(
            List<DistrictCode> sent,
            Map<DistrictCode, ReminderFailure> failed,
            List<DistrictCode> notTried) {

        private Progress with(DistrictCode district, Optional<ReminderFailure> failure) {
            Map<DistrictCode, ReminderFailure> nextFailed = new LinkedHashMap<>(failed);
            List<DistrictCode> nextSent = new ArrayList<>(sent);
            failure.ifPresentOrElse(
                    why -> nextFailed.put(district, why), () -> nextSent.add(district));
            return new Progress(
                    List.copyOf(nextSent), Collections.unmodifiableMap(nextFailed), notTried);
        }

        private Progress without(DistrictCode district) {
            List<DistrictCode> next = new ArrayList<>(notTried);
            next.add(district);
            return new Progress(sent, failed, List.copyOf(next));
        }

        /** Whether anything was sent, or tried to be. */
        public boolean isEmpty() {
            return sent.isEmpty() && failed.isEmpty();
        }
    }

    private enum End {
        NONE,
        DONE,
        /** By a fault of the program or its database. */
        BROKEN
    }

    /**
     * @param by whose hand; empty where the program reminds by itself
     * @param total how many are to be sent
     */
    ReminderRun(Instant startedAt, String by, int total) {
        this.startedAt = startedAt;
        this.by = by;
        this.total = total;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public String by() {
        return by;
    }

    public int total() {
        return total;
    }

    public Progress progress() {
        return progress;
    }

    public boolean isRunning() {
        return end == End.NONE;
    }

    public boolean isBroken() {
        return end == End.BROKEN;
    }

    /** Once the mail server itself failed, the next would fare the same. */
    boolean isHopeless() {
        return progress.failed().values().stream().anyMatch(ReminderFailure::isOfTheServer);
    }

    void tried(DistrictCode district, Optional<ReminderFailure> failure) {
        progress = progress.with(district, failure);
    }

    void notTried(DistrictCode district) {
        progress = progress.without(district);
    }

    void done() {
        end = End.DONE;
    }

    void broke() {
        end = End.BROKEN;
    }
}
