package districtkpi.db.outage;

import java.util.OptionalLong;

/**
 * The room that is left where the database writes. PostgreSQL that finds none ends in the middle of
 * what it does, so what is large stops before.
 */
@FunctionalInterface
public interface Room {

    /** Of a database on another machine, whose disk nobody here sees. */
    Room UNKNOWN = OptionalLong::empty;

    /** So much is left alone for what is small: sign-ins, drafts, the audit. */
    long RESERVE = 64L * 1024 * 1024;

    /** Bytes that may still be written; absent if nobody can say. */
    OptionalLong free();

    /**
     * Stops what is large, unless there is room.
     *
     * @throws NoRoomException if less than {@link #RESERVE} is left
     */
    default void require() {
        OptionalLong free = free();
        if (free.isPresent() && free.getAsLong() < RESERVE) {
            throw new NoRoomException(free.getAsLong());
        }
    }
}
