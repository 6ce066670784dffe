package districtkpi.db.backup;

import districtkpi.domain.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A backup was not made, or not brought back, and why; the message says it in both languages. */
public final class BackupException extends RuntimeException {

    private final transient LocalizedText text;
    private final boolean notEmpty;

    private BackupException(
            String thai, String english, @Nullable Throwable cause, boolean notEmpty) {
        super(thai + System.lineSeparator() + english, cause);
        this.text = new LocalizedText(thai, english);
        this.notEmpty = notEmpty;
    }

    BackupException(String thai, String english, @Nullable Throwable cause) {
        this(thai, english, cause, false);
    }

    BackupException(String thai, String english) {
        this(thai, english, null);
    }

    /** What is wrong, and what to do. */
    public LocalizedText text() {
        return text;
    }

    static BackupException ofUsedDatabase(String thai, String english) {
        return new BackupException(thai, english, null, true);
    }

    /** Whether the database had something in it already, which is left as it was. */
    boolean notEmpty() {
        return notEmpty;
    }
}
