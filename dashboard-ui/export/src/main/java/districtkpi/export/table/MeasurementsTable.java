package districtkpi.export.table;

import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.District;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Every figure that counts and the file row that it came from: {@code measurements.csv}, by
 * district and agreement order.
 *
 * <p>{@code value} is written as a results file has it (a finished percentage with its sign, a step
 * as yes, no or its day), so that the table, posted as a results file, changes nothing.
 */
@Component
@Order(30)
final class MeasurementsTable implements RoundTableSource {

    /**
     * A figure that counts.
     *
     * @param mendedCells cells of its row in whose place something else was read; of an extract, of
     *     all rows of its district
     */
    record Row(
            Scoreboard board,
            Indicator indicator,
            Measure measure,
            Measurement figure,
            int mendedCells) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.figure().round())
                    .word("district", row -> row.figure().district())
                    .word("indicator", row -> row.figure().measure().indicator())
                    .word("measure", row -> row.figure().measure().measure())
                    .word("kind", row -> row.measure().kind().key())
                    .cell("value", Cell.Kind.FIGURE, row -> Cells.value(row.figure().value()))
                    .cell("of", Cell.Kind.FIGURE, row -> Cells.of(row.figure().value()))
                    .exact("percent", row -> Percent.of(row.measure().kind(), row.figure().value()))
                    .word("as_of", row -> row.figure().asOf())
                    .whole("import_id", row -> row.figure().origin().importId())
                    .whole("line", row -> row.figure().origin().line())
                    .text("source", row -> row.figure().source())
                    .text("note", row -> row.figure().note())
                    .text("file", row -> row.figure().origin().file())
                    .word("sha256", row -> row.figure().origin().sha256())
                    .flag("demonstration", row -> row.figure().origin().demonstration())
                    .text("sheet", row -> row.figure().origin().sheet())
                    .whole("mended_cells", Row::mendedCells)
                    .build();

    private final CellCorrectionRepository corrections;

    MeasurementsTable(CellCorrectionRepository corrections) {
        this.corrections = corrections;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.each(
                        "measurements",
                        Choice.DISTRICT_AND_PARTS,
                        COLUMNS,
                        board -> rows(board, corrections),
                        MeasurementsTable::isWanted)
                .withWide(WideTables::measurements);
    }

    /**
     * @param corrections of cells of the files that the figures came from
     */
    static List<Row> rows(Scoreboard board, CellCorrectionRepository corrections) {
        List<Row> rows = new ArrayList<>();
        for (District district : board.districts()) {
            board.agreement()
                    .indicators()
                    .forEach(indicator -> addRows(board, district, indicator, rows));
        }
        Map<Measurement, List<StoredCellCorrection>> mended =
                corrections.findBehind(rows.stream().map(Row::figure).toList());
        return mended.isEmpty()
                ? rows
                : rows.stream()
                        .map(row ->
                                new Row(
                                        row.board(),
                                        row.indicator(),
                                        row.measure(),
                                        row.figure(),
                                        mended.getOrDefault(row.figure(), List.of()).size()))
                        .toList();
    }

    private static void addRows(
            Scoreboard board, District district, Indicator indicator, List<Row> rows) {
        for (Measure measure : indicator.measures()) {
            board.measurement(district.code(), indicator.key(measure.id()))
                    .ifPresent(figure -> rows.add(new Row(board, indicator, measure, figure, 0)));
        }
    }

    static boolean isWanted(Filter filter, Row row) {
        return filter.wants(row.figure().district())
                && filter.wants(row.board().agreement(), row.indicator());
    }
}
