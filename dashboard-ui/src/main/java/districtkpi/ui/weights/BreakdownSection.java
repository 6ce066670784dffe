package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.PointSplit;
import districtkpi.ui.agreement.AgreementNavigation;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;

/** Points earned, lost and open: of the province, or of one district. */
class BreakdownSection extends Composite<Section> {

    private final Optional<DistrictCode> district;
    private final PageState state;
    private final Words words;

    BreakdownSection(
            Breakdown breakdown, Optional<DistrictCode> district, PageState state, Words words) {
        this.district = district;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("breakdown");
        section.addClassName("block");
        section.add(new H2(words.of("weights.breakdown.title")));
        section.add(new Paragraph(words.of("weights.breakdown.intro")));
        section.add(createFigures(breakdown.total()));
        section.add(new Chart("waterfall", drawing(breakdown)));
        section.add(
                table(
                        "breakdown-indicators",
                        words.of("weights.by-indicator"),
                        breakdown.byIndicator(),
                        indicator -> {
                            Anchor link = link(indicator);
                            link.setText(indicator.id() + " " + words.of(indicator.name()));
                            return link;
                        }));
        section.add(
                table(
                        "breakdown-sections",
                        words.of("weights.by-section"),
                        breakdown.bySection(),
                        one -> new Span(words.of(one.label()))));
        section.add(
                table(
                        "breakdown-units",
                        words.of("weights.by-unit"),
                        breakdown.byUnit(),
                        unit -> new Span(words.of(unit.name()))));
    }

    private Component createFigures(PointSplit total) {
        Div figures =
                new Div(
                        new Figure(
                                "earned", words.of("weights.earned"), words.total(total.earned())),
                        new Figure("lost", words.of("weights.lost"), words.total(total.lost())),
                        new Figure("open", words.of("weights.open"), words.total(total.open())));
        figures.addClassName("figures");
        return figures;
    }

    private Drawing drawing(Breakdown breakdown) {
        List<Waterfall.Step> steps = new ArrayList<>();
        String all = words.of("weights.all");
        steps.add(
                new Waterfall.Step(
                        all,
                        BigDecimal.ZERO,
                        "--line-strong",
                        Mark.of(drawn(breakdown.total().weight()), all)));
        for (Breakdown.Step step : breakdown.waterfall()) {
            String loss =
                    switch (step.loss()) {
                        case LOST -> words.of("weights.step.lost", words.total(step.amount()));
                        case OPEN -> words.of("weights.step.open", words.total(step.amount()));
                    };
            String name = step.indicator().id() + " " + loss;
            steps.add(
                    new Waterfall.Step(
                            name,
                            drawn(step.from()),
                            switch (step.loss()) {
                                case LOST -> "--loss";
                                case OPEN -> "--hatch";
                            },
                            new Mark(
                                    drawn(step.to()),
                                    words.of(step.indicator().name()) + ": " + loss,
                                    link(step.indicator()).getHref())));
        }
        String total = words.of("weights.total-bar", words.total(breakdown.total().earned()));
        steps.add(
                new Waterfall.Step(
                        total,
                        BigDecimal.ZERO,
                        "--team",
                        Mark.of(drawn(breakdown.total().earned()), total)));
        return new Waterfall(
                words.of("weights.waterfall"), Scale.hundred(words.of("weights.points")), steps);
    }

    /** The scorecard of the district, or what was agreed. */
    private Anchor link(Indicator indicator) {
        return district.map(code -> DistrictNavigation.linkToIndicator(state, code, indicator.id()))
                .orElseGet(() -> AgreementNavigation.linkToIndicator(state, indicator.id()));
    }

    private <T> DataTable table(
            String id,
            String caption,
            List<Breakdown.Slice<T>> slices,
            Function<T, Component> name) {
        DataTable table = new DataTable(id, caption, DataTable.Narrow.STACK);
        table.column(words.of("weights.part"))
                .numbers(words.of("weights.weight"))
                .numbers(words.of("weights.earned"))
                .numbers(words.of("weights.lost"))
                .numbers(words.of("weights.open"));
        for (Breakdown.Slice<T> slice : slices) {
            table.row()
                    .header(name.apply(slice.of()))
                    .number(words.weighted(slice.points().weight()))
                    .number(words.weighted(slice.points().earned()))
                    .number(words.weighted(slice.points().lost()))
                    .number(words.weighted(slice.points().open()));
        }
        return table;
    }

    static BigDecimal drawn(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
