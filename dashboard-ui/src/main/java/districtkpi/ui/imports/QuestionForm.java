package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.ExtractReport.DoubtfulRow;
import districtkpi.importer.source.ExtractReport.Question;
import districtkpi.importer.source.ExtractReport.SheetRows;
import districtkpi.importer.source.WhatCounts;
import districtkpi.importer.source.WhatCounts.DoubtfulRows;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what of an extract counts, where rows or sheets may say again what others say. */
class QuestionForm extends Composite<Div> {

    /** More rows than anybody reads before an answer. */
    private static final int MAX_SHOWN = 20;

    private final WhatCounts before;
    private final Optional<Scoreboard> board;
    private final Words words;
    private final Map<String, Checkbox> sheets = new LinkedHashMap<>();
    private final Button again;
    private @Nullable RadioButtonGroup<DoubtfulRows> totalRows;
    private @Nullable RadioButtonGroup<DoubtfulRows> repeatedRows;

    /**
     * @param before what was answered already
     * @param board of the round
     * @param checkAgain is told of all answers
     */
    QuestionForm(
            List<Question> questions,
            WhatCounts before,
            Optional<Scoreboard> board,
            Words words,
            Consumer<WhatCounts> checkAgain) {
        this.before = before;
        this.board = board;
        this.words = words;
        this.again = new Button(words.of("mapping.again"), _ -> checkAgain.accept(answers()));
        again.setId("answer");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        Div form = getContent();
        form.setId("questions");
        form.add(new H3(words.of("questions.title")));
        for (Question question : questions) {
            switch (question) {
                case Question.Sheets asked -> form.add(ofSheets(asked));
                case Question.TotalRows asked -> form.add(ofTotals(asked));
                case Question.RepeatedRows asked -> form.add(ofRepeats(asked));
            }
        }
        Div actions = new Div(again);
        actions.addClassName("actions");
        form.add(actions);
        update();
    }

    private Component ofSheets(Question.Sheets asked) {
        Div part = new Div();
        part.setId("question-sheets");
        String districts =
                asked.districts().stream().map(this::district).collect(Collectors.joining(", "));
        part.add(new Paragraph(words.of("questions.sheets", districts)));
        asked.hint().ifPresent(hint -> part.add(new Paragraph(words.of(hint).strip())));
        for (SheetRows sheet : asked.sheets()) {
            Checkbox box =
                    new Checkbox(
                            words.of(
                                    "questions.sheet",
                                    sheet.sheet(),
                                    words.number(sheet.rows()),
                                    words.number(sheet.districts())));
            box.addValueChangeListener(_ -> update());
            sheets.put(sheet.sheet(), box);
            part.add(new Div(box));
        }
        part.add(new Paragraph(words.of("questions.sheets-help")));
        return part;
    }

    private Component ofTotals(Question.TotalRows asked) {
        Div part = new Div();
        part.setId("question-totals");
        part.add(new Paragraph(words.of("questions.totals")));
        DataTable table =
                new DataTable(
                        "doubtful-rows",
                        words.of("questions.totals-caption"),
                        DataTable.Narrow.STACK);
        table.still();
        table.numbers(words.of("issues.line"))
                .column(words.of("ranking.district"))
                .column(words.of("issues.value"))
                .column(words.of("questions.amounts"));
        addRows(table, asked.rows(), part);
        RadioButtonGroup<DoubtfulRows> choice =
                createChoice("questions.totals-label", "questions.leave-out", "questions.count");
        choice.setId("total-rows");
        totalRows = choice;
        part.add(choice);
        return part;
    }

    private Component ofRepeats(Question.RepeatedRows asked) {
        Div part = new Div();
        part.setId("question-repeats");
        part.add(new Paragraph(words.of("questions.repeats")));
        DataTable table =
                new DataTable(
                        "repeated-rows",
                        words.of("questions.repeats-caption"),
                        DataTable.Narrow.STACK);
        table.still();
        table.numbers(words.of("issues.line"))
                .column(words.of("ranking.district"))
                .column(words.of("questions.repeats-other"))
                .column(words.of("questions.amounts"));
        addRows(table, asked.rows(), part);
        RadioButtonGroup<DoubtfulRows> choice =
                createChoice(
                        "questions.repeats-label",
                        "questions.repeats-leave-out",
                        "questions.repeats-count");
        choice.setId("repeated-rows-answer");
        repeatedRows = choice;
        part.add(choice);
        return part;
    }

    private RadioButtonGroup<DoubtfulRows> createChoice(
            String label, String leaveOut, String count) {
        RadioButtonGroup<DoubtfulRows> choice = new RadioButtonGroup<>();
        choice.setLabel(words.of(label));
        choice.setItems(DoubtfulRows.values());
        choice.setItemLabelGenerator(answer ->
                switch (answer) {
                    case LEAVE_OUT -> words.of(leaveOut);
                    case COUNT -> words.of(count);
                });
        choice.addValueChangeListener(_ -> update());
        return choice;
    }

    private void addRows(DataTable table, List<DoubtfulRow> rows, Div part) {
        rows.stream().limit(MAX_SHOWN).forEach(row -> addRow(table, row));
        part.add(table);
        if (rows.size() > MAX_SHOWN) {
            part.add(
                    new Paragraph(
                            words.of(
                                    "issues.more",
                                    words.number(MAX_SHOWN),
                                    words.number(rows.size()))));
        }
    }

    private void addRow(DataTable table, DoubtfulRow row) {
        table.row()
                .number(words.line(row.sheet(), row.line()))
                .cell(row.district().map(this::district).orElse("–"))
                .styled(
                        row.other().isPresent() ? "number" : "code raw-value",
                        new Span(
                                row.other().isPresent()
                                        ? words.line(row.sheet(), row.other().getAsInt())
                                        : row.text()))
                .cell(words.of(row.amounts()));
    }

    private String district(DistrictCode code) {
        return board.flatMap(known -> known.district(code))
                .map(district -> words.of(district.name()))
                .orElse(code.value());
    }

    /** Nothing is checked again before all of it is answered. */
    private void update() {
        boolean sheetsAnswered = sheets.isEmpty() || !chosen().isEmpty();
        again.setEnabled(sheetsAnswered && isAnswered(totalRows) && isAnswered(repeatedRows));
    }

    private static boolean isAnswered(@Nullable RadioButtonGroup<DoubtfulRows> choice) {
        return choice == null || choice.getOptionalValue().isPresent();
    }

    private Set<String> chosen() {
        return sheets.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Sheets that nobody was asked about count as before. */
    private WhatCounts answers() {
        Set<String> chosen = chosen();
        Set<String> counting =
                chosen.size() == sheets.size() ? Set.of(WhatCounts.ALL_SHEETS) : chosen;
        return new WhatCounts(
                sheets.isEmpty() ? before.sheets() : counting,
                answer(totalRows, before.totalRows()),
                answer(repeatedRows, before.repeatedRows()),
                before.dates());
    }

    private static @Nullable DoubtfulRows answer(
            @Nullable RadioButtonGroup<DoubtfulRows> choice, @Nullable DoubtfulRows before) {
        return choice == null ? before : choice.getOptionalValue().orElse(before);
    }
}
