package districtkpi.ui.administration;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.ReminderFailure;
import districtkpi.office.mail.Mail;
import districtkpi.office.mail.MailTrial;
import districtkpi.office.mail.MailWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.Optional;

/** Whether there is a mail server, and an e-mail to try it with. */
class MailPanel extends Composite<Div> {

    private final Mail mail;
    private final MailTrial trial;
    private final Words words;
    private final TextField to;
    private final Div outcome = new Div();

    MailPanel(Mail mail, MailTrial trial, Words words) {
        this.mail = mail;
        this.trial = trial;
        this.words = words;
        to = new TextField(words.of("settings.mail.to"));
        to.setId("mail-to");
        to.setManualValidation(true);
        outcome.setId("mail-outcome");
        outcome.getElement().setAttribute("role", "status");
        Div content = getContent();
        content.addClassName("setting");
        content.add(new H3(words.of("settings.mail")));
        Optional<String> server = mail.server();
        Paragraph said =
                new Paragraph(
                        server.map(host -> words.of("settings.mail.server", host))
                                .orElseGet(() -> words.of("settings.mail.none")));
        said.setId("mail-server");
        content.add(said);
        if (server.isPresent()) {
            Button send = new Button(words.of("settings.mail.send"));
            send.setId("mail-try");
            send.setDisableOnClick(true);
            send.addClickListener(_ -> {
                send();
                send.setEnabled(true);
            });
            Div buttons = new Div(send);
            buttons.addClassName("actions");
            content.add(to, buttons, outcome);
        }
    }

    private void send() {
        outcome.removeAll();
        Optional<EmailAddress> address = address();
        to.setInvalid(address.isEmpty());
        if (address.isEmpty()) {
            to.setErrorMessage(words.of("settings.fault.email"));
            to.focus();
        } else if (mail.canSend()) {
            Optional<ReminderFailure> failure = trial.send(address.get());
            outcome.add(
                    new Remark(
                            failure.map(why -> MailWords.failure(why, words))
                                    .orElseGet(() ->
                                            words.of(
                                                    "settings.mail.sent",
                                                    address.get().value(),
                                                    mail.from()
                                                            .map(EmailAddress::value)
                                                            .orElse("–")))));
        } else {
            outcome.add(new Remark(words.of("settings.mail.no-sender")));
        }
    }

    private Optional<EmailAddress> address() {
        try {
            return Optional.of(EmailAddress.of(to.getValue()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
