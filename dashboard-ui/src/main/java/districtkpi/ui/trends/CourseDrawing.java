package districtkpi.ui.trends;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.scoring.course.Forecast;
import districtkpi.scoring.weighting.Threshold;
import districtkpi.ui.analysis.Courses;
import districtkpi.ui.chart.CourseChart;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.MeasureWords;
import districtkpi.ui.words.Words;
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
        this.agreement = scoreboard.stored().agreement();
        this.followed = followed;
        this.state = state;
        this.words = words;
        this.indicator = followed.score().indicator();
        this.measure = followed.course().measure();
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
        Scale scale =
                Scale.around(
                        measure.kind().isRatio()
                                ? words.of("figures.percent")
                                : measure.countedIn().map(unit -> words.of(unit.name())).orElse(""),
                        drawn);
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
        MeasureWords measures = new MeasureWords(words, indicator);
        return followed.course().numbers().stream()
                .map(figure ->
                        new CourseChart.Day(
                                figure.day(),
                                new Mark(
                                        TrendWords.drawn(figure.number().orElseThrow()),
                                        words.of(
                                                "course.mark",
                                                words.date(figure.day()),
                                                measures.percent(
                                                                measure,
                                                                figure.measurement().value())
                                                        .orElseGet(() ->
                                                                measures.value(
                                                                        measure,
                                                                        figure.measurement()
                                                                                .value()))),
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
                                        words.of("course.level", words.number(threshold.level())),
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
