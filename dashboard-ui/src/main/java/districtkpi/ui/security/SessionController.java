package districtkpi.ui.security;

import districtkpi.office.setting.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells an open page how long its session lasts, so that it can warn. Asking is no use of the
 * session; asking with {@code stay} is.
 */
@RestController
@OpenToAll
class SessionController {

    private final Settings settings;
    private final Clock clock;

    SessionController(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long a session lasts.
     *
     * @param left seconds; 0 where there is none
     * @param extendable whether using it makes it last longer
     */
    record Lasting(long left, boolean extendable) {}

    @GetMapping(SignInPaths.SESSION)
    ResponseEntity<Lasting> lasting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<AccountAuthentication> own =
                AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication());
        Lasting lasting =
                session == null || own.isEmpty()
                        ? new Lasting(0, false)
                        : SessionCheck.lasting(session, own.get(), settings, clock.instant());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(lasting);
    }
}
