package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What becomes of each figure of a file, by line: what counted before, and what counts after; and
 * which of its rows are refused.
 */
class ChangeTable extends Composite<Div> {

    /** As many rows as a reader looks through at once; there is a button for the next ones. */
    private static final int ROWS_AT_ONCE = 200;

    private final List<Change> changes;
    private final SequencedMap<FileRow, List<Issue>> refused;
    private final Rounds rounds;
    private final PageState state;
    private final Words words;
    private final Map<RoundId, Optional<Scoreboard>> boards = new HashMap<>();
    private final Div rows = new Div();

    /**
     * @param issues of the file, of which errors refuse rows
     * @param filter kept by the page, so that it stays while the language changes
     */
    ChangeTable(
            List<Change> changes,
            List<Issue> issues,
            ValueSignal<ChangeFilter> filter,
            Rounds rounds,
            PageState state,
            Words words) {
        this.changes = changes;
        this.refused = refused(issues);
        this.rounds = rounds;
        this.state = state;
        this.words = words;
        getContent().setId("change-list");
        rows.setId("change-rows");
        rows.addClassName("change-rows");
        // What scrolls is reached by the keyboard.
        rows.getElement().setAttribute("tabindex", "0");
        rows.getElement().setAttribute("role", "region");
        rows.getElement().setAttribute("aria-label", words.of("changes.caption"));
        List<ChangeFilter> offered =
                Arrays.stream(ChangeFilter.values())
                        .filter(one -> one == ChangeFilter.ALL || count(one) > 0)
                        .toList();
        ChangeFilter chosen = offered.contains(filter.peek()) ? filter.peek() : ChangeFilter.ALL;
        RadioButtonGroup<ChangeFilter> choice = new RadioButtonGroup<>();
        choice.setId("change-filter");
        choice.setLabel(words.of("changes.filter"));
        choice.setItems(offered);
        choice.setItemLabelGenerator(
                one -> words.of("changes.count", name(one), words.number(count(one))));
        choice.setValue(chosen);
        choice.addValueChangeListener(change -> {
            filter.set(change.getValue());
            show(change.getValue(), ROWS_AT_ONCE);
        });
        getContent().add(choice, rows);
        show(chosen, ROWS_AT_ONCE);
    }

    /** Whether there is anything to show of a file. */
    static boolean isOfUse(ImportReport report) {
        return !report.changes().isEmpty()
                || (report.rejected() > 0 && !refused(report.issues()).isEmpty());
    }

    /** A row of the file, as messages have its sheet. */
    private record FileRow(String sheet, int line) {}

