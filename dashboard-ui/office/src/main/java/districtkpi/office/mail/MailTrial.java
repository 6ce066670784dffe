package districtkpi.office.mail;

import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.ReminderFailure;
import districtkpi.office.access.Permit;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sends an e-mail that says nothing, to see whether the mail server takes it. */
@Service
public class MailTrial {

    private final Mail mail;
    private final AuditTrail audit;
    private final Permit permit;
    private final Words thai;
    private final Words english;

    MailTrial(Mail mail, AuditTrail audit, Permit permit, Translations translations) {
        this.mail = mail;
        this.audit = audit;
        this.permit = permit;
        this.thai = new Words(translations, Translations.THAI, false);
        this.english = new Words(translations, Translations.ENGLISH, false);
    }

    /**
     * Sends it; this takes as long as the mail server does. The audit says that, and how it ended.
     *
     * @return why it was not sent; absent where the mail server took it
     * @throws districtkpi.office.refusal.Refused if whoever is signed in may not
     */
    public Optional<ReminderFailure> send(EmailAddress to) {
        permit.require(Permission.CHANGE_SETTINGS);
        Optional<ReminderFailure> failure =
                mail.send(
                        to,
                        inBoth("mail-trial.subject", " / "),
                        inBoth("mail-trial.body", "\n\n"),
                        "e-mail to try the mail server");
        audit.record(
                AuditAction.MAIL_TRIED,
                "mail server",
                Map.of(),
                Map.of("outcome", failure.map(ReminderFailure::key).orElse("sent")));
        return failure;
    }

    private String inBoth(String key, String between) {
        return thai.of(key) + between + english.of(key);
    }
}
