package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.PointSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Points earned, lost and open, by indicator, section and unit: {@code breakdown.csv}. */
@Component
@Order(160)
final class BreakdownTable implements RoundTableSource {

    /**
     * A part of the agreement.
     *
     * @param district absent for the mean of the province
     * @param kind {@code indicator}, {@code section}, {@code unit} or {@code total}
     */
    record Row(
            Scoreboard board,
            Optional<DistrictCode> district,
            String kind,
            String key,
            PointSplit points) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .cell("district", Cell.Kind.TEXT, row -> Cells.word(row.district()))
                    .word("kind", Row::kind)
                    .word("key", Row::key)
                    .exact("weight_100", row -> Optional.of(row.points().weight()))
                    .exact("earned_100", row -> Optional.of(row.points().earned()))
                    .exact("lost_100", row -> Optional.of(row.points().lost()))
                    .exact("open_100", row -> Optional.of(row.points().open()))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final Analyses analyses;

    BreakdownTable(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("breakdown", Set.of(), COLUMNS, this::breakdown)
                .about(Set.of(Choice.SECTION, Choice.UNIT, Choice.DISTRICT));
    }

    private List<Row> breakdown(TableRequest asked) {
        Optional<DistrictCode> district = asked.chosenDistrict();
        Agreement agreement = asked.board().agreement();
        Set<IndicatorId> wanted =
                agreement
                        .indicators()
                        .filter(indicator -> asked.filter().wants(agreement, indicator))
                        .map(Indicator::id)
                        .collect(Collectors.toUnmodifiableSet());
        return analyses.breakdown(asked.board(), district)
                .flatMap(whole ->
                        wanted.size() == agreement.indicators().count()
                                ? Optional.of(whole)
                                : whole.only(agreement, wanted))
                .map(found -> rows(asked.board(), district, found))
                .orElse(List.of());
    }

    static List<Row> rows(Scoreboard board, Optional<DistrictCode> district, Breakdown breakdown) {
        List<Row> rows = new ArrayList<>();
        for (Breakdown.Slice<Indicator> slice : breakdown.byIndicator()) {
            rows.add(
                    new Row(board, district, "indicator", slice.of().id().value(), slice.points()));
        }
        for (Breakdown.Slice<SectionId> slice : breakdown.bySection()) {
            rows.add(new Row(board, district, "section", slice.of().value(), slice.points()));
        }
        for (Breakdown.Slice<List<ResponsibleUnit>> slice : breakdown.byUnit()) {
            String together = AgreementTable.ids(slice.of().stream().map(ResponsibleUnit::id));
            rows.add(new Row(board, district, "unit", together, slice.points()));
        }
        rows.add(new Row(board, district, "total", "total", breakdown.total()));
        return rows;
    }
}
