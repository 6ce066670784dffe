package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadMetadata;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.result.ImportRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes a file in: check first, see what it would do, then commit it or not. */
@Route(ImportNavigation.PATH)
@Menu(title = "nav.import", order = 8)
class ImportView extends Page {

    private static final String MISSING_COLUMN = "MISSING_COLUMN";
    private static final String ROUND_COLUMN = "round";

    private final ValueSignal<Step> step = new ValueSignal<>(new Step.Waiting());
    private final FileDrop drop = new FileDrop(this::receive, this::cancel);
    private final Rounds rounds;
    private final ImportRepository imports;
    private final ResultImportService results;
    private final AgreementImportService agreements;

    ImportView(
            Preferences preferences,
            Rounds rounds,
            ImportRepository imports,
            ResultImportService results,
            AgreementImportService agreements) {
        super(preferences);
        this.rounds = rounds;
        this.imports = imports;
        this.results = results;
        this.agreements = agreements;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(ImportNavigation.IMPORT);
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.import");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        drop.speak(words);
        List<Component> content = new ArrayList<>();
        Div head =
                new Div(new H1(words.of("import.title")), new Paragraph(words.of("import.intro")));
        head.addClassName("page-head");
        content.add(head);
        Section work = new Section();
        work.setId("import-step");
        work.getElement().setAttribute("aria-live", "polite");
        work.add(drop);
        switch (step.get()) {
            case Step.Waiting() -> {
                work.add(new Paragraph(words.of("import.help")));
                rounds.current(state).ifPresent(round -> work.add(new TemplateLinks(round, words)));
            }
            case Step.Checked checked -> work.add(createCheck(checked, state, words));
            case Step.Finished finished ->
                    work.add(
                            new ReportPanel(
                                    finished.file(),
                                    finished.kind(),
                                    finished.report(),
                                    rounds,
                                    state,
                                    words));
        }
        content.add(work);
        content.add(new PastImports(imports, state, words));
        return content;
    }

    private Component createCheck(Step.Checked checked, PageState state, Words words) {
        ReportPanel panel =
                new ReportPanel(
                        checked.file(), checked.kind(), checked.report(), rounds, state, words);
        checked.roundTaken().ifPresent(round -> panel.remark(roundTaken(round, words)));
        if (checked.report().status() == ImportReport.Status.DRY_RUN) {
            panel.offer(words, () -> commit(checked), this::cancel);
        } else {
            panel.offerAnother(words, this::cancel);
        }
        return panel;
    }

    private static String roundTaken(RoundId round, Words words) {
        return words.of("import.round-taken", words.round(round));
    }

    void receive(UploadMetadata metadata, byte[] content) {
        ImportFile file = new ImportFile(metadata.fileName(), content);
        switch (FileKind.of(file.name())) {
            case RESULTS -> step.set(checkResults(file));
            case AGREEMENT ->
                    step.set(
                            new Step.Checked(
                                    file, FileKind.AGREEMENT, null, agreements.dryRun(file)));
        }
    }

    /** A file that names no round is taken for one of the round that the page looks at. */
    private Step checkResults(ImportFile file) {
        ImportReport report = results.dryRun(file, Optional.empty());
        Optional<RoundId> current = rounds.current(shown());
        boolean namesNoRound =
                report.issues().stream()
                        .anyMatch(issue ->
                                Objects.equals(issue.code(), MISSING_COLUMN)
                                        && Objects.equals(issue.column(), ROUND_COLUMN));
        if (namesNoRound && current.isPresent()) {
            return new Step.Checked(
                    file, FileKind.RESULTS, current.get(), results.dryRun(file, current));
        }
        return new Step.Checked(file, FileKind.RESULTS, null, report);
    }

    private void commit(Step.Checked checked) {
        ImportReport report =
                switch (checked.kind()) {
                    case RESULTS -> results.commit(checked.file(), checked.roundTaken());
                    case AGREEMENT -> agreements.commit(checked.file());
                };
        drop.clear();
        step.set(new Step.Finished(checked.file(), checked.kind(), report));
    }

    private void cancel() {
        drop.clear();
        step.set(new Step.Waiting());
    }
}
