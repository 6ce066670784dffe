package districtkpi.office.mail;

import districtkpi.db.register.ReminderFailure;
import districtkpi.office.words.Words;

/** Says why an e-mail was not sent, and what to do. */
public final class MailWords {

    private MailWords() {}

    public static String failure(ReminderFailure failure, Words words) {
        return words.of(
                switch (failure) {
                    case UNREACHABLE -> "register.failure.unreachable";
                    case SIGN_IN_REFUSED -> "register.failure.sign-in-refused";
                    case ADDRESS_REFUSED -> "register.failure.address-refused";
                    case REFUSED -> "register.failure.refused";
                });
    }
}
