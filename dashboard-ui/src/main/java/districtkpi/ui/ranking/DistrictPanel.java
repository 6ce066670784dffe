package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.RatingWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.RatingRange;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.compare.CompareNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.plan.PlanNavigation;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One district in short, beside the ranking. */
class DistrictPanel extends Composite<Aside> {

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;

    /**
     * @param district of the ranking
     * @param before the round before; absent for the first
     */
    DistrictPanel(
            District district,
            Ranking.Row row,
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            RankCertainty certainty,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        DistrictCode code = district.code();
        Anchor close =
                PageLink.to(
                        RankingNavigation.PATH, state.with(RankingNavigation.DISTRICT, null), "");
        close.setId("close-panel");
        close.setAriaLabel(words.of("panel.close"));
        close.add(VaadinIcon.CLOSE_SMALL.create());
        H2 title = new H2(DistrictNavigation.link(state, code, words.of(district.name())));
        Div head = new Div(title, close);
        head.addClassName("panel-head");
        Aside panel = getContent();
        panel.setId("district-panel");
        panel.addClassName("district-panel");
        panel.getElement()
                .setAttribute("aria-label", words.of("panel.title", words.of(district.name())));
        panel.add(
                head,
                createFigures(row, before.flatMap(b -> b.ranking().row(code)), certainty),
                createLevels(row.scorecard()),
                createLinks(row, code));
    }

    private Component createFigures(
            Ranking.Row row, Optional<Ranking.Row> then, RankCertainty certainty) {
        Scorecard scorecard = row.scorecard();
        DescriptionList figures = new DescriptionList();
        figures.addClassName("panel-figures");
        if (row.rank().isPresent()) {
            RankMovement movement =
                    RankMovement.of(
                            then.map(Ranking.Row::rank).orElse(OptionalInt.empty()), row.rank());
            Span moved = movement.mark(words);
            add(
                    figures,
                    words.of("ranking.rank"),
                    new Span(words.number(row.rank().getAsInt()) + " "),
                    moved);
        }
        Optional<String> change =
                scorecard
                        .total()
                        .points()
                        .flatMap(now ->
                                then.flatMap(b -> b.scorecard().total().points())
                                        .map(earlier -> words.difference(now.subtract(earlier))));
        add(
                figures,
                words.of("ranking.total"),
                new Span(points(scorecard.total()) + change.map(by -> " (" + by + ")").orElse("")));
        RatingRange.of(scoreboard.agreement(), scorecard.total())
                .ifPresent(rating ->
                        add(
                                figures,
                                words.of("rating"),
                                new Span(new RatingWords(words).of(rating))));
        for (Scorecard.SectionTotal section : scorecard.sections()) {
            add(figures, words.of(section.terms().name()), new Span(points(section.total())));
        }
        row.toMean()
                .ifPresent(mean ->
                        add(
                                figures,
                                words.of("ranking.to-mean"),
                                new Span(words.difference(mean))));
        certainty
                .ranks(scorecard.district())
                .ifPresent(ranks -> add(figures, words.of("panel.ranks"), new Span(ranks)));
        if (!scorecard.total().isComplete()) {
            add(
                    figures,
                    words.of("ranking.mark.waits"),
                    new Span(
                            words.of(
                                    "ranking.possible",
                                    words.total(scorecard.total().possibleMin()),
                                    words.total(scorecard.total().possibleMax()))));
        }
        if (scorecard.total().notApplicableWeight().signum() > 0) {
            add(
                    figures,
                    words.of("panel.not-assessed"),
                    new Span(
                            words.of(
                                    "ranking.spread",
                                    words.number(scorecard.total().notApplicableWeight()))));
        }
        return figures;
    }

    private static void add(DescriptionList figures, String name, Component... value) {
        figures.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    private String points(Scorecard.Total total) {
        return total.points().map(words::total).orElse("–");
    }

    private Component createLevels(Scorecard scorecard) {
        Div levels = new Div();
        levels.addClassName("panel-levels");
        for (Scorecard.Line line : scorecard.lines()) {
            IndicatorId id = line.score().indicator().id();
            levels.add(
                    new Div(
                            DistrictNavigation.linkToIndicator(
                                    state, scorecard.district(), id, id.value()),
                            LevelMark.of(line.score(), words)));
        }
        return levels;
    }

    private Component createLinks(Ranking.Row row, DistrictCode code) {
        Div links = new Div(DistrictNavigation.link(state, code, words.of("panel.open")));
        links.addClassName("panel-links");
        neighbour(row)
                .ifPresent(other ->
                        links.add(
                                CompareNavigation.link(
                                        state,
                                        List.of(code, other),
                                        words.of(
                                                "panel.compare",
                                                new DistrictNames(scoreboard, words).of(other)))));
        links.add(
                TrendsNavigation.linkToMovement(state, code, words.of("findings.why")),
                PlanNavigation.link(state, code, words.of("findings.plan")));
        return links;
    }

    /** The one right ahead; of the first, the one right behind. */
    private Optional<DistrictCode> neighbour(Ranking.Row row) {
        List<Ranking.Row> rows = scoreboard.ranking().rows();
        int place = rows.indexOf(row);
        int other = place == 0 ? 1 : place - 1;
        return other < rows.size()
                ? Optional.of(rows.get(other).scorecard().district())
                : Optional.empty();
    }
}
