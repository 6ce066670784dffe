package districtkpi.db.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used, and why; the message says it in Thai and in English. */
public final class EmbeddedDatabaseException extends RuntimeException {

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    EmbeddedDatabaseException(String message) {
        this(message, null);
    }
}
