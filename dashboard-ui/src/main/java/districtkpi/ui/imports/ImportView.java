package districtkpi.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.importer.source.WhatCounts;
import districtkpi.office.importing.ExtractChoice;
import districtkpi.office.importing.FileKind;
import districtkpi.office.importing.ImportJob;
import districtkpi.office.importing.ImportJobs;
import districtkpi.office.importing.ImportOutcome;
import districtkpi.office.importing.ImportService;
import districtkpi.office.words.Words;
import districtkpi.ui.imports.ImportNavigation.Tab;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Polling;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file in: check first, see what it would do, then commit it or not. Who only reads sees
 * what came in, since every figure leads here.
 */
@Route(ImportNavigation.PATH)
@StyleSheet("context://imports.css")
@Menu(title = "nav.import", order = 51, icon = "vaadin:upload")
@Requires(Permission.SOURCES)
class ImportView extends Page {

    /** What takes no longer is shown at once, without a word about progress. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final ValueSignal<Step> step = new ValueSignal<>(new Step.Waiting());
    private final ValueSignal<ChangeFilter> changesShown = new ValueSignal<>(ChangeFilter.ALL);
    private final FileDrop drop;
    private final Rounds rounds;
    private final ImportRepository imports;
    private final ReviewRepository reviews;
    private final ImportService service;
    private final ImportJobs jobs;
    private final RunningImport running;
    private final ReceivedFiles received;
    private final CurrentAccount current;
    private final Clock clock;
    private String changed = "";
    private @Nullable ProgressPanel progress;
    private final Polling polling = new Polling(this);

    ImportView(
            Preferences preferences,
            Rounds rounds,
            ImportRepository imports,
            ReviewRepository reviews,
            ImportService service,
            ImportJobs jobs,
            RunningImport running,
            ReceivedFiles received,
            CurrentAccount current,
            Clock clock) {
        super(preferences);
        this.rounds = rounds;
        this.imports = imports;
        this.reviews = reviews;
        this.service = service;
        this.jobs = jobs;
        this.running = running;
        this.received = received;
        this.current = current;
        this.clock = clock;
        this.drop = new FileDrop(received, this::receive, this::cancel);
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return ImportNavigation.parameters();
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.import");
    }

    /** A job goes on while the page is loaded again. */
    @Override
    protected void onAttach(AttachEvent event) {
        running.get().ifPresent(this::watch);
        super.onAttach(event);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (!(step.peek() instanceof Step.Running)) {
            step.peek().upload().ifPresent(received::delete);
        }
        super.onDetach(event);
    }

    @Override
    protected List<Component> downloads(PageState state, Words words) {
        return mayImport() && Tab.of(state) != Tab.HISTORY
                ? List.of()
                : List.of(PastImports.createDownload(state, words));
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        boolean ofSource = state.chosen(ImportNavigation.SOURCE).isPresent();
        drop.speak(words, ofSource ? received.maxBytes() : FileDrop.MAX_BYTES);
        progress = null;
        boolean takesFiles = mayImport();
        List<Component> content = new ArrayList<>();
        Tab tab = Tab.of(state);
        String intro =
                takesFiles
                        ? tab == Tab.FILE && step.get() instanceof Step.Waiting
                                ? words.of("import.intro")
                                : ""
                        : words.of("import.intro.reading");
        content.add(new PageHead(words.of("import.title"), intro));
        if (!takesFiles) {
            content.add(new PastImports(imports, rounds.opened(), state, words, Optional.empty()));
            return content;
        }
        // Without a question to the database, which may still be away.
        if (step.get() instanceof Step.BrokenOff broken) {
            content.add(new BrokenOffPanel(broken, words, this::cancel));
            return content;
        }
        content.add(new ImportTabs(tab, state, words));
        Section work = new Section();
        work.setId("import-step");
        work.getElement().setAttribute("aria-live", "polite");
        boolean undoing = step.get().ofUndo();
        if (tab == Tab.HISTORY) {
            if (undoing || step.get() instanceof Step.Running) {
                addStep(work, state, words);
                content.add(work);
            } else if (step.get().hindersUndo()) {
                content.add(createFileWaits(state, words));
            }
            content.add(
                    new PastImports(
                            imports,
                            rounds.opened(),
                            state,
                            words,
                            step.get().hindersUndo()
                                    ? Optional.empty()
                                    : Optional.of(this::askUndo)));
            return content;
        }
        if (!undoing) {
            work.add(new ImportProgressLine(step.get(), words));
        }
        drop.setVisible(takesOrHasAFile(step.get()));
        drop.large(step.get() instanceof Step.Waiting);
        if (step.get() instanceof Step.Waiting) {
            work.add(createWaiting(state, words));
        } else if (!undoing) {
            work.add(drop);
        }
        addStep(work, state, words);
        content.add(work);
        return content;
    }

