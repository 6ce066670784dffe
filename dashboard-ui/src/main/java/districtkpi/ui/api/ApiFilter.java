package districtkpi.ui.api;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.db.outage.DatabaseWatch;
import districtkpi.ui.security.Origins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the API: answers are not kept by caches, not guessed at by browsers and not framed; and a
 * page of another site cannot make somebody's browser send files. It comes before everything else,
 * so that this holds for refusals too. While the database is away nothing else is asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ApiFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;
    private final DatabaseWatch database;

    ApiFilter(ProblemWriter writer, DatabaseWatch database) {
        this.writer = writer;
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.isApi(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<String> foreign = Origins.foreign(request);
        if (foreign.isPresent()) {
            writer.write(request, response, Problem.foreignPage(foreign.get()));
            return;
        }
        if (database.isAway()) {
            writer.write(request, response, Problem.of(DatabaseFailure.AWAY));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            // As while somebody is signed in: nothing else answers there.
            Optional<DatabaseFailure> failure = DatabaseFailure.of(failed);
            if (failure.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            writer.write(request, response, Problem.of(failure.get()));
        }
    }
}
