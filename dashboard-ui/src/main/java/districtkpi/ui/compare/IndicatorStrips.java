package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.DotChart;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The level of each indicator: the chosen districts in colour, the others grey. */
class IndicatorStrips extends Composite<Div> {

    private static final BigDecimal TOP = BigDecimal.valueOf(Indicator.TOP_LEVEL);
    private static final int ROOM_FOR_NAME = 18;

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
                                new DotChart(
                                        words.of("compare.strips"),
                                        indicators.stream().map(this::row).toList(),
                                        new Scale(
                                                words.of("compare.strips.scale"),
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

    private String row(Indicator indicator) {
        String name = words.of(indicator.name());
        return indicator.id()
                + " "
                + (name.length() <= ROOM_FOR_NAME
                        ? name
                        : name.substring(0, ROOM_FOR_NAME).strip() + "…");
    }

    private Optional<Mark> mark(Scorecard scorecard, Indicator indicator) {
        return scorecard.lines().stream()
                .map(Scorecard.Line::score)
                .filter(score -> score.indicator().id().equals(indicator.id()))
                .findFirst()
                .flatMap(score ->
                        score instanceof IndicatorScore.WithLevel found
                                ? Optional.of(
                                        new Mark(
                                                new BigDecimal(PlainDecimal.of(found.levelScore())),
                                                words.of(
                                                        "compare.strips.mark",
                                                        names.of(scorecard.district()),
                                                        indicator.id(),
                                                        words.level(found.levelScore())),
                                                DistrictNavigation.linkToIndicator(
                                                                state,
                                                                scorecard.district(),
                                                                indicator.id())
                                                        .getHref()))
                                : Optional.empty());
    }
}
