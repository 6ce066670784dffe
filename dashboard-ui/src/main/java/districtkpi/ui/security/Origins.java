package districtkpi.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Where a request comes from. Programs send no {@code Origin}; browsers do whenever a page posts,
 * and no page of another site can change it.
 */
public final class Origins {

    private Origins() {}

    /** The page of another site that sends what might change something; absent if there is none. */
    public static Optional<String> foreign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && changesSomething(request) && !isOwn(origin, request)
                ? Optional.of(origin)
                : Optional.empty();
    }

    /** Whether a request is of a kind that changes something. */
    public static boolean changesSomething(HttpServletRequest request) {
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
