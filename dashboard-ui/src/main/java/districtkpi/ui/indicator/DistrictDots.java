package districtkpi.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.District;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComparedNumber;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.weighting.Influence;
import districtkpi.scoring.weighting.Threshold;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.CourseChart;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.ThresholdChart;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.LevelScale;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The districts as dots at their values, with the thresholds of the levels as lines; of a level
 * that is reached by a day, at their days. Of an indicator that has neither, the dots stand at
 * their levels; so they do where districts have different thresholds.
 */
class DistrictDots extends Composite<Div> {

    /** Days before the first one and after the last one that is drawn. */
    private static final BigDecimal AROUND = BigDecimal.valueOf(3);

    private final Scoreboard scoreboard;
    private final Indicator indicator;
    private final Optional<Measure> measure;
    private final MeasureWords measures;
    private final PageState state;
    private final Words words;

    /** A district with its score and where its dot stands. */
    private record Place(District district, IndicatorScore score, Optional<BigFraction> number) {}

    DistrictDots(Scoreboard scoreboard, Influence.OfIndicator one, PageState state, Words words) {
        this.scoreboard = scoreboard;
        this.indicator = one.indicator();
        this.state = state;
        this.words = words;
        measures = new MeasureWords(words, indicator);
        List<Measure> all = indicator.allMeasures();
        measure =
                all.stream()
                        .filter(each -> each.kind().isNumeric())
                        .max(
                                Comparator.comparingLong(this::thresholdsOf)
                                        .thenComparing(all::indexOf, Comparator.reverseOrder()))
                        .filter(each -> thresholdsOf(each) > 1)
                        .or(() ->
                                indicator.measures().stream()
                                        .filter(each -> !deadlines(each).isEmpty())
                                        .findFirst())
                        // On one scale a dot would lie left of a line that is not its own.
                        .filter(_ -> !indicator.levelsDiffer());
        List<Place> places = places();
        if (indicator.levelsDiffer()) {
            getContent().add(new Remark("dots-by-level", words.of("district-terms.by-level")));
        }
        getContent().setId("dots");
        getContent().addClassName("indicator-dots");
        getContent()
                .add(
                        new Chart(
                                "dots-chart",
                                new ChartTitle(title(one, places), unit()),
                                drawing(places),
                                words));
    }

    /** The levels that are reached by a day, where a measure has such ones. */
    private List<CourseChart.Threshold> deadlines(Measure each) {
        List<CourseChart.Threshold> deadlines = new ArrayList<>();
        for (Level level : indicator.levels()) {
            for (Condition condition : level.conditions()) {
                if (condition instanceof Condition.DoneBy by && by.measure().equals(each.id())) {
                    deadlines.add(
                            new CourseChart.Threshold(
                                    words.level(level),
                                    BigDecimal.valueOf(by.deadline().toEpochDay())));
                }
            }
        }
        return deadlines;
    }

    private boolean isOfDays() {
        return measure.filter(each -> each.kind() == MeasureKind.DATE).isPresent();
    }

