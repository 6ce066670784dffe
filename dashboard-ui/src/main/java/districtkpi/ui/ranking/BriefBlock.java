package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.brief.Brief;
import districtkpi.scoring.brief.Cause;
import districtkpi.scoring.brief.Finding;
import districtkpi.scoring.certainty.Pair;
import districtkpi.scoring.certainty.Reversal;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.ui.compare.CompareNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.RoundOver;
import districtkpi.ui.parts.Sentence;
import districtkpi.ui.plan.PlanNavigation;
import districtkpi.ui.ranking.RankingNavigation.Tab;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a director should know first, in sentences whose numbers lead to where they come from. */
class BriefBlock extends Composite<Section> {

    /** More names than this make a sentence hard to read. */
    private static final int MAX_NAMES = 3;

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;
    private final DescriptionList list = new DescriptionList();

    /**
     * @param before what it is compared with
     */
    BriefBlock(
            Brief brief, Scoreboard scoreboard, RoundBefore before, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        H2 title = new H2(words.of("brief.title"));
        title.setId("brief-title");
        Section section = getContent();
        section.setId("brief");
        section.addClassName("brief");
        section.getElement().setAttribute("aria-labelledby", "brief-title");
        brief.findings().stream()
                // There is a round before; it cannot be compared with yet.
                .filter(finding ->
                        !(before.isRefused() && finding instanceof Finding.NothingBefore))
                .filter(finding -> !(EarlierRound.isOver(scoreboard) && isAdvice(finding)))
                .forEach(this::add);
        section.add(title, list);
        before.remark(words).ifPresent(remark -> section.add(new Remark("half-filled", remark)));
        RoundOver.remark(scoreboard, words).ifPresent(section::add);
    }

    private static boolean isAdvice(Finding finding) {
        return finding instanceof Finding.BestMoves || finding instanceof Finding.NothingToGain;
    }

    private void add(Finding finding) {
        switch (finding) {
            case Finding.NoResults() ->
                    say(words.of("brief.tag.lead"), sentence("brief.no-results", importLink()));
            case Finding.OnlyOne(var district, var total) ->
                    say(
                            words.of("brief.tag.lead"),
                            sentence(
                                    "brief.only-one",
                                    name(district),
                                    district(district, words.total(total))));
            case Finding.Leads leads -> say(words.of("brief.tag.lead"), lead(leads));
            case Finding.Shared shared -> say(words.of("brief.tag.lead"), shared(shared));
            case Finding.Close close -> say(words.of("brief.tag.close"), close(close));
            case Finding.Clear(int districts) ->
                    say(
                            words.of("brief.tag.close"),
                            sentence("brief.clear", certainty(words.number(districts))));
            case Finding.NothingBefore() ->
                    say(words.of("brief.tag.movement"), sentence("brief.nothing-before"));
            case Finding.NoneMoved(int districts) ->
                    say(
                            words.of("brief.tag.movement"),
                            sentence(
                                    "brief.none-moved",
                                    PageLink.to(
                                            RankingNavigation.PATH,
                                            state,
                                            "ranking",
                                            words.number(districts))));
            case Finding.Moved moved ->
                    say(
                            words.of(moved.rank().change() > 0 ? "brief.tag.up" : "brief.tag.down"),
                            moved(moved));
            case Finding.OnTheEdge(int results, var most) ->
                    say(words.of("brief.tag.edge"), onTheEdge(results, most));
            case Finding.MissingFigures(int districts, var most) ->
                    say(words.of("brief.tag.missing"), missing(districts, most));
            case Finding.TwiceFalling(int districts, var deepest) ->
                    say(words.of("brief.tag.falling"), falling(districts, deepest));
            case Finding.NothingAtRisk() ->
                    say(words.of("brief.tag.risk"), sentence("brief.nothing-at-risk"));
            case Finding.BestMoves(var moves) -> say(words.of("brief.tag.moves"), moves(moves));
            case Finding.NothingToGain() ->
                    say(words.of("brief.tag.moves"), sentence("brief.nothing-to-gain"));
        }
    }

