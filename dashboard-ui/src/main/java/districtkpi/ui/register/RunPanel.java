package districtkpi.ui.register;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import districtkpi.db.register.ReminderFailure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.mail.MailWords;
import districtkpi.office.register.Register;
import districtkpi.office.reminder.ReminderRun;
import districtkpi.office.reminder.ReminderRun.Progress;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.Map;

/** How far reminders are that are on their way, or how the last ones ended. */
class RunPanel extends Composite<Div> {

    private final ReminderRun run;
    private final Words words;
    private final ProgressBar bar;
    private final Paragraph text = new Paragraph();

    /**
     * @param running whether they were on their way before the register was asked
     */
    RunPanel(ReminderRun run, boolean running, Register register, Words words) {
        this.run = run;
        this.words = words;
        this.bar = new ProgressBar(0, Math.max(1, run.total()));
        Div panel = getContent();
        panel.setId("chase-run");
        panel.add(
                new Paragraph(
                        run.by().isEmpty()
                                ? words.of("chase.run.automatic", words.dateTime(run.startedAt()))
                                : words.of(
                                        "chase.run.by",
                                        words.dateTime(run.startedAt()),
                                        run.by())));
        text.setId("chase-run-text");
        // Twice a second is too often to be read out; the bar can be asked, the end is said.
        text.getElement().setAttribute("aria-live", "off");
        if (running) {
            bar.setId("chase-progress");
            bar.getElement().setAttribute("aria-label", words.of("chase.run.progress"));
            panel.add(bar, text);
        } else {
            panel.add(text);
            addEnd(register);
        }
        update();
    }

    /** Says how far it is now. */
    final void update() {
        Progress progress = run.progress();
        bar.setValue(
                Math.min(
                        bar.getMax(),
                        progress.sent().size()
                                + progress.failed().size()
                                + progress.notTried().size()));
        text.setText(
                words.of(
                        "chase.run.reached",
                        words.number(progress.sent().size()),
                        words.number(run.total()),
                        words.number(progress.failed().size())));
    }

    private void addEnd(Register register) {
        Div failures = new Div();
        failures.addClassName("bounded");
        getContent().add(failures);
        for (Map.Entry<DistrictCode, ReminderFailure> failed : run.progress().failed().entrySet()) {
            failures.add(
                    new Remark(
                            "chase-failed-" + failed.getKey(),
                            words.of(
                                    "chase.failed",
                                    name(failed.getKey(), register),
                                    MailWords.failure(failed.getValue(), words))));
        }
        int notTried = run.progress().notTried().size();
        if (notTried > 0) {
            getContent()
                    .add(
                            new Remark(
                                    "chase-not-tried",
                                    words.of("chase.not-tried", words.number(notTried))));
        }
        if (run.isBroken()) {
            getContent().add(new Remark("chase-broken", words.of("chase.run.broken")));
        }
    }

    private String name(DistrictCode code, Register register) {
        return register.line(code)
                .map(line -> words.of(line.district().name()))
                .orElseGet(code::value);
    }
}
