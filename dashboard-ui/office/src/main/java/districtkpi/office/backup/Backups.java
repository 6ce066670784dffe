package districtkpi.office.backup;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupException;
import districtkpi.db.backup.BackupProgress;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.db.outage.Room;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.LocalizedText;
import districtkpi.office.access.Permit;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;

/**
 * The backups of this program: makes one at a time, keeps the newest of each kind, and hands them
 * out to who may have everything.
 */
@Service
public class Backups implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    /** After which a backup is old: a day on which none could be made is no reason to worry. */
    public static final Duration OLD = Duration.ofDays(2);

    /** For the room that is left, of which some is kept. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final DatabaseOwner owner;
    private final BackupPlace place;
    private final Settings settings;
    private final AuditTrail audit;
    private final CurrentAccount current;
    private final Permit permit;
    private final Room room;
    private final Clock clock;
    private final AtomicReference<@Nullable BackupRun> newest = new AtomicReference<>();
    private volatile boolean stopping;

    Backups(
            DatabaseOwner owner,
            BackupPlace place,
            Settings settings,
            AuditTrail audit,
            CurrentAccount current,
            Permit permit,
            Room room,
            Clock clock) {
        this.owner = owner;
        this.place = place;
        this.settings = settings;
        this.audit = audit;
        this.current = current;
        this.permit = permit;
        this.room = room;
        this.clock = clock;
    }

    /** In which they lie. */
    public Path folder() {
        return place.folder();
    }

    /** The one that is being made, else the last one since the program was started. */
    public Optional<BackupRun> run() {
        return Optional.ofNullable(newest.get());
    }

    /**
     * Begins to make one because somebody asks for it.
     *
     * @return whether it was begun; not while another one is being made
     * @throws districtkpi.office.refusal.Refused if whoever is signed in may not
     */
    public boolean ask() {
        permit.require(Permission.BACK_UP);
        return begin(BackupKind.ASKED, current.get().orElseThrow()).isPresent();
    }

    /**
     * Begins to make the daily one, as the program does by itself; absent while another one is
     * being made.
     */
    public Optional<BackupRun> beginDaily() {
        return begin(BackupKind.DAILY, null);
    }

    private Optional<BackupRun> begin(BackupKind kind, @Nullable SignedIn who) {
        BackupRun before = newest.get();
        BackupRun run = new BackupRun(clock.instant());
        if ((before != null && before.isRunning()) || !newest.compareAndSet(before, run)) {
            return Optional.empty();
        }
        Thread.ofPlatform()
                .daemon()
                .name("backup")
                .start(() -> RowScope.inProvince(() -> make(run, kind, who)));
        return Optional.of(run);
    }

    private void make(BackupRun run, BackupKind kind, @Nullable SignedIn who) {
        String name = KeptBackup.name(run.startedAt(), kind);
        try {
            place.create();
            try (Closeable _ =
                    place.lock().orElseThrow(() -> BackupException.ofFolderInUse(folder()))) {
                removeUnfinished();
                Backup backup =
                        Backup.write(
                                owner.dataSource(),
                                folder().resolve(name),
                                place.version(),
                                clock,
                                whileThereIsRoom(run));
                Map<String, String> after = new TreeMap<>(backup.facts());
                after.put("way", kind.key());
                audit.recordOf(who, AuditAction.BACKED_UP, backup.subject(), after);
                removeOld(kind);
            }
        } catch (BackupException e) {
            fail(run, name, who, e.text(), e);
        } catch (IOException | RuntimeException e) {
            fail(run, name, who, new LocalizedText(String.valueOf(e), String.valueOf(e)), e);
        } finally {
            run.ended();
        }
    }

    private void fail(
            BackupRun run,
            String name,
            @Nullable SignedIn who,
            LocalizedText why,
            Exception failure) {
        run.failed(why);
        if (stopping) {
            return;
        }
        warn("No backup was made: " + why.en(), failure);
        try {
            audit.recordOf(
                    who,
                    AuditAction.BACKUP_FAILED,
                    "backup " + name,
                    Map.of("reason", why.en(), "reason-th", why.th()));
        } catch (RuntimeException e) {
            warn("That no backup was made could not be written into the audit", e);
        }
    }

    /** In one line where it is nobody's fault and passes. */
    private static void warn(String what, Exception failure) {
        if (DatabaseFailure.of(failure).isPresent()) {
            log.error("{}", what);
        } else {
            log.error("{}", what, failure);
        }
    }

    /** The file lies where the database writes, which is not to end for want of room. */
    private BackupProgress whileThereIsRoom(BackupRun run) {
        return new BackupProgress() {
            private long looked = System.nanoTime() - BETWEEN_LOOKS.toNanos();

            @Override
            public void reached(double share) {
                long now = System.nanoTime();
                if (now - looked >= BETWEEN_LOOKS.toNanos()) {
                    looked = now;
                    room.require();
                }
                run.reached(share);
            }
        };
    }

    /** Clears what a program that was killed had begun, unless another one is at work there. */
    @Override
    public void afterPropertiesSet() {
        if (!Files.isDirectory(folder())) {
            return;
        }
        try (Closeable lock = place.lock().orElse(null)) {
            if (lock != null) {
                removeUnfinished();
            }
        } catch (IOException e) {
            log.warn("The folder {} could not be locked", folder(), e);
        }
    }

    /** Other files are left alone. */
    private void removeUnfinished() {
        try {
            for (Path file : KeptBackup.unfinishedIn(folder())) {
                Files.deleteIfExists(file);
                log.info("Removed a backup that a killed program had begun: {}", file);
            }
        } catch (IOException e) {
            log.warn("What a killed program left in {} could not be removed", folder(), e);
        }
    }

    /** Only now that a newer one was read back. */
    private void removeOld(BackupKind kind) throws IOException {
        for (KeptBackup old :
                kept().stream()
                        .filter(kept -> kept.kind() == kind)
                        .skip(settings.get(Setting.BACKUPS_KEPT))
                        .toList()) {
            Files.deleteIfExists(old.file());
            log.info("Removed the old backup {}", old.name());
        }
    }

    /**
     * Those that are kept, the newest first.
     *
     * @throws districtkpi.office.refusal.Refused if whoever is signed in may not
     */
    public List<KeptBackup> findAll() {
        permit.require(Permission.BACK_UP);
        return kept();
    }

    /** Those that are kept, the newest first. */
    List<KeptBackup> kept() {
        try {
            return KeptBackup.findIn(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest backup that was made of this database, wherever it is; on the server too. */
    public Optional<AuditEntry> last() {
        return newestEntry(AuditAction.BACKED_UP);
    }

    /** The newest attempt that failed, unless a backup was made since. */
    public Optional<AuditEntry> lastFailure() {
        long made = last().map(AuditEntry::id).orElse(0L);
        return newestEntry(AuditAction.BACKUP_FAILED).filter(failure -> failure.id() > made);
    }

    /** Whether there is none, or only an old one. */
    public boolean isOld() {
        Instant limit = clock.instant().minus(OLD);
        return last().filter(entry -> entry.happenedAt().isAfter(limit)).isEmpty();
    }

    private Optional<AuditEntry> newestEntry(AuditAction action) {
        return audit.findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    /**
     * Hands a backup out, piece by piece.
     *
     * @throws districtkpi.office.refusal.Refused if whoever is signed in may not
     */
    public void download(KeptBackup backup, OutputStream target) throws IOException {
        permit.require(Permission.BACK_UP);
        audit.record(AuditAction.BACKUP_DOWNLOADED, "backup " + backup.name(), Map.of(), Map.of());
        Files.copy(backup.file(), target);
    }

    /** One that is under way ends with the program and leaves nothing behind. */
    @Override
    public void destroy() {
        stopping = true;
    }
}
