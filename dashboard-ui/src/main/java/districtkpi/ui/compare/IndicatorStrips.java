package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.DotChart;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The level of each indicator: the chosen districts in colour, the others grey. */
class IndicatorStrips extends Composite<Div> {

    private static final BigDecimal TOP = BigDecimal.valueOf(OutOfFive.MAX);

    private final DistrictNames names;
    private final PageState state;
    private final Words words;

    IndicatorStrips(
            Scoreboard scoreboard,
            Comparison comparison,
            Part part,
            DistrictNames names,
            PageState state,
            Words words) {
        this.names = names;
        this.state = state;
        this.words = words;
        List<Indicator> indicators = part.indicators();
        List<DistrictCode> chosen =
                comparison.districts().stream().map(row -> row.scorecard().district()).toList();
        List<Series> dots = new ArrayList<>();
        for (int place = 0; place < chosen.size(); place++) {
            Scorecard scorecard = comparison.districts().get(place).scorecard();
            dots.add(
                    new Series(
                            names.of(chosen.get(place)),
                            "--compare-" + (place + 1),
                            indicators.stream()
                                    .map(indicator -> mark(scorecard, indicator))
                                    .toList()));
        }
        List<Scorecard> others =
                scoreboard.ranking().rows().stream()
                        .map(Ranking.Row::scorecard)
                        .filter(scorecard -> !chosen.contains(scorecard.district()))
                        .toList();
        getContent()
                .add(
                        new Chart(
                                "compare-strips",
                                new ChartTitle(
                                        chosen.size() == 1
                                                ? saysOfOne(
                                                        comparison.districts().getFirst(),
                                                        indicators,
                                                        others)
                                                : says(comparison, indicators),
                                        words.of("indicator.unit.level")),
                                new DotChart(
                                        words.of("compare.strips"),
                                        indicators.stream().map(this::row).toList(),
                                        new Scale(
                                                words.of(
                                                        others.isEmpty()
                                                                ? "compare.strips.scale"
                                                                : "compare.strips.scale.others"),
                                                BigDecimal.ZERO,
                                                TOP,
                                                false,
                                                true),
                                        dots,
                                        words.of("compare.strips.others"),
                                        indicators.stream()
                                                .map(indicator ->
                                                        others.stream()
                                                                .flatMap(one ->
                                                                        mark(one, indicator)
                                                                                .stream())
                                                                .toList())
                                                .toList()),
                                words));
    }

    /** A district with the score that it has in an indicator, on the scale of that and out of 5. */
    private record Reached(DistrictCode district, BigFraction own, BigFraction outOfFive) {}

    /** In what the chosen districts differ most, and who stands at the ends of it. */
    private String says(Comparison comparison, List<Indicator> indicators) {
        Optional<Indicator> furthest = Optional.empty();
        BigFraction apart = BigFraction.ZERO;
        boolean any = false;
        for (Indicator indicator : indicators) {
            List<Reached> reached = reached(comparison, indicator);
            if (reached.size() > 1) {
                any = true;
                BigFraction distance =
                        reached.getLast().outOfFive().subtract(reached.getFirst().outOfFive());
                if (distance.compareTo(apart) > 0) {
                    apart = distance;
                    furthest = Optional.of(indicator);
                }
            }
        }
        if (furthest.isEmpty()) {
            return words.of(any ? "compare.strips.alike" : "compare.strips.none");
        }
        List<Reached> ends = reached(comparison, furthest.get());
        return words.of(
                "compare.strips.apart",
                furthest.get().id(),
                names.of(ends.getLast().district()),
                words.level(ends.getLast().own()),
                names.of(ends.getFirst().district()),
                words.level(ends.getFirst().own()));
    }

    /** Those of the chosen that have a level, the lowest first. */
    private static List<Reached> reached(Comparison comparison, Indicator indicator) {
        return comparison.districts().stream()
                .map(Ranking.Row::scorecard)
                .flatMap(scorecard -> reached(scorecard, indicator).stream())
                .sorted(Comparator.comparing(Reached::outOfFive))
                .toList();
    }

    /** In how many indicators a district is above and below the mean of the others. */
    private String saysOfOne(
            Ranking.Row district, List<Indicator> indicators, List<Scorecard> others) {
        int above = 0;
        int below = 0;
        int all = 0;
        for (Indicator indicator : indicators) {
            Optional<BigFraction> own =
                    reached(district.scorecard(), indicator).map(Reached::outOfFive);
            List<BigFraction> beside =
                    others.stream()
                            .flatMap(one -> reached(one, indicator).stream())
                            .map(Reached::outOfFive)
                            .toList();
            if (own.isPresent() && !beside.isEmpty()) {
                all++;
                BigFraction mean =
                        beside.stream()
                                .reduce(BigFraction.ZERO, BigFraction::add)
                                .divide(beside.size());
                int side = own.get().compareTo(mean);
                above += side > 0 ? 1 : 0;
                below += side < 0 ? 1 : 0;
            }
        }
        return all == 0
                ? words.of("compare.strips.none")
                : words.of(
                        "compare.strips.one",
                        names.of(district.scorecard().district()),
                        words.number(above),
                        words.number(below),
                        words.number(all));
    }

    private String row(Indicator indicator) {
        return indicator.id() + " " + words.of(indicator.name());
    }

    private static Optional<Reached> reached(Scorecard scorecard, Indicator indicator) {
        return scorecard.lines().stream()
                .map(Scorecard.Line::score)
                .filter(score -> score.indicator().id().equals(indicator.id()))
                .findFirst()
                .flatMap(score ->
                        score instanceof IndicatorScore.WithLevel found
                                ? Optional.of(
                                        new Reached(
                                                scorecard.district(),
                                                found.levelScore(),
                                                OutOfFive.score(found)))
                                : Optional.empty());
    }

    private Optional<Mark> mark(Scorecard scorecard, Indicator indicator) {
        return reached(scorecard, indicator)
                .map(reached ->
                        new Mark(
                                new BigDecimal(PlainDecimal.of(reached.outOfFive())),
                                words.of(
                                        "compare.strips.mark",
                                        names.of(scorecard.district()),
                                        row(indicator),
                                        words.level(reached.own())),
                                DistrictNavigation.linkToIndicator(
                                                state, scorecard.district(), indicator.id())
                                        .getHref()));
    }
}
