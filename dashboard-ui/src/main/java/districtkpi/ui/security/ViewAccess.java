package districtkpi.ui.security;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds every view to the rule that it declares; a view without one lets nobody in. */
@Component
class ViewAccess implements NavigationAccessChecker {

    private final transient CurrentAccount current;

    ViewAccess(CurrentAccount current) {
        this.current = current;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return context.neutral();
        }
        // Asked without a principal, it is about everybody.
        Optional<SignedIn> who = context.getPrincipal() == null ? Optional.empty() : current.get();
        return AccessRule.of(context.getNavigationTarget())
                        .filter(rule -> rule.admits(who))
                        .isPresent()
                ? context.allow()
                : context.deny("The view is not for everybody");
    }
}
