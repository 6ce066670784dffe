package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.scoring.weighting.Influence;
import java.util.List;
import java.util.Optional;

/** What each indicator weighs and how much it orders the districts: {@code weights.csv}. */
final class WeightsTable {

    /** An indicator of a round. */
    record Row(Scoreboard board, Influence.OfIndicator influence) {}

    static final Table<Row> COLUMNS = columns();

    private WeightsTable() {}

    private static Table<Row> columns() {
        Table.Builder<Row> columns =
                Table.<Row>columns()
                        .word("round", row -> row.board().stored().agreement().round())
                        .word("section", row -> row.influence().section().key())
                        .word("indicator", row -> row.influence().indicator().id())
                        .decimal("weight", row -> row.influence().indicator().weight())
                        .exact(
                                "combined_weight",
                                row -> Optional.of(row.influence().agreedWeight()))
                        .exact("variance_share", row -> row.influence().varianceShare())
                        .exact("mean_level", row -> row.influence().meanLevel())
                        .word("separation", row -> row.influence().separation());
        for (int level = 0; level <= Indicator.TOP_LEVEL; level++) {
            int number = level;
            columns.whole("level_" + level, row -> row.influence().levels().at(number));
        }
        return columns.whole("incomplete", row -> row.influence().levels().incomplete())
                .whole("no_result", row -> row.influence().levels().none())
                .whole("not_applicable", row -> row.influence().levels().notApplicable())
                .word("as_of", row -> row.board().asOf())
                .flag("demonstration", row -> row.board().demonstration())
                .build();
    }

    static List<Row> rows(Scoreboard board, Influence influence) {
        return influence.indicators().stream().map(one -> new Row(board, one)).toList();
    }
}
