package districtkpi.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadMetadata;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.result.ImportRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.result.UndoService;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a file in: check first, see what it would do, then commit it or not. */
@Route(ImportNavigation.PATH)
@Menu(title = "nav.import", order = 8)
class ImportView extends Page {

    private static final String MISSING_COLUMN = "MISSING_COLUMN";
    private static final String ROUND_COLUMN = "round";
    private static final String DATA_MOVED = "DATA_MOVED";

    /** What takes no longer is shown at once, without a word about progress. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final int POLL_MILLIS = 500;
    private static final int NO_POLL = -1;

    private final ValueSignal<Step> step = new ValueSignal<>(new Step.Waiting());
    private final ValueSignal<ChangeFilter> changesShown = new ValueSignal<>(ChangeFilter.ALL);
    private final FileDrop drop = new FileDrop(this::receive, this::cancel);
    private final Rounds rounds;
    private final ImportRepository imports;
    private final ResultImportService results;
    private final AgreementImportService agreements;
    private final UndoService undos;
    private final ImportJobs jobs;
    private @Nullable ProgressPanel progress;
    private @Nullable Registration polls;

    ImportView(
            Preferences preferences,
            Rounds rounds,
            ImportRepository imports,
            ResultImportService results,
            AgreementImportService agreements,
            UndoService undos,
            ImportJobs jobs) {
        super(preferences);
        this.rounds = rounds;
        this.imports = imports;
        this.results = results;
        this.agreements = agreements;
        this.undos = undos;
        this.jobs = jobs;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(ImportNavigation.IMPORT);
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.import");
    }

    /** A job goes on while the page is loaded again. */
    @Override
    protected void onAttach(AttachEvent event) {
        jobs.running().ifPresent(this::watch);
        polls = event.getUI().addPollListener(_ -> look());
        super.onAttach(event);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(NO_POLL);
        if (polls != null) {
            polls.remove();
        }
        super.onDetach(event);
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        drop.speak(words);
        progress = null;
        List<Component> content = new ArrayList<>();
        Div head =
                new Div(new H1(words.of("import.title")), new Paragraph(words.of("import.intro")));
        head.addClassName("page-head");
        content.add(head);
        Section work = new Section();
        work.setId("import-step");
        work.getElement().setAttribute("aria-live", "polite");
        work.add(drop);
        drop.setVisible(!(step.get() instanceof Step.Running));
        switch (step.get()) {
            case Step.Waiting() -> {
                work.add(new Paragraph(words.of("import.help")));
                rounds.current(state).ifPresent(round -> work.add(new TemplateLinks(round, words)));
            }
            case Step.Running(var job) -> {
                progress = new ProgressPanel(job, words, job::cancel);
                work.add(progress);
            }
            case Step.Checked checked -> work.add(createCheck(checked, state, words));
            case Step.Finished finished ->
                    work.add(
                            new ReportPanel(
                                    finished.file(),
                                    finished.kind(),
                                    finished.report(),
                                    changesShown,
                                    rounds,
                                    state,
                                    words));
            case Step.UndoAsked asked -> work.add(createQuestion(asked, state, words));
            case Step.Undone(var report) -> {
                UndoPanel panel = new UndoPanel(report, changesShown, rounds, state, words);
                panel.offerAnother(words, this::cancel);
                work.add(panel);
            }
            case Step.UndoRefused(var reason) ->
                    work.add(new Remark("undo-refused", words.of(reason)));
        }
        content.add(work);
        content.add(new PastImports(imports, state, words, this::askUndo));
        return content;
    }

    private Component createCheck(Step.Checked checked, PageState state, Words words) {
        ReportPanel panel =
                new ReportPanel(
                        checked.file(),
                        checked.kind(),
                        checked.report(),
                        changesShown,
                        rounds,
                        state,
                        words);
        checked.roundTaken().ifPresent(round -> panel.remark(roundTaken(round, words)));
        if (checked.moved()) {
            panel.remark(words.of("import.moved"));
        }
        if (checked.report().status() == ImportReport.Status.DRY_RUN) {
            panel.offer(words, () -> commit(checked), this::cancel);
        } else {
            panel.offerAnother(words, this::cancel);
        }
        return panel;
    }

    private Component createQuestion(Step.UndoAsked asked, PageState state, Words words) {
        UndoReport report = asked.report();
        UndoPanel panel = new UndoPanel(report, changesShown, rounds, state, words);
        if (asked.moved()) {
            panel.remark(words.of("undo.moved"));
        }
        panel.ask(words, reason -> undo(report, reason), this::cancel);
        return panel;
    }

    private static String roundTaken(RoundId round, Words words) {
        return words.of("import.round-taken", words.round(round));
    }

