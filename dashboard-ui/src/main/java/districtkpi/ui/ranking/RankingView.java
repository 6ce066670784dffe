package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.result.Measurement;
import districtkpi.ui.shell.Page;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The home screen: the districts in order, and the level of each indicator in each of them. */
@Route("")
@Menu(title = "nav.ranking", order = 1)
class RankingView extends Page {

    private final Rounds rounds;
    private final ImportRepository imports;

    RankingView(Preferences preferences, Rounds rounds, ImportRepository imports) {
        super(preferences);
        this.rounds = rounds;
        this.imports = imports;
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.ranking");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        return rounds.scoreboard(state)
                .map(scoreboard -> content(scoreboard, state, words))
                .orElseGet(() -> noRound(words));
    }

    private static List<Component> noRound(Words words) {
        return List.of(new H1(words.of("nav.ranking")), new Paragraph(words.of("round.unknown")));
    }

    private List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Part part = Part.of(scoreboard.stored().agreement(), state);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("ranking.title"), scoreboard, state, words));
        content.add(
                new PartFilter(scoreboard.stored().agreement(), daysOf(scoreboard), state, words));
        if (part.isWhole()) {
            Optional<Scoreboard> before = rounds.before(scoreboard.stored().agreement().round());
            scoreboard
                    .ranking()
                    .statistics()
                    .ifPresent(statistics -> content.add(new ProvinceFigures(statistics, words)));
            content.add(new RankingTable(scoreboard, before, state, words));
        } else {
            content.add(new PartTable(scoreboard, part, state, words));
        }
        content.add(createGrid(scoreboard, part, state, words));
        return content;
    }

    private static Component createGrid(
            Scoreboard scoreboard, Part part, PageState state, Words words) {
        Section section = new Section();
        section.addClassName("block");
        section.add(new H2(words.of("grid.title")));
        section.add(new Paragraph(words.of("grid.explanation")));
        section.add(new LevelGrid(scoreboard, part, state, words));
        section.add(new LevelLegend(words));
        return section;
    }

    /**
     * The days that the figures of a round describe, newest first: the days worth looking back to.
     */
    private List<LocalDate> daysOf(Scoreboard scoreboard) {
        return imports.findAll(scoreboard.stored().agreement().round()).stream()
                .map(Measurement::asOf)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
