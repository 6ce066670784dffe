package districtkpi.scoring.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final MeasureKey SPENDING = Courses.key("T1", "spending");
    private static final LocalDate JANUARY = LocalDate.of(2022, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2022, 2, 28);

    private static Course course(Measurement... measurements) {
        return Course.of(Courses.AGREEMENT, Courses.DISTRICT, SPENDING, List.of(measurements));
    }

    @Test
    void takesTheLastImportForEachDay() {
        Measurement wrong = Courses.measurement(SPENDING, Courses.ratio("90", "300"), JANUARY, 1);
        Measurement corrected =
                Courses.measurement(SPENDING, Courses.ratio("100", "300"), JANUARY, 9);
        Measurement later = Courses.measurement(SPENDING, Courses.ratio("200", "300"), FEBRUARY, 5);

        Course course = course(later, corrected, wrong);

        assertThat(course.figures())
                .extracting(Course.Figure::measurement)
                .containsExactly(corrected, later);
        assertThat(course.numbers())
                .extracting(Course.Figure::number)
                .containsExactly(
                        Optional.of(BigFraction.of(100, 3)), Optional.of(BigFraction.of(200, 3)));
        assertThat(course.last().orElseThrow().day()).isEqualTo(FEBRUARY);
    }

    @Test
    void leavesOutWhatIsNotOfTheCourse() {
        Measurement one = Courses.measurement(SPENDING, Courses.percent("50"), JANUARY, 1);

        Course course =
                course(
                        new Measurement(
                                RoundId.parse("2564-2"),
                                one.district(),
                                one.measure(),
                                one.value(),
                                one.asOf(),
                                "",
                                "",
                                one.origin()),
                        new Measurement(
                                one.round(),
                                DistrictCode.of("4302"),
                                one.measure(),
                                one.value(),
                                one.asOf(),
                                "",
                                "",
                                one.origin()),
                        Courses.measurement(
                                Courses.key("P6", "online_sales"), one.value(), JANUARY, 1),
                        Courses.measurement(SPENDING, new MeasuredValue.NotDone(), JANUARY, 1));

        assertThat(course.figures()).isEmpty();
        assertThat(course.last()).isEmpty();
    }

    @Test
    void whatDoesNotApplyIsAFigureAndNoNumber() {
        Course course =
                course(
                        Courses.measurement(SPENDING, Courses.percent("50"), JANUARY, 1),
                        Courses.measurement(
                                SPENDING, new MeasuredValue.NotApplicable("none"), FEBRUARY, 1));

        assertThat(course.figures()).hasSize(2);
        assertThat(course.numbers()).hasSize(1);
        assertThat(PaceSoFar.of(course)).isEmpty();
    }

    @Test
    void givesThePaceSinceTheFirstNumber() {
        Course course =
                course(
                        Courses.measurement(SPENDING, Courses.percent("50"), JANUARY, 1),
                        Courses.measurement(SPENDING, Courses.percent("48"), FEBRUARY, 2),
                        Courses.measurement(
                                SPENDING, Courses.percent("60"), JANUARY.plusDays(30), 3));

        PaceSoFar pace = PaceSoFar.of(course).orElseThrow();

        assertThat(pace.change()).isEqualTo(BigFraction.of(10));
        assertThat(pace.days()).isEqualTo(30);
        assertThat(pace.perDay()).isEqualTo(BigFraction.of(1, 3));
        assertThat(pace.perWeek()).isEqualTo(BigFraction.of(7, 3));
    }

    @Test
    void refusesAMeasureThatTheAgreementDoesNotHave() {
        assertThatThrownBy(() ->
                        Course.of(
                                Courses.AGREEMENT,
                                Courses.DISTRICT,
                                Courses.key("T1", "nothing"),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No measure T1.nothing");
    }
}