    private void say(String tag, Component... sentences) {
        DescriptionList.Description said = new DescriptionList.Description();
        for (Component sentence : sentences) {
            if (said.getChildren().findAny().isPresent()) {
                said.add(" ");
            }
            said.add(sentence);
        }
        list.add(new DescriptionList.Term(tag), said);
    }

    private Sentence sentence(String key, Component... arguments) {
        return new Sentence(words, key, arguments);
    }

    private Component[] lead(Finding.Leads leads) {
        Pair pair = leads.toNext();
        DistrictCode leader = pair.ahead();
        List<Component> said = new ArrayList<>();
        said.add(
                sentence(
                        "brief.leads",
                        name(leader),
                        district(leader, words.total(leads.total())),
                        name(pair.behind()),
                        comparison(pair, words.total(pair.gap()))));
        Component levels = comparison(pair, RankCertainty.levels(pair.levelChanges(), words));
        said.add(
                switch (pair.reversal()) {
                    case Reversal.Beyond(var least) ->
                            sentence(
                                    "brief.sure.beyond", certainty(words.eitherWay(least)), levels);
                    case Reversal.Dominated(), Reversal.Identical() ->
                            sentence("brief.sure.dominated", levels);
                });
        said.add(
                sentence(
                        leads.withinNear().isCertain() ? "brief.sure.stays" : "brief.sure.range",
                        certainty(
                                words.ranks(
                                        leads.withinNear().best(), leads.withinNear().worst()))));
        if (!leads.settled()) {
            said.add(sentence("brief.unsettled"));
        }
        return said.toArray(Component[]::new);
    }

    private Component[] shared(Finding.Shared shared) {
        Sentence said =
                sentence(
                        "brief.shared",
                        first(shared.districts(), this::name),
                        district(shared.districts().getFirst(), words.total(shared.total())));
        return shared.settled()
                ? new Component[] {said}
                : new Component[] {said, sentence("brief.unsettled")};
    }

    private Component close(Finding.Close close) {
        Component bands =
                first(
                        close.bands(),
                        band ->
                                RankingNavigation.linkToRow(
                                        state,
                                        band.districts().getFirst(),
                                        words.ranks(band.firstRank(), band.lastRank())));
        return sentence(
                "brief.close",
                certainty(words.number(close.inBands())),
                certainty(words.number(close.districts())),
                bands);
    }

    private Component[] moved(Finding.Moved moved) {
        DistrictCode district = moved.rank().district();
        int change = moved.rank().change();
        Sentence what =
                sentence(
                        change > 0 ? "brief.rose" : "brief.fell",
                        name(district),
                        movement(district, words.number(Math.abs(change))),
                        movement(district, words.number(moved.rank().before())),
                        movement(district, words.number(moved.rank().after())),
                        movement(district, words.difference(moved.total().change())));
        return switch (moved.cause()) {
            case Cause.Others() -> new Component[] {what, sentence("brief.cause.others")};
            case Cause.Own own -> because(district, what, own);
        };
    }

    private Component[] because(DistrictCode district, Sentence what, Cause.Own own) {
        Component indicator =
                own.most()
                        .pairing()
                        .after()
                        .map(after -> (Component) indicator(district, after.id()))
                        .orElseGet(() ->
                                new Text(
                                        own.most()
                                                .pairing()
                                                .before()
                                                .map(before -> before.id().value())
                                                .orElse("")));
        Sentence why =
                sentence(
                        "brief.cause",
                        new Text(kind(own.kind())),
                        movement(district, words.difference(own.points())),
                        indicator,
                        movement(district, words.difference(own.pointsOfMost())));
        return own.kind() == Cause.Kind.RESULTS && own.most().figureMissing()
                ? new Component[] {what, why, sentence("brief.cause.missing")}
                : new Component[] {what, why};
    }

    private String kind(Cause.Kind kind) {
        return switch (kind) {
            case RESULTS -> words.of("brief.kind.results");
            case THRESHOLDS -> words.of("brief.kind.thresholds");
            case WEIGHTS -> words.of("brief.kind.weights");
            case ADDED -> words.of("brief.kind.added");
            case DROPPED -> words.of("brief.kind.dropped");
            case CORRECTIONS -> words.of("brief.kind.corrections");
        };
    }

