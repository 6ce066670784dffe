package districtkpi.ui.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where somebody wanted to go who has to sign in first. The browser keeps it, in a cookie, so that
 * the server keeps nothing for who never signs in; only a page of this program is gone to.
 */
final class WantedPage implements RequestCache {

    private static final String NAME = "wanted-page";

    /** Browsers keep up to 4096 bytes of a cookie; a longer address is not gone back to. */
    private static final int MAX_BYTES = 2500;

    private static final String HOME = "/";

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals(HttpMethod.GET.name())) {
            return;
        }
        @Nullable String query = request.getQueryString();
        String address =
                request.getRequestURI().substring(request.getContextPath().length())
                        + (query == null ? "" : "?" + query);
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        if (isOwn(address) && bytes.length <= MAX_BYTES) {
            response.addCookie(
                    cookie(
                            request,
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                            -1));
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return wanted(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** An address says everything; there is no form to be sent again. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (wanted(request).isPresent()) {
            response.addCookie(cookie(request, "", 0));
        }
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> Objects.equals(cookie.getName(), NAME))
                        .findFirst()
                        .flatMap(cookie -> decoded(cookie.getValue()))
                        .filter(WantedPage::isOwn);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Two slashes, or one and one the other way round, lead to another server. */
    private static boolean isOwn(String address) {
        return address.startsWith(HOME)
                && !address.startsWith("//")
                && !address.startsWith("/\\")
                && address.chars().noneMatch(Character::isISOControl);
    }

    private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(HOME);
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
