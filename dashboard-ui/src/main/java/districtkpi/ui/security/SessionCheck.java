package districtkpi.ui.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
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
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are too old, that nobody uses, and those of accounts that were changed since:
 * whoever loses a role loses it at the next click.
 *
 * <p>A page that is left open says every few minutes that it is there. The server takes that for
 * use, so how long nobody has used a session is counted here.
 */
public final class SessionCheck extends OncePerRequestFilter {

    /** However busy it is, a session ends after this. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** In the session: when it was used for the last time. */
    private static final String LAST_USE = SessionCheck.class.getName() + ".lastUse";

    private static final String HEARTBEAT =
            ApplicationConstants.REQUEST_TYPE_PARAMETER
                    + "="
                    + RequestType.HEARTBEAT.getIdentifier();

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
        HttpSession session = request.getSession(false);
        if (own.isPresent()
                && (!isValid(own.get()) || (session != null && isUnused(session, request)))) {
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isUnused(HttpSession session, HttpServletRequest request) {
        Instant now = clock.instant();
        Instant used = session.getAttribute(LAST_USE) instanceof Instant last ? last : now;
        boolean heartbeat =
                request.getQueryString() != null && request.getQueryString().contains(HEARTBEAT);
        session.setAttribute(LAST_USE, heartbeat ? used : now);
        // As server.servlet.session.timeout says; nothing and less is for ever.
        int longest = session.getMaxInactiveInterval();
        return longest > 0 && !now.isBefore(used.plusSeconds(longest));
    }

    private boolean isValid(AccountAuthentication own) {
        return clock.instant().isBefore(own.since().plus(LONGEST))
                && accounts.find(own.who().accountId())
                        .filter(Account::enabled)
                        .filter(account -> account.version() == own.who().version())
                        .isPresent();
    }
}
