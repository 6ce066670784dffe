package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Districts side by side: {@code comparison.csv}, the total first, then sections and indicators in
 * the order of the agreement, and within each the districts as they were asked for.
 */
@Component
@Order(100)
final class ComparisonTable implements RoundTableSource {

    /**
     * What one district has in one part.
     *
     * @param part total, section or indicator
     */
    record Row(
            Scoreboard board,
            String part,
            @Nullable SectionId section,
            @Nullable Indicator indicator,
            Ranking.Row district,
            Optional<IndicatorScore> score,
            Optional<BigFraction> points,
            Optional<BigFraction> toFirst,
            Optional<BigFraction> mean,
            Optional<BigFraction> toMean) {

        DistrictCode code() {
            return district.scorecard().district();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("part", Row::part)
                    .cell(
                            "section",
                            Cell.Kind.TEXT,
                            row ->
                                    Cells.word(
                                            Optional.ofNullable(row.section())
                                                    .map(SectionId::value)))
                    .cell(
                            "indicator",
                            Cell.Kind.TEXT,
                            row ->
                                    Cells.word(
                                            Optional.ofNullable(row.indicator())
                                                    .map(Indicator::id)))
                    .word("district", Row::code)
                    .cell("rank", Cell.Kind.WHOLE, row -> Cells.whole(row.district().rank()))
                    .cell(
                            "status",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.score().map(ScoresTable::status)))
                    .cell(
                            "level",
                            Cell.Kind.WHOLE,
                            row ->
                                    Cells.whole(
                                            row.score()
                                                    .map(ScoresTable::level)
                                                    .orElse(OptionalInt.empty())))
                    .exact("points_100", Row::points)
                    .exact("to_first_100", Row::toFirst)
                    .exact("mean_100", Row::mean)
                    .exact("to_mean_100", Row::toMean)
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final Analyses analyses;

    ComparisonTable(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("comparison", Set.of(Choice.DISTRICTS), COLUMNS, this::comparison)
                .filtered(Choice.PARTS, ComparisonTable::isWanted);
    }

    private List<Row> comparison(TableRequest asked) {
        return rows(asked.board(), analyses.comparison(asked.board(), asked.districts()));
    }

    static List<Row> rows(Scoreboard board, Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        List<Ranking.Row> districts = comparison.districts();
        for (int i = 0; i < districts.size(); i++) {
            rows.add(
                    new Row(
                            board,
                            "total",
                            null,
                            null,
                            districts.get(i),
                            Optional.empty(),
                            districts.get(i).scorecard().total().points(),
                            comparison.toFirst(i),
                            board.ranking().statistics().map(Ranking.Statistics::mean),
                            districts.get(i).toMean()));
        }
        for (Comparison.SectionRow section : comparison.sections()) {
            for (int i = 0; i < districts.size(); i++) {
                rows.add(
                        new Row(
                                board,
                                "section",
                                section.section(),
                                null,
                                districts.get(i),
                                Optional.empty(),
                                section.totals().get(i).points(),
                                section.toFirst(i),
                                section.mean(),
                                section.toMean(i)));
            }
        }
        for (Comparison.IndicatorRow indicator : comparison.indicators()) {
            for (int i = 0; i < districts.size(); i++) {
                Comparison.Cell cell = indicator.cells().get(i);
                rows.add(
                        new Row(
                                board,
                                "indicator",
                                cell.line().line().section(),
                                indicator.indicator(),
                                districts.get(i),
                                Optional.of(cell.line().line().score()),
                                cell.points(),
                                Optional.of(cell.toFirst()),
                                indicator.mean(),
                                cell.toMean()));
            }
        }
        return rows;
    }

    /** Totals belong to the whole, sections to themselves, indicators to every part they are in. */
    static boolean isWanted(Filter filter, Row row) {
        if (row.indicator() != null) {
            return filter.wants(row.board().agreement(), row.indicator());
        }
        return row.section() == null ? filter.wantsTotals() : filter.wantsWhole(row.section());
    }
}
