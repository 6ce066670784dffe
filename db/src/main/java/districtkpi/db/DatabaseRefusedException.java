package districtkpi.db;

import districtkpi.domain.LocalizedText;

/**
 * The program cannot work with a database, and why; the message says it in Thai and in English, and
 * what to do. Nothing was changed.
 */
public final class DatabaseRefusedException extends RuntimeException {

    DatabaseRefusedException(LocalizedText text) {
        super(text.th() + System.lineSeparator() + text.en());
    }

    DatabaseRefusedException(LocalizedText text, Throwable cause) {
        super(text.th() + System.lineSeparator() + text.en(), cause);
    }
}
