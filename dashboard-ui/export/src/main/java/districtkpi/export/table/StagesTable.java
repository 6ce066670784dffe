package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.Stage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The targets that hold until days of the round: {@code stages.csv}. */
@Component
@Order(52)
final class StagesTable implements RoundTableSource {

    /**
     * A condition of a level in a stage.
     *
     * @param number of the condition within its level, from 1
     */
    record Row(
            Scoreboard board,
            SectionTerms terms,
            Indicator indicator,
            Stage stage,
            Level level,
            int number) {

        Condition condition() {
            return level.conditions().get(number - 1);
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .whole("version", row -> row.board().stored().version())
                    .word("until", row -> row.stage().until())
                    .word("section", row -> row.terms().section().value())
                    .word("indicator", row -> row.indicator().id())
                    .whole("level", row -> row.level().number())
                    .decimal("level_score", row -> row.level().score())
                    .whole("condition", Row::number)
                    .word("measure", row -> row.condition().measure())
                    .word("operator", row -> AgreementTable.operator(row.condition()))
                    .cell(
                            "threshold",
                            Cell.Kind.DECIMAL,
                            row -> AgreementTable.threshold(row.condition()))
                    .flag("demonstration", row -> row.board().agreement().demonstration())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                "stages",
                Choice.PARTS,
                COLUMNS,
                StagesTable::rows,
                (filter, row) -> filter.wants(row.board().agreement(), row.indicator()));
    }

    static List<Row> rows(Scoreboard board) {
        List<Row> rows = new ArrayList<>();
        for (SectionTerms terms : board.stored().agreement().sections()) {
            for (Indicator indicator : terms.indicators()) {
                for (Stage stage : indicator.stages()) {
                    add(rows, board, terms, indicator.on(stage.until()), stage);
                }
            }
        }
        return rows;
    }

    private static void add(
            List<Row> rows,
            Scoreboard board,
            SectionTerms terms,
            Indicator indicator,
            Stage stage) {
        for (Level level : indicator.levels()) {
            for (int number = 1; number <= level.conditions().size(); number++) {
                if (level.conditions().get(number - 1) instanceof Condition.Comparison) {
                    rows.add(new Row(board, terms, indicator, stage, level, number));
                }
            }
        }
    }
}
