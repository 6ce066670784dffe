package districtkpi.office.mail;

import districtkpi.db.register.ReminderFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a mail was not sent, read from what mail libraries throw. */
final class MailFailure {

    private MailFailure() {}

    static ReminderFailure of(MailException thrown) {
        if (thrown instanceof MailAuthenticationException) {
            return ReminderFailure.SIGN_IN_REFUSED;
        }
        Set<Throwable> causes = causes(thrown);
        if (causes.stream().anyMatch(IOException.class::isInstance)) {
            return ReminderFailure.UNREACHABLE;
        }
        return causes.stream()
                        .filter(SendFailedException.class::isInstance)
                        .map(SendFailedException.class::cast)
                        .map(SendFailedException::getInvalidAddresses)
                        .anyMatch(refused -> refused != null && refused.length > 0)
                ? ReminderFailure.ADDRESS_REFUSED
                : ReminderFailure.REFUSED;
    }

    /** The kind of the innermost cause, for the log. */
    static String cause(MailException thrown) {
        return causes(thrown).stream()
                .reduce((_, inner) -> inner)
                .map(inner -> inner.getClass().getSimpleName())
                .orElse("");
    }

    /** Mail libraries chain what went wrong in three ways. */
    private static Set<Throwable> causes(MailException thrown) {
        Set<Throwable> ordered = new LinkedHashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        while (!open.isEmpty()) {
            Throwable one = open.removeFirst();
            if (ordered.add(one)) {
                Stream.concat(Stream.of(one).map(Throwable::getCause), further(one))
                        .filter(Objects::nonNull)
                        .forEach(open::addLast);
            }
        }
        return ordered;
    }

    private static Stream<Throwable> further(Throwable one) {
        return switch (one) {
            case MailSendException send -> Arrays.stream(send.getMessageExceptions());
            case MessagingException messaging when messaging.getNextException() != null ->
                    Stream.of(messaging.getNextException());
            default -> Stream.empty();
        };
    }
}
