package districtkpi.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * The sign-ins that were begun at an identity provider and did not come back yet. Each belongs to a
 * browser by a cookie that cannot be guessed; it lives for some minutes, and there are never more
 * of them than a bound, since anybody can begin one. Safe for use by several threads.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String NAME = "sign-in";
    private static final Duration LIVES = Duration.ofMinutes(10);
    private static final int MAX = 2_000;
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, OAuth2AuthorizationRequest> begun =
            Caffeine.newBuilder().maximumSize(MAX).expireAfterWrite(LIVES).build();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        return key(request)
                .map(begun::getIfPresent)
                .filter(known -> isMeant(known, request))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest authorization,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (authorization == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        begun.put(key, authorization);
        response.addCookie(cookie(request, key, (int) LIVES.toSeconds()));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        @Nullable OAuth2AuthorizationRequest known = loadAuthorizationRequest(request);
        if (known != null) {
            key(request).ifPresent(begun::invalidate);
            response.addCookie(cookie(request, "", 0));
        }
        return known;
    }

    private static boolean isMeant(OAuth2AuthorizationRequest known, HttpServletRequest request) {
        return Objects.equals(known.getState(), request.getParameter(OAuth2ParameterNames.STATE));
    }

    private static Optional<String> key(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> Objects.equals(cookie.getName(), NAME))
                        .findFirst()
                        .map(Cookie::getValue);
    }

    private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
