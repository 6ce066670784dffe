package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.OutOfFive.SectionSum;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard.SectionTotal;
import districtkpi.scoring.Scorecard.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What each section of an agreement brings to each district: {@code sections.csv}, by rank. */
@Component
@Order(15)
final class SectionsTable implements RoundTableSource {

    /**
     * A section of a district.
     *
     * @param share of the section in the combined total of the district
     */
    record Row(Scoreboard board, DistrictCode district, SectionTotal section, SectionSum share) {

        Total total() {
            return section.total();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("district", Row::district)
                    .word("section", row -> row.section().section())
                    .text("section_th", row -> row.section().terms().name().th())
                    .text("section_en", row -> row.section().terms().name().en())
                    .decimal("share", row -> row.section().terms().share().value())
                    .exact("effective_share", row -> Optional.of(row.share().share()))
                    .exact("points_100", row -> row.total().points())
                    .exact("possible_min_100", row -> Optional.of(row.total().possibleMin()))
                    .exact("possible_max_100", row -> Optional.of(row.total().possibleMax()))
                    .exact("scored_weight", row -> Optional.of(row.total().scoredWeight()))
                    .decimal("not_applicable_weight", row -> row.total().notApplicableWeight())
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .decimal("weights_out_of", row -> row.section().terms().outOf())
                    .build();

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                "sections",
                Set.of(Choice.DISTRICT, Choice.SECTION),
                COLUMNS,
                SectionsTable::rows,
                (filter, row) ->
                        filter.wants(row.district()) && filter.wantsWhole(row.section().section()));
    }

    static List<Row> rows(Scoreboard board) {
        List<Row> rows = new ArrayList<>();
        for (Ranking.Row place : board.ranking().rows()) {
            List<SectionSum> shares = OutOfFive.of(board.agreement(), place.scorecard()).sections();
            List<SectionTotal> sections = place.scorecard().sections();
            for (int i = 0; i < sections.size(); i++) {
                rows.add(
                        new Row(
                                board,
                                place.scorecard().district(),
                                sections.get(i),
                                shares.get(i)));
            }
        }
        return rows;
    }
}
