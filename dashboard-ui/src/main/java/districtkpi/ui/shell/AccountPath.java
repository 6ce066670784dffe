package districtkpi.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContextHolder;

/** Where the own account is looked after. */
public final class AccountPath {

    /** The route of the screen. */
    public static final String PATH = "account";

    /** Where somebody was going who has to see to the account first, after a slash. */
    public static final Parameter<String> NEXT =
            new Parameter<>("next", Function.identity(), Function.identity());

    private AccountPath() {}

    /** Leads there, and says where somebody was going. */
    static void forward(BeforeEnterEvent event) {
        PageState language =
                MainLayout.state(event)
                        .chosenLocale()
                        .map(PageState.EMPTY::withLocale)
                        .orElse(PageState.EMPTY);
        event.forwardTo(
                PATH,
                language.with(NEXT, "/" + event.getLocation().getPathWithQueryParameters())
                        .toQuery());
    }

    /** Whoever has a temporary password changes it before anything else. */
    static boolean isToBeSeenFirst(BeforeEnterEvent event) {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                        .filter(AccountAuthentication::passwordTemporary)
                        .isPresent()
                && !Objects.equals(event.getLocation().getPath(), PATH);
    }
}
