package districtkpi.office.reminder;

import districtkpi.domain.agreement.RoundId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The reminders that are on their way, at most once for each round, and how the last ones ended.
 * Whoever comes back to the page finds them here; a restart of the program forgets them, but not
 * what the register says of each.
 */
@Component
class ReminderRuns {

    private final Map<RoundId, ReminderRun> running = new ConcurrentHashMap<>();
    private final Map<RoundId, ReminderRun> ended = new ConcurrentHashMap<>();

    /** Those on their way, else the last ones that sent, or tried to send, anything. */
    Optional<ReminderRun> find(RoundId round) {
        return Optional.ofNullable(running.get(round))
                .or(() -> Optional.ofNullable(ended.get(round)));
    }

    /** Whether the round's reminders may go: not while others of it are on their way. */
    boolean begin(RoundId round, ReminderRun run) {
        return running.putIfAbsent(round, run) == null;
    }

    /**
     * Does the work of reminders that {@linkplain #begin may go}, and lets the next ones go.
     *
     * @throws RuntimeException that the work throws
     */
    void work(RoundId round, ReminderRun run, Runnable work) {
        try {
            work.run();
            run.done();
        } finally {
            if (run.isRunning()) {
                run.broke();
            }
            if (run.isBroken() || !run.by().isEmpty() || !run.progress().isEmpty()) {
                ended.put(round, run);
            }
            running.remove(round, run);
        }
    }
}
