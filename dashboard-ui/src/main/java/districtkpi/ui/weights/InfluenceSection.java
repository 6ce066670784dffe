package districtkpi.ui.weights;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Influence;
import districtkpi.scoring.weighting.LevelCounts;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.chart.BarChart;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What indicators weigh, beside how much they really order the districts. */
class InfluenceSection extends Composite<Section> {

    private static final int PLACES = 1;

    private final PageState state;
    private final Words words;

    /**
     * @param part whose indicators are shown; what they do is worked out over all of the agreement
     */
    InfluenceSection(Influence influence, Part part, PageState state, Words words) {
        this.state = state;
        this.words = words;
        Section section = getContent();
        section.setId("influence");
        section.addClassName("block");
        H2 title = new H2(words.of("weights.influence.title"));
        title.addClassName("visually-hidden");
        section.add(title);
        section.add(new Paragraph(words.of("weights.influence.intro")));
        List<Influence.OfIndicator> indicators =
                influence.indicators().stream()
                        .filter(one -> part.includes(one.indicator()))
                        .toList();
        if (indicators.stream().allMatch(indicator -> indicator.varianceShare().isEmpty())) {
            Paragraph none = new Paragraph(words.of("weights.influence.none"));
            none.setId("influence-none");
            section.add(none);
        } else {
            section.add(
                    new Chart("influence-chart", title(indicators), drawing(indicators), words));
        }
        section.add(table(indicators));
    }

    /** What decides most, and by how much more or less than it weighs. */
    private ChartTitle title(List<Influence.OfIndicator> indicators) {
        Influence.OfIndicator most =
                indicators.stream()
                        .filter(one -> one.varianceShare().isPresent())
                        .max(Comparator.comparing(one -> one.varianceShare().orElseThrow()))
                        .orElseThrow();
        return new ChartTitle(
                words.of(
                        "weights.influence.says",
                        most.indicator().id(),
                        words.of("value.percent", words.share(percent(most).orElseThrow())),
                        words.of("value.percent", words.weight(most.agreedWeight()))),
                words.of("weights.influence.percent"));
    }

    private BarChart drawing(List<Influence.OfIndicator> indicators) {
        return new BarChart(
                words.of("weights.influence.label"),
                indicators.stream().map(one -> one.indicator().id().value()).toList(),
                Scale.open(words.of("weights.influence.percent")),
                List.of(
                        new Series(
                                words.of("weights.influence.nominal"),
                                "--line-strong",
                                indicators.stream()
                                        .map(one -> mark(one, Optional.of(one.agreedWeight())))
                                        .toList()),
                        new Series(
                                words.of("weights.influence.effective"),
                                "--series-1",
                                indicators.stream().map(one -> mark(one, percent(one))).toList())),
                PLACES);
    }

    private Optional<Mark> mark(Influence.OfIndicator one, Optional<BigFraction> percent) {
        return percent.map(value ->
                new Mark(
                        BreakdownSection.drawn(value),
                        words.of(
                                "weights.influence.mark",
                                one.indicator().id(),
                                words.of("value.percent", words.weight(value))),
                        IndicatorNavigation.link(state, one.indicator().id()).getHref()));
    }

    private static Optional<BigFraction> percent(Influence.OfIndicator one) {
        return one.varianceShare().map(share -> share.multiply(100));
    }

    private DataTable table(List<Influence.OfIndicator> indicators) {
        DataTable table =
                new DataTable(
                                "influence-table",
                                words.of("weights.influence.caption"),
                                DataTable.Narrow.STACK)
                        .still();
        table.column(words.of("why.indicator"))
                .numbers(words.of("weights.influence.nominal"))
                .numbers(words.of("weights.influence.effective"))
                .numbers(words.of("weights.influence.mean"))
                .column(words.of("weights.influence.levels"))
                .column(words.of("weights.influence.separates"));
        for (Influence.OfIndicator one : indicators) {
            Indicator indicator = one.indicator();
            Anchor name = IndicatorNavigation.link(state, indicator.id());
            name.setText(indicator.id() + " " + words.of(indicator.name()));
            table.row()
                    .id("influence-" + indicator.id())
                    .header(name)
                    .number(
                            indicator.isWatchedOnly()
                                    ? words.of("watched.short")
                                    : words.of("value.percent", words.weight(one.agreedWeight())))
                    .number(
                            percent(one)
                                    .map(share -> words.of("value.percent", words.share(share)))
                                    .orElse("–"))
                    .number(one.meanLevel().map(words::level).orElse("–"))
                    .cell(levels(indicator, one.levels()))
                    .cell(separation(one.separation()));
        }
        return table;
    }

    private String levels(Indicator indicator, LevelCounts counts) {
        List<String> parts = new ArrayList<>();
        for (int level = indicator.topLevel(); level >= 0; level--) {
            if (counts.at(level) > 0) {
                parts.add(
                        words.of(
                                "weights.levels.at",
                                words.level(indicator, level),
                                words.number(counts.at(level))));
            }
        }
        if (counts.incomplete() > 0) {
            parts.add(words.of("weights.levels.incomplete", words.number(counts.incomplete())));
        }
        if (counts.none() > 0) {
            parts.add(words.of("weights.levels.none", words.number(counts.none())));
        }
        if (counts.notApplicable() > 0) {
            parts.add(words.of("weights.levels.na", words.number(counts.notApplicable())));
        }
        return String.join(" · ", parts);
    }

    private String separation(Influence.Separation separation) {
        return switch (separation) {
            case SEPARATES -> words.of("weights.separates");
            case SAME_FOR_ALL -> words.of("weights.same-for-all");
            case TOO_FEW -> words.of("weights.too-few");
        };
    }
}
