package districtkpi.ui.trends;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.office.analysis.Courses;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Explanation;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.course.Forecast;
import districtkpi.scoring.course.PaceNeeded;
import districtkpi.scoring.course.PaceSoFar;
import org.apache.commons.numbers.fraction.BigFraction;

/** How fast a measure went, how fast it would have to go, and where it may end, in sentences. */
class PaceSentences extends Composite<Section> {

    private final Words words;
    private final Indicator indicator;
    private final Measure measure;

    PaceSentences(Courses.Followed followed, Words words) {
        this.words = words;
        this.indicator = followed.score().indicator();
        this.measure = followed.course().measure();
        Section section = getContent();
        section.setId("pace");
        section.addClassName("sentences");
        followed.soFar().ifPresent(pace -> section.add(new Paragraph(soFar(pace))));
        Paragraph needed = new Paragraph(needed(followed));
        needed.setId("pace-needed");
        Paragraph forecast = new Paragraph(forecast(followed.forecast()));
        forecast.setId("pace-forecast");
        section.add(needed, forecast);
    }

    private String soFar(PaceSoFar pace) {
        return words.of(
                "pace.so-far",
                perWeek(pace.perWeek()),
                words.shortDate(pace.first().day()),
                words.shortDate(pace.last().day()));
    }

    /** In percentage points, or counted things, a week. */
    private String perWeek(BigFraction number) {
        return measure.kind().isRatio()
                ? words.of("pace.points-a-week", words.signed(number))
                : words.of("pace.units-a-week", words.signed(number), unit());
    }

    private String unit() {
        return measure.countedIn().map(MeasureUnit::name).map(words::of).orElse("");
    }

    private String needed(Courses.Followed followed) {
        IndicatorScore score = followed.score().computed();
        return switch (followed.needed()) {
            case PaceNeeded.Reached() ->
                    isTop(score) ? words.of("pace.top") : words.of("pace.reached", next(score));
            case PaceNeeded.PartOfComputed(var computed) ->
                    words.of(
                            "pace.part-of-computed",
                            next(score),
                            new MeasureWords(words, indicator).name(computed));
            case PaceNeeded.NotApplicable() -> words.of("pace.not-applicable");
            case PaceNeeded.OutOfReach() -> words.of("pace.out-of-reach", next(score));
            case PaceNeeded.Over(var until) -> words.of("pace.over", words.date(until));
            case PaceNeeded.NoFigure(var until, var daysLeft) ->
                    words.of("pace.no-figure", words.date(until), words.number(daysLeft));
            case PaceNeeded.ByDay(var until, var daysLeft) ->
                    words.of("pace.by-day", next(score), words.date(until), words.number(daysLeft));
            case PaceNeeded.Change change -> change(change, next(score));
        };
    }

    private String change(PaceNeeded.Change change, String next) {
        String distance = new MeasureWords(words, indicator).distance(change.distance());
        String pace =
                change.unitsPerWeek()
                        .map(units ->
                                words.of(
                                        "pace.both-a-week",
                                        perWeek(change.perWeek()),
                                        words.weight(units),
                                        unit()))
                        .orElseGet(() -> perWeek(change.perWeek()));
        return words.of(
                "pace.change",
                next,
                distance,
                pace,
                words.date(change.until()),
                words.number(change.daysLeft()));
    }

    private static boolean isTop(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel found
                && found.level() == found.indicator().topLevel();
    }

    /** The next level's number. */
    private String next(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel found
                ? found.explanation()
                        .next()
                        .map(Explanation.NextLevel::level)
                        .map(words::level)
                        .orElse("")
                : "";
    }

    private String forecast(Forecast forecast) {
        return switch (forecast) {
            case Forecast.NoNumber() -> words.of("forecast.no-number");
            case Forecast.TooFewFigures(var figures) ->
                    words.of(
                            "forecast.too-few",
                            words.number(Forecast.MIN_FIGURES),
                            words.number(figures));
            case Forecast.LastDayKnown(var figure) ->
                    words.of("forecast.known", words.date(figure.day()));
            case Forecast.RoundOver(var lastDay) -> words.of("forecast.over", words.date(lastDay));
            case Forecast.Constant(var outcome) ->
                    words.of("forecast.constant", number(outcome), level(outcome));
            case Forecast.PerfectLine(var outcome) ->
                    words.of("forecast.line", number(outcome), level(outcome));
            case Forecast.Estimate(var expected, var low, var high) ->
                    words.of(
                            "forecast.estimate",
                            number(expected),
                            level(expected),
                            number(low),
                            number(high));
        };
    }

    private String number(Forecast.Outcome outcome) {
        String number = words.total(outcome.number());
        return measure.kind().isRatio()
                ? words.of("value.percent", number)
                : words.of("value.in-unit", number, unit());
    }

    private String level(Forecast.Outcome outcome) {
        return outcome.score() instanceof IndicatorScore.WithLevel found
                ? words.level(found.levelScore())
                : "–";
    }
}