    private Component onTheEdge(int results, CliffWatch.Edge most) {
        MeasureWords measure = new MeasureWords(words, most.indicator());
        Condition.Comparison condition = most.condition();
        return sentence(
                "brief.edge",
                watch(words.number(results)),
                name(most.district()),
                indicator(most.district(), most.indicator().id()),
                new Text(measure.compared(condition, most.number())),
                new Text(measure.conditionInWords(condition)),
                indicator(most.district(), most.indicator().id(), words.total(most.stake())));
    }

    private Component missing(int districts, Attention.Missing most) {
        List<IndicatorId> all =
                Stream.concat(most.noResult().stream(), most.incomplete().stream()).toList();
        Component indicators = first(all, id -> indicator(most.district(), id));
        return sentence(
                "brief.missing",
                watch(words.number(districts)),
                name(most.district()),
                indicators,
                district(most.district(), words.total(most.open())));
    }

    private Component falling(int districts, Attention.TwiceFalling deepest) {
        DistrictCode district = deepest.district();
        return sentence(
                "brief.falling",
                watch(words.number(districts)),
                name(district),
                movement(district, words.total(deepest.fall())),
                movement(district, words.total(deepest.beforeLast())),
                movement(district, words.total(deepest.last())),
                movement(district, words.total(deepest.now())));
    }

    private Component[] moves(List<Finding.Gain> moves) {
        List<Component> said = new ArrayList<>();
        for (Finding.Gain gain : moves) {
            DistrictCode district = gain.climb().district();
            Indicator indicator = gain.climb().indicator();
            Sentence move =
                    sentence(
                            "brief.move",
                            name(district),
                            indicator(district, indicator.id()),
                            indicator(district, indicator.id(), words.number(gain.climb().from())),
                            indicator(district, indicator.id(), words.number(gain.climb().to())),
                            PlanNavigation.link(
                                    state, district, words.difference(gain.climb().gain())),
                            PlanNavigation.link(
                                    state, district, words.difference(gain.meanGain())));
            move.addClassName("move");
            said.add(move);
        }
        return said.toArray(Component[]::new);
    }

    /** The first of some, with how many more there are. */
    private <T> Component first(List<T> all, Function<T, Component> show) {
        Span shown = new Span();
        for (T one : all.stream().limit(MAX_NAMES).toList()) {
            if (shown.getChildren().findAny().isPresent()) {
                shown.add(", ");
            }
            shown.add(show.apply(one));
        }
        if (all.size() > MAX_NAMES) {
            shown.add(words.of("brief.more", words.number(all.size() - MAX_NAMES)));
        }
        return shown;
    }

    private Anchor name(DistrictCode code) {
        return district(code, new DistrictNames(scoreboard, words).of(code));
    }

    private Anchor district(DistrictCode code, String text) {
        return DistrictNavigation.link(state, code, text);
    }

    private Anchor indicator(DistrictCode district, IndicatorId indicator) {
        return indicator(district, indicator, indicator.value());
    }

    private Anchor indicator(DistrictCode district, IndicatorId indicator, String text) {
        return DistrictNavigation.linkToIndicator(state, district, indicator, text);
    }

    private Anchor movement(DistrictCode district, String text) {
        return TrendsNavigation.linkToMovement(state, district, text);
    }

    private Anchor comparison(Pair pair, String text) {
        return CompareNavigation.link(state, List.of(pair.ahead(), pair.behind()), text);
    }

    private Anchor certainty(String text) {
        return RankingNavigation.linkToTab(state, Tab.STATISTICS, CertaintyNote.ID, text);
    }

    private Anchor watch(String text) {
        return RankingNavigation.linkToTab(state, Tab.CHECK, WatchBlock.ID, text);
    }

    private Anchor importLink() {
        return PageLink.to("import", state.shared(), words.of("nav.import"));
    }
}
