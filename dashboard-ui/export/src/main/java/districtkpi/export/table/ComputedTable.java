package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.Explanation.Outcome;
import districtkpi.scoring.Scorecard;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is computed of other measures: {@code computed.csv}, a row for each number of each district
 * that has a result.
 */
@Component
@Order(35)
final class ComputedTable implements RoundTableSource {

    /** What a measure came to. */
    record Row(
            Scoreboard board, DistrictCode district, Indicator indicator, ComputedFigure figure) {

        /** The steps that turned out in a way, by their numbers from 1. */
        List<String> steps(Outcome outcome) {
            return IntStream.range(0, figure.steps().size())
                    .filter(step -> figure.steps().get(step) == outcome)
                    .mapToObj(step -> String.valueOf(step + 1))
                    .toList();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("district", Row::district)
                    .word("indicator", row -> row.indicator().id())
                    .word("measure", row -> row.figure().measure().id())
                    .text("measure_th", row -> row.figure().measure().name().th())
                    .text("measure_en", row -> row.figure().measure().name().en())
                    .text("counted_in_th", row -> row.figure().measure().unit().name().th())
                    .text("counted_in_en", row -> row.figure().measure().unit().name().en())
                    .exact("number", row -> row.figure().number())
                    .exact("number_min", row -> row.figure().min())
                    .exact("number_max", row -> row.figure().max())
                    .words("steps_met", row -> row.steps(Outcome.HOLDS))
                    .words("steps_open", row -> row.steps(Outcome.UNKNOWN))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("computed", Set.of(), COLUMNS, asked -> rows(asked.board()))
                .filtered(
                        Choice.DISTRICT_AND_PARTS,
                        (filter, row) ->
                                filter.wants(row.district())
                                        && filter.wants(row.board().agreement(), row.indicator()));
    }

    private static List<Row> rows(Scoreboard board) {
        return board.ranking().rows().stream()
                .map(place -> place.scorecard())
                .sorted(Comparator.comparing(Scorecard::district))
                .flatMap(scorecard ->
                        scorecard.lines().stream()
                                .map(Scorecard.Line::score)
                                .flatMap(score ->
                                        score.computedFigures().stream()
                                                .map(figure ->
                                                        new Row(
                                                                board,
                                                                scorecard.district(),
                                                                score.indicator(),
                                                                figure))))
                .toList();
    }
}
