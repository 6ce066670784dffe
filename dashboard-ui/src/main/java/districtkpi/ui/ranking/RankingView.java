package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.comparison.Attention;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.HalfFilled;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartFilter;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The home screen: the districts in order, and the level of each indicator in each of them. */
@Route("")
@Menu(title = "nav.ranking", order = 11, icon = "vaadin:bar-chart-h")
@Requires(Permission.READ)
class RankingView extends RoundPage {

    private final Analyses analyses;

    RankingView(Preferences preferences, Rounds rounds, Analyses analyses) {
        super(preferences, rounds, "nav.ranking");
        this.analyses = analyses;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return RankingNavigation.parameters();
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Part part = Part.of(scoreboard.stored().agreement(), state);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("ranking.title"), scoreboard, state, words));
        content.add(
                new PartFilter(
                        part.agreement(),
                        analyses.days(scoreboard),
                        state,
                        words,
                        RankingNavigation::go));
        if (part.indicators().isEmpty()) {
            content.add(PartRemark.empty(part, RankingNavigation.PATH, state, words));
            return content;
        }
        DistrictChoice choice = DistrictChoice.of(scoreboard.ranking(), state);
        if (part.isWhole()) {
            List<Scoreboard> recent = rounds().upTo(scoreboard, Attention.ROUNDS);
            content.addAll(whole(recent, choice, state, words));
            List<Scoreboard> compared = compared(recent);
            content.add(createGrid(scoreboard, part, choice, state, words));
            content.add(
                    new WatchBlock(
                            scoreboard,
                            analyses.cliffs(scoreboard),
                            analyses.attention(compared),
                            state,
                            words));
        } else {
            content.add(new PartTable(scoreboard, part, state, words));
            content.add(createGrid(scoreboard, part, choice, state, words));
        }
        return content;
    }

    /** The rounds that can be set side by side: the last one alone while it is being filled. */
    private static List<Scoreboard> compared(List<Scoreboard> recent) {
        return recent.size() > 1
                        && HalfFilled.forbids(recent.get(recent.size() - 2), recent.getLast())
                ? List.of(recent.getLast())
                : recent;
    }

    private List<Component> whole(
            List<Scoreboard> recent, DistrictChoice choice, PageState state, Words words) {
        Scoreboard scoreboard = recent.getLast();
        Optional<Scoreboard> before =
                recent.size() > 1 ? Optional.of(recent.get(recent.size() - 2)) : Optional.empty();
        Optional<Scoreboard> comparable =
                before.filter(earlier -> !HalfFilled.forbids(earlier, scoreboard));
        List<Component> content = new ArrayList<>();
        if (scoreboard.ranking().rows().stream().noneMatch(Ranking.Row::isRankWithheld)) {
            content.add(
                    new BriefBlock(
                            analyses.brief(compared(recent)), scoreboard, before, state, words));
        }
        scoreboard
                .ranking()
                .statistics()
                .ifPresent(statistics -> content.add(new ProvinceFigures(statistics, words)));
        content.add(new ShowFilter(scoreboard, choice, state, words));
        RankCertainty certainty = new RankCertainty(scoreboard, analyses, state, words);
        content.add(certainty.choice());
        content.add(new RankingTable(scoreboard, comparable, choice, certainty, state, words));
        content.add(new CertaintyNote(words));
        content.add(createDownloads(scoreboard, state, words));
        ImprovementBlock improvement = new ImprovementBlock(scoreboard, state, words);
        content.add(
                comparable
                        .map(earlier ->
                                improvement.show(analyses.improvement(earlier, scoreboard), choice))
                        .or(() ->
                                before.flatMap(earlier -> HalfFilled.of(earlier, scoreboard, words))
                                        .map(improvement::notYet))
                        .orElseGet(improvement::nothingBefore));
        return content;
    }

    private static Component createDownloads(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.stored().agreement().round();
        Div downloads =
                new Div(
                        DataLink.csv(round, "ranking", state, words.of("ranking.download")),
                        DataLink.csv(round, "certainty", state, words.of("certainty.download")),
                        FormsNavigation.summary(state, words));
        downloads.setId("downloads");
        downloads.addClassName("downloads");
        return downloads;
    }

    private Component createGrid(
            Scoreboard scoreboard, Part part, DistrictChoice choice, PageState state, Words words) {
        Section section = new Section();
        section.addClassName("block");
        section.add(new H2(words.of("grid.title")));
        section.add(new Paragraph(words.of("grid.explanation")));
        section.add(
                new LevelGrid(
                        scoreboard, part, choice, analyses.influence(scoreboard), state, words));
        section.add(new LevelLegend(words));
        section.add(
                new Paragraph(
                        DataLink.csv(
                                scoreboard.stored().agreement().round(),
                                "scores",
                                state,
                                words.of("grid.download"))));
        return section;
    }
}
