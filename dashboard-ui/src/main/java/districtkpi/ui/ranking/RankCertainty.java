package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.WeightChange;
import districtkpi.office.words.Words;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.Pair;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.certainty.Reversal;
import districtkpi.ui.compare.CompareNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.OptionLinks;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How sure the rank of each district is: the cells of the ranking that say so. */
class RankCertainty {

    private final WeightChange change;
    private final Map<DistrictCode, RankInterval> intervals;
    private final Map<DistrictCode, Band> bands = new HashMap<>();
    private final Map<DistrictCode, Pair> toNext = new HashMap<>();
    private final PageState state;
    private final Words words;

    RankCertainty(Scoreboard scoreboard, Analyses analyses, PageState state, Words words) {
        this.state = state;
        this.words = words;
        change = state.chosen(RankingNavigation.WEIGHTS).orElse(WeightChange.TEN_PERCENT);
        intervals = analyses.ranksByWeights(scoreboard, change);
        Certainty certainty = analyses.certainty(scoreboard);
        for (Band band : certainty.bands(Certainty.NEAR)) {
            band.districts().forEach(district -> bands.put(district, band));
        }
        certainty.neighbours().forEach(pair -> toNext.put(pair.ahead(), pair));
    }

    /** The names of the two columns. */
    List<String> columns() {
        return List.of(
                words.of("certainty.range", words.eitherWay(change.part())),
                words.of("certainty.next"));
    }

    /** The two cells of a district. */
    void addCells(DataTable.Row cells, DistrictCode district) {
        cells.styled("certainty-cell", range(district, band(district)));
        cells.styled("certainty-cell", next(district));
    }

    /** Marks the row of a district that ties, or nearly ties, with those beside it. */
    void markBand(DataTable.Row row, DistrictCode district) {
        band(district).ifPresent(several -> mark(row, several, district));
    }

    /** The ranks that a district can have under other weights; absent for one without a rank. */
    Optional<String> ranks(DistrictCode district) {
        return Optional.ofNullable(intervals.get(district))
                .map(interval -> words.ranks(interval.best(), interval.worst()));
    }

    private Optional<Band> band(DistrictCode district) {
        return Optional.ofNullable(bands.get(district)).filter(b -> !b.isAlone());
    }

    private static void mark(DataTable.Row cells, Band band, DistrictCode district) {
        cells.style("in-band");
        if (band.districts().getFirst().equals(district)) {
            cells.style("band-first");
        }
        if (band.districts().getLast().equals(district)) {
            cells.style("band-last");
        }
    }

    private Component range(DistrictCode district, Optional<Band> band) {
        RankInterval interval = intervals.get(district);
        if (interval == null) {
            return none();
        }
        Span ranks = new Span(words.ranks(interval.best(), interval.worst()));
        ranks.addClassName("rank-range");
        Div cell = new Div(ranks);
        band.ifPresent(several -> cell.add(soft(bandText(several))));
        return cell;
    }

    private String bandText(Band band) {
        return band.isTie()
                ? words.of("certainty.tie", words.number(band.districts().size()))
                : words.of("certainty.band", words.ranks(band.firstRank(), band.lastRank()));
    }

    private Component next(DistrictCode district) {
        Pair pair = toNext.get(district);
        if (pair == null) {
            return none();
        }
        if (pair.isTie()) {
            Div cell = new Div(gap(pair, words.of("certainty.level-with")));
            if (pair.reversal() instanceof Reversal.Identical) {
                cell.add(soft(words.of("certainty.identical")));
            }
            return cell;
        }
        return new Div(
                gap(pair, words.of("certainty.gap", words.total(pair.gap()))),
                soft(reversal(pair.reversal(), words)),
                soft(levels(pair.levelChanges(), words)));
    }

    private Component gap(Pair pair, String text) {
        return CompareNavigation.link(state, List.of(pair.ahead(), pair.behind()), text);
    }

    private static String reversal(Reversal reversal, Words words) {
        return switch (reversal) {
            case Reversal.Identical() -> words.of("certainty.identical");
            case Reversal.Dominated() -> words.of("certainty.dominated");
            case Reversal.Beyond(var least) -> words.of("certainty.beyond", words.eitherWay(least));
        };
    }

    /** A number of single levels. */
    static String levels(int number, Words words) {
        return words.of(
                number == 1 ? "certainty.one-level" : "certainty.levels", words.number(number));
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.addClassName("soft");
        return span;
    }

    private Component none() {
        return new Span(new Span("–"), new HiddenText(words.of("certainty.none")));
    }

    /** The choice between the changes of weights. */
    OptionLinks choice() {
        OptionLinks links = new OptionLinks("weight-change", words.of("certainty.choice"));
        for (WeightChange one : List.of(WeightChange.values())) {
            PageState chosen =
                    state.with(
                            RankingNavigation.WEIGHTS,
                            one == WeightChange.TEN_PERCENT ? null : one);
            links.add(
                    PageLink.to(RankingNavigation.PATH, chosen, words.eitherWay(one.part())),
                    one == change);
        }
        return links;
    }
}