    /** Why no import can be undone just now. */
    private static Component createFileWaits(PageState state, Words words) {
        Remark remark = new Remark("file-waits", words.of("import.file-waits") + " ");
        remark.add(ImportTabs.link(Tab.FILE, state, words.of("import.file-waits.look")));
        return remark;
    }

    private static boolean takesOrHasAFile(Step step) {
        return !(step instanceof Step.Running
                || step instanceof Step.Done(ImportOutcome.Finished _)
                || step instanceof Step.Done(ImportOutcome.ExtractFinished _));
    }

    /** What there is to see of the step at hand. */
    private void addStep(Section work, PageState state, Words words) {
        switch (step.get()) {
            case Step.Waiting _, Step.BrokenOff _ -> {}
            case Step.Running(var job) -> {
                progress = new ProgressPanel(job, words, job::cancel);
                work.add(progress);
            }
            case Step.Done(var outcome) -> addOutcome(work, outcome, state, words);
        }
    }

    private void addOutcome(Section work, ImportOutcome outcome, PageState state, Words words) {
        switch (outcome) {
            // Steps of their own.
            case ImportOutcome.Nothing _, ImportOutcome.BrokenOff _ -> {}
            case ImportOutcome.Checked checked -> work.add(createCheck(checked, state, words));
            case ImportOutcome.Finished finished -> {
                ReportPanel panel =
                        new ReportPanel(
                                Optional.empty(),
                                Optional.empty(),
                                finished.kind(),
                                finished.report(),
                                changesShown,
                                rounds,
                                state,
                                words);
                showMended(panel, finished.report(), words);
                offerAfterwards(panel, finished.kind(), finished.report(), words);
                work.add(panel);
            }
            case ImportOutcome.ExtractChecked checked ->
                    work.add(createCheck(checked, state, words));
            case ImportOutcome.ExtractFinished(var request, var report) -> {
                ReportPanel panel = createPanel(request, report, Optional.empty(), state, words);
                showMended(panel, report.report(), words);
                offerAfterwards(panel, FileKind.EXTRACT, report.report(), words);
                work.add(panel);
            }
            case ImportOutcome.UndoAsked asked -> work.add(createQuestion(asked, state, words));
            case ImportOutcome.Undone(var report) -> {
                UndoPanel panel = new UndoPanel(report, changesShown, rounds, state, words);
                panel.concern(new HandInsConcerned(reviews, rounds, words).of(report));
                panel.offerAnother(words, this::cancel);
                work.add(panel);
            }
            case ImportOutcome.UndoRefused(var reason) -> {
                Button close = UndoPanel.createClose(words, this::cancel);
                Div actions = new Div(close);
                actions.addClassName("actions");
                work.add(new Remark("undo-refused", words.of(reason)), actions);
            }
        }
    }

    /** Once it is done: to take it back, or to go on with another file. */
    private void offerAfterwards(
            ReportPanel panel, FileKind kind, ImportReport report, Words words) {
        if (kind != FileKind.AGREEMENT && report.id().isPresent()) {
            panel.offerTakingBack(words, () -> askUndo(report.id().getAsLong()));
        }
        panel.offerAnother(words, this::cancel);
    }

    private boolean mayImport() {
        return current.get().filter(who -> who.may(Permission.IMPORT)).isPresent();
    }

    private static void showMended(ReportPanel panel, ImportReport report, Words words) {
        if (!report.corrections().isEmpty()) {
            panel.explain(new MendedCells(report.corrections(), true, words, Optional.empty()));
        }
    }

    /** Fields to mend cells in, and what was mended so far. */
    private final class Mending {

        private final CellCorrections before;
        private final boolean done;
        private final MendFields fields;
        private final Words words;
        private final Consumer<CellCorrections> checkAgain;
        private @Nullable ReportPanel panel;

        /**
         * @param checkAgain is told of all cells that are mended now
         */
        Mending(ImportReport report, Words words, Consumer<CellCorrections> checkAgain) {
            this.before = report.corrections();
            this.done = report.status() == ImportReport.Status.DRY_RUN;
            this.fields = new MendFields(report, words, this::check);
            this.words = words;
            this.checkAgain = checkAgain;
        }

        /** What is mended, with what was typed since; it goes along with every other answer. */
        CellCorrections corrections() {
            return before.with(fields.typed(clock.instant()));
        }

        void showOn(ReportPanel shown) {
            panel = shown;
            if (!before.isEmpty()) {
                shown.explain(
                        new MendedCells(
                                before,
                                done,
                                words,
                                Optional.of(one -> checkAgain.accept(corrections().without(one)))));
            }
            if (fields.isOfUse()) {
                shown.offerMending(words, this::check);
            }
        }

