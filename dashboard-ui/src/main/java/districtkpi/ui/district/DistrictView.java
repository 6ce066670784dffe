package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.district.DistrictBlock.Place;
import districtkpi.ui.district.DistrictNavigation.Tab;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.RecentImports;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One district, named by its code in the address: how it stands, why it moved, what to do, and
 * every indicator.
 */
@Route(DistrictNavigation.PATH)
@StyleSheet("context://district.css")
@Requires(Permission.READ)
class DistrictView extends DistrictPage {

    /** How many rounds the small line has. */
    private static final int ROUNDS = 6;

    /** With more districts than this nobody looks for one in a list. */
    private static final int MAX_OTHERS = 50;

    private final Analyses analyses;
    private final RecentImports recentImports;
    private final ExtractRepository extracts;
    private final ImportLinks links;
    private final List<DistrictBlock> blocks;
    private final List<IndicatorActions> actions;

    DistrictView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            RecentImports recentImports,
            ExtractRepository extracts,
            ImportLinks links,
            List<DistrictBlock> blocks,
            List<IndicatorActions> actions) {
        super(preferences, rounds);
        this.analyses = analyses;
        this.recentImports = recentImports;
        this.extracts = extracts;
        this.links = links;
        this.blocks = List.copyOf(blocks);
        this.actions = List.copyOf(actions);
    }

    @Override
    protected String title(Shown shown, Words words) {
        return words.of("district.name", words.of(shown.district().name()));
    }

    @Override
    protected Scope scope() {
        return Scope.DAY;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(DistrictNavigation.TAB);
    }

    @Override
    protected List<Component> downloads(Shown shown, PageState state, Words words) {
        RoundId round = shown.scoreboard().agreement().round();
        String own = "&district=" + shown.district().code();
        return List.of(
                DataLink.csv(round, "scores", state, own, words.of("grid.download")),
                DataLink.csv(round, "movement", state, own, words.of("district.download.why")),
                DataLink.csv(round, "moves", state, own, words.of("district.download.moves")));
    }

    @Override
    protected List<Component> content(Shown shown, PageState state, Words words) {
        Scoreboard scoreboard = shown.scoreboard();
        List<Scoreboard> recent = rounds().upTo(scoreboard, ROUNDS);
        RoundBefore before = RoundBefore.of(recent, rounds());
        Tab tab = state.chosen(DistrictNavigation.TAB).orElse(Tab.INDICATORS);
        List<Component> content = new ArrayList<>();
        content.add(new DistrictStrip(recent, before, shown.district(), shown.row(), state, words));
        switch (tab) {
            case INDICATORS -> {
                Div first = new Div();
                first.addClassName("district-first");
                first.add(blocks(Place.WHY, shown, state, words));
                first.add(blocks(Place.TO_DO, shown, state, words));
                content.add(first);
                content.add(new DistrictTabs(shown.district().code(), tab, state, words));
                content.add(createTable(shown, before, state, words));
                content.addAll(blocks(Place.BELOW, shown, state, words));
            }
            case TREND -> {
                content.add(new DistrictTabs(shown.district().code(), tab, state, words));
                content.addAll(blocks(Place.TREND, shown, state, words));
            }
            case PLAN -> {
                content.add(new DistrictTabs(shown.district().code(), tab, state, words));
                content.addAll(blocks(Place.PLAN, shown, state, words));
            }
            case SOURCES -> {
                content.add(new DistrictTabs(shown.district().code(), tab, state, words));
                content.addAll(blocks(Place.SOURCES, shown, state, words));
                content.add(
                        FiguresTable.ofAll(
                                scoreboard,
                                shown.district().code(),
                                Workings.of(scoreboard, shown.district().code(), extracts),
                                links,
                                state,
                                words));
            }
        }
        createOthers(shown, state, words).ifPresent(content::add);
        return content;
    }

    private List<Component> blocks(Place place, Shown shown, PageState state, Words words) {
        return blocks.stream()
                .filter(block -> block.place() == place)
                .map(block -> block.of(shown.scoreboard(), shown.district(), state, words))
                .toList();
    }

    private Component createTable(Shown shown, RoundBefore before, PageState state, Words words) {
        Scoreboard scoreboard = shown.scoreboard();
        DistrictCode code = shown.district().code();
        return new IndicatorTable(
                scoreboard,
                before,
                shown.row().scorecard(),
                before.comparable()
                        .flatMap(earlier -> analyses.movement(code, earlier, scoreboard)),
                recentImports.of(scoreboard),
                line -> createCard(scoreboard, code, line, state, words),
                links,
                state,
                words);
    }

    private Component createCard(
            Scoreboard scoreboard,
            DistrictCode district,
            Scorecard.Line line,
            PageState state,
            Words words) {
        return new IndicatorCard(
                scoreboard,
                district,
                line,
                Workings.of(scoreboard, district, extracts),
                links,
                actions.stream()
                        .map(one -> one.of(scoreboard, district, words))
                        .flatMap(offered -> offered.apply(line.score()).stream())
                        .toList(),
                state,
                words);
    }

    /** The other districts; of very many the neighbours and the search have to do. */
    private static Optional<Component> createOthers(Shown shown, PageState state, Words words) {
        List<District> districts = shown.scoreboard().districts();
        if (districts.size() < 2 || districts.size() > MAX_OTHERS) {
            return Optional.empty();
        }
        Nav nav = new Nav();
        nav.setId("districts");
        nav.addClassName("district-links");
        nav.getElement().setAttribute("aria-label", words.of("district.others"));
        nav.add(new Span(words.of("district.others")));
        for (District district : districts) {
            if (!district.equals(shown.district())) {
                nav.add(DistrictNavigation.link(state, district.code(), words.of(district.name())));
            }
        }
        return Optional.of(nav);
    }
}
