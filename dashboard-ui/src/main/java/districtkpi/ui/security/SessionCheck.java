package districtkpi.ui.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountRepository;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
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
import org.jspecify.annotations.Nullable;
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

    /** That somebody wants to stay signed in. */
    private static final String STAY = "stay";

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
        own.flatMap(who -> end(who, session, request))
                .ifPresent(end -> {
                    if (session != null) {
                        session.invalidate();
                        end.keep(request, response);
                    }
                    SecurityContextHolder.clearContext();
                });
        chain.doFilter(request, response);
    }

    private Optional<SessionEnd> end(
            AccountAuthentication own, @Nullable HttpSession session, HttpServletRequest request) {
        if (!clock.instant().isBefore(longest(own, settings))) {
            return Optional.of(SessionEnd.TOO_OLD);
        }
        if (!isAsItWas(own)) {
            return Optional.of(SessionEnd.CHANGED);
        }
        return session != null && isUnused(session, request)
                ? Optional.of(SessionEnd.UNUSED)
                : Optional.empty();
    }

    /** How long a session lasts that nobody uses from now on. */
    static SessionController.Lasting lasting(
            HttpSession session, AccountAuthentication own, Settings settings, Instant now) {
        Instant used = session.getAttribute(LAST_USE) instanceof Instant last ? last : now;
        Instant unused = used.plusSeconds(session.getMaxInactiveInterval());
        Instant longest = longest(own, settings);
        boolean extendable = unused.isBefore(longest);
        Duration left = Duration.between(now, extendable ? unused : longest);
        // Not 0 before it is over: the page that is then loaded anew would be a use of the session.
        return new SessionController.Lasting(
                Math.max(0, Math.ceilDiv(left.toMillis(), 1_000)), extendable);
    }

    private static Instant longest(AccountAuthentication own, Settings settings) {
        return own.since().plus(settings.get(Setting.MAX_SESSION));
    }

    /** A page that is left open says that it is there, and asks how long it lasts. */
    private static boolean isUse(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return !query.contains(HEARTBEAT)
                && (!request.getServletPath().equals(SignInPaths.SESSION) || query.contains(STAY));
    }

    private boolean isUnused(HttpSession session, HttpServletRequest request) {
        Instant now = clock.instant();
        Instant used = session.getAttribute(LAST_USE) instanceof Instant last ? last : now;
        session.setAttribute(LAST_USE, isUse(request) ? now : used);
        Duration idle = settings.get(Setting.IDLE);
        if (!idle.equals(session.getAttribute(IDLE))) {
            // The server and Vaadin end it by themselves too.
            session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
            session.setAttribute(IDLE, idle);
        }
        return !now.isBefore(used.plusSeconds(session.getMaxInactiveInterval()));
    }

    private boolean isAsItWas(AccountAuthentication own) {
        return accounts.find(own.who().accountId())
                .filter(Account::enabled)
                .filter(account -> account.version() == own.who().version())
                .isPresent();
    }
}
