package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import districtkpi.office.importing.ImportJob;
import districtkpi.office.importing.ImportJob.Reached;
import districtkpi.office.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far a long file or an undo is, and a way to stop it. */
class ProgressPanel extends Composite<Div> {

    private static final int WHOLE = 100;

    private final ImportJob job;
    private final Words words;
    private final ProgressBar bar = new ProgressBar(0, WHOLE);
    private final Paragraph text = new Paragraph();
    private final Button stop;

    ProgressPanel(ImportJob job, Words words, Runnable cancel) {
        this.job = job;
        this.words = words;
        Div panel = getContent();
        panel.setId("progress");
        panel.addClassName("report");
        String title =
                job.undoes().isPresent()
                        ? words.of("progress.undo", words.number(job.undoes().getAsLong()))
                        : words.of("progress.title");
        H2 heading = new H2(title);
        heading.setId("report-heading");
        bar.setId("progress-bar");
        bar.getElement().setAttribute("aria-label", title);
        text.setId("progress-text");
        // Twice a second is too often to be read out; the bar can be asked.
        text.getElement().setAttribute("aria-live", "off");
        stop = new Button(words.of("progress.cancel"), _ -> cancel.run());
        stop.setId("cancel-job");
        stop.setDisableOnClick(true);
        stop.setEnabled(!job.cancelled());
        Div actions = new Div(stop);
        actions.addClassName("actions");
        panel.add(heading);
        if (job.undoes().isEmpty()) {
            panel.add(new Paragraph(words.of("report.file", job.file())));
        }
        panel.add(bar, text, actions);
        update();
    }

    /** Says how far the job is now. */
    void update() {
        Reached reached = job.reached();
        stop.setVisible(job.canBeStopped());
        if (job.place() > 0) {
            bar.setIndeterminate(true);
            text.setText(words.of("progress.waiting", words.number(job.place())));
            return;
        }
        bar.setIndeterminate(reached.share().isEmpty());
        List<String> parts = new ArrayList<>();
        reached.share()
                .ifPresent(share -> {
                    // Only whole percents are shown, and never all before it is done.
                    int percent = (int) Math.min(WHOLE - 1, Math.floor(share * WHOLE));
                    bar.setValue(percent);
                    parts.add(words.of("progress.share", words.number(percent)));
                    parts.add(words.of("progress.rows", words.number(reached.rows())));
                });
        reached.left(job.elapsed()).map(this::left).ifPresent(parts::add);
        text.setText(String.join(" · ", parts));
    }

    private String left(Duration left) {
        return left.toMinutes() > 0
                ? words.of("progress.minutes", words.number(left.toMinutes() + 1))
                : words.of("progress.seconds", words.number(left.toSeconds() + 1));
    }
}
