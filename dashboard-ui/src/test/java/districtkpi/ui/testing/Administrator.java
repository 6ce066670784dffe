package districtkpi.ui.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.SignedIn;
import districtkpi.office.account.Channel;
import districtkpi.ui.security.AccountAuthentication;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The first administrator, as whom tests sign in unless they say otherwise; as an extension signed
 * in during each test.
 */
public final class Administrator implements BeforeEachCallback, AfterEachCallback {

    public static final String NAME = AccountName.ADMIN.value();

    public static final String PASSWORD = "password-of-tests";

    /** So weak that a check of a password costs nothing. */
    public static final int STRENGTH = 4;

    /** The header {@code Authorization} of the administrator. */
    public static String basic() {
        return basic(NAME, PASSWORD);
    }

    /** The header {@code Authorization} of HTTP Basic. */
    public static String basic(String name, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        signIn(SpringExtension.getApplicationContext(test), AccountName.ADMIN);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SecurityContextHolder.clearContext();
    }

    /** Lets the thread act as an account. */
    public static void signIn(ApplicationContext application, AccountName name) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new AccountAuthentication(
                                SignedIn.of(
                                        application
                                                .getBean(AccountRepository.class)
                                                .find(name)
                                                .orElseThrow()),
                                Channel.PAGE,
                                application.getBean(Clock.class).instant(),
                                false));
    }
}
