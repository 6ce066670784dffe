package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;

/**
 * A screen about one district of a round, named by its code in the address; says so where the round
 * has no such district.
 */
public abstract class DistrictPage extends Page implements HasUrlParameter<String> {

    private final Rounds rounds;
    private Optional<DistrictCode> code = Optional.empty();

    protected DistrictPage(Preferences preferences, Rounds rounds) {
        super(preferences);
        this.rounds = rounds;
    }

    protected final Rounds rounds() {
        return rounds;
    }

    /**
     * What the screen is about.
     *
     * @param district one of the scoreboard
     * @param row its place
     */
    protected record Shown(Scoreboard scoreboard, District district, Ranking.Row row) {}

    /** The name of the screen. */
    protected abstract String title(Shown shown, Words words);

    /** What the screen shows of the district, from top to bottom. */
    protected abstract List<Component> content(Shown shown, PageState state, Words words);

    @Override
    public final void setParameter(BeforeEvent event, String parameter) {
        try {
            code = Optional.of(DistrictCode.of(parameter));
            about(code);
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected final String title(PageState state, Words words) {
        return shown(state, code)
                .map(shown -> title(shown, words))
                .orElseGet(() -> words.of("district.unknown"));
    }

    @Override
    protected final List<Component> content(PageState state, Words words) {
        return shown(state, code)
                .map(shown -> content(shown, state, words))
                .orElseGet(() ->
                        List.of(
                                new H1(words.of("district.unknown")),
                                new Paragraph(words.of("district.unknown.text")),
                                new Paragraph(
                                        PageLink.home(state.shared(), words.of("nav.ranking")))));
    }

    @Override
    protected final List<Component> downloads(PageState state, Words words) {
        return shown(state, code).map(shown -> downloads(shown, state, words)).orElse(List.of());
    }

    /** Links to the files with what the screen shows of the district; none for most. */
    protected List<Component> downloads(Shown shown, PageState state, Words words) {
        return List.of();
    }

    private Optional<Shown> shown(PageState state, Optional<DistrictCode> asked) {
        return rounds.scoreboard(state)
                .flatMap(scoreboard ->
                        asked.flatMap(scoreboard::district)
                                .flatMap(district ->
                                        scoreboard
                                                .ranking()
                                                .row(district.code())
                                                .map(row -> new Shown(scoreboard, district, row))));
    }
}
