package districtkpi.ui.security;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountRepository;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are too old, and those of accounts that were changed since: whoever loses a
 * role loses it at the next click.
 */
public final class SessionCheck extends OncePerRequestFilter {

    /** However busy it is, a session ends after this. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final AccountRepository accounts;
    private final Clock clock;

    public SessionCheck(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AccountAuthentication> own =
                AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication());
        if (own.isPresent() && !isValid(own.get())) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isValid(AccountAuthentication own) {
        return clock.instant().isBefore(own.since().plus(LONGEST))
                && accounts.find(own.who().accountId())
                        .filter(Account::enabled)
                        .filter(account -> account.version() == own.who().version())
                        .isPresent();
    }
}
