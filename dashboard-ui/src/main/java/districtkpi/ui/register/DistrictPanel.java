package districtkpi.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.SubmissionStep;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.table.DateReader;
import districtkpi.office.refusal.Refused;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.register.RegisterService;
import districtkpi.office.words.Words;
import districtkpi.ui.forms.FormsNavigation;
import districtkpi.ui.parts.Form;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of one district's report, and the fields to add to it. */
class DistrictPanel extends Composite<Section> {

    private final RegisterService service;
    private final Words words;
    private final Consumer<String> changed;
    private final Div history = new Div();
    private final Div receipt = new Div();
    private final Div refusal = new Div();
    private final TextField address;
    private Register register;
    private Line line;

    /**
     * @param steps the oldest first
     * @param mayRegister whether whoever looks records receipts and addresses
     * @param changed is told what was done
     */
    DistrictPanel(
            Register register,
            Line line,
            List<SubmissionStep> steps,
            boolean mayRegister,
            RegisterService service,
            PageState state,
            Words words,
            Consumer<String> changed) {
        this.register = register;
        this.line = line;
        this.service = service;
        this.words = words;
        this.changed = changed;
        this.address = new TextField(words.of("register.address"));
        Section panel = getContent();
        panel.setId("register-district");
        panel.addClassName("block");
        refusal.getElement().setAttribute("role", "alert");
        history.add(createHistory(steps));
        panel.add(
                new H2(words.of("register.of", words.of(line.district().name()))),
                new Paragraph(FormsNavigation.evaluation(state, code(), words)),
                history);
        if (mayRegister) {
            receipt.addClassName("page");
            showReceipt();
            panel.add(receipt, refusal, createAddress());
        }
    }

    DistrictCode code() {
        return line.district().code();
    }

    /** What is known now. What is half typed stays, unless it is about what changed meanwhile. */
    void show(Register now, List<SubmissionStep> steps) {
        Line before = line;
        register = now;
        line = now.line(code()).orElse(line);
        history.removeAll();
        history.add(createHistory(steps));
        refusal.removeAll();
        if (!before.entry().lastReceiptStep().equals(line.entry().lastReceiptStep())) {
            showReceipt();
        }
        if (address.getValue().equals(address(before))) {
            address.setValue(address(line));
        }
    }

    private static String address(Line line) {
        return line.entry().address().map(EmailAddress::value).orElse("");
    }

    private void showReceipt() {
        receipt.removeAll();
        receipt.add(createReceipt());
        if (line.entry().receipt().isPresent()) {
            receipt.add(createWithdrawal());
        }
    }

    private Component createHistory(List<SubmissionStep> steps) {
        if (steps.isEmpty()) {
            return new Paragraph(words.of("register.no-steps"));
        }
        UnorderedList list = new UnorderedList();
        list.setId("register-steps");
        list.addClassName("recording-history");
        for (SubmissionStep step : steps.reversed()) {
            list.add(new ListItem(new RegisterWords(words).step(step)));
        }
        return list;
    }

    /** Days are written here as in a file; a calendar of the browser knows no Buddhist era. */
    private Component createReceipt() {
        LocalDate known =
                line.entry().receipt().map(receipt -> receipt.day()).orElse(register.today());
        TextField day = new TextField(words.of("register.day"));
        day.setId("receipt-day");
        day.setValue(words.isThai() ? words.shortDate(known) : known.toString());
        day.setHelperText(words.of("register.day.help"));
        TextField note = new TextField(words.of("register.note"));
        note.setId("receipt-note");
        note.setWidth("min(100%, 24rem)");
        line.entry().receipt().ifPresent(receipt -> note.setValue(receipt.note()));
        Button save =
                new Button(
                        words.of(
                                line.entry().receipt().isPresent()
                                        ? "register.correct"
                                        : "register.receive"));
        save.setId("receipt-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> {
            Optional<LocalDate> read = DateReader.typed(day.getValue());
            day.setErrorMessage(words.of("register.day.wrong"));
            day.setInvalid(read.isEmpty());
            read.ifPresent(received ->
                    attempt(
                            () ->
                                    service.received(
                                            register.round(),
                                            code(),
                                            line.entry().lastReceiptStep(),
                                            received,
                                            note.getValue()),
                            words.of(
                                    "register.was-received",
                                    words.of(line.district().name()),
                                    words.date(received))));
        });
        return new Form(day, note, save);
    }

    private Component createWithdrawal() {
        return new Question(
                "receipt-withdraw",
                new Question.Asking(
                        words.of("register.withdraw"),
                        words.of("register.withdraw.warning"),
                        Optional.of(
                                new Question.Reason(
                                        words.of("register.withdraw.why"),
                                        words.of("refused.no-reason"))),
                        words.of("register.withdraw.confirm"),
                        words),
                why ->
                        attempt(
                                () ->
                                        service.withdraw(
                                                register.round(),
                                                code(),
                                                line.entry().lastReceiptStep(),
                                                why),
                                words.of(
                                        "register.was-withdrawn",
                                        words.of(line.district().name()))));
    }

    private Component createAddress() {
        address.setId("office-address");
        address.setWidth("min(100%, 24rem)");
        address.setHelperText(words.of("register.address.help"));
        address.setValue(address(line));
        Button save = new Button(words.of("register.address.save"));
        save.setId("office-address-save");
        save.addClickListener(_ -> {
            try {
                Optional<EmailAddress> typed =
                        address.getValue().isBlank()
                                ? Optional.empty()
                                : Optional.of(EmailAddress.of(address.getValue()));
                attempt(
                        () -> service.changeAddress(register.round(), code(), typed),
                        words.of("register.address.saved", words.of(line.district().name())));
            } catch (IllegalArgumentException _) {
                address.setErrorMessage(words.of("register.address.wrong"));
                address.setInvalid(true);
                address.focus();
            }
        });
        return new Form(address, save);
    }

    private void attempt(Runnable step, String done) {
        try {
            step.run();
            changed.accept(done);
        } catch (Refused refused) {
            refusal.removeAll();
            refusal.add(new Remark("register-refused", refused.text(words)));
        }
    }
}
