package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.place.District;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PointsBar;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.Optional;
import java.util.OptionalInt;

/** The districts by combined total, with all that makes the total what it is. */
class RankingTable extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final PageState state;
    private final Words words;
    private final Part whole;
    private final RankCertainty certainty;

    RankingTable(
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            DistrictChoice choice,
            RankCertainty certainty,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.before = before;
        this.certainty = certainty;
        this.state = state;
        this.words = words;
        whole = Part.whole(scoreboard.stored().agreement());
        DataTable table = createTable();
        scoreboard.ranking().rows().stream()
                .filter(row -> choice.has(row.scorecard().district()))
                .limit(DistrictChoice.MOST_ROWS)
                .forEach(row ->
                        scoreboard
                                .district(row.scorecard().district())
                                .ifPresent(district -> addRow(table, row, district)));
        getContent().add(new BarKey(scoreboard.stored().agreement(), words), table);
    }

    private DataTable createTable() {
        String change =
                before.map(b -> words.round(b.stored().agreement().round()))
                        .map(round -> words.of("ranking.change-since", round))
                        .orElseGet(() -> words.of("ranking.change"));
        DataTable table =
                new DataTable(
                                "ranking",
                                words.of(
                                        "ranking.caption",
                                        words.round(scoreboard.stored().agreement().round())),
                                DataTable.Narrow.STACK)
                        .still();
        table.numbers(words.of("ranking.rank"))
                .column(words.of("ranking.district"))
                .column(change)
                .numbers(words.of("ranking.total"))
                .column(words.of("ranking.points"));
        scoreboard
                .stored()
                .agreement()
                .sections()
                .forEach(terms -> table.numbers(words.of(terms.section().label())));
        table.numbers(words.of("ranking.to-mean"));
        certainty.addColumns(table);
        table.numbers(words.of("ranking.completeness"));
        return table;
    }

    private void addRow(DataTable table, Ranking.Row row, District district) {
        Scorecard scorecard = row.scorecard();
        DataTable.Row cells =
                table.row().id("ranking-" + district.code()).styled("rank", rank(row));
        if (state.chosen(RankingNavigation.DISTRICT).filter(district.code()::equals).isPresent()) {
            cells.style("looked-at");
        }
        cells.header(DistrictNavigation.link(state, district.code(), words.of(district.name())));
        RankMovement movement =
                RankMovement.of(
                        before.flatMap(b -> b.ranking().row(district.code()))
                                .map(Ranking.Row::rank)
                                .orElse(OptionalInt.empty()),
                        row.rank());
        Span moved = new Span(movement.in(words));
        moved.addClassNames("movement", movement.style());
        cells.styled("movement-cell", moved);
        cells.styled("total number", total(scorecard));
        cells.styled("bar-cell", bar(scorecard), remarks(scorecard.total()));
        for (Scorecard.SectionTotal section : scorecard.sections()) {
            cells.number(points(section.total()));
        }
        cells.number(row.toMean().map(words::difference).orElse("–"));
        certainty.addCells(cells, district.code());
        cells.number(words.of("value.percent", words.weight(scorecard.total().scoredWeight())));
    }

    private Component rank(Ranking.Row row) {
        if (row.rank().isEmpty()) {
            return new NoRank(row.isRankWithheld(), words);
        }
        Span rank = new Span(words.number(row.rank().getAsInt()));
        rank.addClassName("rank-number");
        if (!row.shared()) {
            return rank;
        }
        Span shared = new Span(words.of("ranking.shared"));
        shared.addClassName("rank-shared");
        return new Span(rank, shared);
    }

    private Component total(Scorecard scorecard) {
        Span total = new Span(points(scorecard.total()));
        total.addClassName("total-points");
        return total;
    }

    private String points(Scorecard.Total total) {
        return total.points().map(words::total).orElse("–");
    }

    private PointsBar bar(Scorecard scorecard) {
        String label =
                words.of(
                        "bar.label",
                        points(scorecard.total()),
                        scorecard.section(Section.TEAM).map(this::points).orElse("–"),
                        scorecard.section(Section.INDIVIDUAL).map(this::points).orElse("–"));
        return new PointsBar(
                whole.pieces(scorecard, words), scorecard.total().possibleMax(), label);
    }

    /** What the bar alone does not say: what is still open, and what was left out. */
    private Component remarks(Scorecard.Total total) {
        Div remarks = new Div();
        if (!total.isComplete()) {
            Span possible =
                    new Span(
                            words.of(
                                    "ranking.possible",
                                    words.total(total.possibleMin()),
                                    words.total(total.possibleMax())));
            possible.addClassName("possible-range");
            remarks.add(possible);
        }
        if (total.notApplicableWeight().signum() > 0) {
            Span spread =
                    new Span(words.of("ranking.spread", words.number(total.notApplicableWeight())));
            spread.addClassName("spread-mark");
            remarks.add(spread);
        }
        return remarks;
    }
}
