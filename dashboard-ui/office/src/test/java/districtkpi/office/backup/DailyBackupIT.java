package districtkpi.office.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupProgress;
import districtkpi.db.outage.Room;
import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyBackupIT {

    private static DatabaseContext database;

    @TempDir private Path data;

    private final Adjustable clock = new Adjustable();
    private final Chosen settings = new Chosen();
    private Backups backups;
    private DailyBackup daily;

    /** A clock that the test turns. */
    private static final class Adjustable extends Clock {

        private Instant now = bangkok("2026-11-29T09:00:00");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A folder like any other. */
    private record Place(Path folder) implements BackupPlace {

        @Override
        public void create() throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public Optional<Closeable> lock() {
            return Optional.of(() -> {});
        }

        @Override
        public String version() {
            return "1.0.0";
        }
    }

    /** Settings as built in, but for what the test sets. */
    private static final class Chosen implements Settings {

        private final Map<Setting<?>, Object> values = new HashMap<>();

        @Override
        @SuppressWarnings("unchecked") // Each value is put in beside the setting of its type.
        public <T> T get(Setting<T> setting) {
            return (T) Objects.requireNonNull(values.getOrDefault(setting, setting.builtIn()));
        }
    }

    @BeforeAll
    static void start() {
        database = new DatabaseContext();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void setUp() {
        database.clear();
        backups =
                new Backups(
                        database.get(DatabaseOwner.class),
                        new Place(data.resolve("backups")),
                        settings,
                        AuditTrail.ofOwner(database.get(DatabaseOwner.class).dataSource(), clock),
                        CurrentAccount.NOBODY,
                        new Permit(CurrentAccount.NOBODY),
                        Room.UNKNOWN,
                        clock);
        daily = new DailyBackup(backups, settings, clock);
    }

    private static Instant bangkok(String time) {
        return Instant.parse(time + "Z").minus(Duration.ofHours(7));
    }

    private void at(String time) throws InterruptedException {
        clock.now = bangkok(time);
        daily.makeIfDue();
        while (backups.run().filter(BackupRun::isRunning).isPresent()) {
            Thread.sleep(20);
        }
    }

    private List<String> names() {
        return backups.kept().stream().map(KeptBackup::name).toList();
    }

    @Test
    void isMadeAtItsHourOnceADayAndLaterWhereTheMachineWasOff() throws Exception {
        settings.values.put(Setting.BACKUP_HOUR, Optional.of(12));
        // The hour of yesterday is gone, and there is none since.
        at("2026-11-29T09:00:00");
        at("2026-11-29T09:05:00");
        at("2026-11-29T11:59:00");
        at("2026-11-29T12:01:00");
        at("2026-11-29T23:59:00");
        at("2026-11-30T08:00:00");
        // Off at noon of the 30th, and the whole first of December.
        at("2026-12-02T08:30:00");
        assertThat(names())
                .containsExactly(
                        "district-kpi-20261202-083000-daily.backup",
                        "district-kpi-20261129-120100-daily.backup",
                        "district-kpi-20261129-090000-daily.backup");
        assertThat(Backup.check(backups.kept().getFirst().file(), BackupProgress.NONE).contents())
                .satisfies(contents -> assertThat(contents.program()).isEqualTo("1.0.0"));
        AuditEntry last = RowScope.inProvince(backups::last).orElseThrow();
        assertThat(last.subject()).isEqualTo("backup district-kpi-20261202-083000-daily.backup");
        assertThat(last.after()).containsEntry("way", "daily").containsKey("sha256");
    }

    @Test
    void isNotMadeWhereNobodyWantsIt() throws Exception {
        settings.values.put(Setting.BACKUP_HOUR, Optional.empty());
        at("2026-11-29T12:01:00");
        assertThat(names()).isEmpty();
        assertThat(backups.isOld()).isTrue();
    }

    @Test
    void theOldestGoesOnceANewerOneWasReadBack() throws Exception {
        settings.values.put(Setting.BACKUPS_KEPT, 2);
        Files.createDirectories(backups.folder());
        Path other = Files.writeString(backups.folder().resolve("notes.txt"), "kept");
        Path asked =
                Files.writeString(
                        backups.folder().resolve("district-kpi-20200101-000000-asked.backup"), "x");
        Path unfinished =
                Files.writeString(
                        backups.folder()
                                .resolve("district-kpi-20200101-000000-daily.backup.unfinished"),
                        "half");
        for (int day = 10; day < 14; day++) {
            at("2026-12-" + day + "T12:30:00");
        }
        assertThat(names())
                .containsExactly(
                        "district-kpi-20261213-123000-daily.backup",
                        "district-kpi-20261212-123000-daily.backup",
                        "district-kpi-20200101-000000-asked.backup");
        assertThat(other).hasContent("kept");
        assertThat(asked).exists();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFailureIsSaidKeepsTheOldOnesAndIsTriedAgainAfterAnHour() throws Exception {
        settings.values.put(Setting.BACKUPS_KEPT, 1);
        at("2026-11-29T12:01:00");
        List<String> before = names();
        // In the place of the file lies a folder, which cannot be replaced.
        Path inTheWay =
                Files.createDirectories(
                        backups.folder().resolve("district-kpi-20261130-120100-daily.backup/x"));
        at("2026-11-30T12:01:00");
        assertThat(backups.run().orElseThrow().failure().orElseThrow().en())
                .contains("is there already and is no backup");
        assertThat(names()).isEqualTo(before);
        AuditEntry failure = RowScope.inProvince(backups::lastFailure).orElseThrow();
        assertThat(failure.after()).containsKeys("reason", "reason-th");
        at("2026-11-30T12:06:00");
        assertThat(names()).isEqualTo(before);
        at("2026-11-30T13:06:00");
        assertThat(names()).containsExactly("district-kpi-20261130-130600-daily.backup");
        assertThat(RowScope.inProvince(backups::lastFailure)).isEmpty();
        assertThat(inTheWay).exists();
    }

    @Test
    void isOldAfterTwoDays() throws Exception {
        assertThat(backups.isOld()).isTrue();
        at("2026-11-29T12:01:00");
        assertThat(backups.isOld()).isFalse();
        clock.now = bangkok("2026-12-01T12:00:00");
        assertThat(backups.isOld()).isFalse();
        clock.now = bangkok("2026-12-01T12:02:00");
        assertThat(backups.isOld()).isTrue();
    }

    @Test
    void nobodyWhoIsNotSignedInAsksForOneOrTakesOneAway() throws Exception {
        at("2026-11-29T12:01:00");
        KeptBackup kept = backups.kept().getFirst();
        assertThatThrownBy(backups::ask)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_YOURS");
        assertThatThrownBy(() -> backups.download(kept, OutputStream.nullOutputStream()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_YOURS");
        assertThatThrownBy(backups::findAll)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_YOURS");
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(backups.folder())) {
            return files.toList();
        }
    }
}
