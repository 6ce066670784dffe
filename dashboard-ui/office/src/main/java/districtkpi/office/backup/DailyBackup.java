package districtkpi.office.backup;

import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a backup each day, at the hour that is set; where the machine was off then, soon after it
 * is on again.
 */
@Component
class DailyBackup {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** So that a full disk is not tried every few minutes. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofHours(1);

    private final Backups backups;
    private final Settings settings;
    private final Clock clock;

    DailyBackup(Backups backups, Settings settings, Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    /** Not at once after a start, which has enough to do. */
    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void makeIfDue() {
        Instant now = clock.instant();
        Optional<Integer> hour = settings.get(Setting.BACKUP_HOUR);
        boolean pausing =
                backups.run()
                        .filter(run -> run.failure().isPresent())
                        .filter(run -> run.startedAt().isAfter(now.minus(PAUSE_AFTER_FAILURE)))
                        .isPresent();
        if (hour.isPresent() && !pausing && isDue(now, hour.get())) {
            backups.beginDaily();
        }
    }

    /** Whether none was made since the hour came last. */
    private boolean isDue(Instant now, int hour) {
        ZonedDateTime today = now.atZone(BANGKOK);
        ZonedDateTime due = today.toLocalDate().atTime(hour, 0).atZone(BANGKOK);
        Instant last = (due.isAfter(today) ? due.minusDays(1) : due).toInstant();
        return backups.kept().stream()
                .filter(kept -> kept.kind() == BackupKind.DAILY)
                .noneMatch(kept -> !kept.at().isBefore(last));
    }
}
