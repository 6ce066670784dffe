package districtkpi.office.backup;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupProgress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A backup that somebody made on the server, while the program runs or not: whoever has the server
 * has everything, and is asked for no permission.
 *
 * @param unrecorded why it does not stand in the audit, from which the page of backups tells how
 *     old the last one is; the backup is there all the same
 */
public record ServerBackup(Backup backup, Optional<RuntimeException> unrecorded) {

    /**
     * Writes everything into one file and reads it back.
     *
     * @param version of the program
     * @throws districtkpi.db.backup.BackupException if it cannot be made
     */
    public static ServerBackup write(DatabaseOwner owner, Path file, String version, Clock clock) {
        Backup backup = Backup.write(owner.dataSource(), file, version, clock, BackupProgress.NONE);
        Map<String, String> after = new TreeMap<>(backup.facts());
        after.put("way", "server");
        try {
            AuditTrail.ofOwner(owner.dataSource(), clock)
                    .recordOf(null, AuditAction.BACKED_UP, backup.subject(), after);
            return new ServerBackup(backup, Optional.empty());
        } catch (RuntimeException e) {
            return new ServerBackup(backup, Optional.of(e));
        }
    }
}
