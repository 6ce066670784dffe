package districtkpi.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.District;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Percent;
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
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The districts as dots at their values, with the thresholds of the levels as lines. Of an
 * indicator that counts nothing the dots stand at their levels.
 */
class DistrictDots extends Composite<Div> {

    /** A level below this one is low. */
    private static final int LOW = 3;

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
        measure =
                indicator.measures().stream()
                        .filter(each -> each.kind().isNumeric())
                        .max(
                                Comparator.comparingLong(this::thresholdsOf)
                                        .thenComparing(
                                                indicator.measures()::indexOf,
                                                Comparator.reverseOrder()))
                        .filter(each -> thresholdsOf(each) > 1);
        List<Place> places = places();
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
        places.sort(
                Comparator.comparing(
                        (Place place) -> place.number().orElse(new BigFraction(-1_000_000)),
                        Comparator.reverseOrder()));
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
                        value instanceof MeasuredValue.Count(BigDecimal count)
                                ? Optional.of(Exact.fraction(count))
                                : Percent.of(measure.get().kind(), value));
    }

    private Optional<MeasuredValue> value(District district) {
        return measure.flatMap(each ->
                scoreboard
                        .measurement(district.code(), indicator.key(each.id()))
                        .map(found -> found.value()));
    }

    private ThresholdChart drawing(List<Place> places) {
        List<CourseChart.Threshold> thresholds = new ArrayList<>();
        measure.ifPresent(each ->
                Threshold.allOf(indicator)
                        .forEach((threshold, condition) -> {
                            if (threshold.measure().equals(each.id())) {
                                thresholds.add(
                                        new CourseChart.Threshold(
                                                words.number(threshold.level()),
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
                                BigDecimal.valueOf(Indicator.TOP_LEVEL),
                                false,
                                true)
                        : Scale.between(measured(), drawn);
        return new ThresholdChart(
                words.of("indicator.dots", indicator.id()), scale, dots, thresholds);
    }

    private ThresholdChart.Dot dot(Place place) {
        String name = words.of(place.district().name());
        String label =
                measure.flatMap(each ->
                                value(place.district())
                                        .map(value -> measures.standing(each, value)))
                        .orElseGet(() -> place.number().map(words::level).orElse(""));
        return new ThresholdChart.Dot(
                name,
                place.number().map(DistrictDots::decimal).orElse(null),
                label,
                words.of("why.mark", name, label),
                place.score().countingLevel().orElse(0) > 0
                        ? "--level-" + place.score().countingLevel().getAsInt()
                        : "--paper",
                DistrictNavigation.linkToIndicator(state, place.district().code(), indicator.id())
                        .getHref());
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
        return measure.map(each -> words.of("indicator.unit", words.of(each.name()), measured()))
                .orElseGet(() -> words.of("indicator.unit.level"));
    }

    /** How many are at the top and how many are low. */
    private String title(Influence.OfIndicator one, List<Place> places) {
        if (places.stream().noneMatch(place -> place.score().countingLevel().isPresent())) {
            return words.of("findings.lead.none");
        }
        long low =
                places.stream()
                        .filter(place ->
                                place.score().countingLevel().isPresent()
                                        && place.score().countingLevel().getAsInt() < LOW)
                        .count();
        return words.of(
                "indicator.dots.title",
                words.number(one.levels().at(Indicator.TOP_LEVEL)),
                words.number(places.size()),
                words.number(low),
                one.meanLevel().map(words::total).orElse("–"));
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
