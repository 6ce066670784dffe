package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.scoring.weighting.DraftEffect;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What other weights, thresholds and shares make of totals and ranks: {@code draft.csv}. */
@Component
@Order(170)
final class DraftTable implements RoundTableSource {

    /** A district as agreed and as drafted. */
    record Row(Scoreboard board, DraftEffect.OnDistrict effect) {

        private String name(Function<District, String> name) {
            return board.district(effect.district()).map(name).orElse("");
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().stored().agreement().round())
                    .word("district", row -> row.effect().district())
                    .text("district_th", row -> row.name(district -> district.name().th()))
                    .text("district_en", row -> row.name(district -> district.name().en()))
                    .exact("total_agreed_100", row -> row.effect().totalBefore())
                    .exact("total_draft_100", row -> row.effect().totalAfter())
                    .cell(
                            "rank_agreed",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.effect().rankBefore()))
                    .cell(
                            "rank_draft",
                            Cell.Kind.WHOLE,
                            row -> Cells.whole(row.effect().rankAfter()))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("draft", Set.of(Choice.DRAFT), COLUMNS, DraftTable::draft);
    }

    private static List<Row> draft(TableRequest asked) {
        Scoreboard board = asked.board();
        return rows(
                board,
                DraftEffect.of(board.ranking(), board.rankingUnder(asked.drafted().orElseThrow())));
    }

    static List<Row> rows(Scoreboard board, DraftEffect effect) {
        return effect.districts().stream().map(district -> new Row(board, district)).toList();
    }
}
