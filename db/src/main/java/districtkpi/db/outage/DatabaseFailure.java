package districtkpi.db.outage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that are nobody's fault in the program, and pass. */
public enum DatabaseFailure {

    /** The database cannot be reached, or ended while it was asked. */
    AWAY,

    /** There is no room left on a disk that something had to be written to. */
    FULL;

    /** Connections that cannot be made, or broke. */
    private static final String CONNECTION = "08";

    /** Ended by an administrator or by the crash of another session; starting or stopping. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05");

    private static final String DISK_FULL = "53100";

    /** What operating systems say: Java has no exception of its own for it. */
    private static final Set<String> NO_SPACE =
            Set.of("No space left on device", "not enough space on the disk", "quota exceeded");

    /** A chain of causes that is longer leads into itself. */
    private static final int MAX_DEPTH = 50;

    /** The failure behind an exception, however deep; absent for every other kind. */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        boolean away = false;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (isFull(cause)) {
                return Optional.of(FULL);
            }
            away |= isAway(cause);
            // A transaction that could not be rolled back either hides what happened first.
            for (Throwable hidden : cause.getSuppressed()) {
                if (isFull(hidden)) {
                    return Optional.of(FULL);
                }
            }
            cause = cause.getCause();
        }
        return away ? Optional.of(AWAY) : Optional.empty();
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof DatabaseAwayException
                || (cause instanceof SQLException sql && isAway(sql.getSQLState()));
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || ENDED.contains(state));
    }

    private static boolean isFull(Throwable cause) {
        if (cause instanceof NoRoomException) {
            return true;
        }
        if (cause instanceof SQLException sql) {
            return DISK_FULL.equals(sql.getSQLState());
        }
        String message = cause.getMessage();
        return cause instanceof IOException
                && message != null
                && NO_SPACE.stream().anyMatch(message::contains);
    }
}
