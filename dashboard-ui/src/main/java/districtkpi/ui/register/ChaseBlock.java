package districtkpi.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import districtkpi.db.register.EmailAddress;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.reminder.ReminderText;
import districtkpi.office.reminder.Reminders;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The districts that still owe something: as a list to copy, and to remind by e-mail. */
class ChaseBlock extends Composite<Section> {

    private final Register register;
    private final Words words;
    private final Reminders reminders;
    private final Consumer<List<Line>> remind;
    private final Div question = new Div();

    /**
     * @param run reminders that are on their way, or the last ones
     * @param running whether they are on their way, so that no others can be asked for
     * @param remind is told who was shown; begins to remind them, and shows the register as it is
     *     then
     */
    ChaseBlock(
            Register register,
            Reminders reminders,
            Optional<RunPanel> run,
            boolean running,
            Words words,
            Consumer<List<Line>> remind) {
        this.register = register;
        this.words = words;
        this.reminders = reminders;
        this.remind = remind;
        Section block = getContent();
        block.setId("chase");
        block.addClassName("block");
        List<Line> toChase = register.toChase();
        block.add(new H2(words.of("chase.title", words.number(toChase.size()))));
        run.ifPresent(block::add);
        if (toChase.isEmpty()) {
            block.add(new Paragraph(words.of("chase.none")));
            return;
        }
        question.getElement().setAttribute("aria-live", "polite");
        block.add(createList(toChase));
        if (running) {
            return;
        }
        if (reminders.canSend()) {
            block.add(question);
            offer();
        } else {
            block.add(new Remark("chase-no-mail", words.of("chase.no-mail")));
        }
    }

    private Component createList(List<Line> toChase) {
        RegisterWords said = new RegisterWords(words);
        TextArea list = new TextArea(words.of("chase.list"));
        list.setId("chase-list");
        list.setReadOnly(true);
        list.setWidthFull();
        list.addClassName("bounded");
        list.setValue(
                toChase.stream()
                        .map(line ->
                                words.of(
                                        "chase.line",
                                        line.district().code(),
                                        words.of(line.district().name()),
                                        said.owed(line.entry()),
                                        line.entry()
                                                .address()
                                                .map(EmailAddress::value)
                                                .orElse("–")))
                        .collect(Collectors.joining("\n")));
        return list;
    }

    private List<Line> withAddress() {
        return register.toChase().stream()
                .filter(line -> line.entry().address().isPresent())
                .toList();
    }

    /** Gives the button that asks; absent where nobody can be reminded. */
    private Optional<Button> offer() {
        List<Line> addressed = withAddress();
        int without = register.toChase().size() - addressed.size();
        question.removeAll();
        if (without > 0) {
            question.add(
                    new Remark(
                            "chase-without-address",
                            words.of("chase.without-address", words.number(without))));
        }
        if (addressed.isEmpty()) {
            return Optional.empty();
        }
        Button ask = new Button(words.of("chase.remind", words.number(addressed.size())));
        ask.setId("chase-remind");
        ask.addClickListener(_ -> ask(addressed));
        question.add(ask);
        return Optional.of(ask);
    }

    /** What was sent cannot be taken back, so it is asked for twice, with what would be sent. */
    private void ask(List<Line> addressed) {
        ReminderText text = reminders.text(register, addressed.getFirst());
        UnorderedList recipients = new UnorderedList();
        recipients.setId("chase-recipients");
        recipients.addClassName("bounded");
        for (Line line : addressed) {
            recipients.add(
                    new ListItem(
                            words.of(
                                    "chase.recipient",
                                    words.of(line.district().name()),
                                    line.entry().address().orElseThrow().value(),
                                    line.entry()
                                            .lastReminder()
                                            .map(new RegisterWords(words)::reminder)
                                            .orElse("–"))));
        }
        Paragraph subject = new Paragraph(text.subject());
        subject.addClassName("recording-label");
        Pre body = new Pre(text.body());
        body.setId("chase-preview");
        body.addClassName("reminder-text");
        Button confirm = new Button(words.of("chase.confirm", words.number(addressed.size())));
        confirm.setId("chase-confirm");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(_ -> remind.accept(addressed));
        Button cancel = new Button(words.of("chase.cancel"));
        cancel.setId("chase-cancel");
        cancel.addClickListener(_ -> offer().ifPresent(Button::focus));
        Div actions = new Div(confirm, cancel);
        actions.addClassName("actions");
        Details preview =
                new Details(
                        words.of("chase.preview", words.of(addressed.getFirst().district().name())),
                        subject,
                        body);
        preview.setOpened(true);
        question.removeAll();
        question.add(
                new Paragraph(words.of("chase.question", words.number(addressed.size()))),
                recipients,
                preview,
                actions);
        confirm.focus();
    }
}
