package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.scoring.brief.Brief;
import districtkpi.scoring.brief.Cause;
import districtkpi.scoring.brief.Finding;
import districtkpi.scoring.certainty.Pair;
import districtkpi.ui.compare.CompareNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.plan.PlanNavigation;
import districtkpi.ui.ranking.RankingNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The four things that a director asks first, a line each: whether rank 1 is safe, who fell most,
 * what waits for figures, and what would gain most, or in a round that is over, what only just
 * passed.
 */
class FindingLines extends Composite<UnorderedList> {

    private static final String IMPORT_PATH = "import";

    private final DistrictNames names;
    private final boolean over;
    private final RoundBefore before;
    private final PageState state;
    private final Words words;

    /**
     * @param before what it is compared with
     */
    FindingLines(
            Brief brief, Scoreboard scoreboard, RoundBefore before, PageState state, Words words) {
        this.names = new DistrictNames(scoreboard, words);
        this.over = EarlierRound.isOver(scoreboard);
        this.before = before;
        this.state = state;
        this.words = words;
        getContent().setId("findings");
        getContent().addClassName("findings");
        getContent().getElement().setAttribute("aria-label", words.of("findings"));
        addLead(brief.findings());
        addMovement(brief.findings());
        addMissing(brief.findings());
        addLast(brief.findings());
    }

    private void addLead(List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Leads leads -> {
                    Pair pair = leads.toNext();
                    boolean safe =
                            leads.settled()
                                    && leads.withinNear().isCertain()
                                    && pair.levelChanges() > 1;
                    add(
                            safe ? "good" : "warn",
                            words.of("findings.lead"),
                            words.of(
                                    safe ? "findings.lead.safe" : "findings.lead.open",
                                    names.of(pair.ahead()),
                                    words.total(pair.gap()),
                                    RankCertainty.levels(pair.levelChanges(), words)),
                            CompareNavigation.link(
                                    state,
                                    List.of(pair.ahead(), pair.behind()),
                                    words.of("nav.compare")));
                    return;
                }
                case Finding.Shared shared -> {
                    add(
                            "warn",
                            words.of("findings.lead"),
                            words.of(
                                    "findings.lead.shared",
                                    shared.districts().stream()
                                            .map(names::of)
                                            .limit(2)
                                            .collect(Collectors.joining(", ")),
                                    words.number(shared.districts().size())),
                            CompareNavigation.link(
                                    state,
                                    shared.districts().stream().limit(2).toList(),
                                    words.of("nav.compare")));
                    return;
                }
                case Finding.NoResults() -> {
                    add(
                            "warn",
                            words.of("findings.lead"),
                            words.of("findings.lead.none"),
                            PageLink.to(IMPORT_PATH, state.shared(), words.of("nav.import")));
                    return;
                }
                case Finding.OnlyOne(DistrictCode district, var total) -> {
                    add(
                            "warn",
                            words.of("findings.lead"),
                            words.of("findings.lead.one", names.of(district), words.total(total)),
                            check());
                    return;
                }
                default -> {
                    // Of something else.
                }
            }
        }
    }

    private void addMovement(List<Finding> findings) {
        String question =
                before.since(words)
                        .map(since -> words.of("findings.fell.since", since))
                        .orElseGet(() -> words.of("findings.fell"));
        Optional<String> refusal = before.refusal(words);
        if (refusal.isPresent()) {
            add("calm", question, refusal.get(), check());
            return;
        }
        Optional<Finding.Moved> fell =
                findings.stream()
                        .filter(Finding.Moved.class::isInstance)
                        .map(Finding.Moved.class::cast)
                        .filter(moved -> moved.rank().change() < 0)
                        .findFirst();
        if (fell.isEmpty()) {
            boolean first = findings.stream().anyMatch(Finding.NothingBefore.class::isInstance);
            add(
                    first ? "calm" : "good",
                    question,
                    words.of(first ? "findings.fell.first-round" : "findings.fell.none"),
                    TrendsNavigation.link(state, words.of("nav.trends")));
            return;
        }
        DistrictCode district = fell.get().rank().district();
        add(
                "bad",
                question,
                words.of(
                        "findings.fell.most",
                        names.of(district),
                        words.countOfRanks(-fell.get().rank().change()),
                        cause(fell.get().cause())),
                TrendsNavigation.linkToMovement(state, district, words.of("findings.why")));
    }

    private String cause(Cause cause) {
        return switch (cause) {
            case Cause.Others() -> words.of("findings.cause.others");
            case Cause.Own own ->
                    words.of(
                            "findings.cause.own",
                            own.most()
                                    .pairing()
                                    .after()
                                    .or(() -> own.most().pairing().before())
                                    .map(indicator -> indicator.id().value())
                                    .orElse("–"),
                            words.difference(own.pointsOfMost()));
        };
    }

    private void addMissing(List<Finding> findings) {
        Optional<Finding.MissingFigures> missing =
                findings.stream()
                        .filter(Finding.MissingFigures.class::isInstance)
                        .map(Finding.MissingFigures.class::cast)
                        .findFirst();
        add(
                missing.isPresent() ? "warn" : "good",
                words.of("findings.missing"),
                missing.map(one ->
                                words.of(
                                        "findings.missing.some",
                                        words.number(one.districts()),
                                        names.of(one.most().district()),
                                        words.total(one.most().open())))
                        .orElseGet(() -> words.of("findings.missing.none")),
                check());
    }

    private void addLast(List<Finding> findings) {
        Optional<Finding.Gain> gain =
                findings.stream()
                        .filter(Finding.BestMoves.class::isInstance)
                        .map(one -> ((Finding.BestMoves) one).moves().getFirst())
                        .findFirst();
        if (over || gain.isEmpty()) {
            addEdge(findings);
            return;
        }
        var climb = gain.get().climb();
        add(
                "calm",
                words.of("findings.gain"),
                words.of(
                        "findings.gain.best",
                        names.of(climb.district()),
                        climb.indicator().id(),
                        words.number(climb.from()),
                        words.number(climb.to()),
                        words.difference(climb.gain())),
                PlanNavigation.link(state, climb.district(), words.of("findings.plan")));
    }

    private void addEdge(List<Finding> findings) {
        Optional<Finding.OnTheEdge> edge =
                findings.stream()
                        .filter(Finding.OnTheEdge.class::isInstance)
                        .map(Finding.OnTheEdge.class::cast)
                        .findFirst();
        add(
                edge.isPresent() ? "warn" : "good",
                words.of("findings.edge"),
                edge.map(one ->
                                words.of(
                                        "findings.edge.some",
                                        words.number(one.results()),
                                        names.of(one.most().district()),
                                        one.most().indicator().id(),
                                        words.total(one.most().stake())))
                        .orElseGet(() -> words.of("findings.edge.none")),
                check());
    }

    private void add(String tone, String question, String answer, Component link) {
        Span asked = new Span(question);
        asked.addClassName("finding-question");
        Span said = new Span(answer);
        said.addClassName("finding-answer");
        ListItem line = new ListItem(asked, said, link);
        line.addClassNames("finding", tone);
        getContent().add(line);
    }

    private Anchor check() {
        return RankingNavigation.linkToTab(
                state, Tab.CHECK, RankingTabs.ID, words.of("findings.check"));
    }
}