    void receive(UploadMetadata metadata, byte[] content) {
        ImportFile file = new ImportFile(metadata.fileName(), content);
        Optional<RoundId> current = rounds.current(shown());
        start(
                file,
                progressOfFile ->
                        switch (FileKind.of(file.name())) {
                            case RESULTS -> checkResults(file, current, progressOfFile);
                            case AGREEMENT ->
                                    new Step.Checked(
                                            file,
                                            FileKind.AGREEMENT,
                                            null,
                                            agreements.dryRun(file),
                                            false);
                        });
    }

    /** Does what is short at once, and shows how far it is with what is long. */
    void start(ImportFile file, Function<ImportProgress, Step> work) {
        ImportJob job = ImportJob.start(file.safeName(), work);
        jobs.keep(job);
        Optional<Step> done = finished(job, AT_ONCE);
        if (done.isPresent()) {
            step.set(done.get());
        } else {
            watch(job);
        }
    }

    private Optional<Step> finished(ImportJob job, Duration patience) {
        try {
            Optional<Step> done = job.await(patience);
            done.ifPresent(_ -> jobs.forget(job));
            return done;
        } catch (IllegalStateException failed) {
            jobs.forget(job);
            step.set(new Step.Waiting());
            throw failed;
        }
    }

    private void watch(ImportJob job) {
        step.set(new Step.Running(job));
        UI.getCurrent().setPollInterval(POLL_MILLIS);
    }

    /** What a poll does: the page is built anew only once the job is done. */
    private void look() {
        if (step.peek() instanceof Step.Running(var job)) {
            Optional<Step> done = finished(job, Duration.ZERO);
            if (done.isPresent()) {
                UI.getCurrent().setPollInterval(NO_POLL);
                drop.clear();
                step.set(done.get());
            } else if (progress != null) {
                progress.update();
            }
        }
    }

    /** A file that names no round is taken for one of the round that the page looks at. */
    private Step checkResults(
            ImportFile file, Optional<RoundId> current, ImportProgress progressOfFile) {
        ImportReport report = results.dryRun(file, Optional.empty(), progressOfFile);
        boolean namesNoRound =
                report.issues().stream()
                        .anyMatch(issue ->
                                Objects.equals(issue.code(), MISSING_COLUMN)
                                        && Objects.equals(issue.column(), ROUND_COLUMN));
        if (namesNoRound && current.isPresent()) {
            return new Step.Checked(
                    file,
                    FileKind.RESULTS,
                    current.get(),
                    results.dryRun(file, current, progressOfFile),
                    false);
        }
        return new Step.Checked(file, FileKind.RESULTS, null, report, false);
    }

    private void commit(Step.Checked checked) {
        drop.clear();
        start(
                checked.file(),
                progressOfFile ->
                        switch (checked.kind()) {
                            case RESULTS -> commitResults(checked, progressOfFile);
                            case AGREEMENT ->
                                    new Step.Finished(
                                            checked.file(),
                                            checked.kind(),
                                            agreements.commit(checked.file()));
                        });
    }

    /** Does exactly what was shown, or shows what it would do now. */
    private Step commitResults(Step.Checked checked, ImportProgress progressOfFile) {
        ImportReport report =
                results.commit(
                        checked.file(),
                        checked.roundTaken(),
                        Optional.of(checked.report().basis()),
                        progressOfFile);
        if (report.issues().stream().anyMatch(ImportView::saysThatDataMoved)) {
            return new Step.Checked(
                    checked.file(),
                    checked.kind(),
                    checked.round(),
                    results.dryRun(checked.file(), checked.roundTaken(), progressOfFile),
                    true);
        }
        return new Step.Finished(checked.file(), checked.kind(), report);
    }

    private static boolean saysThatDataMoved(Issue issue) {
        return Objects.equals(issue.code(), DATA_MOVED);
    }

    private void askUndo(long importId) {
        askUndo(importId, false);
    }

    private void askUndo(long importId, boolean moved) {
        try {
            undos.dryRun(importId).ifPresent(report -> step.set(new Step.UndoAsked(report, moved)));
        } catch (NotUndoableException refused) {
            step.set(new Step.UndoRefused(refused.text()));
        }
    }

    private void undo(UndoReport shown, String reason) {
        try {
            UndoReport report =
                    undos.undo(shown.importId(), reason, Optional.of(shown.basis())).orElseThrow();
            if (report.status() == ImportReport.Status.REJECTED) {
                askUndo(shown.importId(), true);
            } else {
                step.set(new Step.Undone(report));
            }
        } catch (NotUndoableException refused) {
            step.set(new Step.UndoRefused(refused.text()));
        }
    }

    private void cancel() {
        drop.clear();
        step.set(new Step.Waiting());
    }
}
