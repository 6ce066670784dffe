package districtkpi.ui.shell;

import districtkpi.ui.state.PageState;
import java.util.Optional;

/** Where somebody begins whose work is about less than all districts. */
public interface OwnStart {

    /**
     * The path of the first page of whoever is signed in.
     *
     * @param state what the address says
     * @return absent for who begins with the overview
     */
    Optional<String> path(PageState state);
}
