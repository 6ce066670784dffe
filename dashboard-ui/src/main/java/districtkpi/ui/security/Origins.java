package districtkpi.ui.security;

import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Where a request comes from. Programs send no {@code Origin}; browsers do whenever a page posts,
 * and no page of another site can change it.
 */
public final class Origins {

    private static final Logger log = LoggerFactory.getLogger(Origins.class);
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Origins() {}

    /** What makes two addresses one site to a browser. */
    private record Site(String scheme, String host, int port) {

        /** The site of an address; absent if it names none. */
        static Optional<Site> of(String address) {
            try {
                URI uri = new URI(address);
                @Nullable String scheme = uri.getScheme();
                @Nullable String host = uri.getHost();
                if (scheme == null || host == null || uri.getRawUserInfo() != null) {
                    return Optional.empty();
                }
                String lower = scheme.toLowerCase(Locale.ROOT);
                int port = uri.getPort() < 0 ? USUAL_PORTS.getOrDefault(lower, -1) : uri.getPort();
                return Optional.of(new Site(lower, host.toLowerCase(Locale.ROOT), port));
            } catch (URISyntaxException _) {
                return Optional.empty();
            }
        }
    }

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

    /** A page that came without s can be anybody's who stands in between: the scheme counts too. */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        @Nullable String host = request.getHeader(HttpHeaders.HOST);
        if (host == null) {
            return false;
        }
        Optional<Site> theirs = Site.of(origin);
        Optional<Site> ours = Site.of(request.getScheme() + "://" + host);
        if (theirs.isPresent() && theirs.equals(ours)) {
            return true;
        }
        if (theirs.isPresent()
                && theirs.equals(Site.of("https://" + host))
                && !SAID.getAndSet(true)) {
            log.warn("{}", ServerTexts.bilingual(ServerTexts.text("server.https")));
        }
        return false;
    }
}
