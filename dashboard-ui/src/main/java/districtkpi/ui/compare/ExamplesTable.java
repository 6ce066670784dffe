package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Examples;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** For each indicator that falls short: who reached the next level, and from where. */
class ExamplesTable extends Composite<Div> {

    private static final int MAX_SHOWN = 3;

    private final DistrictCode learner;
    private final DistrictNames names;
    private final PageState state;
    private final Words words;

    ExamplesTable(
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            Analyses analyses,
            DistrictCode learner,
            Part part,
            DistrictNames names,
            PageState state,
            Words words) {
        this.learner = learner;
        this.names = names;
        this.state = state;
        this.words = words;
        getContent().addClassName("block");
        getContent().add(new H3(words.of("compare.examples", names.of(learner))));
        if (before.isEmpty()) {
            getContent().add(new Paragraph(words.of("compare.examples.no-round-before")));
        }
        DataTable table =
                new DataTable(
                                "examples",
                                words.of("compare.examples.caption"),
                                DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("compare.examples.indicator"))
                        .column(words.of("compare.examples.now"))
                        .column(words.of("compare.examples.next"))
                        .column(words.of("compare.examples.who"));
        List<Scorecard.Line> lines =
                scoreboard
                        .ranking()
                        .row(learner)
                        .map(row -> part.lines(row.scorecard()))
                        .orElse(List.of());
        boolean any = false;
        for (Scorecard.Line line : lines) {
            IndicatorId id = line.score().indicator().id();
            Optional<Examples> examples = analyses.examples(scoreboard, before, learner, id);
            if (examples.isPresent()) {
                addRow(table, line, examples.get());
                any = true;
            }
        }
        getContent().add(any ? table : new Paragraph(words.of("compare.examples.top")));
    }

    private void addRow(DataTable table, Scorecard.Line line, Examples examples) {
        Indicator indicator = examples.indicator();
        Anchor id = DistrictNavigation.linkToIndicator(state, learner, indicator.id());
        id.setText(indicator.id().value());
        table.row()
                .id("examples-" + indicator.id())
                .header(id, new Span(" " + words.of(indicator.name())))
                .styled("level-cell", LevelMark.of(line.score(), words))
                .cell(words.of("plan.level", words.level(indicator, examples.level())))
                .cell(reached(examples));
    }

    private Component reached(Examples examples) {
        if (examples.reached().isEmpty()) {
            return new Span(words.of("compare.examples.nobody"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("compare-list");
        examples.reached().stream()
                .limit(MAX_SHOWN)
                .forEach(example -> list.add(item(examples.indicator(), example)));
        int others = examples.reached().size() - MAX_SHOWN;
        if (others > 0) {
            list.add(new ListItem(words.of("compare.examples.more", words.number(others))));
        }
        return list;
    }

    private ListItem item(Indicator indicator, Examples.Example example) {
        Anchor district =
                DistrictNavigation.linkToIndicator(state, example.district(), indicator.id());
        district.setText(names.of(example.district()));
        Span now =
                new Span(
                        " "
                                + with(
                                        words.of(
                                                "plan.level",
                                                words.level(indicator, example.level())),
                                        figures(indicator, example.figures())));
        Span from =
                new Span(
                        example.before()
                                .map(this::before)
                                .orElseGet(() -> words.of("compare.examples.from-unknown")));
        from.addClassName("of-name");
        ListItem item = new ListItem(district, now, from);
        example.similarity()
                .ifPresent(peer -> {
                    Span distance =
                            new Span(
                                    words.of(
                                            "compare.examples.distance",
                                            words.total(peer.distance())));
                    distance.addClassName("of-name");
                    item.add(distance);
                });
        return item;
    }

    private String before(Examples.Before before) {
        return words.of(
                "compare.examples.from",
                words.round(before.round()),
                with(
                        level(before.indicator(), before.level()),
                        figures(before.indicator(), before.figures())));
    }

    private String with(String level, String figures) {
        return figures.isEmpty()
                ? level
                : words.of("compare.examples.level-with-figures", level, figures);
    }

    private String level(Indicator indicator, OptionalInt level) {
        return level.isPresent()
                ? words.of("plan.level", words.level(indicator, level.getAsInt()))
                : words.of("level.no-result");
    }

    /**
     * The numbers in short: the percentage of a ratio, or the count. Steps are told by the level,
     * and stand on the page of the district.
     */
    private String figures(Indicator indicator, Map<Measure, MeasuredValue> figures) {
        MeasureWords measures = new MeasureWords(words, indicator);
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().kind().isNumeric())
                .map(figure ->
                        words.of(
                                "compare.examples.figure",
                                measures.name(figure.getKey().id()),
                                measures.percent(figure.getKey(), figure.getValue())
                                        .orElseGet(() ->
                                                measures.value(
                                                        figure.getKey(), figure.getValue()))))
                .collect(Collectors.joining(" · "));
    }
}
