package districtkpi.ui.api;

import districtkpi.domain.agreement.RoundId;
import districtkpi.scoring.course.Course;
import java.util.List;

/** One measure of one district day by day: {@code course.csv}. */
final class CourseTable {

    /** A figure of a day. */
    record Row(RoundId round, Course course, Course.Figure figure) {}

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
                            row -> MeasurementsTable.value(row.figure().measurement().value()))
                    .cell(
                            "of",
                            Cell.Kind.FIGURE,
                            row -> MeasurementsTable.of(row.figure().measurement().value()))
                    .whole("import_id", row -> row.figure().measurement().origin().importId())
                    .whole("line", row -> row.figure().measurement().origin().line())
                    .text("file", row -> row.figure().measurement().origin().file())
                    .flag(
                            "demonstration",
                            row -> row.figure().measurement().origin().demonstration())
                    .text("sheet", row -> row.figure().measurement().origin().sheet())
                    .build();

    private CourseTable() {}

    static List<Row> rows(RoundId round, Course course) {
        return course.figures().stream().map(figure -> new Row(round, course, figure)).toList();
    }
}
