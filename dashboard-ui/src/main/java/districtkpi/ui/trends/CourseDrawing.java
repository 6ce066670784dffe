package districtkpi.ui.trends;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.office.analysis.Courses;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.course.Course;
import districtkpi.scoring.course.Forecast;
import districtkpi.scoring.weighting.Threshold;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.CourseChart;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The picture of a course, with the thresholds of its levels and a forecast where there is one. */
final class CourseDrawing {

    private static final int PLACES = 4;

    private final Agreement agreement;
    private final Courses.Followed followed;
    private final PageState state;
    private final Words words;
    private final Indicator indicator;
    private final Measure measure;

    CourseDrawing(Scoreboard scoreboard, Courses.Followed followed, PageState state, Words words) {
        this.agreement = scoreboard.agreement();
        this.followed = followed;
        this.state = state;
        this.words = words;
        this.indicator = followed.score().indicator();
        this.measure = followed.course().measure();
    }

    /** From what to what it went, and which level that is. */
    ChartTitle title() {
        return new ChartTitle(says(), words.of("course.unit", words.of(measure.name()), counted()));
    }

    private String says() {
        List<Course.Figure> figures = followed.course().numbers();
        Course.Figure first = figures.getFirst();
        Course.Figure last = figures.getLast();
        String level =
                followed.score() instanceof IndicatorScore.WithLevel known
                        ? words.of("course.level", words.level(known.levelScore()))
                        : words.of("level.no-result");
        if (figures.size() == 1) {
            return words.of("course.says.one", said(last), words.shortDate(last.day()), level);
        }
        int direction = last.number().orElseThrow().compareTo(first.number().orElseThrow());
        return words.of(
                direction > 0
                        ? "course.says.rose"
                        : direction < 0 ? "course.says.fell" : "course.says.stayed",
                said(first),
                words.shortDate(first.day()),
                said(last),
                words.shortDate(last.day()),
                level);
    }

    /** A figure as it is compared with the thresholds. */
    private String said(Course.Figure figure) {
        return new MeasureWords(words, indicator).standing(measure, figure.measurement().value());
    }

    private String counted() {
        return measure.kind().isRatio()
                ? words.of("figures.percent")
                : measure.countedIn()
                        .map(unit -> words.of(unit.name()))
                        .orElseGet(() -> words.of("course.number"));
    }

    Drawing drawing() {
        List<CourseChart.Day> days = days();
        List<CourseChart.Threshold> thresholds = thresholds();
        Optional<CourseChart.Forecast> forecast = forecast();
        List<BigDecimal> drawn =
                Stream.of(
                                days.stream().map(day -> day.mark().value()),
                                thresholds.stream().map(CourseChart.Threshold::value),
                                forecast.stream().flatMap(CourseDrawing::ends))
                        .flatMap(values -> values)
                        .toList();
        Scale scale = Scale.around(counted(), drawn);
        return new CourseChart(
                words.of("course.label", words.of(measure.name())),
                scale,
                first(days),
                last(days),
                words.of("course.reported"),
                days,
                thresholds,
                forecast.orElse(null));
    }

    private static Stream<BigDecimal> ends(CourseChart.Forecast forecast) {
        return Stream.of(
                        Optional.of(forecast.mark().value()),
                        Optional.ofNullable(forecast.low()),
                        Optional.ofNullable(forecast.high()))
                .flatMap(Optional::stream);
    }

    private LocalDate first(List<CourseChart.Day> days) {
        LocalDate first = days.getFirst().day();
        return first.isBefore(agreement.firstDay()) ? first : agreement.firstDay();
    }

    private LocalDate last(List<CourseChart.Day> days) {
        LocalDate last = days.getLast().day();
        return last.isAfter(agreement.lastDay()) ? last : agreement.lastDay();
    }

    private List<CourseChart.Day> days() {
        return followed.course().numbers().stream()
                .map(figure ->
                        new CourseChart.Day(
                                figure.day(),
                                new Mark(
                                        TrendWords.drawn(figure.number().orElseThrow()),
                                        words.of(
                                                "course.mark",
                                                words.date(figure.day()),
                                                said(figure)),
                                        DistrictNavigation.linkToIndicator(
                                                        state,
                                                        followed.course().district(),
                                                        indicator.id())
                                                .getHref())))
                .toList();
    }

    private List<CourseChart.Threshold> thresholds() {
        List<CourseChart.Threshold> lines = new ArrayList<>();
        Threshold.allOf(indicator)
                .forEach((threshold, condition) -> {
                    if (threshold.measure().equals(measure.id())) {
                        lines.add(
                                new CourseChart.Threshold(
                                        words.of(
                                                "course.level",
                                                words.level(indicator, threshold.level())),
                                        condition.threshold()));
                    }
                });
        return lines;
    }

    private Optional<CourseChart.Forecast> forecast() {
        return switch (followed.forecast()) {
            case Forecast.Estimate(var expected, var low, var high) ->
                    Optional.of(forecast(expected, decimal(low.number()), decimal(high.number())));
            case Forecast.Constant(var outcome) -> Optional.of(forecast(outcome, null, null));
            case Forecast.PerfectLine(var outcome) -> Optional.of(forecast(outcome, null, null));
            case Forecast.NoNumber _,
                    Forecast.TooFewFigures _,
                    Forecast.LastDayKnown _,
                    Forecast.RoundOver _ ->
                    Optional.empty();
        };
    }

    private CourseChart.Forecast forecast(
            Forecast.Outcome expected, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new CourseChart.Forecast(
                words.of("course.forecast"),
                agreement.lastDay(),
                Mark.of(
                        decimal(expected.number()),
                        words.of(
                                "course.forecast.mark",
                                words.date(agreement.lastDay()),
                                words.total(expected.number()))),
                low,
                high);
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
