package districtkpi.db.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used, and why; the message says it in Thai and in English. */
public final class EmbeddedDatabaseException extends RuntimeException {

    EmbeddedDatabaseException(String thai, String english, @Nullable Throwable cause) {
        super(thai + System.lineSeparator() + english, cause);
    }

    EmbeddedDatabaseException(String thai, String english) {
        this(thai, english, null);
    }
}
