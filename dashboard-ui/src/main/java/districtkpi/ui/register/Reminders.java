package districtkpi.ui.register;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.Occasion;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.register.ReminderRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.register.Register.Line;
import districtkpi.ui.words.Translations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds districts by e-mail. Each reminder is written down before it is sent and once it is known
 * how that ended, so that a mail server that fails loses nothing and nobody gets an automatic one
 * twice.
 *
 * @see "Decision record 0035: the register of submissions"
 */
@Service
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final Optional<EmailAddress> from;
    private final boolean hasServer;
    private final ReminderRepository reminders;
    private final RoundLock roundLock;
    private final AuditTrail audit;
    private final CurrentAccount current;
    private final Translations translations;
    private final TransactionTemplate writing;

    Reminders(
            ObjectProvider<JavaMailSender> mail,
            ReminderSettings settings,
            Environment environment,
            ReminderRepository reminders,
            RoundLock roundLock,
            AuditTrail audit,
            CurrentAccount current,
            Translations translations,
            PlatformTransactionManager transactions) {
        this.mail = mail;
        this.from = sender(settings);
        this.hasServer = !environment.getProperty("spring.mail.host", "").isBlank();
        this.reminders = reminders;
        this.roundLock = roundLock;
        this.audit = audit;
        this.current = current;
        this.translations = translations;
        this.writing = new TransactionTemplate(transactions);
        // What others sent while this waited for the round has to be seen.
        this.writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** What became of reminders. */
    record Result(
            List<DistrictCode> sent,
            Map<DistrictCode, ReminderFailure> failed,
            List<DistrictCode> notTried) {}

    private static Optional<EmailAddress> sender(ReminderSettings settings) {
        if (settings.from().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EmailAddress.of(settings.from()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "DISTRICT_KPI_MAIL_FROM is no e-mail address: " + settings.from(), e);
        }
    }

    /** Whether a mail server is configured, and where its mail comes from. */
    boolean canSend() {
        return hasServer && from.isPresent();
    }

    /** The text that a district would get. */
    ReminderText text(Register register, Line line) {
        return ReminderText.of(register, line, translations);
    }

    /**
     * Reminds, by hand of whoever is signed in, districts that owe something and have an address.
     *
     * @param lines as they are now
     */
    Result remind(Register register, List<Line> lines) {
        if (current.get().filter(who -> who.may(Permission.REGISTER)).isEmpty()) {
            throw new AccessDeniedException("Not permitted to remind");
        }
        return send(register, lines, Optional.empty());
    }

    /** Reminds, by itself, those districts that were not reminded of the occasion yet. */
    Result remind(Register register, List<Line> lines, Occasion occasion) {
        return send(register, lines, Optional.of(occasion));
    }

    /** One after the other; once the server itself fails, the others are not tried. */
    private Result send(Register register, List<Line> lines, Optional<Occasion> occasion) {
        List<DistrictCode> sent = new ArrayList<>();
        Map<DistrictCode, ReminderFailure> failed = new LinkedHashMap<>();
        List<DistrictCode> notTried = new ArrayList<>();
        for (Line line : lines) {
            Optional<EmailAddress> address = line.entry().address();
            if (!line.entry().isToChase() || address.isEmpty()) {
                continue;
            }
            DistrictCode district = line.district().code();
            if (failed.values().stream().anyMatch(ReminderFailure::isOfTheServer)) {
                notTried.add(district);
                continue;
            }
            OptionalLong id = begin(register, district, address.get(), occasion);
            if (id.isPresent()) {
                Optional<ReminderFailure> failure = send(register, line, address.get());
                end(register, district, id.getAsLong(), failure);
                failure.ifPresentOrElse(why -> failed.put(district, why), () -> sent.add(district));
            }
        }
        return new Result(List.copyOf(sent), failed, List.copyOf(notTried));
    }

    private OptionalLong begin(
            Register register,
            DistrictCode district,
            EmailAddress address,
            Optional<Occasion> occasion) {
        return Objects.requireNonNull(
                writing.execute(_ -> {
                    roundLock.lock(register.round());
                    return reminders.begin(register.round(), district, address, occasion);
                }));
    }

    private Optional<ReminderFailure> send(Register register, Line line, EmailAddress address) {
        ReminderText text = text(register, line);
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from.orElseThrow().value());
        message.setTo(address.value());
        message.setSubject(text.subject());
        message.setText(text.body());
        try {
            mail.getObject().send(message);
            return Optional.empty();
        } catch (MailException e) {
            ReminderFailure failure = MailFailure.of(e);
            // What the server said stays out of the log: it may repeat what it was told.
            log.warn(
                    "District {} was not reminded of round {}: {} ({})",
                    line.district().code(),
                    register.round(),
                    failure.key(),
                    MailFailure.cause(e));
            return Optional.of(failure);
        }
    }

    private void end(
            Register register, DistrictCode district, long id, Optional<ReminderFailure> failure) {
        writing.executeWithoutResult(_ -> {
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
