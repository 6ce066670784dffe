package districtkpi.ui.ranking;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.analysis.Recent;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.plan.ProvinceMoves;
import districtkpi.ui.map.DistrictShapes;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.RowCache;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.RoundPage;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The overview for a meeting, on the whole screen: ranking, movers, risks, gains, decisions. The
 * arrow keys go from slide to slide.
 */
@Route(value = PresentationView.PATH, autoLayout = false)
@StyleSheet("context://overview.css")
@Requires(Permission.READ)
class PresentationView extends RoundPage {

    static final String PATH = "presentation";

    /** More lines than this cannot be read from the back of a room. */
    private static final int MAX_LINES = 8;

    /** What a slide is about. */
    enum Slide {
        RANKING,
        MOVERS,
        RISKS,
        GAINS,
        DECISIONS
    }

    private static final Parameter<Slide> SLIDE = Parameter.choice("slide", Slide.class);

    private final Preferences preferences;
    private final Analyses analyses;
    private final DistrictShapes shapes;
    private final PublicationRepository publications;
    private final RowCache keptRows;

    PresentationView(
            Preferences preferences,
            Rounds rounds,
            Analyses analyses,
            DistrictShapes shapes,
            PublicationRepository publications,
            RowCache keptRows) {
        super(preferences, rounds, "presentation");
        this.preferences = preferences;
        this.analyses = analyses;
        this.shapes = shapes;
        this.publications = publications;
        this.keptRows = keptRows;
    }

    /** A link to the first slide. */
    static Anchor link(PageState state, Words words) {
        Anchor link = PageLink.to(PATH, state.shared(), words.of("presentation"));
        link.setId("presentation-link");
        return link;
    }

    /** The frame of other screens does this for them. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        shown().chosenLocale().ifPresent(preferences::choose);
        event.getUI().setLocale(preferences.words().peek().locale());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Shortcuts.addShortcutListener(this, () -> turn(1), Key.ARROW_RIGHT);
        Shortcuts.addShortcutListener(this, () -> turn(1), Key.PAGE_DOWN);
        Shortcuts.addShortcutListener(this, () -> turn(-1), Key.ARROW_LEFT);
        Shortcuts.addShortcutListener(this, () -> turn(-1), Key.PAGE_UP);
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(SLIDE);
    }

    private void turn(int by) {
        List<Slide> all = List.of(Slide.values());
        int next = Math.clamp(all.indexOf(slide(shown())) + (long) by, 0, all.size() - 1);
        UI.getCurrent().navigate(PATH, shown().with(SLIDE, all.get(next)).toQuery());
    }

    private static Slide slide(PageState state) {
        return state.chosen(SLIDE).orElse(Slide.RANKING);
    }

    @Override
    protected List<Component> content(Scoreboard scoreboard, PageState state, Words words) {
        Slide slide = slide(state);
        List<Scoreboard> recent = rounds().upTo(scoreboard, Attention.ROUNDS);
        RoundBefore before = RoundBefore.of(recent, rounds());
        Main main = new Main();
        main.setId("main");
        main.addClassName("slide");
        main.getElement().setAttribute("lang", words.languageTag());
        main.add(new H1(name(slide, words)));
        main.add(
                switch (slide) {
                    case RANKING -> ranking(recent, before, state, words);
                    case MOVERS -> movers(scoreboard, before, words);
                    case RISKS -> risks(scoreboard, recent, words);
                    case GAINS -> gains(scoreboard, words);
                    case DECISIONS -> decisions(scoreboard, recent, before, state, words);
                });
        Span round = new Span(words.round(scoreboard.agreement().round()));
        Div bar = new Div(round, createTurns(slide, state, words));
        if (scoreboard.demonstration()) {
            round.add(" · " + words.of("demonstration.mark"));
        }
        bar.addClassName("slide-bar");
        return List.of(main, bar);
    }

    private Component createTurns(Slide slide, PageState state, Words words) {
        Div turns = new Div();
        turns.addClassName("slide-turns");
        List<Slide> all = List.of(Slide.values());
        for (Slide one : all) {
            Anchor link =
                    PageLink.to(PATH, state.with(SLIDE, one), words.number(all.indexOf(one) + 1L));
            link.setTitle(name(one, words));
            if (one == slide) {
                link.getElement().setAttribute("aria-current", "true");
            }
            turns.add(link);
        }
        Button whole = new Button(words.of("presentation.whole"), VaadinIcon.EXPAND_FULL.create());
        whole.setId("whole-screen");
        whole.addThemeVariants(ButtonVariant.TERTIARY);
        whole.getElement()
                .executeJs(
                        "this.addEventListener('click', () => document.fullscreenElement"
                                + " ? document.exitFullscreen()"
                                + " : document.documentElement.requestFullscreen())");
        Anchor end = PageLink.home(state.with(SLIDE, null), words.of("presentation.end"));
        end.setId("end-presentation");
        turns.add(whole, end);
        return turns;
    }

    private static String name(Slide slide, Words words) {
        return switch (slide) {
            case RANKING -> words.of("presentation.ranking");
            case MOVERS -> words.of("presentation.movers");
            case RISKS -> words.of("presentation.risks");
            case GAINS -> words.of("presentation.gains");
            case DECISIONS -> words.of("presentation.decisions");
        };
    }

    private Component ranking(
            List<Scoreboard> recent, RoundBefore before, PageState state, Words words) {
        Scoreboard scoreboard = recent.getLast();
        PageState home = state.with(SLIDE, null);
        Div left =
                new Div(
                        new RankingTable(
                                recent,
                                before,
                                DistrictChoice.of(scoreboard.ranking(), home),
                                new RankCertainty(scoreboard, analyses, home, words),
                                new RankingMarks(analyses.cliffs(scoreboard), words),
                                new Recent(scoreboard, Set.of()),
                                keptRows,
                                new Ticked(),
                                home,
                                words));
        Div right = new Div(new MapPanel(scoreboard, before, shapes, home, words));
        right.addClassName("overview-side");
        Div overview = new Div(left, right);
        overview.addClassName("overview");
        return overview;
    }

    /** A district whose rank moved. */
    private record Mover(Ranking.Row then, Ranking.Row now) {

