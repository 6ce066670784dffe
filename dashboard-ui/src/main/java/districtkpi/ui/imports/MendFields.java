package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.WrongCell;
import districtkpi.importer.table.CellText;
import districtkpi.office.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields in which the cells of a file are mended, each where its error is said: one for all cells
 * of a column that hold the same, with the possibility to mend each by itself. What stands there is
 * in the field; what is left as it is is not mended.
 */
final class MendFields {

    /** More different texts than anybody mends on a screen; the others are mended in the file. */
    private static final int MAX_TEXTS = 20;

    /** Of all errors together. */
    private static final int MAX_FIELDS = 200;

    /** More cells than anybody looks at one by one. */
    private static final int MAX_SINGLE = 100;

    private static final int MAX_PLACES = 5;

    private final ImportReport report;
    private final Words words;
    private final Runnable checkAgain;
    private final List<Same> all = new ArrayList<>();

    /** Cells that have a field already: several errors can be about one. */
    private final Set<Place> taken = new HashSet<>();

    /**
     * @param report of a refused file
     * @param checkAgain what the Enter key does in a field
     */
    MendFields(ImportReport report, Words words, Runnable checkAgain) {
        this.report = report;
        this.words = words;
        this.checkAgain = checkAgain;
    }

    private record Place(String sheet, int line, int column) {}

    private record Kind(String code, String sheet, String column) {}

    /** Whether there is anything to mend on the screen. */
    boolean isOfUse() {
        return !report.wrongCells().isEmpty();
    }

    /**
     * The fields for equal errors; absent where typing does not mend them.
     *
     * @param errors of one code, sheet and column
     */
    Optional<Component> of(List<Issue> errors) {
        Issue first = errors.getFirst();
        if (first.severity() != Issue.Severity.ERROR || all.size() >= MAX_FIELDS) {
            return Optional.empty();
        }
        Set<Integer> lines = errors.stream().map(Issue::line).collect(Collectors.toSet());
        Kind kind = new Kind(first.code(), first.sheet(), first.column());
        Map<String, List<WrongCell>> byText =
                report.wrongCells().stream()
                        .filter(cell ->
                                new Kind(cell.code(), first.sheet(), cell.heading()).equals(kind)
                                        && lines.contains(cell.line())
                                        && isOnSheet(cell, first.sheet()))
                        .filter(cell ->
                                taken.add(new Place(cell.sheet(), cell.line(), cell.column())))
                        .collect(
                                Collectors.groupingBy(
                                        WrongCell::text, LinkedHashMap::new, Collectors.toList()));
        if (byText.isEmpty()) {
            return Optional.empty();
        }
        Div fields = new Div();
        fields.addClassName("mend");
        byText.values().stream()
                .limit(MAX_TEXTS)
                .forEach(cells -> {
                    Same same = new Same(cells);
                    all.add(same);
                    fields.add(same.component());
                });
        if (byText.size() > MAX_TEXTS) {
            fields.add(
                    new Paragraph(
                            words.of(
                                    "issues.more",
                                    words.number(MAX_TEXTS),
                                    words.number(byText.size()))));
        }
        return Optional.of(fields);
    }

    /** Names of sheets stand in messages as they are, and in places without blanks around them. */
    private static boolean isOnSheet(WrongCell cell, String sheet) {
        return cell.sheet().equals(sheet) || CellText.nameOfSheet(sheet).equals(cell.sheet());
    }

    /**
     * What was typed, cell by cell.
     *
     * @param at when
     */
    List<CellCorrection> typed(Instant at) {
        return all.stream().flatMap(same -> same.typed(at).stream()).toList();
    }

    /** Cells of a column that hold the same. */
    private final class Same {

        private final List<WrongCell> cells;
        private final TextField field;
        private final Map<WrongCell, TextField> single = new LinkedHashMap<>();

        Same(List<WrongCell> cells) {
            this.cells = List.copyOf(cells);
            WrongCell first = cells.getFirst();
            String text = CellText.shown(first.text());
            this.field =
                    createField(
                            text.isEmpty()
                                    ? words.of("mend.field.empty", first.heading())
                                    : words.of("mend.field", first.heading(), text),
                            shown(first.text()));
            field.setId("mend-" + (all.size() + 1));
            field.setHelperText(places());
        }

        private String places() {
            String first =
                    cells.stream()
                            .limit(MAX_PLACES)
                            .map(cell -> words.line(cell.sheet(), cell.line()))
                            .collect(Collectors.joining(", "));
            return cells.size() == 1
                    ? words.of("mend.place", first)
                    : words.of(
                            "mend.places",
                            words.number(cells.size()),
                            cells.size() > MAX_PLACES ? first + " …" : first);
        }

        Component component() {
            Div part = new Div(field);
            part.addClassName("mend-same");
            if (cells.size() > 1) {
                Details each = new Details(words.of("mend.each"));
                each.addClassName("mend-each");
                each.addOpenedChangeListener(opened -> {
                    if (opened.isOpened() && single.isEmpty()) {
                        Div fields = new Div();
                        fields.addClassName("mend");
                        cells.stream()
                                .limit(MAX_SINGLE)
                                .forEach(cell -> fields.add(createSingle(cell)));
                        each.add(fields);
                    }
                });
                part.add(each);
            }
            return part;
        }

        private TextField createSingle(WrongCell cell) {
            TextField one =
                    createField(
                            words.of(
                                    "mend.field.single",
                                    cell.heading(),
                                    words.line(cell.sheet(), cell.line())),
                            field.getValue());
            one.setId(field.getId().orElseThrow() + "-" + (single.size() + 1));
            single.put(cell, one);
            return one;
        }

        List<CellCorrection> typed(Instant at) {
            List<CellCorrection> typed = new ArrayList<>();
            for (WrongCell cell : cells) {
                TextField own = single.getOrDefault(cell, field);
                if (!own.getValue().equals(shown(cell.text()))) {
                    typed.add(cell.mended(own.getValue(), at));
                }
            }
            return typed;
        }
    }

    private TextField createField(String label, String value) {
        TextField created = new TextField(label);
        created.setValue(value);
        created.setClearButtonVisible(false);
        created.setValueChangeMode(ValueChangeMode.LAZY);
        created.addKeyDownListener(Key.ENTER, _ -> checkAgain.run());
        return created;
    }

    /** A field has one line. */
    private static String shown(String text) {
        return Objects.requireNonNull(CellText.clean(text)).replaceAll("\\R", " ");
    }
}
