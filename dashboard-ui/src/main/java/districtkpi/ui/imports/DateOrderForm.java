package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.Reading;
import districtkpi.office.words.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks whether the day or the month stands first, where dates of a file can be read both ways. */
class DateOrderForm extends Composite<Div> {

    private static final String DAY_OR_MONTH = "DAY_OR_MONTH";

    /** Enough to recognise how a file writes its dates. */
    private static final int MAX_EXAMPLES = 3;

    private final Words words;
    private final Map<String, RadioButtonGroup<DateOrder>> choices = new LinkedHashMap<>();
    private final Button again;

    /**
     * @param report that asks
     * @param checkAgain is told of the answer
     */
    DateOrderForm(ImportReport report, Words words, Consumer<DateAnswer> checkAgain) {
        this.words = words;
        this.again = new Button(words.of("mapping.again"), _ -> checkAgain.accept(answer()));
        again.setId("answer-date-order");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        Map<String, List<Issue>> asked =
                asked(report).stream()
                        .collect(
                                Collectors.groupingBy(
                                        DateOrderForm::column,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        String columns =
                asked.keySet().stream()
                        .map(column -> words.of("date-order.column", column))
                        .collect(Collectors.joining(", "));
        Div form = getContent();
        form.setId("date-order-question");
        form.add(
                new H3(words.of("date-order.title")),
                new Paragraph(words.of("date-order.help", columns)));
        asked.forEach((column, issues) -> form.add(createChoice(column, issues)));
        Div actions = new Div(again);
        actions.addClassName("actions");
        form.add(actions);
        update();
    }

    private RadioButtonGroup<DateOrder> createChoice(String column, List<Issue> asked) {
        RadioButtonGroup<DateOrder> choice = new RadioButtonGroup<>();
        int number = choices.size() + 1;
        choice.setId(number == 1 ? "date-order" : "date-order-" + number);
        choice.setLabel(words.of("date-order.label", words.of("date-order.column", column)));
        choice.setItems(DateOrder.values());
        choice.setItemLabelGenerator(order ->
                switch (order) {
                    case DMY -> words.of("date-order.dmy", examples(asked, order));
                    case MDY -> words.of("date-order.mdy", examples(asked, order));
                });
        choice.addValueChangeListener(_ -> update());
        choices.put(column, choice);
        return choice;
    }

    /** Nothing is checked again before all of it is answered. */
    private void update() {
        again.setEnabled(
                choices.values().stream()
                        .allMatch(choice -> choice.getOptionalValue().isPresent()));
    }

    private DateAnswer answer() {
        Map<String, DateOrder> orders = new LinkedHashMap<>();
        choices.forEach((column, choice) ->
                choice.getOptionalValue().ifPresent(order -> orders.put(column, order)));
        return new DateAnswer(null, orders);
    }

    private static String column(Issue issue) {
        return DateAnswer.column(issue.sheet(), issue.column());
    }

    /** Whether a report asks. */
    static boolean isOfUse(ImportReport report) {
        return !asked(report).isEmpty();
    }

    private static List<Issue> asked(ImportReport report) {
        return report.issues().stream().filter(issue -> issue.code().equals(DAY_OR_MONTH)).toList();
    }

    private String examples(List<Issue> asked, DateOrder order) {
        return asked.stream()
                .map(Issue::value)
                .distinct()
                .limit(MAX_EXAMPLES)
                .map(value -> words.of("date-order.example", value, shown(value, order)))
                .collect(Collectors.joining(", "));
    }

    private String shown(String value, DateOrder order) {
        return DateReader.read(value, order) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? words.of(DateReader.shown(day))
                : "–";
    }
}
