package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.UnitWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.PointSplit;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.weights.WeightsNavigation.Tab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points earned, lost and open: of the province, or of one district. */
class BreakdownSection extends Composite<Section> {

    private final Part part;
    private final Optional<DistrictCode> district;
    private final PageState state;
    private final Words words;

    BreakdownSection(
            Breakdown breakdown,
            Part part,
            Optional<DistrictCode> district,
            PageState state,
            Words words) {
        this.part = part;
        this.district = district;
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("breakdown");
        section.addClassNames("block", "breakdown");
        H2 title = new H2(words.of("weights.breakdown.title"));
        title.addClassName("visually-hidden");
        section.add(title, createFigures(breakdown.total()));
        if (breakdown.total().open().equals(breakdown.total().weight())) {
            section.add(new Remark("breakdown-open", words.of("weights.none")));
        }
        section.add(new Chart("waterfall", title(breakdown), drawing(breakdown), words));
        section.add(
                new NativeDetails(
                        words.of("weights.breakdown.terms"),
                        new Paragraph(
                                part.isWhole()
                                        ? words.of("weights.breakdown.intro")
                                        : words.of(
                                                "weights.part.intro",
                                                words.total(breakdown.total().weight())))));
    }

    /** The same points in numbers, by what a tab is about. */
    DataTable table(Breakdown breakdown, Tab tab) {
        return switch (tab) {
            case INDICATORS, INFLUENCE ->
                    table(
                            "breakdown-indicators",
                            words.of("weights.by-indicator"),
                            breakdown.byIndicator(),
                            indicator -> {
                                Anchor link = link(indicator);
                                link.setText(name(indicator));
                                return link;
                            });
            case SECTIONS ->
                    table(
                            "breakdown-sections",
                            words.of("weights.by-section"),
                            breakdown.bySection(),
                            one -> new Span(words.of(part.agreement().sectionName(one))));
            case UNITS ->
                    table(
                            "breakdown-units",
                            words.of("weights.by-unit"),
                            breakdown.byUnit(),
                            units -> new Span(new UnitWords(words).names(units)));
        };
    }

    private Component createFigures(PointSplit total) {
        Div figures =
                new Div(
                        figure("earned", words.of("weights.earned"), total.earned(), total),
                        figure("lost", words.of("weights.lost"), total.lost(), total),
                        figure("open", words.of("weights.open"), total.open(), total));
        figures.addClassName("figures");
        return figures;
    }

    /** Points; of a part also how much of what it can give. */
    private Figure figure(String id, String name, BigFraction points, PointSplit total) {
        return new Figure(
                id,
                name,
                words.total(points),
                part.isWhole() ? "" : words.of("weights.part.percent", percent(points, total)));
    }

    private String percent(BigFraction points, PointSplit of) {
        return of.weight().equals(BigFraction.ZERO)
                ? "–"
                : words.of("value.percent", words.share(points.multiply(100).divide(of.weight())));
    }

    /** Where most was lost; where nothing was, where most is open. */
    private ChartTitle title(Breakdown breakdown) {
        return new ChartTitle(says(breakdown), words.of("weights.unit"));
    }

    private String says(Breakdown breakdown) {
        List<Breakdown.Step> steps = breakdown.waterfall();
        boolean lost = steps.stream().anyMatch(step -> step.loss() == Breakdown.Loss.LOST);
        Breakdown.Loss kind = lost ? Breakdown.Loss.LOST : Breakdown.Loss.OPEN;
        List<Breakdown.Step> alike = steps.stream().filter(step -> step.loss() == kind).toList();
        if (alike.isEmpty()) {
            return words.of("weights.says.nothing", words.total(breakdown.total().earned()));
        }
        BigFraction most =
                alike.stream()
                        .map(Breakdown.Step::amount)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        List<String> where =
                alike.stream()
                        .filter(step -> step.amount().equals(most))
                        .map(step -> step.indicator().id().value())
                        .toList();
        String all = words.total(lost ? breakdown.total().lost() : breakdown.total().open());
        if (where.size() > 1) {
            return words.of(
                    lost ? "weights.says.lost-each" : "weights.says.open-each",
                    String.join(", ", where),
                    words.total(most),
                    all);
        }
        return words.of(
                lost ? "weights.says.lost" : "weights.says.open",
                where.getFirst(),
                words.total(most),
                all);
    }

