package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.WeightWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HowComputed;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.state.PageState;
import java.util.Optional;

/**
 * One indicator of a receipt: level and points in one line, which unfolds to the text of the level,
 * the review and the row of each figure. On paper it is always unfolded.
 */
class ReceiptScore extends Composite<NativeDetails> {

    private final Scoreboard scoreboard;
    private final DistrictCode district;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;

    /**
     * @param before the level of the round before, in words
     * @param review how the indicator stands in the review, in words
     */
    ReceiptScore(
            Scoreboard scoreboard,
            DistrictCode district,
            Scorecard.Line line,
            Optional<String> before,
            String review,
            ImportLinks links,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.district = district;
        this.links = links;
        this.state = state;
        this.words = words;
        Indicator indicator = line.score().indicator();
        Div content =
                new Div(
                        createCondition(line.score()),
                        new Paragraph(review),
                        createFigures(indicator));
        setId(indicator.id().value());
        getContent().addClassName("receipt-score");
        getContent().setSummary(createSummary(line, before));
        getContent().setContent(content);
    }

    /** Unfolds it. */
    void open() {
        getContent().setOpen(true);
    }

    private Component createSummary(Scorecard.Line line, Optional<String> before) {
        Indicator indicator = line.score().indicator();
        H2 name = new H2(indicator.id() + " " + words.of(indicator.name()));
        Span points =
                new Span(
                        WeightWords.pointsOfWeight(
                                scoreboard.agreement(), line, words, words::weighted));
        points.addClassName("receipt-points");
        Div summary = new Div(LevelMark.of(line.score(), words), name);
        before.ifPresent(text -> {
            Span level = new Span(text);
            level.addClassName("receipt-before");
            summary.add(level);
        });
        summary.add(points);
        summary.addClassName("receipt-summary");
        return summary;
    }

    /** The text of the level that was reached, letter by letter, and how it was read. */
    private Component createCondition(IndicatorScore score) {
        Div condition = new Div();
        condition.addClassName("receipt-condition");
        score.overridden()
                .ifPresent(overridden -> condition.add(new OverriddenLevel(overridden, words)));
        if (score.computed() instanceof IndicatorScore.WithLevel known && known.level() > 0) {
            MeasureWords measures = new MeasureWords(words, score.indicator());
            var level = score.indicator().level(known.level());
            Paragraph verbatim = new Paragraph(level.text().th());
            verbatim.getElement().setAttribute("lang", "th");
            verbatim.addClassName("verbatim");
            condition.add(verbatim);
            level.conditions()
                    .forEach(one -> condition.add(new Paragraph(measures.condition(one))));
        } else {
            condition.add(new Paragraph(words.of("receipt.no-level")));
        }
        return condition;
    }

    private Component createFigures(Indicator indicator) {
        DataTable table =
                new DataTable(
                        "receipt-figures-" + indicator.id(),
                        words.of("receipt.figures", indicator.id()),
                        DataTable.Narrow.STACK);
        table.column(words.of("figures.measure"))
                .numbers(words.of("figures.value"))
                .column(words.of("figures.as-of"))
                .column(words.of("receipt.row"))
                .column(words.of("receipt.raw"));
        MeasureWords measures = new MeasureWords(words, indicator);
        for (Measure measure : indicator.measures()) {
            Optional<Measurement> found =
                    scoreboard.measurement(district, indicator.key(measure.id()));
            DataTable.Row row = table.row().header(new Span(words.of(measure.name())));
            if (found.isEmpty()) {
                row.number(words.of("figures.missing")).cell("").cell("").cell("");
                continue;
            }
            Measurement figure = found.get();
            String value = measures.value(measure, figure.value());
            row.number(
                            measures.comparedWith(measure, figure.value())
                                    .map(of -> words.of("changes.of", value, of))
                                    .orElse(value))
                    .cell(words.shortDate(figure.asOf()))
                    .cell(createOrigin(figure.origin()))
                    .styled("raw-text", createRawText(figure));
        }
        score(indicator).ifPresent(score -> addComputed(table, score));
        return table;
    }

    private Optional<IndicatorScore> score(Indicator indicator) {
        return scoreboard
                .ranking()
                .row(district)
                .map(row -> row.scorecard().line(indicator.id()).score());
    }

    /** What follows from the figures above, and how. */
    private void addComputed(DataTable table, IndicatorScore score) {
        ComputationWords computations = new ComputationWords(words, score.indicator());
        for (ComputedFigure figure : score.computedFigures()) {
            table.row()
                    .header(new Span(words.of(figure.measure().name())))
                    .number(computations.number(figure))
                    .cell("")
                    .cell("")
                    .cell(new HowComputed(figure, computations, words));
        }
    }

    /** What the file says, and what was read in the place of cells of it. */
    private Component createRawText(Measurement figure) {
        Div text = new Div(new Span(figure.origin().rawText()));
        links.mended(figure, words).ifPresent(text::add);
        return text;
    }

    private Component createOrigin(Origin origin) {
        return new Div(
                links.toFile(origin, state),
                new Span(" " + words.fileRow(origin.sheet(), origin.line())));
    }
}
