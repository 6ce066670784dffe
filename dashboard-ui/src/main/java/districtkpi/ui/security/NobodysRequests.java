package districtkpi.ui.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away, before anything is kept for it, what somebody asks for who has not signed in: Vaadin
 * would make a page on the server, and a form would make a session, each for half an hour.
 *
 * @see "Decision record 0048: load"
 */
final class NobodysRequests extends OncePerRequestFilter {

    /** What a page asks by itself whose session has ended: it is told so, and nothing is kept. */
    private static final Set<RequestType> AFTER_THE_END =
            EnumSet.of(RequestType.UIDL, RequestType.HEARTBEAT, RequestType.PUSH);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean nobody =
                AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                        .isEmpty();
        @Nullable String content = request.getContentType();
        if (nobody
                && content != null
                && content.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            // Asked for any parameter, the server would first write all of it to disk.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        @Nullable String type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (type != null) {
            Optional<RequestType> known =
                    Stream.of(RequestType.values())
                            .filter(one -> one.getIdentifier().equals(type))
                            .findFirst();
            if (known.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            if (nobody && !AFTER_THE_END.contains(known.get())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        } else if (nobody
                && Origins.changesSomething(request)
                && !request.getServletPath().equals(SignInPaths.PAGE)) {
            response.sendRedirect(request.getContextPath() + SignInPaths.PAGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
