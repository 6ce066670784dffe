package districtkpi.ui.api;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.SignedIn;
import districtkpi.db.account.TokenScope;
import districtkpi.office.account.Tokens;
import districtkpi.ui.testing.RunningApplication;
import java.time.Duration;
import java.util.List;

/**
 * One application with the demonstration rounds for all tests of exports. They read; that of the
 * description takes an extract in.
 */
final class DemonstrationServer {

    static final List<String> ROUNDS = List.of("2564-1", "2564-2", "2565-1", "2565-2");

    private static final RunningApplication APPLICATION = RunningApplication.start(true);
    private static final ApiClient CLIENT = new ApiClient(APPLICATION.address());

    private DemonstrationServer() {}

    static ApiClient client() {
        return CLIENT;
    }

    /** A token of the administrator's. */
    static String token(TokenScope scope) {
        Account administrator =
                APPLICATION.get(AccountRepository.class).find(AccountName.ADMIN).orElseThrow();
        return APPLICATION
                .get(Tokens.class)
                .make(SignedIn.of(administrator), "tests", scope, Duration.ofDays(1))
                .secret();
    }

    static RunningApplication application() {
        return APPLICATION;
    }
}
