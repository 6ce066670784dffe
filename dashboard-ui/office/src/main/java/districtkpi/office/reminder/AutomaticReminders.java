package districtkpi.office.reminder;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.register.Occasion;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.scope.RowScope;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.place.District;
import districtkpi.office.register.Register;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds on the days that are set, in the office's hours; rounds that are made up, or closed by a
 * sign-off, it leaves alone.
 */
@Component
public class AutomaticReminders {

    private static final Logger log = LoggerFactory.getLogger(AutomaticReminders.class);

    private final Settings settings;
    private final Reminders reminders;
    private final AgreementRepository agreements;
    private final ScoreboardQuery scoreboards;
    private final RegisterQuery query;
    private final SignOffRepository signOffs;
    private final Clock clock;

    AutomaticReminders(
            Settings settings,
            Reminders reminders,
            AgreementRepository agreements,
            ScoreboardQuery scoreboards,
            RegisterQuery query,
            SignOffRepository signOffs,
            Clock clock) {
        this.settings = settings;
        this.reminders = reminders;
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.query = query;
        this.signOffs = signOffs;
        this.clock = clock;
    }

    /** Each hour, so that what a mail server refused is tried again soon. */
    @Scheduled(cron = "0 0 8-16 * * *", zone = "Asia/Bangkok")
    public void remind() {
        List<Integer> days = settings.get(Setting.REMINDER_DAYS);
        if (days.isEmpty()) {
            return;
        }
        if (!reminders.canSend()) {
            log.warn(
                    "Nobody is reminded: days of reminders are set, but not both SPRING_MAIL_HOST"
                            + " and the address that reminders come from");
            return;
        }
        RowScope.inProvince(() -> remindAll(days));
    }

    private void remindAll(List<Integer> days) {
        LocalDate today = Deadline.dayOf(clock.instant());
        for (StoredAgreement stored : agreements.findAllInForce()) {
            Agreement agreement = stored.agreement();
            Optional<Deadline> deadline = agreement.submissionDeadline();
            deadline.flatMap(last -> ReminderDays.due(days, last, today))
                    .flatMap(offset ->
                            deadline.map(last -> new Occasion(last.day(), offset.intValue())))
                    .ifPresent(occasion -> remind(agreement, today, occasion));
        }
    }

    private void remind(Agreement agreement, LocalDate today, Occasion occasion) {
        Scoreboard board = scoreboards.find(agreement.round()).orElseThrow();
        if (board.demonstration() || signOffs.findHolding(agreement.round()).isPresent()) {
            return;
        }
        Register register =
                Register.of(
                        board,
                        today,
                        query.find(
                                agreement,
                                board.districts().stream().map(District::code).toList()));
        reminders
                .remind(register, register.lines(), occasion)
                .map(ReminderRun::progress)
                .filter(progress -> !progress.isEmpty())
                .ifPresent(progress ->
                        log.info(
                                "Reminded {} districts of round {}; {} failed, {} were not tried",
                                progress.sent().size(),
                                agreement.round(),
                                progress.failed().size(),
                                progress.notTried().size()));
    }
}
