package districtkpi.ui.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountRepository;
import districtkpi.ui.setting.Setting;
import districtkpi.ui.setting.Settings;
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

    /** In the session: when it was used for the last time. */
    private static final String LAST_USE = SessionCheck.class.getName() + ".lastUse";

    /** In the session: how long it may be unused, as it was set when that was looked at last. */
    private static final String IDLE = SessionCheck.class.getName() + ".idle";

    private static final String HEARTBEAT =
            ApplicationConstants.REQUEST_TYPE_PARAMETER
                    + "="
                    + RequestType.HEARTBEAT.getIdentifier();

    private final AccountRepository accounts;
    private final Settings settings;
    private final Clock clock;

    public SessionCheck(AccountRepository accounts, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
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
        Duration idle = settings.get(Setting.IDLE);
        if (!idle.equals(session.getAttribute(IDLE))) {
            // The server and Vaadin end it by themselves too.
            session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
            session.setAttribute(IDLE, idle);
        }
        return !now.isBefore(used.plusSeconds(session.getMaxInactiveInterval()));
    }

    private boolean isValid(AccountAuthentication own) {
        return clock.instant().isBefore(own.since().plus(settings.get(Setting.LONGEST_SESSION)))
                && accounts.find(own.who().accountId())
                        .filter(Account::enabled)
                        .filter(account -> account.version() == own.who().version())
                        .isPresent();
    }
}
