package districtkpi.ui.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.comparison.Examples;
import districtkpi.scoring.comparison.Subtotal;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Totals, sections and indicators in rows; the districts and the province in columns. Of a district
 * figure and level stand first, points and difference beside them where there is room for a column
 * each, else below them.
 */
class ComparisonTable extends Composite<Div> {

    private static final int MAX_EXAMPLES_TO_LEARN_FROM = 2;

    private final Scoreboard scoreboard;
    private final Comparison comparison;
    private final Function<IndicatorId, Optional<Examples>> learning;
    private final Analyses analyses;
    private final DistrictNames names;
    private final PageState state;
    private final Words words;
    private final List<DistrictCode> districts;

    ComparisonTable(
            Scoreboard scoreboard,
            Comparison comparison,
            Part part,
            Function<IndicatorId, Optional<Examples>> learning,
            Analyses analyses,
            DistrictNames names,
            PageState state,
            Words words) {
        this.learning = learning;
        this.analyses = analyses;
        this.scoreboard = scoreboard;
        this.comparison = comparison;
        this.names = names;
        this.state = state;
        this.words = words;
        districts = comparison.districts().stream().map(row -> row.scorecard().district()).toList();
        DataTable table =
                new DataTable("comparison", words.of("compare.caption"), DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("compare.what"));
        for (DistrictCode district : districts) {
            table.column(names.of(district), header(district));
        }
        table.numbers(words.of("compare.province"));
        table.column(words.of("compare.learn"));
        addRank(table);
        addTotal(table);
        if (!part.isWhole()) {
            addSubtotal(table, part);
        }
        comparison.sections().stream()
                .filter(section -> part.includes(section.section()))
                .forEach(section -> addSection(table, section));
        comparison.indicators().stream()
                .filter(row -> part.includes(row.indicator()))
                .forEach(indicator -> addIndicator(table, indicator));
        // How much room there is for each depends on how many there are.
        getContent().addClassName("compare-of-" + districts.size());
        getContent().add(table);
    }

    private Component header(DistrictCode district) {
        Anchor name = DistrictNavigation.link(state, district, names.of(district));
        name.addClassName("compare-name");
        Div units =
                new Div(
                        new Span(words.of("compare.figure")),
                        new Span(words.of("terms.level")),
                        new Span(words.of("compare.points")),
                        new Span(words.of("compare.difference")));
        units.addClassName("compare-cells");
        Div header = new Div(name, units);
        header.addClassName("compare-header");
        return header;
    }

    private void addRank(DataTable table) {
        DataTable.Row cells = table.row().id("comparison-rank");
        cells.header(new Span(words.of("ranking.rank")));
        for (Ranking.Row row : comparison.districts()) {
            String rank = row.rank().isPresent() ? words.number(row.rank().getAsInt()) : "–";
            Span number = new Span(row.shared() ? rank + " " + words.of("ranking.shared") : rank);
            number.addClassName("compare-points");
            Div cell = new Div(new Span(), new Span(), number, new Span());
            cell.addClassNames("compare-cells", "compare-sum");
            cells.styled("compare-cell", cell);
        }
        cells.number(
                words.of("district.of-districts", words.number(scoreboard.districts().size())));
        cells.cell("");
    }

    private void addTotal(DataTable table) {
        DataTable.Row cells = table.row().id("comparison-total").style("compare-total");
        cells.header(new Span(words.of("district.total")));
        for (int i = 0; i < districts.size(); i++) {
            Ranking.Row row = comparison.districts().get(i);
            Scorecard.Total total = row.scorecard().total();
            Div cell = points(total.points(), comparison.toFirst(i), row.toMean(), i);
            if (!total.isComplete()) {
                Span possible =
                        new Span(
                                words.of(
                                        "ranking.possible",
                                        words.total(total.possibleMin()),
                                        words.total(total.possibleMax())));
                possible.addClassName("possible-range");
                cell.add(possible);
            }
            cells.styled("compare-cell", cell);
        }
        cells.number(
                scoreboard
                        .ranking()
                        .statistics()
                        .map(statistics -> words.total(statistics.mean()))
                        .orElse("–"));
        cells.cell("");
    }

    /** The points of the part, of which the indicators below are the lines. */
    private void addSubtotal(DataTable table, Part part) {
        Subtotal subtotal =
                Subtotal.of(
                        scoreboard.ranking(),
                        comparison.districts(),
                        part.indicators().stream()
                                .map(Indicator::id)
                                .collect(Collectors.toUnmodifiableSet()));
        DataTable.Row cells = table.row().id("comparison-part").style("compare-total");
        Span description = new Span(part.description(words));
        description.addClassName("of-name");
        cells.header(new Span(words.of("compare.part")), description);
        for (int i = 0; i < districts.size(); i++) {
            Subtotal.Sum sum = subtotal.sums().get(i);
            Div cell = points(sum.points(), subtotal.toFirst(i), subtotal.toMean(i), i);
            Span most = new Span(words.of("compare.part-of", words.total(sum.weight())));
            most.addClassName("of-name");
            cell.add(most);
            cells.styled("compare-cell", cell);
        }
        cells.number(subtotal.mean().map(words::total).orElse("–"));
        cells.cell("");
    }

    private void addSection(DataTable table, Comparison.SectionRow section) {
        DataTable.Row cells = table.row().id("comparison-" + section.section().value());
        Span scale = new Span(words.of("compare.section-scale"));
        scale.addClassName("of-name");
        cells.header(new Span(words.of(section.terms().name())), scale);
        for (int i = 0; i < districts.size(); i++) {
            cells.styled(
                    "compare-cell",
                    points(
                            section.totals().get(i).points(),
                            section.toFirst(i),
                            section.toMean(i),
                            i));
        }
        cells.number(section.mean().map(words::total).orElse("–"));
        cells.cell("");
    }

