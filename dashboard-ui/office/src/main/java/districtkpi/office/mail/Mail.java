package districtkpi.office.mail;

import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.ReminderFailure;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends e-mails through the mail server that the program was started with, where it has one. */
@Component
public class Mail {

    private static final Logger log = LoggerFactory.getLogger(Mail.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final Settings settings;
    private final String server;

    Mail(ObjectProvider<JavaMailSender> sender, Settings settings, Environment environment) {
        this.sender = sender;
        this.settings = settings;
        this.server = environment.getProperty("spring.mail.host", "").strip();
    }

    /** The host name of the mail server; absent where there is none. */
    public Optional<String> server() {
        return Optional.of(server).filter(host -> !host.isEmpty());
    }

    /** Whether there is a mail server, and an address that mail comes from. */
    public boolean canSend() {
        return server().isPresent() && from().isPresent();
    }

    /** The address that mail comes from; absent where none is set. */
    public Optional<EmailAddress> from() {
        return settings.get(Setting.MAIL_FROM);
    }

    /**
     * Sends an e-mail; this takes as long as the mail server does.
     *
     * @param what it is, for the log
     * @return why it was not sent; absent where the mail server took it
     * @throws IllegalStateException if none {@linkplain #canSend can be sent}
     */
    public Optional<ReminderFailure> send(
            EmailAddress to, String subject, String body, String what) {
        if (!canSend()) {
            throw new IllegalStateException("There is no mail server, or no address to send from");
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from().orElseThrow().value());
        message.setTo(to.value());
        message.setSubject(subject);
        message.setText(body);
        try {
            sender.getObject().send(message);
            return Optional.empty();
        } catch (MailException e) {
            ReminderFailure failure = MailFailure.of(e);
            // What the server said stays out of the log: it may repeat what it was told.
            log.warn("Not sent: {}: {} ({})", what, failure.key(), MailFailure.cause(e));
            return Optional.of(failure);
        }
    }
}
