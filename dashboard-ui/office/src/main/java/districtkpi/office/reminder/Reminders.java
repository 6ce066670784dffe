package districtkpi.office.reminder;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.Occasion;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.register.ReminderRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.Permit;
import districtkpi.office.mail.Mail;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.words.Translations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Service;

/**
 * Reminds districts by e-mail. Each reminder is written down before it is sent and once it is known
 * how that ended, so that a mail server that fails loses nothing and nobody gets an automatic one
 * twice. Of a round, no two lots are on their way at the same time.
 *
 * @see "Decision record 0035: the register of submissions"
 */
@Service
public class Reminders {

    private final Mail mail;
    private final FormAddress address;
    private final ReminderRuns runs;
    private final ReminderRepository reminders;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final CurrentAccount current;
    private final Permit permit;
    private final Translations translations;
    private final Clock clock;
    private final WriteTransaction writing;

    Reminders(
            Mail mail,
            FormAddress address,
            ReminderRuns runs,
            ReminderRepository reminders,
            RoundLock roundLock,
            AuditTrail audit,
            CurrentAccount current,
            Permit permit,
            Translations translations,
            Clock clock,
            WriteTransaction writing) {
        this.mail = mail;
        this.address = address;
        this.runs = runs;
        this.reminders = reminders;
        this.roundLock = roundLock;
        this.audit = audit;
        this.current = current;
        this.permit = permit;
        this.translations = translations;
        this.clock = clock;
        this.writing = writing;
    }

    /** Whether a mail server is configured, and where its mail comes from. */
    public boolean canSend() {
        return mail.canSend();
    }

    /** The text that a district would get. */
    public ReminderText text(Register register, Line line) {
        return ReminderText.of(
                register,
                line,
                address.record(register.round(), line.district().code()),
                translations);
    }

    /** The reminders of a round that are on their way, else the last ones. */
    public Optional<ReminderRun> findRun(RoundId round) {
        return runs.find(round);
    }

    /**
     * Begins to remind, by hand of whoever is signed in, districts that owe something and have an
     * address; {@link #findRun} says how far that is.
     *
     * @param lines as they are now
     * @return false if reminders of the round are on their way already; then nothing begins
     */
    public boolean begin(Register register, List<Line> lines) {
        permit.require(Permission.REGISTER);
        SignedIn who = current.get().orElseThrow();
        List<Line> due = due(lines);
        ReminderRun run = new ReminderRun(clock.instant(), who.name().value(), due.size());
        if (!runs.begin(register.round(), run)) {
            return false;
        }
        // Whoever asked for it is the one who does it.
        Thread.ofVirtual()
                .name("reminders of " + register.round())
                .start(
                        new DelegatingSecurityContextRunnable(
                                () -> send(run, register, due, Optional.empty())));
        return true;
    }

    /**
     * Reminds, by itself, those districts that were not reminded of the occasion yet.
     *
     * @return absent if reminders of the round are on their way already
     */
    Optional<ReminderRun> remind(Register register, List<Line> lines, Occasion occasion) {
        List<Line> due = due(lines);
        ReminderRun run = new ReminderRun(clock.instant(), "", due.size());
        if (!runs.begin(register.round(), run)) {
            return Optional.empty();
        }
        send(run, register, due, Optional.of(occasion));
        return Optional.of(run);
    }

    private static List<Line> due(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.entry().isToChase() && line.entry().address().isPresent())
                .toList();
    }

    /** One after the other; once the server itself fails, the others are not tried. */
    private void send(
            ReminderRun run, Register register, List<Line> due, Optional<Occasion> occasion) {
        runs.work(
                register.round(),
                run,
                () -> {
                    for (Line line : due) {
                        if (run.isHopeless()) {
                            run.notTried(line.district().code());
                        } else {
                            send(run, register, line, occasion);
                        }
                    }
                });
    }

    private void send(ReminderRun run, Register register, Line line, Optional<Occasion> occasion) {
        DistrictCode district = line.district().code();
        EmailAddress to = line.entry().address().orElseThrow();
        OptionalLong id = begin(register, district, to, occasion);
        if (id.isPresent()) {
            ReminderText text = text(register, line);
            Optional<ReminderFailure> failure =
                    mail.send(
                            to,
                            text.subject(),
                            text.body(),
                            "reminder of district %s in round %s"
                                    .formatted(district, register.round()));
            end(register, district, id.getAsLong(), failure);
            run.tried(district, failure);
        }
    }

    private OptionalLong begin(
            Register register,
            DistrictCode district,
            EmailAddress to,
            Optional<Occasion> occasion) {
        return writing.get(() -> {
            roundLock.lock(register.round());
            return reminders.begin(register.round(), district, to, occasion);
        });
    }

    private void end(
            Register register, DistrictCode district, long id, Optional<ReminderFailure> failure) {
        writing.run(() -> {
            failure.ifPresentOrElse(why -> reminders.failed(id, why), () -> reminders.sent(id));
            audit.record(
                    AuditAction.REMINDED,
                    "district %s of %s".formatted(district, register.round()),
                    Map.of(),
                    Map.of(
                            "reminder",
                            "" + id,
                            "outcome",
                            failure.map(ReminderFailure::key).orElse("sent")));
        });
    }
}
