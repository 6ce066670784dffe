package districtkpi.export.table;

import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.office.analysis.Courses;
import districtkpi.scoring.course.Course;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One measure of one district day by day: {@code course.csv}. */
@Component
@Order(180)
final class CourseTable implements RoundTableSource {

    /**
     * A figure of a day.
     *
     * @param mendedCells as in {@link MeasurementsTable}
     */
    record Row(RoundId round, Course course, Course.Figure figure, int mendedCells) {}

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", Row::round)
                    .word("district", row -> row.course().district())
                    .word("indicator", row -> row.course().key().indicator())
                    .word("measure", row -> row.course().key().measure())
                    .word("as_of", row -> row.figure().day())
                    .exact("number", row -> row.figure().number())
                    .cell(
                            "value",
                            Cell.Kind.FIGURE,
                            row -> Cells.value(row.figure().measurement().value()))
                    .cell(
                            "of",
                            Cell.Kind.FIGURE,
                            row -> Cells.of(row.figure().measurement().value()))
                    .whole("import_id", row -> row.figure().measurement().origin().importId())
                    .whole("line", row -> row.figure().measurement().origin().line())
                    .text("file", row -> row.figure().measurement().origin().file())
                    .flag(
                            "demonstration",
                            row -> row.figure().measurement().origin().demonstration())
                    .text("sheet", row -> row.figure().measurement().origin().sheet())
                    .whole("mended_cells", Row::mendedCells)
                    .build();

    private final Courses courses;
    private final CellCorrectionRepository corrections;

    CourseTable(Courses courses, CellCorrectionRepository corrections) {
        this.courses = courses;
        this.corrections = corrections;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one(
                "course", Set.of(Choice.DISTRICT, Choice.MEASURE), COLUMNS, this::course);
    }

    private List<Row> course(TableRequest asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        MeasureKey measure = asked.measure();
        return rows(
                board.agreement().round(),
                courses.follow(board, district, measure, courses.figures(board, district)).course(),
                corrections);
    }

    /**
     * @param corrections of cells of the files that the figures came from
     */
    static List<Row> rows(RoundId round, Course course, CellCorrectionRepository corrections) {
        Map<Measurement, List<StoredCellCorrection>> mended =
                corrections.findBehind(
                        course.figures().stream().map(Course.Figure::measurement).toList());
        return course.figures().stream()
                .map(figure ->
                        new Row(
                                round,
                                course,
                                figure,
                                mended.getOrDefault(figure.measurement(), List.of()).size()))
                .toList();
    }
}
