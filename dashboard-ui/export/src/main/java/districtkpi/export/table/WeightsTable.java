package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Level;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.weighting.Influence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What each indicator weighs and how much it orders the districts: {@code weights.csv}. */
@Component
@Order(90)
final class WeightsTable implements RoundTableSource {

    /** An indicator of a round. */
    record Row(Scoreboard board, Influence.OfIndicator influence) {}

    /** The levels beyond these came later, as columns behind all others. */
    private static final int LEVELS_OF_MOST = 5;

    static final Table<Row> COLUMNS = columns();

    private final Analyses analyses;

    WeightsTable(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                        "weights",
                        Set.of(),
                        COLUMNS,
                        asked -> rows(asked.board(), analyses.influence(asked.board())))
                .filtered(
                        Choice.PARTS,
                        (filter, row) ->
                                filter.wants(row.board().agreement(), row.influence().indicator()));
    }

    private static Table<Row> columns() {
        Table.Builder<Row> columns =
                Table.<Row>columns()
                        .word("round", row -> row.board().agreement().round())
                        .word("section", row -> row.influence().section().value())
                        .word("indicator", row -> row.influence().indicator().id())
                        .decimal("weight", row -> row.influence().indicator().weight())
                        .exact(
                                "combined_weight",
                                row -> Optional.of(row.influence().agreedWeight()))
                        .exact("variance_share", row -> row.influence().varianceShare())
                        .exact("mean_level", row -> row.influence().meanLevel())
                        .word("separation", row -> row.influence().separation());
        addLevels(columns, 0, LEVELS_OF_MOST);
        columns.whole("incomplete", row -> row.influence().levels().incomplete())
                .whole("no_result", row -> row.influence().levels().none())
                .whole("not_applicable", row -> row.influence().levels().notApplicable())
                .word("as_of", row -> row.board().asOf())
                .flag("demonstration", row -> row.board().demonstration());
        addLevels(columns, LEVELS_OF_MOST + 1, Level.MAX);
        return columns.build();
    }

    /** Columns that are empty where an indicator has no such level. */
    private static void addLevels(Table.Builder<Row> columns, int first, int last) {
        for (int level = first; level <= last; level++) {
            int number = level;
            columns.cell(
                    "level_" + level,
                    Cell.Kind.WHOLE,
                    row ->
                            number <= row.influence().indicator().topLevel()
                                    ? Cells.whole(
                                            OptionalInt.of(row.influence().levels().at(number)))
                                    : Cells.whole(OptionalInt.empty()));
        }
    }

    static List<Row> rows(Scoreboard board, Influence influence) {
        return influence.indicators().stream().map(one -> new Row(board, one)).toList();
    }
}
