package districtkpi.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Influence;
import districtkpi.ui.agreement.AgreementNavigation;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.DistrictTermsList;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.StageList;
import districtkpi.ui.parts.Tabs;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One indicator, named by its code in the address; without a code the list of all. */
@Route(IndicatorNavigation.PATH)
@StyleSheet("context://district.css")
@StyleSheet("context://indicator.css")
@Menu(title = "nav.indicators", order = 24, icon = "vaadin:dot-circle")
@Requires(Permission.READ)
class IndicatorView extends Page implements HasUrlParameter<String> {

    /** What the lower half of the page shows. */
    enum Tab {
        DISTRICTS,
        COURSE,
        ROUNDS
    }

    static final Parameter<Tab> TAB = Parameter.choice("tab", Tab.class);

    private Optional<IndicatorId> asked = Optional.empty();
    private final Rounds rounds;
    private final Analyses analyses;
    private final ImportLinks links;

    IndicatorView(Preferences preferences, Rounds rounds, Analyses analyses, ImportLinks links) {
        super(preferences);
        this.rounds = rounds;
        this.analyses = analyses;
        this.links = links;
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        try {
            asked =
                    parameter == null || parameter.isEmpty()
                            ? Optional.empty()
                            : Optional.of(IndicatorId.of(parameter));
            about(asked);
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected String title(PageState state, Words words) {
        return asked.map(IndicatorId::value).orElseGet(() -> words.of("nav.indicators"));
    }

    @Override
    protected Scope scope() {
        return Scope.DAY;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(TAB);
    }

    @Override
    protected List<Component> downloads(PageState state, Words words) {
        return rounds.scoreboard(state)
                .map(scoreboard -> scoreboard.agreement().round())
                .<List<Component>>map(round ->
                        List.of(
                                DataLink.csv(round, "scores", state, words.of("grid.download")),
                                DataLink.csv(
                                        round,
                                        "weights",
                                        state,
                                        words.of("indicator.download.decides"))))
                .orElse(List.of());
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        Optional<IndicatorId> id = asked;
        Optional<Scoreboard> found = rounds.scoreboard(state);
        if (found.isEmpty()) {
            return List.of(
                    new H1(words.of("nav.indicators")), new Paragraph(words.of("round.unknown")));
        }
        Scoreboard scoreboard = found.get();
        Influence influence = analyses.influence(scoreboard);
        if (id.isEmpty()) {
            return List.of(
                    new RoundHeading(words.of("nav.indicators"), scoreboard, state, words),
                    new IndicatorList(influence, state, words));
        }
        return influence.indicators().stream()
                .filter(one -> one.indicator().id().equals(id.get()))
                .findFirst()
                .map(one -> content(one, scoreboard, state, words))
                .orElseGet(() -> unknown(state, words));
    }

    private static List<Component> unknown(PageState state, Words words) {
        return List.of(
                new H1(words.of("indicator.unknown")),
                new Paragraph(words.of("indicator.unknown.text")),
                new Paragraph(IndicatorNavigation.linkToAll(state, words.of("indicator.all"))));
    }

    private List<Component> content(
            Influence.OfIndicator one, Scoreboard scoreboard, PageState state, Words words) {
        Indicator indicator = one.indicator();
        RoundBefore before = RoundBefore.of(scoreboard, rounds);
        Tab tab = state.chosen(TAB).orElse(Tab.DISTRICTS);
        List<Component> content = new ArrayList<>();
        content.add(
                new RoundHeading(
                                words.of(
                                        "indicator.title",
                                        indicator.id(),
                                        words.of(indicator.name())),
                                scoreboard,
                                state,
                                words)
                        .beside(ways(indicator, scoreboard, state, words)));
        content.add(createFigures(one, words));
        content.add(new DistrictDots(scoreboard, one, state, words));
        scoreboard
                .stored()
                .agreement()
                .indicator(indicator.id())
                .filter(agreed -> !agreed.stages().isEmpty())
                .ifPresent(agreed -> content.add(new StageList(agreed, words)));
        if (!indicator.districts().isEmpty()) {
            content.add(
                    new DistrictTermsList(
                            indicator,
                            words.of("district-terms.differ"),
                            new DistrictNames(scoreboard, words)::of,
                            words));
        }
        content.add(createTabs(indicator.id(), tab, state, words));
        content.add(
                switch (tab) {
                    case DISTRICTS ->
                            new ResultsTable(scoreboard, before, indicator, links, state, words);
                    case COURSE ->
                            new LevelCourse(
                                    scoreboard, indicator.id(), analyses, rounds, state, words);
                    case ROUNDS ->
                            new LevelHistory(
                                    rounds.upTo(scoreboard, LevelHistory.MAX_ROUNDS),
                                    before,
                                    indicator,
                                    analyses,
                                    state,
                                    words);
                });
        return content;
    }

    private static Component[] ways(
            Indicator indicator, Scoreboard scoreboard, PageState state, Words words) {
        List<IndicatorId> all = scoreboard.agreement().indicators().map(Indicator::id).toList();
        int place = all.indexOf(indicator.id());
        List<Component> ways = new ArrayList<>();
        if (place > 0) {
            ways.add(neighbour(all.get(place - 1), "◂", state));
        }
        if (place + 1 < all.size()) {
            ways.add(neighbour(all.get(place + 1), "▸", state));
        }
        Anchor list = IndicatorNavigation.linkToAll(state, words.of("indicator.all"));
        list.setId("to-indicators");
        ways.add(list);
        Anchor terms =
                AgreementNavigation.linkToTerms(state, indicator.id(), words.of("indicator.terms"));
        terms.setId("to-terms");
        ways.add(terms);
        return ways.toArray(Component[]::new);
    }

    private static Component neighbour(IndicatorId id, String sign, PageState state) {
        Anchor link = IndicatorNavigation.link(state, id, sign);
        link.addClassName("neighbour");
        link.setTitle(id.value());
        link.setAriaLabel(id.value());
        return link;
    }

    private static Component createFigures(Influence.OfIndicator one, Words words) {
        Div figures = new Div();
        figures.setId("indicator-figures");
        figures.addClassName("indicator-figures");
        figures.add(
                new Figure(
                        "indicator-weight",
                        words.of("weights.influence.nominal"),
                        IndicatorList.weight(one, words)),
                new Figure(
                        "indicator-mean",
                        words.of("weights.influence.mean"),
                        one.meanLevel().map(words::total).orElse("–")),
                new Figure(
                        "indicator-decides",
                        words.of("indicator.decides"),
                        IndicatorList.decides(one, words)));
        return figures;
    }

    private static Component createTabs(IndicatorId id, Tab shown, PageState state, Words words) {
        Tabs<Tab> tabs =
                new Tabs<>(
                        TAB,
                        shown,
                        tab ->
                                PageLink.to(
                                        IndicatorNavigation.PATH + "/" + id,
                                        state.shared().with(TAB, tab == Tab.DISTRICTS ? null : tab),
                                        name(tab, words)),
                        words);
        tabs.setId("tabs");
        return tabs;
    }

    private static String name(Tab tab, Words words) {
        return switch (tab) {
            case DISTRICTS -> words.of("indicator.tab.districts");
            case COURSE -> words.of("indicator.tab.course");
            case ROUNDS -> words.of("indicator.tab.rounds");
        };
    }
}
