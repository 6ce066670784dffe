package districtkpi.db.backup;

import districtkpi.db.text.DatabaseTexts;
import districtkpi.domain.LocalizedText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A backup was not made, or not brought back, and why; the message says it in both languages. */
public final class BackupException extends RuntimeException {

    private final transient LocalizedText text;
    private final boolean notEmpty;

    private BackupException(LocalizedText text, @Nullable Throwable cause, boolean notEmpty) {
        super(text.th() + System.lineSeparator() + text.en(), cause);
        this.text = text;
        this.notEmpty = notEmpty;
    }

    BackupException(LocalizedText text, @Nullable Throwable cause) {
        this(text, cause, false);
    }

    BackupException(LocalizedText text) {
        this(text, null);
    }

    /** For who may not write into a folder while another program does. */
    public static BackupException ofFolderInUse(Path folder) {
        return new BackupException(DatabaseTexts.text("backup.folder-in-use", folder));
    }

    /** What is wrong, and what to do. */
    public LocalizedText text() {
        return text;
    }

    static BackupException ofUsedDatabase(LocalizedText text) {
        return new BackupException(text, null, true);
    }

    /** Whether the database had something in it already, which is left as it was. */
    boolean notEmpty() {
        return notEmpty;
    }
}
