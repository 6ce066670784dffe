package districtkpi.ui.plan;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictEntry;
import districtkpi.ui.state.Rounds;

/** The way from the menu to the next levels of a district. */
@Route(PlanNavigation.PATH)
@Menu(title = "nav.plan", order = 26, icon = "vaadin:arrow-up")
@Requires(Permission.READ)
class PlanMenuEntry extends DistrictEntry {

    PlanMenuEntry(Rounds rounds, CurrentAccount current) {
        super(PlanNavigation.PATH, rounds, current);
    }
}
