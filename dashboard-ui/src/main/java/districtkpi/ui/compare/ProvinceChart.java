package districtkpi.ui.compare;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.chart.BarChart;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points less the province's mean, indicator by indicator: the numbers of the table above. */
class ProvinceChart extends Composite<Div> {

    private static final int PLACES = 2;

    private final List<Comparison.IndicatorRow> rows;
    private final DistrictNames names;
    private final PageState state;
    private final Words words;

    ProvinceChart(
            Comparison comparison, Part part, DistrictNames names, PageState state, Words words) {
        this.names = names;
        this.state = state;
        this.words = words;
        rows =
                comparison.indicators().stream()
                        .filter(row -> part.includes(row.indicator()))
                        .toList();
        List<Series> bars = new ArrayList<>();
        for (int i = 0; i < comparison.districts().size(); i++) {
            bars.add(series(comparison, i));
        }
        getContent()
                .add(
                        new Chart(
                                "compare-chart",
                                new ChartTitle(says(comparison), words.of("compare.chart.scale")),
                                new BarChart(
                                        words.of("compare.chart"),
                                        rows.stream()
                                                .map(row -> row.indicator().id().value())
                                                .toList(),
                                        Scale.open(words.of("compare.chart.scale")),
                                        bars,
                                        PLACES),
                                words));
    }

    /** Who is furthest from the mean, and in what. */
    private String says(Comparison comparison) {
        String said = words.of("compare.chart.none");
        BigFraction furthest = BigFraction.of(-1);
        for (Comparison.IndicatorRow row : rows) {
            for (int place = 0; place < comparison.districts().size(); place++) {
                Optional<BigFraction> by = row.cells().get(place).toMean();
                if (by.isPresent() && by.get().abs().compareTo(furthest) > 0) {
                    furthest = by.get().abs();
                    said =
                            furthest.equals(BigFraction.ZERO)
                                    ? words.of("compare.chart.same")
                                    : words.of(
                                            "compare.chart.says",
                                            names.of(
                                                    comparison
                                                            .districts()
                                                            .get(place)
                                                            .scorecard()
                                                            .district()),
                                            row.indicator().id(),
                                            words.difference(by.get()));
                }
            }
        }
        return said;
    }

    private Series series(Comparison comparison, int place) {
        DistrictCode district = comparison.districts().get(place).scorecard().district();
        return new Series(
                names.of(district),
                "--compare-" + (place + 1),
                rows.stream()
                        .map(row ->
                                row.cells().get(place).toMean().map(by -> mark(row, district, by)))
                        .toList());
    }

    private Mark mark(Comparison.IndicatorRow row, DistrictCode district, BigFraction by) {
        return new Mark(
                new BigDecimal(PlainDecimal.of(by)),
                words.of(
                        "compare.chart.mark",
                        names.of(district),
                        row.indicator().id(),
                        words.difference(by)),
                DistrictNavigation.linkToIndicator(state, district, row.indicator().id())
                        .getHref());
    }
}
