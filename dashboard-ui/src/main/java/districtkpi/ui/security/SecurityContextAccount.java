package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.office.account.OwnSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts: whoever signed in to the session or the call that the thread works for. */
@Component
class SecurityContextAccount implements CurrentAccount, OwnSession {

    @Override
    public Optional<SignedIn> get() {
        return own().map(AccountAuthentication::who);
    }

    @Override
    public void continueAs(Account changed) {
        own().ifPresent(own ->
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                AccountAuthentication.of(changed, own.channel(), own.since())));
    }

    private static Optional<AccountAuthentication> own() {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication());
    }
}
