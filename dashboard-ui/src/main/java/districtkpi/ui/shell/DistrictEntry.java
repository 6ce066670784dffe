package districtkpi.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.Optional;

/**
 * The way from the menu to a screen about one district: to the reader's own, else to the first of
 * the ranking. From a screen about a district the menu leads to the same district.
 */
public abstract class DistrictEntry extends Div implements BeforeEnterObserver {

    private final String path;
    private final Rounds rounds;
    private final CurrentAccount current;

    /**
     * @param path of the screen, before the code of the district
     */
    protected DistrictEntry(String path, Rounds rounds, CurrentAccount current) {
        this.path = path;
        this.rounds = rounds;
        this.current = current;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        try {
            PageState state = PageState.parse(event.getLocation().getQueryParameters());
            event.forwardTo(
                    district(state).map(code -> path + "/" + code).orElse(""), state.toQuery());
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private Optional<DistrictCode> district(PageState state) {
        return current.get()
                .flatMap(SignedIn::district)
                .or(() -> rounds.scoreboard(state).flatMap(DistrictEntry::first));
    }

    private static Optional<DistrictCode> first(Scoreboard scoreboard) {
        return scoreboard.ranking().rows().stream()
                .map(row -> row.scorecard().district())
                .findFirst();
    }
}
