package districtkpi.ui.district;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictEntry;
import districtkpi.ui.state.Rounds;

/** The way from the menu to a district's scores. */
@Route(DistrictNavigation.PATH)
@Menu(title = "nav.district", order = 20, icon = "vaadin:map-marker")
@Requires(Permission.READ)
class DistrictMenuEntry extends DistrictEntry {

    DistrictMenuEntry(Rounds rounds, CurrentAccount current) {
        super(DistrictNavigation.PATH, rounds, current);
    }
}
