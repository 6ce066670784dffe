package districtkpi.db;

/**
 * The program cannot work with a database, and why; the message says it in Thai and in English, and
 * what to do. Nothing was changed.
 */
public final class DatabaseRefusedException extends RuntimeException {

    DatabaseRefusedException(String thai, String english) {
        super(thai + System.lineSeparator() + english);
    }

    DatabaseRefusedException(String thai, String english, Throwable cause) {
        super(thai + System.lineSeparator() + english, cause);
    }
}
