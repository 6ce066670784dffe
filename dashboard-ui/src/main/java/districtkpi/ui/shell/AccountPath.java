package districtkpi.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import districtkpi.ui.security.AccountAuthentication;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;

/** Where the own account is looked after. */
public final class AccountPath {

    /** The route of the screen. */
    public static final String PATH = "account";

    private AccountPath() {}

    /** Whoever has a temporary password changes it before anything else. */
    static boolean isToBeSeenFirst(BeforeEnterEvent event) {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                        .filter(AccountAuthentication::passwordTemporary)
                        .isPresent()
                && !Objects.equals(event.getLocation().getPath(), PATH);
    }
}
