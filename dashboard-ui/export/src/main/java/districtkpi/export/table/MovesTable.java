package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.Distance;
import districtkpi.scoring.plan.Change;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.Moves;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a district can still do: {@code moves.csv}, in the order of the agreement, within an
 * indicator by level; a move that asks something of several measures has a row for each.
 */
@Component
@Order(140)
final class MovesTable implements RoundTableSource {

    /**
     * One move and one measure of it.
     *
     * @param distance absent where a figure is to be reported
     */
    record Row(
            Scoreboard board,
            Move move,
            MeasureId measure,
            Optional<Distance> distance,
            Efforts efforts) {

        Indicator indicator() {
            return move.indicator();
        }
    }

    /** What the move costs by each basis that needs nobody's opinion. */
    record Efforts(
            Optional<BigFraction> units,
            Optional<BigFraction> others,
            Optional<BigFraction> days) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("district", row -> row.move().district())
                    .word("indicator", row -> row.indicator().id())
                    .word("move", row -> kind(row.move()))
                    .cell("from_level", Cell.Kind.WHOLE, row -> Cells.whole(from(row.move())))
                    .whole("to_level", row -> to(row.move()))
                    .whole("to_level_max", row -> highest(row.move()))
                    .exact("gain_100", row -> Optional.of(gain(row.move())))
                    .exact("gain_max_100", row -> Optional.of(highestGain(row.move())))
                    .word("measure", Row::measure)
                    .word("distance", row -> distance(row.distance()))
                    .cell("direction", Cell.Kind.TEXT, row -> Cells.word(direction(row.distance())))
                    .cell("amount", Cell.Kind.DECIMAL, row -> amount(row.distance()))
                    .cell("unit_th", Cell.Kind.TEXT, row -> unit(row))
                    .cell("target", Cell.Kind.DECIMAL, row -> target(row.distance()))
                    .cell("due_by", Cell.Kind.TEXT, row -> Cells.word(dueBy(row.distance())))
                    .exact("effort_steps", row -> row.efforts().units())
                    .exact("effort_others", row -> row.efforts().others())
                    .exact("effort_days", row -> row.efforts().days())
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final Analyses analyses;

    MovesTable(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("moves", Set.of(Choice.DISTRICT), COLUMNS, this::moves);
    }

    private List<Row> moves(TableRequest asked) {
        return rows(
                asked.board(),
                analyses.movesOf(asked.board(), asked.district()).orElseThrow(),
                analyses);
    }

    static List<Row> rows(Scoreboard board, Moves moves, Analyses analyses) {
        EffortBasis units = new EffortBasis.UnitsMissing();
        EffortBasis others = analyses.othersNotThere(board);
        EffortBasis days = analyses.ownPace(board, moves.scorecard().district());
        List<Row> rows = new ArrayList<>();
        for (Move move : moves.moves()) {
            // Of figures to be reported, what the lowest level costs that they can give.
            int level = to(move);
            Efforts efforts =
                    new Efforts(
                            units.effort(move, level),
                            others.effort(move, level),
                            days.effort(move, level));
            switch (move) {
                case Move.Climb climb -> {
                    for (Change change : climb.changes()) {
                        rows.add(
                                new Row(
                                        board,
                                        move,
                                        change.measure().measure(),
                                        Optional.of(change.distance()),
                                        efforts));
                    }
                }
                case Move.ReportFirst report -> {
                    for (MeasureId figure : report.figures()) {
                        rows.add(new Row(board, move, figure, Optional.empty(), efforts));
                    }
                }
            }
        }
        return rows;
    }

    private static String kind(Move move) {
        return switch (move) {
            case Move.Climb _ -> "climb";
            case Move.ReportFirst _ -> "report";
        };
    }

    private static OptionalInt from(Move move) {
        return switch (move) {
            case Move.Climb climb -> OptionalInt.of(climb.from());
            case Move.ReportFirst report -> report.from();
        };
    }

    private static int to(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.to();
            case Move.ReportFirst report -> report.lowest();
        };
    }

    private static int highest(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.to();
            case Move.ReportFirst report -> report.highest();
        };
    }

    private static BigFraction gain(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.gain();
            case Move.ReportFirst report -> report.gainAtLowest();
        };
    }

    private static BigFraction highestGain(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.gain();
            case Move.ReportFirst report -> report.gainAtHighest();
        };
    }

    private static String distance(Optional<Distance> distance) {
        return distance.map(known ->
                        switch (known) {
                            case Distance.Amount _ -> "amount";
                            case Distance.PercentagePoints points ->
                                    points.strict() ? "more_than_points" : "points";
                            case Distance.StepToDo _ -> "step";
                            case Distance.DueBy _ -> "due_by";
                            case Distance.FigureMissing _ -> "report";
                            case Distance.OutOfReach _ -> "out_of_reach";
                        })
                .orElse("report");
    }

    private static Optional<String> direction(Optional<Distance> distance) {
        return distance.flatMap(known ->
                        switch (known) {
                            case Distance.Amount amount -> Optional.of(amount.direction());
                            case Distance.PercentagePoints points ->
                                    Optional.of(points.direction());
                            case Distance.StepToDo _,
                                    Distance.DueBy _,
                                    Distance.FigureMissing _,
                                    Distance.OutOfReach _ ->
                                    Optional.empty();
                        })
                .map(direction -> direction.name().toLowerCase(Locale.ROOT));
    }

    private static Cell amount(Optional<Distance> distance) {
        return distance.<Cell>map(known ->
                        switch (known) {
                            case Distance.Amount amount -> Cells.decimal(amount.amount());
                            case Distance.PercentagePoints points -> Cells.decimal(points.points());
                            case Distance.StepToDo _,
                                    Distance.DueBy _,
                                    Distance.FigureMissing _,
                                    Distance.OutOfReach _ ->
                                    new Cell.Absent();
                        })
                .orElseGet(Cell.Absent::new);
    }

    private static Cell unit(Row row) {
        return row.distance().filter(Distance.Amount.class::isInstance).isPresent()
                ? row.indicator()
                        .measure(row.measure())
                        .flatMap(Measure::countedIn)
                        .map(MeasureUnit::name)
                        .<Cell>map(name -> new Cell.Text(name.th()))
                        .orElseGet(Cell.Absent::new)
                : new Cell.Absent();
    }

    private static Cell target(Optional<Distance> distance) {
        return distance.filter(Distance.Amount.class::isInstance)
                .map(Distance.Amount.class::cast)
                .<Cell>map(amount -> Cells.decimal(amount.target()))
                .orElseGet(Cell.Absent::new);
    }

    private static Optional<LocalDate> dueBy(Optional<Distance> distance) {
        return distance.filter(Distance.DueBy.class::isInstance)
                .map(Distance.DueBy.class::cast)
                .map(Distance.DueBy::deadline);
    }
}
