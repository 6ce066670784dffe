package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.Recent;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.brief.Brief;
import districtkpi.scoring.comparison.Attention;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.map.DistrictShapes;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.RowCache;
import districtkpi.ui.ranking.RankingNavigation.Tab;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.RecentImports;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The home screen: the districts in order, and the level of each indicator in each of them. */
@Route("")
@StyleSheet("context://overview.css")
@Menu(title = "nav.ranking", order = 11, icon = "vaadin:bar-chart-h")
@Requires(Permission.READ)
class RankingView extends RoundPage {

    /** With more districts than this one looks for some of them. */
    private static final int MANY = 20;

    private final Analyses analyses;
    private final DistrictShapes shapes;
    private final RecentImports recentImports;
    private final RowCache keptRows;
    private final Ticked ticked = new Ticked();

    RankingView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            DistrictShapes shapes,
            RecentImports recentImports,
            RowCache keptRows) {
        super(preferences, rounds, "nav.ranking");
        this.analyses = analyses;
        this.shapes = shapes;
        this.recentImports = recentImports;
        this.keptRows = keptRows;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return RankingNavigation.parameters();
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Part part = Part.of(scoreboard.agreement(), state);
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(words.of("ranking.title"), scoreboard, state, words)
                        .beside(PresentationView.link(state, words)));
        if (part.indicators().isEmpty()) {
            content.add(PartRemark.empty(part, RankingNavigation.PATH, state, words));
            return content;
        }
        if (!part.isWhole()) {
            content.add(new PartTable(scoreboard, part, state, words));
            content.add(
                    createGrid(
                            scoreboard,
                            RoundBefore.of(rounds().upTo(scoreboard, 2), rounds()),
                            part,
                            DistrictChoice.of(scoreboard.ranking(), state)
                                    .finding(scoreboard, state),
                            recentImports.of(scoreboard),
                            state,
                            words));
            return content;
        }
        List<Scoreboard> recent = rounds().upTo(scoreboard, Attention.ROUNDS);
        content.addAll(whole(recent, state, words));
        return content;
    }

    private List<Component> whole(List<Scoreboard> recent, PageState state, Words words) {
        Scoreboard scoreboard = recent.getLast();
        RoundBefore before = RoundBefore.of(recent, rounds());
        Recent changes = recentImports.of(scoreboard);
        Optional<Scoreboard> comparable = before.comparable();
        DistrictChoice choice =
                DistrictChoice.of(scoreboard.ranking(), state).finding(scoreboard, state);
        RankCertainty certainty = new RankCertainty(scoreboard, analyses, state, words);
        RankingMarks marks = new RankingMarks(analyses.cliffs(scoreboard), words);
        Optional<Brief> brief =
                scoreboard.ranking().rows().stream().noneMatch(Ranking.Row::isRankWithheld)
                        ? Optional.of(analyses.brief(before.compared(recent)))
                        : Optional.empty();
        Div left =
                new Div(
                        new RankingTable(
                                recent, before, choice, certainty, marks, changes, keptRows, ticked,
                                state, words));
        left.addClassName("overview-ranking");
        Div right = new Div(new MapPanel(scoreboard, before, shapes, state, words));
        right.addClassName("overview-side");
        brief.ifPresent(
                found -> right.add(new FindingLines(found, scoreboard, before, state, words)));
        Div overview = new Div(left, right);
        overview.addClassName("overview");
        if (state.chosen(RankingNavigation.TAB).isEmpty()) {
            // On paper what nobody asked for stays away: ranking, map and findings fit one page.
            overview.addClassName("overview-alone");
        }
        Tab tab = state.chosen(RankingNavigation.TAB).orElse(Tab.LEVELS);
        List<Component> content = new ArrayList<>();
        if (choice.isPartial() || choice.all() > MANY) {
            content.add(new ShowFilter(scoreboard, choice, state, words));
        }
        content.add(overview);
        content.add(new RankingTabs(tab, state, words));
        switch (tab) {
            case LEVELS ->
                    content.add(
                            createGrid(
                                    scoreboard,
                                    before,
                                    Part.whole(scoreboard.agreement()),
                                    choice,
                                    changes,
                                    state,
                                    words));
            case CHECK -> {
                brief.ifPresent(found ->
                        content.add(new BriefBlock(found, scoreboard, before, state, words)));
                content.add(
                        new WatchBlock(
                                scoreboard,
                                analyses.cliffs(scoreboard),
                                analyses.attention(before.compared(recent)),
                                state,
                                words));
            }
            case PROGRESS -> {
                ImprovementBlock improvement = new ImprovementBlock(scoreboard, state, words);
                if (before.isOfSameDay()) {
                    before.remark(words)
                            .ifPresent(remark -> content.add(new Remark("same-day", remark)));
                }
                content.add(
                        comparable
                                .map(earlier ->
                                        improvement.show(
                                                analyses.improvement(earlier, scoreboard), choice))
                                .or(() -> before.remark(words).map(improvement::notYet))
                                .orElseGet(improvement::nothingBefore));
            }
            case STATISTICS -> {
                scoreboard
                        .ranking()
                        .statistics()
                        .ifPresent(
                                statistics -> content.add(new ProvinceFigures(statistics, words)));
                content.add(new CertaintyNote(words));
            }
        }
        state.chosen(RankingNavigation.DISTRICT)
                .flatMap(code -> createPanel(code, scoreboard, comparable, certainty, state, words))
                .ifPresent(content::add);
        return content;
    }

    private static Optional<Component> createPanel(
            DistrictCode code,
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            RankCertainty certainty,
            PageState state,
            Words words) {
        return scoreboard
                .district(code)
                .flatMap(district ->
                        scoreboard
                                .ranking()
                                .row(code)
                                .map(row ->
                                        new DistrictPanel(
                                                district,
                                                row,
                                                scoreboard,
                                                before,
                                                certainty,
                                                state,
                                                words)));
    }

    @Override
    protected Scope scope() {
        return Scope.PART;
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        RoundId round = scoreboard.agreement().round();
        List<Component> files = new ArrayList<>();
        files.add(DataLink.csv(round, "ranking", state, words.of("ranking.download")));
        files.add(DataLink.csv(round, "scores", state, words.of("grid.download")));
        files.add(TableLink.csv("watch", round, state, "", words.of("watch.download")));
        files.add(DataLink.csv(round, "certainty", state, words.of("certainty.download")));
        if (rounds().before(scoreboard).isPresent()) {
            files.add(
                    TableLink.csv(
                            "improvement", round, state, "", words.of("improvement.download")));
        }
        files.add(FormsNavigation.summary(state, words));
        return files;
    }

    private Component createGrid(
            Scoreboard scoreboard,
            RoundBefore before,
            Part part,
            DistrictChoice choice,
            Recent changes,
            PageState state,
            Words words) {
        Section section = new Section();
        section.addClassName("block");
        H2 title = new H2(words.of("grid.title"));
        title.addClassName("visually-hidden");
        section.add(title);
        section.add(
                new LevelGrid(
                        scoreboard,
                        before.comparable(),
                        part,
                        choice,
                        analyses.influence(scoreboard),
                        changes,
                        keptRows,
                        state,
                        words));
        section.add(new LevelLegend(scoreboard.agreement(), words));
        return section;
    }
}
