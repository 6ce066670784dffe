package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;

/** A screen about all districts of a round; says so where there is no such round. */
public abstract class RoundPage extends Page {

    private final Rounds rounds;
    private final String titleKey;

    /**
     * @param titleKey of the screen's name, in the menu too
     */
    protected RoundPage(Preferences preferences, Rounds rounds, String titleKey) {
        super(preferences);
        this.rounds = rounds;
        this.titleKey = titleKey;
    }

    protected final Rounds rounds() {
        return rounds;
    }

    @Override
    protected final String title(PageState state, Words words) {
        return words.of(titleKey);
    }

    @Override
    protected final List<Component> content(PageState state, Words words) {
        return rounds.scoreboard(state)
                .map(scoreboard -> content(scoreboard, state, words))
                .orElseGet(() ->
                        List.of(
                                new H1(words.of(titleKey)),
                                new Paragraph(words.of("round.unknown"))));
    }

    @Override
    protected final List<Component> downloads(PageState state, Words words) {
        return rounds.scoreboard(state)
                .map(scoreboard -> downloads(scoreboard, state, words))
                .orElse(List.of());
    }

    /** Links to the files with what the screen shows of the round; none for most. */
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        return List.of();
    }

    /** What the screen shows of the round, from top to bottom. */
    protected abstract List<Component> content(Scoreboard scoreboard, PageState state, Words words);
}