        private int places() {
            return then.rank().orElseThrow() - now.rank().orElseThrow();
        }
    }

    private static Component movers(Scoreboard scoreboard, RoundBefore before, Words words) {
        if (before.comparable().isEmpty()) {
            return new Paragraph(
                    before.refusal(words).orElseGet(() -> words.of("findings.fell.first-round")));
        }
        List<Mover> movers = movers(scoreboard, before.comparable().get());
        if (movers.isEmpty()) {
            return new Paragraph(words.of("presentation.movers.none"));
        }
        return lines(
                movers.stream()
                        .map(mover -> {
                            RankMovement movement =
                                    RankMovement.of(mover.then().rank(), mover.now().rank());
                            Span arrow = movement.mark(words);
                            return new Span(
                                    new Span(
                                            new DistrictNames(scoreboard, words)
                                                            .of(mover.now().scorecard().district())
                                                    + " "),
                                    arrow,
                                    new Span(
                                            " "
                                                    + words.of(
                                                            "presentation.movers.line",
                                                            words.number(rank(mover.then().rank())),
                                                            words.number(rank(mover.now().rank())),
                                                            change(mover, words))));
                        }));
    }

    private static int rank(OptionalInt rank) {
        return rank.orElseThrow();
    }

    private static String change(Mover mover, Words words) {
        return mover.now()
                .scorecard()
                .total()
                .points()
                .flatMap(now ->
                        mover.then()
                                .scorecard()
                                .total()
                                .points()
                                .map(then -> words.difference(now.subtract(then))))
                .orElse("–");
    }

    /** The largest movements first. */
    private static List<Mover> movers(Scoreboard scoreboard, Scoreboard before) {
        return scoreboard.ranking().rows().stream()
                .filter(row -> row.rank().isPresent())
                .flatMap(row ->
                        before.ranking().row(row.scorecard().district()).stream()
                                .filter(then -> then.rank().isPresent())
                                .map(then -> new Mover(then, row)))
                .filter(mover -> mover.places() != 0)
                .sorted(
                        Comparator.comparingInt((Mover mover) -> Math.abs(mover.places()))
                                .reversed())
                .toList();
    }

    private Component risks(Scoreboard scoreboard, List<Scoreboard> recent, Words words) {
        List<Span> risks = new ArrayList<>();
        analyses.attention(recent).missing().stream()
                .limit(MAX_LINES / 2)
                .map(missing -> new Span(missing(missing, scoreboard, words)))
                .forEach(risks::add);
        analyses.cliffs(scoreboard).justMet().stream()
                .limit(MAX_LINES - (long) risks.size())
                .map(edge -> new Span(edge(edge, scoreboard, words)))
                .forEach(risks::add);
        return risks.isEmpty()
                ? new Paragraph(words.of("brief.nothing-at-risk"))
                : lines(risks.stream());
    }

