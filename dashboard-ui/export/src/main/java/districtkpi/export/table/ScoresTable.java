package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every indicator of every district: {@code scores.csv}, by district and agreement order. */
@Component
@Order(20)
final class ScoresTable implements RoundTableSource {

    private static final int HUNDRED_IN_FIVE = 20;

    record Row(Scoreboard board, DistrictCode district, Scorecard.Line line) {

        IndicatorScore score() {
            return line.score();
        }

        Indicator indicator() {
            return score().indicator();
        }

        BigDecimal weightOutOf() {
            return board.agreement().section(line.section()).orElseThrow().outOf();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("district", Row::district)
                    .word("section", row -> row.line().section().value())
                    .word("indicator", row -> row.indicator().id())
                    .decimal("weight", row -> row.indicator().weight())
                    .word("status", row -> status(row.score()))
                    .cell("level", Cell.Kind.WHOLE, row -> Cells.whole(level(row.score())))
                    .cell(
                            "level_min",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.score().lowestLevel()))
                    .cell(
                            "level_max",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.score().highestLevel()))
                    .exact("points_100", row -> row.line().points())
                    .exact(
                            "points_5",
                            row -> row.line().points().map(p -> p.divide(HUNDRED_IN_FIVE)))
                    .exact("level_score", ScoresTable::interpolated)
                    .exact("effective_weight", row -> Optional.of(row.line().effectiveWeight()))
                    .words("missing", row -> missing(row.score()))
                    .text("note", row -> note(row.score()))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .cell(
                            "computed_level",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(level(row.score().computed())))
                    .text("override_reason", row -> overrideReason(row.score()))
                    .cell("level_from_floor", Cell.Kind.FLAG, row -> fromFloor(row.score()))
                    .decimal("weight_out_of", Row::weightOutOf)
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                        "scores",
                        Set.of(
                                Choice.SECTION,
                                Choice.INDICATOR,
                                Choice.UNIT,
                                Choice.CONCEPT,
                                Choice.DISTRICT,
                                Choice.STATUS),
                        COLUMNS,
                        ScoresTable::rows,
                        ScoresTable::isWanted)
                .withWide(WideTables::scores);
    }

    static List<Row> rows(Scoreboard board) {
        return board.ranking().rows().stream()
                .map(place -> place.scorecard())
                .sorted(Comparator.comparing(Scorecard::district))
                .flatMap(scorecard ->
                        scorecard.lines().stream()
                                .map(line -> new Row(board, scorecard.district(), line)))
                .toList();
    }

    static String status(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Scored _ -> "SCORED";
            case IndicatorScore.Incomplete _ -> "INCOMPLETE";
            case IndicatorScore.NoResult _ -> "NO_RESULT";
            case IndicatorScore.NotApplicable _ -> "NOT_APPLICABLE";
        };
    }

    static OptionalInt level(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.WithLevel found -> OptionalInt.of(found.level());
            case IndicatorScore.NoResult _, IndicatorScore.NotApplicable _ -> OptionalInt.empty();
        };
    }

    /**
     * The level with its fraction, where the agreement interpolates; elsewhere the level says it.
     */
    private static Optional<BigFraction> interpolated(Row row) {
        return switch (row.indicator().interpolation().value()) {
            case Interpolation.NONE -> Optional.empty();
            case Interpolation.LINEAR ->
                    row.score() instanceof IndicatorScore.WithLevel found
                            ? Optional.of(found.levelScore())
                            : Optional.empty();
        };
    }

    static List<String> missing(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Incomplete incomplete ->
                    incomplete.missing().stream().map(MeasureId::toString).toList();
            case IndicatorScore.NoResult none ->
                    none.indicator().measures().stream()
                            .map(measure -> measure.id().toString())
                            .toList();
            case IndicatorScore.Scored _, IndicatorScore.NotApplicable _ -> List.of();
        };
    }

    private static String note(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.NotApplicable notApplicable -> notApplicable.note().orElse("");
            case IndicatorScore.WithLevel _, IndicatorScore.NoResult _ -> "";
        };
    }

    private static String overrideReason(IndicatorScore score) {
        return score.overridden().map(overridden -> overridden.override().reason()).orElse("");
    }

    private static Cell fromFloor(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.WithLevel found -> new Cell.Flag(found.isFloor());
            case IndicatorScore.NoResult _, IndicatorScore.NotApplicable _ -> new Cell.Absent();
        };
    }

    static boolean isWanted(Filter filter, Row row) {
        return filter.wants(row.district())
                && filter.wants(row.board().agreement(), row.indicator())
                && filter.wantsStatus(status(row.score()));
    }
}
