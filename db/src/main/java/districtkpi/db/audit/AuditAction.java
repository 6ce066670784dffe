package districtkpi.db.audit;

import java.util.Locale;

/** What was done. */
public enum AuditAction {
    SIGNED_IN,
    /** With a wrong password, or as somebody who may not. */
    SIGN_IN_FAILED,
    /** A name was locked after too many failures. */
    LOCKED,
    UNLOCKED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /** By an administrator, for somebody else. */
    PASSWORD_RESET,
    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    SETTING_CHANGED,
    /** An e-mail was sent to try the mail server, or could not be. */
    MAIL_TRIED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    /** Results or an extract were taken in. */
    IMPORTED,
    /** An import was taken back. */
    UNDONE,
    /** A district handed an indicator in. */
    SUBMITTED,
    /** What a district handed in was accepted. */
    ACCEPTED,
    /** What a district handed in was sent back. */
    SENT_BACK,
    /** Handing in, accepting or sending back was a mistake. */
    TAKEN_BACK,
    /** A level was set in the place of the computed one. */
    OVERRIDDEN,
    OVERRIDE_WITHDRAWN,
    EVIDENCE_ADDED,
    /** Whoever answers for an indicator recorded evidence that came on paper. */
    PAPER_RECEIVED,
    EVIDENCE_WITHDRAWN,
    /** A district printed its report. */
    PRINTED,
    /** The province received a district's printed report. */
    RECEIVED,
    /** That it was received was a mistake. */
    RECEIPT_WITHDRAWN,
    /** The e-mail address of a district's office was changed. */
    ADDRESS_CHANGED,
    /** A district was reminded, or could not be. */
    REMINDED,
    OFFICER_ADDED,
    /** Renamed, retired, or back again. */
    OFFICER_CHANGED,
    /** A district acknowledged a version of the agreement. */
    AGREEMENT_ACKNOWLEDGED,
    /** An officer was given a sheet, or another version of it. */
    SHEET_HANDED_OVER,
    /** A district recorded that an officer acknowledged a sheet. */
    SHEET_ACKNOWLEDGED,
    /** The program made work of offices up, for the demonstration. */
    DEMONSTRATED,
    /** A round was opened, or a version was added to its agreement. */
    AGREED,
    /** A round that was opened by mistake was withdrawn, with all that there was of it. */
    ROUND_WITHDRAWN,
    /** A revision of a round was published. */
    PUBLISHED,
    /** Everything was written into a backup, which was read back. */
    BACKED_UP,
    /** A backup was to be made, and was not. */
    BACKUP_FAILED,
    /** Somebody took a backup away. */
    BACKUP_DOWNLOADED,
    /** A published revision was declared final. */
    SIGNED_OFF,
    /** A round that was signed off was opened for corrections. */
    REOPENED;

    /** The form in the database and in files, such as {@code sign-in-failed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static AuditAction parse(String key) {
        for (AuditAction action : values()) {
            if (action.key().equals(key)) {
                return action;
            }
        }
        throw new IllegalArgumentException("Not an action: " + key);
    }
}
