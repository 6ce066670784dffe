package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.RatingRange;
import districtkpi.scoring.Scorecard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The order of the districts: {@code ranking.csv}, by rank. */
@Component
@Order(10)
final class RankingTable implements RoundTableSource {

    private static final int HUNDRED_IN_FIVE = 20;

    record Row(Scoreboard board, Ranking.Row place) {

        DistrictCode code() {
            return place.scorecard().district();
        }

        Scorecard.Total total() {
            return place.scorecard().total();
        }

        Optional<BigFraction> points(SectionId section) {
            return place.scorecard().section(section).flatMap(Scorecard.Total::points);
        }

        Optional<RatingRange> rating() {
            return RatingRange.of(board.agreement(), total());
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
                    .exact("team_100", row -> row.points(SectionId.TEAM))
                    .exact("individual_100", row -> row.points(SectionId.INDIVIDUAL))
                    .exact("total_100", row -> row.total().points())
                    .exact(
                            "total_5",
                            row -> row.total().points().map(p -> p.divide(HUNDRED_IN_FIVE)))
                    .exact("possible_min_100", row -> Optional.of(row.total().possibleMin()))
                    .exact("possible_max_100", row -> Optional.of(row.total().possibleMax()))
                    .exact("scored_weight", row -> Optional.of(row.total().scoredWeight()))
                    .flag("shared_rank", row -> row.place().shared())
                    .exact("to_mean_100", row -> row.place().toMean())
                    .exact("to_median_100", row -> row.place().toMedian())
                    .decimal("not_applicable_weight", row -> row.total().notApplicableWeight())
                    .decimal(
                            "team_not_applicable_weight",
                            row -> notApplicableWeight(row, SectionId.TEAM))
                    .decimal(
                            "individual_not_applicable_weight",
                            row -> notApplicableWeight(row, SectionId.INDIVIDUAL))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .cell("rating_min_th", Cell.Kind.TEXT, row -> thai(row, RatingRange::lowest))
                    .cell("rating_min_en", Cell.Kind.TEXT, row -> english(row, RatingRange::lowest))
                    .cell("rating_max_th", Cell.Kind.TEXT, row -> thai(row, RatingRange::highest))
                    .cell(
                            "rating_max_en",
                            Cell.Kind.TEXT,
                            row -> english(row, RatingRange::highest))
                    .build();

    private static Cell thai(Row row, Function<RatingRange, Rating> end) {
        return Cells.word(row.rating().map(end).map(rating -> rating.name().th()));
    }

    private static Cell english(Row row, Function<RatingRange, Rating> end) {
        return Cells.word(row.rating().map(end).map(rating -> rating.name().en()));
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                "ranking",
                Set.of(Choice.DISTRICT),
                COLUMNS,
                RankingTable::rows,
                (filter, row) -> filter.wants(row.code()));
    }

    static List<Row> rows(Scoreboard board) {
        return board.ranking().rows().stream().map(place -> new Row(board, place)).toList();
    }

    private static BigDecimal notApplicableWeight(Row row, SectionId section) {
        return row.place()
                .scorecard()
                .section(section)
                .map(Scorecard.Total::notApplicableWeight)
                .orElse(BigDecimal.ZERO);
    }
}
