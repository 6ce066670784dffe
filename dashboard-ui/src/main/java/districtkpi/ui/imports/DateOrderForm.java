package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.Reading;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks whether the day or the month stands first, where dates of a file can be read both ways. */
class DateOrderForm extends Composite<Div> {

    private static final String DAY_OR_MONTH = "DAY_OR_MONTH";

    /** Enough to recognise how a file writes its dates. */
    private static final int MOST_EXAMPLES = 3;

    private final Words words;

    /**
     * @param report that asks
     * @param checkAgain is told of the answer
     */
    DateOrderForm(ImportReport report, Words words, Consumer<DateOrder> checkAgain) {
        this.words = words;
        List<Issue> asked = asked(report);
        RadioButtonGroup<DateOrder> choice = new RadioButtonGroup<>();
        Button again =
                new Button(
                        words.of("mapping.again"),
                        _ -> choice.getOptionalValue().ifPresent(checkAgain));
        again.setId("answer-date-order");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        again.setEnabled(false);
        choice.setId("date-order");
        choice.setLabel(words.of("date-order.label"));
        choice.setItems(DateOrder.values());
        choice.setItemLabelGenerator(order ->
                switch (order) {
                    case DMY -> words.of("date-order.dmy", examples(asked, order));
                    case MDY -> words.of("date-order.mdy", examples(asked, order));
                });
        choice.addValueChangeListener(_ -> again.setEnabled(choice.getOptionalValue().isPresent()));
        String columns =
                asked.stream()
                        .map(Issue::column)
                        .distinct()
                        .map(column -> words.of("date-order.column", column))
                        .collect(Collectors.joining(", "));
        Div actions = new Div(again);
        actions.addClassName("actions");
        Div form = getContent();
        form.setId("date-order-question");
        form.add(
                new H3(words.of("date-order.title")),
                new Paragraph(words.of("date-order.help", columns)),
                choice,
                actions);
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
                .limit(MOST_EXAMPLES)
                .map(value -> words.of("date-order.example", value, shown(value, order)))
                .collect(Collectors.joining(", "));
    }

    private String shown(String value, DateOrder order) {
        return DateReader.read(value, order) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? words.of(DateReader.shown(day))
                : "–";
    }
}