    private long thresholdsOf(Measure each) {
        return Threshold.allOf(indicator).keySet().stream()
                .filter(threshold -> threshold.measure().equals(each.id()))
                .count();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Ranking.Row row : scoreboard.ranking().rows()) {
            IndicatorScore score = row.scorecard().line(indicator.id()).score();
            scoreboard
                    .district(row.scorecard().district())
                    .ifPresent(district ->
                            places.add(new Place(district, score, number(district, score))));
        }
        // The best first, and last those that have nothing.
        int none = isOfDays() ? 1_000_000 : -1_000_000;
        Comparator<BigFraction> order = Comparator.naturalOrder();
        places.sort(
                Comparator.comparing(
                        (Place place) -> place.number().orElse(BigFraction.of(none)),
                        isOfDays() ? order : order.reversed()));
        return places;
    }

    private Optional<BigFraction> number(District district, IndicatorScore score) {
        if (measure.isEmpty()) {
            return score instanceof IndicatorScore.WithLevel known
                    ? Optional.of(known.levelScore())
                    : Optional.empty();
        }
        return value(district)
                .flatMap(value ->
                        switch (value) {
                            case MeasuredValue.Day(LocalDate day) ->
                                    Optional.of(BigFraction.of(day.toEpochDay()));
                            default -> ComparedNumber.of(measure.get().kind(), value);
                        })
                .or(() -> score.computedFigure(measure.get().id()).flatMap(ComputedFigure::number));
    }

    private Optional<MeasuredValue> value(District district) {
        return measure.flatMap(each ->
                scoreboard
                        .measurement(district.code(), indicator.key(each.id()))
                        .map(found -> found.value()));
    }

    private ThresholdChart drawing(List<Place> places) {
        List<CourseChart.Threshold> thresholds = new ArrayList<>();
        measure.ifPresent(each -> thresholds.addAll(deadlines(each)));
        measure.ifPresent(each ->
                Threshold.allOf(indicator)
                        .forEach((threshold, condition) -> {
                            if (threshold.measure().equals(each.id())) {
                                thresholds.add(
                                        new CourseChart.Threshold(
                                                words.level(indicator, threshold.level()),
                                                condition.threshold()));
                            }
                        }));
        List<ThresholdChart.Dot> dots = places.stream().map(this::dot).toList();
        List<BigDecimal> drawn = new ArrayList<>();
        thresholds.forEach(threshold -> drawn.add(threshold.value()));
        places.forEach(place -> place.number().ifPresent(number -> drawn.add(decimal(number))));
        Scale scale =
                measure.isEmpty()
                        ? new Scale(
                                words.of("district.level"),
                                BigDecimal.ZERO,
                                indicator.maxScore(),
                                false,
                                true)
                        : isOfDays()
                                ? new Scale(
                                        "",
                                        Collections.min(drawn).subtract(AROUND),
                                        Collections.max(drawn).add(AROUND),
                                        false,
                                        false)
                                : Scale.between(measured(), drawn);
        return new ThresholdChart(
                words.of("indicator.dots", indicator.id()), scale, dots, thresholds, isOfDays());
    }

    private ThresholdChart.Dot dot(Place place) {
        String name = words.of(place.district().name());
        String label =
                measure.flatMap(each ->
                                value(place.district())
                                        .map(value -> label(each, value))
                                        .or(() -> computedLabel(each, place.score())))
                        .orElseGet(() -> place.number().map(words::level).orElse(""));
        return new ThresholdChart.Dot(
                name,
                place.number().map(DistrictDots::decimal).orElse(null),
                label,
                words.of("why.mark", name, label),
                place.score().countingLevel().orElse(0) > 0
                        ? "--level-"
                                + LevelScale.shade(
                                        indicator, place.score().countingLevel().getAsInt())
                        : "--paper",
                DistrictNavigation.linkToIndicator(state, place.district().code(), indicator.id())
                        .getHref());
    }

    private Optional<String> computedLabel(Measure each, IndicatorScore score) {
        return score.computedFigure(each.id())
                .map(figure -> new ComputationWords(words, indicator).number(figure));
    }

    private String label(Measure each, MeasuredValue value) {
        return value instanceof MeasuredValue.Day(LocalDate day)
                ? words.shortDate(day)
                : measures.standing(each, value);
    }

    /** What the numbers are counted in. */
    private String measured() {
        return measure.map(each ->
                        each.kind().isRatio()
                                ? words.of("figures.percent")
                                : each.countedIn()
                                        .map(unit -> words.of(unit.name()))
                                        .orElseGet(() -> words.of("course.number")))
                .orElse("");
    }

    private String unit() {
        if (isOfDays()) {
            return measure.map(each -> words.of("indicator.unit.day", words.of(each.name())))
                    .orElse("");
        }
        return measure.map(each -> words.of("indicator.unit", words.of(each.name()), measured()))
                .orElseGet(() -> words.of("indicator.unit.level"));
    }

    /** How many are at the top and how many are low. */
    private String title(Influence.OfIndicator one, List<Place> places) {
        if (places.stream().noneMatch(place -> place.score().countingLevel().isPresent())) {
            return words.of("findings.lead.none");
        }
        int firstSound = LevelScale.firstSound(indicator);
        long low =
                places.stream()
                        .filter(place ->
                                place.score().countingLevel().isPresent()
                                        && place.score().countingLevel().getAsInt() < firstSound)
                        .count();
        return words.of(
                "indicator.dots.title",
                words.number(one.levels().at(indicator.topLevel())),
                words.number(places.size()),
                words.number(low),
                one.meanLevel().map(words::total).orElse("–"),
                words.level(indicator, indicator.topLevel()),
                words.level(indicator, firstSound));
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
