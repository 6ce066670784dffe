package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PartRemark;
import districtkpi.ui.parts.PointsBar;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The districts by their points in a part of the agreement, told apart from the real ranking. */
class PartTable extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final Part part;
    private final PageState state;
    private final Words words;

    PartTable(Scoreboard scoreboard, Part part, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.part = part;
        this.state = state;
        this.words = words;
        Remark warning =
                PartRemark.withWayBack(
                        new Remark(
                                "part-warning", words.of("part.warning", part.description(words))),
                        RankingNavigation.PATH,
                        state,
                        words);
        DataTable table =
                new DataTable(
                                "part-ranking",
                                words.of("part.caption", part.description(words)),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words);
        table.numbers(words.of("part.rank"))
                .atFirstSight()
                .column(words.of("ranking.district"))
                .numbers(words.of("part.points"))
                .atFirstSight()
                .column(words.of("ranking.points"))
                .atFirstSight()
                .numbers(words.of("ranking.completeness"))
                .numbers(words.of("part.overall-rank"));
        List<Scorecard> scorecards =
                scoreboard.ranking().rows().stream().map(Ranking.Row::scorecard).toList();
        part.rank(scorecards).stream()
                .limit(DistrictChoice.MAX_ROWS)
                .forEach(place ->
                        scoreboard
                                .district(place.scorecard().district())
                                .ifPresent(district -> addRow(table, place, district)));
        getContent().add(warning, table);
    }

    private void addRow(DataTable table, Part.Place place, District district) {
        Optional<Ranking.Row> row = scoreboard.ranking().row(district.code());
        boolean withheld = row.filter(Ranking.Row::isRankWithheld).isPresent();
        OptionalInt overall = row.map(Ranking.Row::rank).orElse(OptionalInt.empty());
        table.row()
                .id("part-ranking-" + district.code())
                .styled("rank", rank(withheld ? OptionalInt.empty() : place.rank(), withheld))
                .header(DistrictNavigation.link(state, district.code(), words.of(district.name())))
                .styled("total number", points(place))
                .styled("bar-cell", bar(place), possible(place))
                .number(words.of("value.percent", words.share(place.scoredWeight())))
                .styled("number", rank(overall, withheld));
    }

    private Component rank(OptionalInt rank, boolean withheld) {
        return rank.isPresent()
                ? new Span(words.number(rank.getAsInt()))
                : new NoRank(withheld, words);
    }

    private Component points(Part.Place place) {
        Span total = new Span(place.points().map(words::total).orElse("–"));
        total.addClassName("total-points");
        return total;
    }

    private PointsBar bar(Part.Place place) {
        return new PointsBar(
                part.pieces(place.scorecard(), words),
                place.possibleMax(),
                words.of(
                        "bar.part-label",
                        part.description(words),
                        place.points().map(words::total).orElse("–")));
    }

    private Component possible(Part.Place place) {
        Div remarks = new Div();
        boolean certain =
                place.points().isPresent() && place.possibleMin().equals(place.possibleMax());
        if (!certain) {
            Span possible =
                    new Span(
                            words.of(
                                    "ranking.possible",
                                    words.total(place.possibleMin()),
                                    words.total(place.possibleMax())));
            possible.addClassName("possible-range");
            remarks.add(possible);
        }
        if (place.scorecard().total().notApplicableWeight().signum() > 0) {
            Span spread = new Span(words.of("part.spread"));
            spread.addClassName("spread-mark");
            remarks.add(spread);
        }
        return remarks;
    }
}
