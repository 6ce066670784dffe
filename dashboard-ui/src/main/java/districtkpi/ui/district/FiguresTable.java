package districtkpi.ui.district;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComputedFigure;
import districtkpi.ui.imports.ImportLinks;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HowComputed;
import districtkpi.ui.state.DataLink;
import districtkpi.ui.state.PageState;
import java.util.Optional;

/** The figures behind an indicator, or behind all, each with the file row that it came from. */
class FiguresTable extends Composite<Div> {

    private final Workings workings;
    private final ImportLinks links;
    private final PageState state;
    private final Words words;

    /** The figures of one indicator. */
    static FiguresTable of(
            Scoreboard scoreboard,
            DistrictCode district,
            Indicator indicator,
            Workings workings,
            ImportLinks links,
            PageState state,
            Words words) {
        FiguresTable figures = new FiguresTable(workings, links, state, words);
        DataTable table =
                figures.table(
                        "figures-" + indicator.id(), words.of("figures.caption", indicator.id()));
        figures.addRows(table, scoreboard, district, indicator);
        return figures;
    }

    /** The figures of all indicators, in one table. */
    static FiguresTable ofAll(
            Scoreboard scoreboard,
            DistrictCode district,
            Workings workings,
            ImportLinks links,
            PageState state,
            Words words) {
        FiguresTable figures = new FiguresTable(workings, links, state, words);
        DataTable table = figures.table("figures", words.of("figures.all")).folding(words);
        scoreboard
                .agreement()
                .indicators()
                .forEach(indicator -> {
                    table.group(
                            "sources-" + indicator.id(),
                            DistrictNavigation.linkToIndicator(
                                    state, district, indicator.id(), indicator.id().value()),
                            new Span(" " + words.of(indicator.name())));
                    figures.addRows(table, scoreboard, district, indicator);
                });
        return figures;
    }

    private FiguresTable(Workings workings, ImportLinks links, PageState state, Words words) {
        this.workings = workings;
        this.links = links;
        this.state = state;
        this.words = words;
    }

    private DataTable table(String id, String caption) {
        DataTable table = new DataTable(id, caption, DataTable.Narrow.STACK).still();
        table.column(words.of("figures.measure"))
                .numbers(words.of("figures.value"))
                .atFirstSight()
                .numbers(words.of("figures.of"))
                .numbers(words.of("figures.percent"))
                .column(words.of("figures.as-of"))
                .column(words.of("figures.origin"));
        getContent().add(table);
        return table;
    }

    private void addRows(
            DataTable table, Scoreboard scoreboard, DistrictCode district, Indicator indicator) {
        MeasureWords measures = new MeasureWords(words, indicator);
        for (Measure measure : indicator.measures()) {
            addRow(
                    table,
                    measures,
                    measure,
                    scoreboard.measurement(district, indicator.key(measure.id())));
        }
        scoreboard
                .ranking()
                .row(district)
                .map(row -> row.scorecard().line(indicator.id()).score())
                .ifPresent(score ->
                        score.computedFigures()
                                .forEach(figure ->
                                        addRow(
                                                table,
                                                new ComputationWords(words, indicator),
                                                figure)));
    }

    private void addRow(DataTable table, ComputationWords computations, ComputedFigure figure) {
        table.row()
                .header(new Span(words.of(figure.measure().name())))
                .number(computations.number(figure))
                .number("")
                .number("")
                .cell("")
                .styled("origin", new HowComputed(figure, computations, words));
    }

    private void addRow(
            DataTable table, MeasureWords measures, Measure measure, Optional<Measurement> found) {
        DataTable.Row row = table.row().header(new Span(words.of(measure.name())));
        if (found.isEmpty()) {
            Span missing = new Span(words.of("figures.missing"));
            missing.addClassName("missing");
            row.styled("number", missing).number("").number("").cell("").cell("");
            return;
        }
        Measurement measurement = found.get();
        MeasuredValue value = measurement.value();
        row.number(measures.value(measure, value))
                .styled("number", comparedWith(measures, measure, value))
                .number(measures.percent(measure, value).orElse(""))
                .cell(words.shortDate(measurement.asOf()))
                .styled("origin", origin(measurement));
    }

    private Div comparedWith(MeasureWords measures, Measure measure, MeasuredValue value) {
        Div cell = new Div();
        measures.comparedWith(measure, value)
                .ifPresent(of -> {
                    cell.add(new Span(of));
                    measure.comparedWith()
                            .ifPresent(name -> {
                                Span label = new Span(words.of(name));
                                label.addClassName("of-name");
                                cell.add(label);
                            });
                });
        return cell;
    }

    private Div origin(Measurement measurement) {
        Span line =
                new Span(words.fileRow(measurement.origin().sheet(), measurement.origin().line()));
        Div origin = new Div(links.toFile(measurement.origin(), state), line);
        links.mended(measurement, words).ifPresent(origin::add);
        workings.find(measurement)
                .ifPresent(text -> {
                    Span working = new Span(words.of(text));
                    working.addClassName("of-name");
                    origin.add(working);
                    if (links.mayFollow()) {
                        Span rows =
                                new Span(
                                        DataLink.rows(
                                                measurement.origin().importId(),
                                                measurement.district(),
                                                measurement.measure().measure(),
                                                words.of("workings.csv")));
                        rows.addClassName("of-name");
                        origin.add(rows);
                    }
                });
        if (!measurement.source().isEmpty()) {
            Span source = new Span(words.of("figures.source", measurement.source()));
            source.addClassName("of-name");
            origin.add(source);
        }
        if (!measurement.note().isEmpty()) {
            Span note = new Span(words.of("figures.note", measurement.note()));
            note.addClassName("of-name");
            origin.add(note);
        }
        return origin;
    }
}
