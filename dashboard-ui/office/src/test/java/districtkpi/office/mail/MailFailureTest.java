package districtkpi.office.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import districtkpi.db.register.ReminderFailure;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a real mail server makes the mail library throw, and what is only known of others. */
class MailFailureTest {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.setUser("office", "right");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailException thrown(String password) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setUsername("office");
        sender.setPassword(password);
        sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("province@example.go.th");
        message.setTo("district@example.go.th");
        return catchThrowableOfType(MailException.class, () -> sender.send(message));
    }

    @Test
    void aWrongPasswordIsTheSignIn() {
        MailException thrown = thrown("wrong");

        assertThat(MailFailure.of(thrown)).isEqualTo(ReminderFailure.SIGN_IN_REFUSED);
        assertThat(MailFailure.cause(thrown)).doesNotContain("wrong");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsUnreachable() {
        server.getSmtp().stopService();

        assertThat(MailFailure.of(thrown("right"))).isEqualTo(ReminderFailure.UNREACHABLE);
    }

    @Test
    void anAddressThatTheServerDoesNotTakeIsTheAddress() throws MessagingException {
        MessagingException refused =
                new SendFailedException(
                        "550",
                        null,
                        new Address[0],
                        new Address[0],
                        new Address[] {new InternetAddress("district@example.go.th")});

        assertThat(MailFailure.of(new MailSendException(Map.of("message", refused))))
                .isEqualTo(ReminderFailure.ADDRESS_REFUSED);
        assertThat(
                        MailFailure.of(
                                new MailSendException(
                                        Map.of("message", new MessagingException("554")))))
                .isEqualTo(ReminderFailure.REFUSED);
    }
}
