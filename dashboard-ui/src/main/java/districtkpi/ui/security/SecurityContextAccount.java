package districtkpi.ui.security;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts: whoever signed in to the session or the call that the thread works for. */
@Component
class SecurityContextAccount implements CurrentAccount {

    @Override
    public Optional<SignedIn> get() {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                .map(AccountAuthentication::who);
    }
}
