package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was agreed otherwise for single districts: {@code terms.csv}, a row for each condition of
 * each level as it holds there. Empty where an agreement is the same for all.
 */
@Component
@Order(51)
final class TermsTable implements RoundTableSource {

    /**
     * @param indicator as it holds for the district
     * @param number of the condition within its level, from 1
     */
    record Row(
            Scoreboard board,
            DistrictCode district,
            SectionTerms terms,
            Indicator indicator,
            Level level,
            int number) {

        Condition condition() {
            return level.conditions().get(number - 1);
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().stored().agreement().round())
                    .whole("version", row -> row.board().stored().version())
                    .word("district", Row::district)
                    .word("section", row -> row.terms().section().value())
                    .word("indicator", row -> row.indicator().id())
                    .flag("applies", row -> row.indicator().appliesIn(row.district()))
                    .decimal("weight", row -> row.indicator().weight())
                    .whole("level", row -> row.level().number())
                    .decimal("level_score", row -> row.level().score())
                    .whole("condition", Row::number)
                    .word("measure", row -> row.condition().measure())
                    .word("operator", row -> AgreementTable.operator(row.condition()))
                    .cell(
                            "threshold",
                            Cell.Kind.DECIMAL,
                            row -> AgreementTable.threshold(row.condition()))
                    .cell(
                            "deadline",
                            Cell.Kind.TEXT,
                            row -> AgreementTable.deadline(row.condition()))
                    .flag("demonstration", row -> row.board().stored().agreement().demonstration())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                "terms",
                Choice.DISTRICT_AND_PARTS,
                COLUMNS,
                TermsTable::rows,
                (filter, row) ->
                        filter.wants(row.district())
                                && filter.wants(row.board().stored().agreement(), row.indicator()));
    }

    static List<Row> rows(Scoreboard board) {
        Agreement agreement = board.stored().agreement();
        List<Row> rows = new ArrayList<>();
        for (DistrictCode district : agreement.districtsWithTerms()) {
            for (SectionTerms terms : agreement.in(district).sections()) {
                terms.indicators().stream()
                        .filter(indicator -> indicator.terms(district).isPresent())
                        .forEach(indicator -> add(rows, board, district, terms, indicator));
            }
        }
        return rows;
    }

    private static void add(
            List<Row> rows,
            Scoreboard board,
            DistrictCode district,
            SectionTerms terms,
            Indicator indicator) {
        for (Level level : indicator.levels()) {
            for (int number = 1; number <= level.conditions().size(); number++) {
                rows.add(new Row(board, district, terms, indicator, level, number));
            }
        }
    }
}
