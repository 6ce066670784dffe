package districtkpi.ui.outage;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.db.outage.DatabaseWatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says to who asks for a page that the database is away, before anything waits for it. What an open
 * page asks gets the same status: it shows a notice by itself and asks again until it is answered,
 * with all that was typed still there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OutageFilter extends OncePerRequestFilter {

    /** The API says it in a form of its own. */
    private static final List<String> API = List.of("/api");

    /** There without the database. */
    private static final List<String> INDEPENDENT =
            List.of("/actuator", "/VAADIN", "/aura", "/fonts", "/method", "/webjars", "/icon.svg");

    private final DatabaseWatch database;
    private final OutagePage page;

    OutageFilter(DatabaseWatch database, OutagePage page) {
        this.database = database;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isBelow(API, request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (database.isAway() && !isBelow(INDEPENDENT, request) && !isStyleOrScript(request)) {
            page.write(request, response, DatabaseFailure.AWAY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            Optional<DatabaseFailure> failure = DatabaseFailure.of(failed);
            if (failure.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            page.write(request, response, failure.get());
        }
    }

    private static boolean isBelow(List<String> places, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return places.stream()
                .anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    /** A file of the pages' own. */
    private static boolean isStyleOrScript(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.lastIndexOf('/') == 0 && (path.endsWith(".css") || path.endsWith(".js"));
    }
}
