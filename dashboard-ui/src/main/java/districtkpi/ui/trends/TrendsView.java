package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.Courses;
import districtkpi.office.words.Words;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.shell.Scope;
import districtkpi.ui.shell.TableLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.trends.TrendsNavigation.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Across rounds and within a round: who rose, who fell, and why. */
@Route(TrendsNavigation.PATH)
@StyleSheet("context://analysis.css")
@Menu(title = "nav.trends", order = 22, icon = "vaadin:trending-up")
@Requires(Permission.READ)
class TrendsView extends RoundPage {

    /** Four years of rounds side by side; the file has all of them. */
    private static final int MAX_ROUNDS = 8;

    private final Analyses analyses;
    private final Courses courses;
    private final ImportLinks links;

    TrendsView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            Courses courses,
            ImportLinks links) {
        super(preferences, rounds, "nav.trends");
        this.analyses = analyses;
        this.courses = courses;
        this.links = links;
    }

    @Override
    protected Scope scope() {
        return Scope.PART;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return TrendsNavigation.parameters();
    }

    /** Leads old links, which name a section in a way of their own, to the address of today. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        if (shown().chosen(TrendsNavigation.MEASURE).isPresent()) {
            event.forwardTo(TrendsNavigation.PATH, TrendsNavigation.withSection(shown()).toQuery());
        }
    }

    @Override
    protected List<Component> downloads(Scoreboard scoreboard, PageState state, Words words) {
        List<Component> files = new ArrayList<>();
        files.add(
                TableLink.csv(
                        "trend",
                        scoreboard.agreement().round(),
                        state,
                        "",
                        words.of("trends.download")));
        files.addAll(
                DistrictSection.files(
                        followed(newest(rounds().upTo(scoreboard)), state),
                        analyses,
                        courses,
                        state,
                        TrendsNavigation.tab(state) == Tab.COURSE,
                        words));
        return files;
    }

    private static List<Scoreboard> newest(List<Scoreboard> all) {
        return all.subList(Math.max(0, all.size() - MAX_ROUNDS), all.size());
    }

    private Followed followed(List<Scoreboard> newest, PageState state) {
        return Followed.of(newest, RoundBefore.of(newest, rounds()), analyses.trend(newest), state);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        List<Scoreboard> all = rounds().upTo(scoreboard);
        List<Scoreboard> newest = newest(all);
        Followed followed = followed(newest, state);
        List<Component> content = new ArrayList<>();
        content.add(new RoundHeading(words.of("trends.title"), scoreboard, state, words));
        content.add(new TrendFilter(followed, state, words));
        unknown(followed, state, words).ifPresent(content::add);
        Part part = followed.part();
        boolean empty = part.indicators().isEmpty();
        if (empty) {
            content.add(PartRemark.empty(part, TrendsNavigation.PATH, state, words));
        } else if (!part.isWhole()) {
            content.add(PartRemark.shown(part, TrendsNavigation.PATH, state, words));
        }
        DistrictSection district =
                new DistrictSection(followed, analyses, courses, links, state, words);
        RoundsSection across =
                new RoundsSection(
                        followed, district.shown(), all.size() > newest.size(), state, words);
        Div pictures = new Div(across, district);
        pictures.addClassName("trend-pictures");
        content.add(pictures);
        Tab tab = TrendsNavigation.tab(state);
        content.add(new TrendTabs(tab, state, words));
        List<Component> below =
                switch (tab) {
                    case CAUSES -> district.causes();
                    case ROUNDS -> empty ? List.of() : across.values();
                    case COURSE -> district.course();
                    case RULES ->
                            newest.size() > 1 && !empty
                                    ? List.of(new RuleChanges(followed, words))
                                    : List.of();
                };
        content.addAll(
                below.isEmpty()
                        ? List.of(new Remark("tab-nothing", words.of("tabs.nothing")))
                        : below);
        return content;
    }

    /** What the address asks for and no round has. */
    private static Optional<Component> unknown(Followed followed, PageState state, Words words) {
        List<String> unknown =
                new ArrayList<>(followed.unknown().stream().map(DistrictCode::value).toList());
        state.chosen(TrendsNavigation.CONCEPT)
                .filter(concept -> followed.concept().isEmpty())
                .ifPresent(concept -> unknown.add(concept.value()));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Remark(
                                "trends-unknown",
                                words.of("trends.unknown", String.join(", ", unknown))));
    }
}
