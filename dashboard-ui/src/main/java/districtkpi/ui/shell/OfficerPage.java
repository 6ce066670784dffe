package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.office.words.Words;
import districtkpi.ui.state.OwnAddress;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;

/**
 * A screen about one officer in a round, named by a number in the address; says so where whoever
 * asks sees no such officer, or no such version of the sheet.
 */
public abstract class OfficerPage extends Page implements HasUrlParameter<String> {

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final Rounds rounds;
    private final VisibleCascade cascade;
    private long id;

    protected OfficerPage(Preferences preferences, Rounds rounds, VisibleCascade cascade) {
        super(preferences);
        this.rounds = rounds;
        this.cascade = cascade;
    }

    /**
     * What the screen is about.
     *
     * @param sheets all versions, the oldest first
     * @param sheet the version that was asked for, else the newest; absent where there is none
     */
    protected record Shown(
            Scoreboard scoreboard,
            District district,
            Officer officer,
            List<OfficerSheet> sheets,
            Optional<OfficerSheet> sheet) {}

    /** The name of the screen. */
    protected abstract String title(Shown shown, Words words);

    /** What the screen shows of the officer, from top to bottom. */
    protected abstract List<Component> content(Shown shown, PageState state, Words words);

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(OwnAddress.SHEET);
    }

    @Override
    public final void setParameter(BeforeEvent event, String parameter) {
        if (parameter.matches(NUMBER)) {
            id = Long.parseLong(parameter);
            about(Optional.of(id));
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected final String title(PageState state, Words words) {
        return shown(state, id)
                .map(shown -> title(shown, words))
                .orElseGet(() -> words.of("officer.unknown"));
    }

    @Override
    protected final List<Component> content(PageState state, Words words) {
        return shown(state, id)
                .map(shown -> content(shown, state, words))
                .orElseGet(() ->
                        List.of(
                                new H1(words.of("officer.unknown")),
                                new Paragraph(words.of("officer.unknown.text"))));
    }

    /** What the screen is about, as it is now. */
    protected final Optional<Shown> find(PageState state) {
        return shown(state, id);
    }

    private Optional<Shown> shown(PageState state, long officer) {
        return rounds.scoreboard(state)
                .flatMap(scoreboard ->
                        cascade.officer(officer).flatMap(found -> shown(scoreboard, found, state)));
    }

    private Optional<Shown> shown(Scoreboard scoreboard, Officer officer, PageState state) {
        List<OfficerSheet> sheets = cascade.sheets(scoreboard.agreement().round(), officer);
        Optional<Integer> asked = state.chosen(OwnAddress.SHEET);
        Optional<OfficerSheet> sheet =
                asked.map(version ->
                                sheets.stream().filter(one -> one.version() == version).findFirst())
                        .orElseGet(() -> sheets.stream().reduce((_, later) -> later));
        return asked.isPresent() && sheet.isEmpty()
                ? Optional.empty()
                : scoreboard
                        .district(officer.district())
                        .map(district -> new Shown(scoreboard, district, officer, sheets, sheet));
    }
}