        private void check() {
            if (fields.typed(clock.instant()).isEmpty()) {
                if (panel != null) {
                    panel.sayNothingMended(words);
                }
            } else {
                checkAgain.accept(corrections());
            }
        }
    }

    private Component createCheck(ImportOutcome.Checked checked, PageState state, Words words) {
        Mending mending =
                new Mending(
                        checked.report(),
                        words,
                        corrections -> checkAgain(checked, checked.file().with(corrections)));
        ReportPanel panel =
                new ReportPanel(
                        service.refusedRows(checked),
                        Optional.of(mending.fields),
                        checked.kind(),
                        checked.report(),
                        changesShown,
                        rounds,
                        state,
                        words);
        if (DateOrderForm.isOfUse(checked.report())) {
            panel.explain(
                    new DateOrderForm(
                            checked.report(),
                            words,
                            said -> checkAgain(checked, answered(checked, mending, said))));
        }
        mending.showOn(panel);
        checked.roundTaken().ifPresent(round -> panel.remark(roundTaken(round, words)));
        if (checked.moved()) {
            panel.remark(words.of("import.moved"));
        }
        if (checked.report().status() == ImportReport.Status.DRY_RUN) {
            panel.offer(checked.report(), words, () -> commit(checked), this::cancel);
        } else {
            panel.offerAnother(words, this::cancel);
        }
        return panel;
    }

    private static ImportFile answered(
            ImportOutcome.Checked checked, Mending mending, DateAnswer said) {
        ImportFile file = checked.file();
        return file.with(file.dates().with(said)).with(mending.corrections());
    }

    /** What comes next is chosen before it is handed over: beside the place to drop it. */
    private Component createWaiting(PageState state, Words words) {
        Optional<ExtractChoice> choice = choice(state);
        Div beside = new Div(new ExtractForm(choice, state, words, changed, id -> changed = id));
        beside.addClassName("import-beside");
        changed = "";
        Div waiting = new Div();
        waiting.addClassName("import-start");
        boolean ofSource = state.chosen(ImportNavigation.SOURCE).isPresent();
        if (!ofSource || choice.isPresent()) {
            waiting.add(drop);
        }
        waiting.add(beside);
        if (choice.isPresent()) {
            beside.add(
                    new TemplateLinks(
                            choice.get().source(),
                            choice.get().board().agreement().round(),
                            words));
        } else if (ofSource) {
            beside.add(new Remark("no-round", words.of("round.unknown")));
        } else {
            rounds.current(state).ifPresent(round -> beside.add(new TemplateLinks(round, words)));
            beside.add(new Paragraph(words.of("import.help")));
        }
        return waiting;
    }

    private Optional<ExtractChoice> choice(PageState state) {
        return state.chosen(ImportNavigation.SOURCE)
                .flatMap(source ->
                        board(rounds.current(state))
                                .map(board ->
                                        ExtractChoice.of(
                                                source,
                                                board,
                                                state.chosen(ImportNavigation.DAY),
                                                state.chosen(ImportNavigation.DISTRICT),
                                                LocalDate.now(clock))));
    }

    private Optional<Scoreboard> board(Optional<RoundId> round) {
        return round.flatMap(id -> rounds.scoreboard(PageState.EMPTY.withRound(id)));
    }

    private Component createCheck(
            ImportOutcome.ExtractChecked checked, PageState state, Words words) {
        ExtractReport report = checked.report();
        ExtractRequest request = checked.request();
        Mending mending =
                new Mending(
                        report.report(),
                        words,
                        corrections -> checkAgain(request.withCorrections(corrections)));
        ReportPanel panel = createPanel(request, report, Optional.of(mending.fields), state, words);
        if (!report.questions().isEmpty()) {
            panel.explain(
                    new QuestionForm(
                            report.questions(),
                            request.whatCounts(),
                            board(Optional.of(request.round())),
                            words,
                            said ->
                                    checkAgain(
                                            request.withWhatCounts(said)
                                                    .withCorrections(mending.corrections()))));
        }
        if (DateOrderForm.isOfUse(report.report())) {
            WhatCounts before = request.whatCounts();
            panel.explain(
                    new DateOrderForm(
                            report.report(),
                            words,
                            said ->
                                    checkAgain(
                                            request.withWhatCounts(before.with(said))
                                                    .withCorrections(mending.corrections()))));
        }
        if (MappingForm.isOfUse(request, report.sheets())) {
            panel.explain(
                    new MappingForm(
                            request,
                            report.sheets(),
                            words,
                            mapping ->
                                    checkAgain(
                                            request.withMapping(mapping)
                                                    .withCorrections(mending.corrections()))));
        }
        mending.showOn(panel);
        if (checked.moved()) {
            panel.remark(words.of("import.moved"));
        }
        if (report.report().status() == ImportReport.Status.DRY_RUN) {
            panel.offer(report.report(), words, () -> commit(checked), this::cancel);
        } else {
            panel.offerAnother(words, this::cancel);
        }
        return panel;
    }

