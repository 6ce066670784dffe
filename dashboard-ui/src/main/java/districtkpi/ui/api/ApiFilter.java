package districtkpi.ui.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the API: answers are not kept by caches, not guessed at by browsers and not framed; and a
 * page of another site cannot make somebody's browser send files.
 *
 * <p>Programs send no {@code Origin}; browsers do whenever a page posts, and no page of another
 * site can change it.
 */
@Component
class ApiFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;

    ApiFilter(ProblemWriter writer) {
        this.writer = writer;
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
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && changesSomething(request) && !isOwn(origin, request)) {
            writer.write(request, response, Problem.foreignPage(origin));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean changesSomething(HttpServletRequest request) {
        String method = request.getMethod();
        return !method.equals(HttpMethod.GET.name()) && !method.equals(HttpMethod.HEAD.name());
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        @Nullable String host = request.getHeader(HttpHeaders.HOST);
        if (host == null) {
            return false;
        }
        try {
            @Nullable String authority = new URI(origin).getRawAuthority();
            return authority != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
