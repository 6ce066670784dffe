package districtkpi.export.table;

import districtkpi.db.cascade.AgreementAcknowledgement;
import districtkpi.db.cascade.Assignment;
import districtkpi.db.cascade.DistrictCascade;
import districtkpi.db.cascade.OfficerSheet;
import districtkpi.db.cascade.OfficerSheet.Acknowledgement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.cascade.VisibleCascade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who has what: {@code cascade.csv}, a row for each indicator of each district and each officer who
 * has it, and one without an officer where nobody has it.
 */
@Component
@Order(130)
final class CascadeTable implements RoundTableSource {

    /** What an officer was given. */
    record Given(OfficerSheet sheet, Assignment assignment) {}

    /**
     * @param given absent where nobody has the indicator
     */
    record Row(
            Scoreboard board,
            District district,
            Optional<AgreementAcknowledgement> acknowledgement,
            Indicator indicator,
            Optional<Given> given) {

        Cell text(Function<Given, String> text) {
            return given.<Cell>map(one -> new Cell.Text(text.apply(one)))
                    .orElseGet(Cell.Absent::new);
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .whole("agreement_version", row -> row.board().stored().version())
                    .word("district", row -> row.district().code())
                    .text("district_th", row -> row.district().name().th())
                    .text("district_en", row -> row.district().name().en())
                    .cell(
                            "acknowledged_version",
                            Cell.Kind.WHOLE,
                            row ->
                                    whole(
                                            row.acknowledgement()
                                                    .map(AgreementAcknowledgement::version)))
                    .word("indicator", row -> row.indicator().id())
                    .text("indicator_th", row -> row.indicator().name().th())
                    .text("indicator_en", row -> row.indicator().name().en())
                    .cell(
                            "officer",
                            Cell.Kind.WHOLE,
                            row -> whole(row.given().map(one -> one.sheet().officerId())))
                    .cell(
                            "post",
                            Cell.Kind.TEXT,
                            row -> row.text(one -> one.sheet().officer().post()))
                    .cell(
                            "name",
                            Cell.Kind.TEXT,
                            row -> row.text(one -> one.sheet().officer().name()))
                    .cell(
                            "sheet_version",
                            Cell.Kind.WHOLE,
                            row -> whole(row.given().map(one -> one.sheet().version())))
                    .cell(
                            "sheet_agreement_version",
                            Cell.Kind.WHOLE,
                            row -> whole(row.given().map(one -> one.sheet().agreementVersion())))
                    .cell(
                            "handed_over_at",
                            Cell.Kind.TEXT,
                            row -> Cells.word(row.given().map(one -> one.sheet().handedOverAt())))
                    .cell(
                            "acknowledged_on",
                            Cell.Kind.TEXT,
                            row ->
                                    Cells.word(
                                            row.given()
                                                    .flatMap(one -> one.sheet().acknowledgement())
                                                    .map(Acknowledgement::on)))
                    .cell(
                            "weight",
                            Cell.Kind.DECIMAL,
                            row ->
                                    row.given()
                                            .map(one -> Cells.decimal(one.assignment().weight()))
                                            .orElseGet(Cell.Absent::new))
                    .cell(
                            "target_level",
                            Cell.Kind.WHOLE,
                            row -> whole(row.given().map(one -> one.assignment().targetLevel())))
                    .cell(
                            "target_text",
                            Cell.Kind.TEXT,
                            row -> row.text(one -> one.assignment().targetText()))
                    .build();

    private final VisibleCascade cascade;

    CascadeTable(VisibleCascade cascade) {
        this.cascade = cascade;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("cascade", Set.of(), COLUMNS, asked -> cascade(asked.board()))
                .asOfNow()
                .filtered(
                        Choice.DISTRICT_AND_PARTS,
                        (filter, row) ->
                                filter.wants(row.district().code())
                                        && filter.wants(row.board().agreement(), row.indicator()));
    }

    private List<Row> cascade(Scoreboard board) {
        RoundId round = board.agreement().round();
        return rows(board, cascade.cascades(round), cascade.sheetsInForce(round));
    }

    private static Cell whole(Optional<? extends Number> number) {
        return number.<Cell>map(one -> new Cell.Decimal(BigDecimal.valueOf(one.longValue())))
                .orElseGet(Cell.Absent::new);
    }

    /**
     * By district, each in the order of the agreement.
     *
     * @param sheets in force
     */
    static List<Row> rows(
            Scoreboard board,
            Map<DistrictCode, DistrictCascade> cascades,
            List<OfficerSheet> sheets) {
        Map<DistrictCode, List<OfficerSheet>> byDistrict =
                sheets.stream().collect(Collectors.groupingBy(OfficerSheet::district));
        List<Row> rows = new ArrayList<>();
        for (District district : board.districts()) {
            Optional<AgreementAcknowledgement> acknowledgement =
                    Optional.ofNullable(cascades.get(district.code()))
                            .flatMap(DistrictCascade::acknowledgement);
            board.agreement()
                    .indicators()
                    .filter(indicator -> indicator.appliesIn(district.code()))
                    .forEach(indicator -> {
                        List<Optional<Given>> given =
                                given(
                                        indicator,
                                        byDistrict.getOrDefault(district.code(), List.of()));
                        given.forEach(one ->
                                rows.add(
                                        new Row(board, district, acknowledgement, indicator, one)));
                    });
        }
        return rows;
    }

    private static List<Optional<Given>> given(Indicator indicator, List<OfficerSheet> sheets) {
        List<Optional<Given>> given = new ArrayList<>();
        for (OfficerSheet sheet : sheets) {
            sheet.assignments().stream()
                    .filter(one -> one.indicator().equals(indicator.id()))
                    .forEach(one -> given.add(Optional.of(new Given(sheet, one))));
        }
        return given.isEmpty() ? List.of(Optional.empty()) : given;
    }
}