    /** What is wrong with each row that has an error, by sheet and line. */
    private static SequencedMap<FileRow, List<Issue>> refused(List<Issue> issues) {
        return issues.stream()
                .filter(issue -> issue.severity() == Issue.Severity.ERROR && issue.line() > 0)
                .collect(
                        Collectors.groupingBy(
                                issue -> new FileRow(issue.sheet(), issue.line()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private long count(ChangeFilter filter) {
        long shown = changes.stream().filter(filter::shows).count();
        return filter.showsRefused() ? shown + refused.size() : shown;
    }

    private String name(ChangeFilter filter) {
        return switch (filter) {
            case ALL -> words.of("changes.all");
            case CREATED -> words.of("changes.created");
            case CHANGED -> words.of("changes.changed");
            case OVERTAKEN -> words.of("changes.overtaken");
            case REMOVED -> words.of("changes.removed");
            case UNCHANGED -> words.of("changes.unchanged");
            case REFUSED -> words.of("changes.refused");
        };
    }

    private void show(ChangeFilter filter, int most) {
        List<Change> shown = changes.stream().filter(filter::shows).toList();
        DataTable table =
                new DataTable("changes", words.of("changes.caption"), DataTable.Narrow.STACK);
        table.still();
        table.numbers(words.of("issues.line"))
                .column(words.of("changes.kind"))
                .column(words.of("ranking.district"))
                .column(words.of("figures.measure"))
                .column(words.of("figures.as-of"))
                .numbers(words.of("changes.before"))
                .numbers(words.of("changes.after"));
        shown.stream().limit(most).forEach(change -> addRow(table, change));
        if (filter.showsRefused()) {
            refused.entrySet().stream()
                    .limit(Math.max(0, most - shown.size()))
                    .forEach(row -> addRow(table, row.getKey(), row.getValue()));
        }
        rows.removeAll();
        rows.add(table);
        long all = count(filter);
        if (all > most) {
            Button more =
                    new Button(
                            words.of("changes.more", words.number(ROWS_AT_ONCE)),
                            _ -> show(filter, most + ROWS_AT_ONCE));
            more.setId("more-changes");
            rows.add(
                    new Paragraph(words.of("issues.more", words.number(most), words.number(all))),
                    more);
        }
    }

    private void addRow(DataTable table, Change change) {
        Optional<Scoreboard> board = board(change.round());
        table.row()
                .style("change-" + style(change.kind()))
                .number(words.line(change.sheet(), change.line()))
                .cell(name(change.kind()))
                .header(new Span(district(board, change)))
                .cell(measure(board, change))
                .cell(words.shortDate(change.asOf()))
                .styled("number", figure(board, change, change.before()))
                .styled("number", figure(board, change, change.after()));
    }

    /** A row that changes nothing, with the reasons in place of a figure. */
    private void addRow(DataTable table, FileRow row, List<Issue> reasons) {
        String columns =
                reasons.stream()
                        .map(Issue::column)
                        .filter(column -> !column.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", "));
        table.row()
                .style("change-refused")
                .number(words.line(row.sheet(), row.line()))
                .cell(words.of("changes.refused"))
                .header(new Span(columns.isEmpty() ? "–" : columns))
                .cell(
                        reasons.stream()
                                .map(issue -> words.of(issue.message()))
                                .distinct()
                                .collect(Collectors.joining(" ")))
                .cell("–")
                .number("–")
                .number("–");
    }

    private Optional<Scoreboard> board(RoundId round) {
        return boards.computeIfAbsent(
                round, id -> rounds.scoreboard(PageState.EMPTY.withRound(id)));
    }

    private String district(Optional<Scoreboard> board, Change change) {
        return board.flatMap(known -> known.district(change.district()))
                .map(district -> words.of(district.name()))
                .orElse(change.district().value());
    }

    private String measure(Optional<Scoreboard> board, Change change) {
        String id = change.measure().toString();
        return indicator(board, change)
                .flatMap(indicator -> indicator.measure(change.measure().measure()))
                .map(measure -> change.measure().indicator() + " " + words.of(measure.name()))
                .orElse(id);
    }

    private static Optional<Indicator> indicator(Optional<Scoreboard> board, Change change) {
        return board.flatMap(known ->
                known.agreement()
                        .indicators()
                        .filter(indicator -> indicator.id().equals(change.measure().indicator()))
                        .findFirst());
    }

    private Component figure(Optional<Scoreboard> board, Change change, Optional<Figure> figure) {
        if (figure.isEmpty()) {
            return new Span("–");
        }
        Figure known = figure.get();
        Div cell = new Div(new Span(value(board, change, known.value())));
        if (known.importId().isPresent()) {
            Span origin = new Span();
            origin.addClassName("of-name");
            origin.add(
                    ImportNavigation.linkToImport(
                            state,
                            known.importId().getAsLong(),
                            words.of(
                                    "changes.origin",
                                    words.number(known.importId().getAsLong()),
                                    words.line(known.sheet(), known.line()))));
            cell.add(origin);
            if (!known.asOf().equals(change.asOf())) {
                Span day = new Span(words.shortDate(known.asOf()));
                day.addClassName("of-name");
                cell.add(day);
            }
        }
        return cell;
    }

    private String value(Optional<Scoreboard> board, Change change, MeasuredValue value) {
        Optional<Indicator> indicator = indicator(board, change);
        Optional<Measure> measure =
                indicator.flatMap(known -> known.measure(change.measure().measure()));
        if (indicator.isEmpty() || measure.isEmpty()) {
            return value.toString();
        }
        MeasureWords measures = new MeasureWords(words, indicator.get());
        String text = measures.value(measure.get(), value);
        return measures.comparedWith(measure.get(), value)
                .map(of -> words.of("changes.of", text, of))
                .orElse(text);
    }

    private String name(Kind kind) {
        return switch (kind) {
            case CREATED -> words.of("changes.created");
            case CHANGED -> words.of("changes.changed");
            case OVERTAKEN -> words.of("changes.overtaken");
            case REMOVED -> words.of("changes.removed");
            case UNCHANGED -> words.of("changes.unchanged");
        };
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case CREATED -> "created";
            case CHANGED -> "changed";
            case OVERTAKEN -> "overtaken";
            case REMOVED -> "removed";
            case UNCHANGED -> "unchanged";
        };
    }
}
