package districtkpi.ui.server;

import districtkpi.db.scope.Moments;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has each request ask the database once for the same. */
@Component
class OneMoment extends OncePerRequestFilter {

    private final Moments moments;

    OneMoment(Moments moments) {
        this.moments = moments;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Moments.Moment _ = moments.begin()) {
            chain.doFilter(request, response);
        }
    }
}