    private static String missing(Attention.Missing missing, Scoreboard scoreboard, Words words) {
        return words.of(
                "presentation.risks.missing",
                new DistrictNames(scoreboard, words).of(missing.district()),
                Stream.concat(missing.noResult().stream(), missing.incomplete().stream())
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")),
                words.total(missing.open()));
    }

    private static String edge(CliffWatch.Edge edge, Scoreboard scoreboard, Words words) {
        MeasureWords measure = new MeasureWords(words, edge.indicator());
        return words.of(
                "presentation.risks.edge",
                new DistrictNames(scoreboard, words).of(edge.district()),
                edge.indicator().id(),
                measure.compared(edge.condition(), edge.number()),
                measure.conditionInWords(edge.condition()),
                words.total(edge.stake()));
    }

    private Component gains(Scoreboard scoreboard, Words words) {
        if (EarlierRound.isOver(scoreboard)) {
            return new Paragraph(words.of("presentation.gains.over"));
        }
        List<ProvinceMoves.NextStep> steps = analyses.moves(scoreboard).byGain();
        return steps.isEmpty()
                ? new Paragraph(words.of("brief.nothing-to-gain"))
                : lines(
                        steps.stream()
                                .limit(MAX_LINES)
                                .map(step ->
                                        new Span(
                                                words.of(
                                                        "findings.gain.best",
                                                        new DistrictNames(scoreboard, words)
                                                                .of(step.climb().district()),
                                                        step.climb().indicator().id(),
                                                        words.number(step.climb().from()),
                                                        words.number(step.climb().to()),
                                                        words.difference(step.climb().gain())))));
    }

    private Component decisions(
            Scoreboard scoreboard,
            List<Scoreboard> recent,
            RoundBefore before,
            PageState state,
            Words words) {
        List<Span> decisions = new ArrayList<>();
        List<Attention.Missing> missing = analyses.attention(recent).missing();
        if (!missing.isEmpty()) {
            decisions.add(
                    new Span(
                            words.of(
                                    "presentation.decisions.missing",
                                    names(
                                            missing.stream().map(Attention.Missing::district),
                                            scoreboard,
                                            words))));
        }
        before.comparable()
                .ifPresent(earlier -> {
                    List<Mover> fallen =
                            movers(scoreboard, earlier).stream()
                                    .filter(mover -> mover.places() < 0)
                                    .toList();
                    if (!fallen.isEmpty()) {
                        decisions.add(
                                new Span(
                                        words.of(
                                                "presentation.decisions.support",
                                                names(
                                                        fallen.stream()
                                                                .map(mover ->
                                                                        mover.now()
                                                                                .scorecard()
                                                                                .district()),
                                                        scoreboard,
                                                        words))));
                    }
                });
        List<CliffWatch.Edge> edges = analyses.cliffs(scoreboard).justMet();
        if (!edges.isEmpty()) {
            decisions.add(
                    new Span(words.of("presentation.decisions.edges", words.number(edges.size()))));
        }
        if (isToBePublished(scoreboard, state)) {
            decisions.add(new Span(words.of("presentation.decisions.publish")));
        }
        return decisions.isEmpty()
                ? new Paragraph(words.of("presentation.decisions.none"))
                : lines(decisions.stream());
    }

    /** Whether all of the round is shown as it is today, and that is not published yet. */
    private boolean isToBePublished(Scoreboard scoreboard, PageState state) {
        return scoreboard.publication().isEmpty()
                && state.chosenDay().isEmpty()
                && scoreboard.ranking().rows().stream().noneMatch(Ranking.Row::isRankWithheld)
                && publications
                        .draft(scoreboard.agreement().round())
                        .filter(draft -> draft.hasResults() && !draft.isUnchanged())
                        .isPresent();
    }

    private static Component lines(Stream<Span> lines) {
        OrderedList list = new OrderedList();
        list.addClassName("slide-lines");
        lines.limit(MAX_LINES).forEach(line -> list.add(new ListItem(line)));
        return list;
    }

    private static String names(
            Stream<DistrictCode> districts, Scoreboard scoreboard, Words words) {
        return districts
                .map(new DistrictNames(scoreboard, words)::of)
                .collect(Collectors.joining(", "));
    }
}
