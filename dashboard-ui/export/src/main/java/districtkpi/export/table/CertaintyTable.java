package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.WeightChange;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.Pair;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.certainty.Reversal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How sure the ranks are: {@code certainty.csv}, by rank. */
@Component
@Order(60)
final class CertaintyTable implements RoundTableSource {

    private static final int PERCENT = 100;

    record Row(
            Scoreboard board,
            Ranking.Row place,
            Optional<RankInterval> withinTen,
            Optional<RankInterval> withinTwentyFive,
            Optional<RankInterval> onceComplete,
            Optional<Band> band,
            Optional<Pair> toNext) {

        DistrictCode code() {
            return place.scorecard().district();
        }

        String name(Function<District, String> name) {
            return board.district(code()).map(name).orElse("");
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .cell("rank", Cell.Kind.WHOLE, row -> Cells.whole(row.place().rank()))
                    .word("district", Row::code)
                    .text("district_th", row -> row.name(district -> district.name().th()))
                    .text("district_en", row -> row.name(district -> district.name().en()))
                    .exact("total_100", row -> row.place().scorecard().total().points())
                    .cell("best_rank_10", Cell.Kind.WHOLE, row -> best(row.withinTen()))
                    .cell("worst_rank_10", Cell.Kind.WHOLE, row -> worst(row.withinTen()))
                    .cell("best_rank_25", Cell.Kind.WHOLE, row -> best(row.withinTwentyFive()))
                    .cell("worst_rank_25", Cell.Kind.WHOLE, row -> worst(row.withinTwentyFive()))
                    .cell(
                            "best_rank_once_complete",
                            Cell.Kind.WHOLE,
                            row -> best(row.onceComplete()))
                    .cell(
                            "worst_rank_once_complete",
                            Cell.Kind.WHOLE,
                            row -> worst(row.onceComplete()))
                    .cell(
                            "band_first_rank",
                            Cell.Kind.WHOLE,
                            row -> whole(row.band().map(Band::firstRank)))
                    .cell(
                            "band_last_rank",
                            Cell.Kind.WHOLE,
                            row -> whole(row.band().map(Band::lastRank)))
                    .cell(
                            "next_district",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.toNext().map(next -> next.behind())))
                    .exact("gap_to_next_100", row -> row.toNext().map(Pair::gap))
                    .cell(
                            "order_to_next",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.toNext().map(CertaintyTable::order)))
                    .exact(
                            "swapped_beyond_percent",
                            row -> row.toNext().flatMap(CertaintyTable::least))
                    .cell(
                            "level_changes_to_next",
                            Cell.Kind.WHOLE,
                            row -> whole(row.toNext().map(Pair::levelChanges)))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final Analyses analyses;

    CertaintyTable(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                "certainty", Set.of(), COLUMNS, asked -> rows(asked.board(), analyses));
    }

    static List<Row> rows(Scoreboard board, Analyses analyses) {
        Certainty certainty = analyses.certainty(board);
        Map<DistrictCode, RankInterval> ten =
                analyses.ranksByWeights(board, WeightChange.TEN_PERCENT);
        Map<DistrictCode, RankInterval> twentyFive =
                analyses.ranksByWeights(board, WeightChange.TWENTY_FIVE_PERCENT);
        Map<DistrictCode, Band> bands = new HashMap<>();
        for (Band band : certainty.bands(Certainty.NEAR)) {
            band.districts().forEach(district -> bands.put(district, band));
        }
        Map<DistrictCode, Pair> toNext = new HashMap<>();
        certainty.neighbours().forEach(pair -> toNext.put(pair.ahead(), pair));
        return board.ranking().rows().stream()
                .map(place -> {
                    DistrictCode code = place.scorecard().district();
                    return new Row(
                            board,
                            place,
                            Optional.ofNullable(ten.get(code)),
                            Optional.ofNullable(twentyFive.get(code)),
                            Optional.ofNullable(certainty.byMissingFigures().get(code)),
                            Optional.ofNullable(bands.get(code)),
                            Optional.ofNullable(toNext.get(code)));
                })
                .toList();
    }

    private static Cell best(Optional<RankInterval> interval) {
        return whole(interval.map(RankInterval::best));
    }

    private static Cell worst(Optional<RankInterval> interval) {
        return whole(interval.map(RankInterval::worst));
    }

    private static Cell whole(Optional<Integer> number) {
        return Cells.whole(number.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private static String order(Pair pair) {
        return switch (pair.reversal()) {
            case Reversal.Identical() -> "IDENTICAL";
            case Reversal.Dominated() -> "DOMINATED";
            case Reversal.Beyond _ -> pair.isTie() ? "TIE" : "SWAPPABLE";
        };
    }

    private static Optional<BigFraction> least(Pair pair) {
        return pair.reversal() instanceof Reversal.Beyond(BigFraction change)
                ? Optional.of(change.multiply(PERCENT))
                : Optional.empty();
    }
}