    private ReportPanel createPanel(
            ExtractRequest request,
            ExtractReport report,
            Optional<MendFields> mending,
            PageState state,
            Words words) {
        ReportPanel panel =
                new ReportPanel(
                        Optional.of(service.refusedRows(request)),
                        mending,
                        FileKind.EXTRACT,
                        report.report(),
                        changesShown,
                        rounds,
                        state,
                        words);
        ExtractPanel extract =
                new ExtractPanel(request, report, board(Optional.of(request.round())), words);
        panel.explain(extract.what());
        extract.parts().forEach(panel::append);
        return panel;
    }

    private Component createQuestion(ImportOutcome.UndoAsked asked, PageState state, Words words) {
        UndoReport report = asked.report();
        UndoPanel panel = new UndoPanel(report, changesShown, rounds, state, words);
        panel.concern(new HandInsConcerned(reviews, rounds, words).of(report));
        if (asked.moved()) {
            panel.remark(words.of("undo.moved"));
        }
        panel.ask(words, reason -> undo(report, reason), this::cancel);
        return panel;
    }

    private static String roundTaken(RoundId round, Words words) {
        return words.of("import.round-taken", words.round(round));
    }

    /**
     * Takes a file in hand.
     *
     * @param name that it has where it comes from
     * @param upload one of the received files
     */
    void receive(String name, Path upload) {
        if (!isAttached()) {
            received.delete(upload);
            return;
        }
        Optional<ExtractChoice> choice;
        Optional<RoundId> round;
        try {
            choice = choice(shown());
            round = rounds.current(shown());
        } catch (RuntimeException failed) {
            // No work was begun that could say it.
            DatabaseFailure failure = DatabaseFailure.of(failed).orElseThrow(() -> failed);
            show(
                    new Step.BrokenOff(
                            failure, name, Optional.of(upload), () -> receive(name, upload)));
            return;
        }
        if (choice.isPresent()) {
            start(jobs.check(choice.get().request(upload, name)));
        } else {
            start(jobs.check(new ImportFile(name, content(upload)), round));
        }
    }

    private byte[] content(Path upload) {
        try {
            return Files.readAllBytes(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            received.delete(upload);
        }
    }

    /** Shows at once what is short, and how far it is with what is long. */
    void start(ImportJob job) {
        running.keep(job);
        Optional<Step> done = finished(job, AT_ONCE);
        if (done.isPresent()) {
            show(done.get());
        } else {
            watch(job);
        }
    }

    private Optional<Step> finished(ImportJob job, Duration patience) {
        try {
            Optional<Step> done = job.await(patience).map(outcome -> Step.of(outcome, this::start));
            done.ifPresent(next -> {
                running.forget(job);
                job.upload()
                        .filter(file -> !next.upload().equals(Optional.of(file)))
                        .ifPresent(received::delete);
            });
            return done;
        } catch (IllegalStateException failed) {
            running.forget(job);
            job.upload().ifPresent(received::delete);
            show(new Step.Waiting());
            throw failed;
        }
    }

    /** Goes on to a step; a file that it does not need any more is deleted. */
    private void show(Step next) {
        step.peek()
                .upload()
                .filter(file -> !Optional.of(file).equals(next.upload()))
                .ifPresent(received::delete);
        step.set(next);
    }

    private void watch(ImportJob job) {
        show(new Step.Running(job));
        polling.start(this::look);
    }

    /** What a poll does: the page is built anew only once the job is done. */
    private void look() {
        if (step.peek() instanceof Step.Running(var job)) {
            Optional<Step> done = finished(job, Duration.ZERO);
            if (done.isPresent()) {
                polling.stop();
                drop.clear();
                show(done.get());
            } else if (progress != null) {
                progress.update();
            }
        }
    }

    private void commit(ImportOutcome.Checked checked) {
        drop.clear();
        start(jobs.commit(checked));
    }

    private void commit(ImportOutcome.ExtractChecked checked) {
        drop.clear();
        start(jobs.commit(checked));
    }

    private void checkAgain(ImportOutcome.Checked checked, ImportFile file) {
        start(jobs.check(file, checked.roundTaken()));
    }

    private void checkAgain(ExtractRequest request) {
        start(jobs.check(request));
    }

    private void askUndo(long importId) {
        start(jobs.askUndo(importId));
    }

    private void undo(UndoReport shown, String reason) {
        start(jobs.undo(shown, reason));
    }

    private void cancel() {
        drop.clear();
        show(new Step.Waiting());
    }
}
