package districtkpi.office.backup;

import java.util.Locale;

/** Why a backup was made. */
public enum BackupKind {
    /** By the program itself, once a day. */
    DAILY,
    /** Because somebody asked for it on the page. */
    ASKED;

    /** The form in names of files and in the audit. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