    private void addIndicator(DataTable table, Comparison.IndicatorRow row) {
        Indicator indicator = row.indicator();
        DataTable.Row cells = table.row().id("comparison-" + indicator.id());
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("indicator-name");
        name.setTitle(words.of(indicator.name()));
        cells.header(IndicatorNavigation.link(state, indicator.id()), name);
        for (int i = 0; i < districts.size(); i++) {
            Comparison.Cell cell = row.cells().get(i);
            Anchor level =
                    DistrictNavigation.linkToIndicator(state, districts.get(i), indicator.id());
            level.add(LevelMark.of(cell.line().line().score(), words));
            cells.styled(
                    "compare-cell level-cell",
                    cells(
                            figure(indicator, districts.get(i)),
                            level,
                            cell.points(),
                            toFirst(row, cell),
                            cell.toMean(),
                            i));
        }
        Span scored = new Span(words.of("compare.scored", words.number(row.scored())));
        scored.addClassName("of-name");
        cells.styled("number", new Span(row.mean().map(words::total).orElse("–")), scored);
        cells.styled("compare-learn", learn(indicator.id()));
    }

    /** What was reported: the first number of the indicator, and how many there are beside it. */
    private Component figure(Indicator indicator, DistrictCode district) {
        MeasureWords measures = new MeasureWords(words, indicator);
        Map<MeasureKey, MeasuredValue> values = analyses.values(scoreboard, district);
        // What decides first: the last number that is computed follows from all others.
        List<String> figures =
                Stream.concat(
                                computed(indicator, district).reversed().stream(),
                                indicator.measures().stream()
                                        .filter(measure -> measure.kind().isNumeric())
                                        .flatMap(measure ->
                                                Optional.ofNullable(
                                                        values.get(indicator.key(measure.id())))
                                                        .map(value ->
                                                                measures.standing(measure, value))
                                                        .stream()))
                        .toList();
        Span figure = new Span(figures.isEmpty() ? "–" : figures.getFirst());
        if (figures.size() > 1) {
            figure.setText(
                    words.of(
                            "compare.figure.more",
                            figures.getFirst(),
                            words.number(figures.size() - 1)));
            figure.setTitle(String.join(" · ", figures));
        }
        return figure;
    }

    private List<String> computed(Indicator indicator, DistrictCode district) {
        ComputationWords computations = new ComputationWords(words, indicator);
        return scoreboard
                .ranking()
                .row(district)
                .map(row -> row.scorecard().line(indicator.id()).score().computedFigures())
                .orElse(List.of())
                .stream()
                .map(computations::number)
                .toList();
    }

    /** Who reached the level that the first district is short of. */
    private Component learn(IndicatorId id) {
        Div cell = new Div();
        learning.apply(id)
                .ifPresent(examples -> {
                    if (examples.reached().isEmpty()) {
                        cell.add(new Span(words.of("compare.examples.nobody")));
                    }
                    examples.reached().stream()
                            .limit(MAX_EXAMPLES_TO_LEARN_FROM)
                            .forEach(example -> {
                                Anchor from =
                                        DistrictNavigation.linkToIndicator(
                                                state, example.district(), id);
                                from.setText(
                                        words.of(
                                                "compare.learn-from",
                                                names.of(example.district()),
                                                words.level(
                                                        examples.indicator(), example.level())));
                                cell.add(from);
                            });
                });
        return cell;
    }

    /** Against a result that is not there, no difference is a gain. */
    private static Optional<BigFraction> toFirst(
            Comparison.IndicatorRow row, Comparison.Cell cell) {
        return cell.points().isPresent() && row.cells().getFirst().points().isPresent()
                ? Optional.of(cell.toFirst())
                : Optional.empty();
    }

    private Div points(
            Optional<BigFraction> points,
            Optional<BigFraction> toFirst,
            Optional<BigFraction> toMean,
            int district) {
        Div cell = cells(new Span(), new Span(), points, toFirst, toMean, district);
        cell.addClassName("compare-sum");
        return cell;
    }

    /**
     * Figure, level, points and difference beside each other; the difference to the province is
     * said to those who point at the points, and drawn behind a tab.
     *
     * @param district its place among the chosen ones; the first is not compared with itself
     */
    private Div cells(
            Component figure,
            Component level,
            Optional<BigFraction> points,
            Optional<BigFraction> toFirst,
            Optional<BigFraction> toMean,
            int district) {
        Span own = new Span(points.map(words::total).orElse("–"));
        own.addClassName("compare-points");
        toMean.ifPresent(by -> {
            String text = words.of("compare.to-province", words.difference(by));
            own.setTitle(text);
            own.add(new HiddenText(" " + text));
        });
        Span difference = new Span();
        difference.addClassName("compare-difference");
        if (district > 0) {
            toFirst.ifPresent(by -> {
                Span number = new Span(words.difference(by));
                number.getElement().setAttribute("aria-hidden", "true");
                difference.add(number);
                difference.add(new HiddenText(words.of("compare.to-first", words.difference(by))));
                int sign = by.compareTo(BigFraction.ZERO);
                if (sign != 0) {
                    difference.addClassName(sign > 0 ? "movement-up" : "movement-down");
                }
            });
        }
        Div cell = new Div(figure, level, own, difference);
        cell.addClassName("compare-cells");
        return cell;
    }
}
