package districtkpi.ui.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a session ended that nobody signed out of, so that the sign-in page can say it. The browser
 * keeps it until then: with the session everything on the server is gone.
 */
public enum SessionEnd {
    /** Nobody used it. */
    UNUSED,
    /** It was as old as any may get. */
    TOO_OLD,
    /** The account was changed, or shut. */
    CHANGED,
    /** The server knows nothing of it any more: nobody used it, or the program was restarted. */
    GONE;

    private static final String NAME = "session-ended";
    private static final int KEPT_FOR = 24 * 60 * 60;

    /** As in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Has the browser keep it. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, key(), KEPT_FOR));
    }

    /** What the browser kept, or what follows from the session that it asks with. */
    public static Optional<SessionEnd> of(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        Optional<SessionEnd> kept =
                cookies == null
                        ? Optional.empty()
                        : Stream.of(cookies)
                                .filter(cookie -> Objects.equals(cookie.getName(), NAME))
                                .flatMap(cookie -> named(cookie.getValue()).stream())
                                .findFirst();
        return kept.or(() -> isGone(request) ? Optional.of(GONE) : Optional.empty());
    }

    /** Reads what {@link #key()} writes; nothing from any other text. */
    public static Optional<SessionEnd> named(@Nullable String key) {
        return Stream.of(values()).filter(end -> end.key().equals(key)).findFirst();
    }

    /** It was said: the browser forgets it, and the session that is no more. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
        if (isGone(request)) {
            forgetSession(request, response);
        }
    }

    /** The browser forgets the session that is no more. */
    static void forgetSession(HttpServletRequest request, HttpServletResponse response) {
        Cookie session =
                new Cookie(
                        Objects.requireNonNullElse(
                                request.getServletContext().getSessionCookieConfig().getName(),
                                "JSESSIONID"),
                        "");
        session.setPath(request.getContextPath() + "/");
        session.setMaxAge(0);
        response.addCookie(session);
    }

    private static boolean isGone(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
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
