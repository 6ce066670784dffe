package districtkpi.ui.district;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.RatingWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.RatingRange;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.Sparkline;
import districtkpi.ui.parts.StripItem;
import districtkpi.ui.shell.RoundHeading;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Who it is and how it stands: the name with the ways to the neighbours in rank, rank and total
 * with their changes, what the total can still become, and its course.
 */
class DistrictStrip extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final RoundBefore before;
    private final District district;
    private final Ranking.Row row;
    private final PageState state;
    private final Words words;

    /**
     * @param recent the round at hand and those before it, the oldest first
     * @param before what it is compared with
     */
    DistrictStrip(
            List<Scoreboard> recent,
            RoundBefore before,
            District district,
            Ranking.Row row,
            PageState state,
            Words words) {
        this.scoreboard = recent.getLast();
        this.before = before;
        this.district = district;
        this.row = row;
        this.state = state;
        this.words = words;
        RoundHeading heading =
                new RoundHeading(
                                words.of("district.name", words.of(district.name())),
                                scoreboard,
                                state,
                                words)
                        .beside(neighbours());
        Div figures = new Div(createRank(), createTotal());
        figures.addClassName("strip-figures");
        RatingRange.of(scoreboard.agreement(), row.scorecard().total())
                .ifPresent(rating -> figures.add(createRating(rating)));
        if (!row.scorecard().total().isComplete()) {
            figures.add(createPossible());
        }
        figures.add(createCourse(recent), createMore());
        getContent().setId("strip");
        getContent().addClassName("district-strip");
        getContent().add(heading, figures);
    }

    private Component[] neighbours() {
        List<Ranking.Row> rows = scoreboard.ranking().rows();
        int place = rows.indexOf(row);
        List<Component> ways = new ArrayList<>();
        if (place > 0) {
            ways.add(neighbour(rows.get(place - 1), "◂", "district.ahead", "to-ahead"));
        }
        if (place + 1 < rows.size()) {
            ways.add(neighbour(rows.get(place + 1), "▸", "district.behind", "to-behind"));
        }
        return ways.toArray(Component[]::new);
    }

    private Component neighbour(Ranking.Row other, String sign, String key, String id) {
        DistrictCode code = other.scorecard().district();
        String name = new DistrictNames(scoreboard, words).of(code);
        Anchor link = DistrictNavigation.link(state, code, sign);
        String label =
                other.rank().isPresent()
                        ? words.of(key, words.number(other.rank().getAsInt()), name)
                        : name;
        link.setId(id);
        link.addClassName("neighbour");
        link.setTitle(label);
        link.setAriaLabel(label);
        return link;
    }

    private Optional<Ranking.Row> then() {
        return before.comparable().flatMap(earlier -> earlier.ranking().row(district.code()));
    }

    private Component createRank() {
        List<Component> values = new ArrayList<>();
        values.add(new Span(row.rank().isPresent() ? words.number(row.rank().getAsInt()) : "–"));
        if (row.rank().isPresent()) {
            RankMovement movement =
                    RankMovement.of(
                            then().map(Ranking.Row::rank).orElse(OptionalInt.empty()), row.rank());
            Span moved = new Span(" " + movement.in(words));
            moved.addClassNames("movement", movement.style());
            values.add(moved);
        }
        return new StripItem("summary-rank", words.of("ranking.rank"), values, rankRemark());
    }

    private String rankRemark() {
        if (row.rank().isEmpty()) {
            return NoRank.reason(row.isRankWithheld(), words);
        }
        String of =
                words.of("district.of-districts", words.number(scoreboard.ranking().rows().size()));
        return row.shared() ? of + " · " + words.of("ranking.shared") : of;
    }

    private Component createTotal() {
        Optional<BigFraction> now = row.scorecard().total().points();
        List<Component> values = new ArrayList<>();
        values.add(new Span(now.map(words::total).orElse("–")));
        Optional<BigFraction> change =
                now.flatMap(points ->
                        then().flatMap(earlier -> earlier.scorecard().total().points())
                                .map(points::subtract));
        change.ifPresent(by -> {
            Span moved = new Span(" " + words.difference(by));
            int direction = by.compareTo(BigFraction.ZERO);
            moved.addClassNames(
                    "movement",
                    direction > 0
                            ? "movement-up"
                            : direction < 0 ? "movement-down" : "movement-same");
            values.add(moved);
        });
        String since = change.flatMap(_ -> before.since(words)).orElse("");
        return new StripItem("summary-total", words.of("district.total"), values, since);
    }

    private Component createRating(RatingRange rating) {
        return new StripItem(
                "summary-rating",
                words.of("rating"),
                List.of(new Span(new RatingWords(words).of(rating))),
                "");
    }

    private Component createPossible() {
        Scorecard.Total total = row.scorecard().total();
        return new StripItem(
                "summary-possible",
                words.of("district.possible"),
                List.of(
                        new Span(
                                words.of(
                                        "district.range",
                                        words.total(total.possibleMin()),
                                        words.total(total.possibleMax())))),
                words.of("district.scored", words.share(total.scoredWeight())));
    }

    private Component createCourse(List<Scoreboard> recent) {
        // A round that is being filled would be drawn as a fall.
        List<Scoreboard> drawn = before.isFilling() ? recent.subList(0, recent.size() - 1) : recent;
        List<Optional<BigFraction>> totals = Sparkline.totals(drawn, district.code());
        List<BigFraction> known = totals.stream().flatMap(Optional::stream).sorted().toList();
        BigFraction least = known.isEmpty() ? BigFraction.ZERO : known.getFirst();
        BigFraction most =
                known.isEmpty() || known.getLast().equals(least) ? least.add(1) : known.getLast();
        return new StripItem(
                "summary-course",
                words.of("district.course"),
                List.of(Sparkline.component(totals, least, most, Sparkline.said(totals, words))),
                "");
    }

    /** What else there is to say of the totals, on other scales too. */
    private Component createMore() {
        Button button = new Button(words.of("district.more"));
        button.setId("summary-more");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Popover popover = new Popover(new ScorecardSummary(row, words));
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(words.of("district.summary"));
        return new Div(button, popover);
    }
}
