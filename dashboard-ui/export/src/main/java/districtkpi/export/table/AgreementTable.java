package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An agreement as a table: {@code agreement.csv}, a row for each condition of each level, in the
 * order of the agreement.
 */
@Component
@Order(50)
final class AgreementTable implements RoundTableSource {

    /**
     * @param number of the condition within its level, from 1
     */
    record Row(
            Scoreboard board,
            SectionTerms terms,
            Indicator indicator,
            Level level,
            int number,
            Condition condition) {

        Measure measure() {
            return indicator.measure(condition.measure()).orElseThrow();
        }

        Rule<BelowLevelOne> belowLevelOne() {
            return indicator
                    .ownBelowLevelOne()
                    .orElseGet(() -> board.stored().agreement().belowLevelOne());
        }

        Optional<MeasureUnit> unit() {
            return measure().countedIn();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().stored().agreement().round())
                    .whole("version", row -> row.board().stored().version())
                    .word("section", row -> row.terms().section().value())
                    .decimal("section_share", row -> row.terms().share().value())
                    .word("section_share_basis", row -> row.terms().share().basis())
                    .word("indicator", row -> row.indicator().id())
                    .text("indicator_th", row -> row.indicator().name().th())
                    .text("indicator_en", row -> row.indicator().name().en())
                    .word("concept", row -> row.indicator().concept())
                    .word("unit", row -> ids(row.indicator().units().stream()))
                    .decimal("weight", row -> row.indicator().weight())
                    .words(
                            "measures",
                            row ->
                                    row.indicator().measures().stream()
                                            .map(measure -> measure.id().toString())
                                            .toList())
                    .word("ladder", row -> row.indicator().ladder().value().key())
                    .word("ladder_basis", row -> row.indicator().ladder().basis())
                    .word("interpolation", row -> row.indicator().interpolation().value().key())
                    .word("interpolation_basis", row -> row.indicator().interpolation().basis())
                    .word("below_level_one", row -> row.belowLevelOne().value().key())
                    .word("below_level_one_basis", row -> row.belowLevelOne().basis())
                    .whole("level", row -> row.level().number())
                    .word("level_basis", row -> row.level().basis())
                    .text("text_th", row -> row.level().text().th())
                    .text("text_en", row -> row.level().text().en())
                    .whole("condition", Row::number)
                    .word("measure", row -> row.condition().measure())
                    .word("kind", row -> row.measure().kind().key())
                    .text("measure_th", row -> row.measure().name().th())
                    .text("measure_en", row -> row.measure().name().en())
                    .text("counted_in_th", row -> row.unit().map(u -> u.name().th()).orElse(""))
                    .text("counted_in_en", row -> row.unit().map(u -> u.name().en()).orElse(""))
                    .word("operator", row -> operator(row.condition()))
                    .cell("threshold", Cell.Kind.DECIMAL, row -> threshold(row.condition()))
                    .cell("deadline", Cell.Kind.TEXT, row -> deadline(row.condition()))
                    .flag("demonstration", row -> row.board().stored().agreement().demonstration())
                    .flag("evidence_receipt", row -> row.measure().evidenceReceipt())
                    .decimal("level_score", row -> row.level().score())
                    .flag("watched_only", row -> row.indicator().isWatchedOnly())
                    .decimal("section_out_of", row -> row.terms().outOf())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                "agreement",
                Choice.PARTS,
                COLUMNS,
                AgreementTable::rows,
                (filter, row) -> filter.wants(row.board().stored().agreement(), row.indicator()));
    }

    static List<Row> rows(Scoreboard board) {
        List<Row> rows = new ArrayList<>();
        for (SectionTerms terms : board.stored().agreement().sections()) {
            for (Indicator indicator : terms.indicators()) {
                for (Level level : indicator.levels()) {
                    for (int i = 0; i < level.conditions().size(); i++) {
                        rows.add(
                                new Row(
                                        board,
                                        terms,
                                        indicator,
                                        level,
                                        i + 1,
                                        level.conditions().get(i)));
                    }
                }
            }
        }
        return rows;
    }

    /** One unit in most agreements; several stand in one word, separated by spaces. */
    static String ids(Stream<UnitId> units) {
        return units.map(UnitId::value).collect(Collectors.joining(" "));
    }

    static String operator(Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison -> WatchTable.operator(comparison.operator());
            case Condition.Done _ -> "done";
            case Condition.DoneBy _ -> "done_by";
        };
    }

    static Cell threshold(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                ? Cells.decimal(comparison.threshold())
                : new Cell.Absent();
    }

    static Cell deadline(Condition condition) {
        return condition instanceof Condition.DoneBy doneBy
                ? new Cell.Word(doneBy.deadline().toString())
                : new Cell.Absent();
    }
}