    private Drawing drawing(Breakdown breakdown) {
        List<Waterfall.Step> steps = new ArrayList<>();
        List<BigDecimal> ends = new ArrayList<>();
        BigDecimal most = drawn(breakdown.total().weight());
        BigDecimal earned = drawn(breakdown.total().earned());
        ends.add(most);
        ends.add(earned);
        String all = part.isWhole() ? words.of("weights.all") : words.of("weights.part.all");
        String weight = words.total(breakdown.total().weight());
        steps.add(
                new Waterfall.Step(
                        all,
                        BigDecimal.ZERO,
                        "--line-strong",
                        Mark.of(most, words.of("weights.mark", all, weight)),
                        weight));
        for (Breakdown.Step step : breakdown.waterfall()) {
            String loss =
                    switch (step.loss()) {
                        case LOST -> words.of("weights.step.lost", words.total(step.amount()));
                        case OPEN -> words.of("weights.step.open", words.total(step.amount()));
                    };
            steps.add(
                    new Waterfall.Step(
                            name(step.indicator()),
                            drawn(step.from()),
                            switch (step.loss()) {
                                case LOST -> "--loss";
                                case OPEN -> "--hatch";
                            },
                            new Mark(
                                    drawn(step.to()),
                                    words.of("weights.mark", name(step.indicator()), loss),
                                    link(step.indicator()).getHref()),
                            loss));
        }
        String total = words.total(breakdown.total().earned());
        steps.add(
                new Waterfall.Step(
                        words.of("weights.earned"),
                        BigDecimal.ZERO,
                        "--series-1",
                        Mark.of(
                                earned,
                                words.of("weights.mark", words.of("weights.earned"), total)),
                        total));
        Scale scale = Scale.near("", ends);
        String start = words.number(Objects.requireNonNull(scale.least()).stripTrailingZeros());
        return new Waterfall(
                part.isWhole()
                        ? words.of("weights.waterfall")
                        : words.of("weights.part.waterfall", part.description(words)),
                new Scale(
                        words.of("weights.points.from", start),
                        scale.least(),
                        scale.most(),
                        false,
                        false),
                steps);
    }

    private String name(Indicator indicator) {
        return indicator.id() + " " + words.of(indicator.name());
    }

    /** The scorecard of the district, or what was agreed. */
    private Anchor link(Indicator indicator) {
        return district.map(code -> DistrictNavigation.linkToIndicator(state, code, indicator.id()))
                .orElseGet(() -> IndicatorNavigation.link(state, indicator.id()));
    }

    private <T> DataTable table(
            String id,
            String caption,
            List<Breakdown.Slice<T>> slices,
            Function<T, Component> name) {
        DataTable table = new DataTable(id, caption, DataTable.Narrow.STACK).still();
        table.column(words.of("weights.part"))
                .numbers(words.of("weights.weight"))
                .numbers(words.of("weights.earned"))
                .numbers(words.of("weights.earned-percent"))
                .numbers(words.of("weights.lost"))
                .numbers(words.of("weights.open"));
        for (Breakdown.Slice<T> slice : slices) {
            table.row()
                    .header(name.apply(slice.of()))
                    .number(words.total(slice.points().weight()))
                    .number(words.total(slice.points().earned()))
                    .number(percent(slice.points().earned(), slice.points()))
                    .number(words.total(slice.points().lost()))
                    .number(words.total(slice.points().open()));
        }
        return table;
    }

    static BigDecimal drawn(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
