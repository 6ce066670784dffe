package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.Pairing;
import districtkpi.scoring.movement.Parts;
import districtkpi.scoring.movement.TotalMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Why the total of a district moved since {@linkplain districtkpi.office.analysis.EarlierRound what
 * the round is compared with}: {@code movement.csv}, by indicator, and all of them together in the
 * last row.
 */
@Component
@Order(150)
final class MovementTable implements RoundTableSource {

    private static final String ALL = "all";

    /**
     * A part of the change.
     *
     * @param movement of one indicator; absent in the row of all
     * @param before the total before; only in the row of all
     * @param after the total after; only in the row of all
     */
    record Row(
            Scoreboard from,
            Scoreboard to,
            DistrictCode district,
            @Nullable IndicatorMovement movement,
            Optional<BigFraction> before,
            Optional<BigFraction> after,
            Parts parts) {

        Optional<IndicatorMovement> ofIndicator() {
            return Optional.ofNullable(movement);
        }

        Optional<Pairing> pairing() {
            return ofIndicator().map(IndicatorMovement::pairing);
        }
    }

    static final Table<Row> COLUMNS = columns();

    private final VisibleScoreboards scoreboards;
    private final Analyses analyses;

    MovementTable(VisibleScoreboards scoreboards, Analyses analyses) {
        this.scoreboards = scoreboards;
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("movement", Set.of(Choice.DISTRICT), COLUMNS, this::movement);
    }

    /** No row where there is nothing to compare with, or no total in one of the two. */
    private List<Row> movement(TableRequest asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        return EarlierRound.of(board, scoreboards)
                .comparable()
                .flatMap(before ->
                        analyses.movement(district, before, board)
                                .map(movement -> rows(before, board, movement)))
                .orElse(List.of());
    }

    private static Table<Row> columns() {
        Table.Builder<Row> columns =
                Table.<Row>columns()
                        .word("from_round", row -> row.from().agreement().round())
                        .word("round", row -> row.to().agreement().round())
                        .word("district", Row::district)
                        .cell(
                                "concept",
                                Cell.Kind.TEXT,
                                row ->
                                        new Cell.Word(
                                                row.pairing()
                                                        .map(one -> one.concept().value())
                                                        .orElse(ALL)))
                        .cell(
                                "indicator_before",
                                Cell.Kind.TEXT,
                                row ->
                                        Cells.word(
                                                row.pairing()
                                                        .flatMap(Pairing::before)
                                                        .map(Indicator::id)))
                        .cell(
                                "indicator_after",
                                Cell.Kind.TEXT,
                                row ->
                                        Cells.word(
                                                row.pairing()
                                                        .flatMap(Pairing::after)
                                                        .map(Indicator::id)))
                        .cell(
                                "comparison",
                                Cell.Kind.TEXT,
                                row -> Cells.word(row.pairing().map(MovementTable::comparison)))
                        .exact("before_100", Row::before)
                        .exact("after_100", Row::after);
        for (Cause cause : Cause.values()) {
            columns.exact(
                    cause.name().toLowerCase(Locale.ROOT),
                    row -> Optional.of(cause.in(row.parts())));
        }
        return columns.exact("change", row -> Optional.of(row.parts().total()))
                .flag(
                        "figure_missing",
                        row ->
                                row.ofIndicator()
                                        .filter(IndicatorMovement::figureMissing)
                                        .isPresent())
                .flag(
                        "applicability_changed",
                        row ->
                                row.ofIndicator()
                                        .filter(IndicatorMovement::applicabilityChanged)
                                        .isPresent())
                .word("as_of_before", row -> row.from().asOf())
                .word("as_of", row -> row.to().asOf())
                .build();
    }

    private static String comparison(Pairing pairing) {
        return switch (pairing) {
            case Pairing.Same _ -> "SAME";
            case Pairing.Redefined _ -> "REDEFINED";
            case Pairing.Dropped _ -> "DROPPED";
            case Pairing.Added _ -> "ADDED";
        };
    }

    static List<Row> rows(Scoreboard from, Scoreboard to, TotalMovement movement) {
        List<Row> rows = new ArrayList<>();
        for (IndicatorMovement one : movement.indicators()) {
            rows.add(
                    new Row(
                            from,
                            to,
                            movement.district(),
                            one,
                            Optional.empty(),
                            Optional.empty(),
                            one.parts()));
        }
        rows.add(
                new Row(
                        from,
                        to,
                        movement.district(),
                        null,
                        Optional.of(movement.before()),
                        Optional.of(movement.after()),
                        movement.parts()));
        return rows;
    }
}
