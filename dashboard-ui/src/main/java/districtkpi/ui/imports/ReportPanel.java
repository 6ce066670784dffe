package districtkpi.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.office.importing.FileKind;
import districtkpi.office.importing.RefusedFile;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.Optional;

/** What a file would do, did, or why it was refused. */
class ReportPanel extends Composite<Div> {

    private final H2 heading = new H2();
    private final Div explanations = new Div();
    private final Div actions = new Div();
    private final Span nothingMended = new Span();

    /**
     * @param refused the refused rows, where they can be taken away
     * @param mending fields to mend cells in, where they can be
     */
    ReportPanel(
            Optional<RefusedFile> refused,
            Optional<MendFields> mending,
            FileKind kind,
            ImportReport report,
            ValueSignal<ChangeFilter> filter,
            Rounds rounds,
            PageState state,
            Words words) {
        Div panel = getContent();
        panel.setId("report");
        panel.addClassNames("report", "report-" + style(report.status()));
        heading.setText(heading(report, words));
        heading.setId("report-heading");
        heading.getElement().setAttribute("tabindex", "-1");
        Div verdict =
                new Div(
                        heading,
                        new Span(words.of("report.file", report.file())),
                        createCounts(kind, report, words));
        verdict.addClassName("verdict");
        panel.add(verdict);
        explanations.addClassName("explanations");
        panel.add(explanations);
        if (!report.issues().isEmpty()) {
            panel.add(new IssueTable(refused, mending, report, words));
        }
        if (!report.impact().isEmpty()) {
            panel.add(new ImpactTable(report.impact(), report.levels(), rounds, words));
        }
        if (kind != FileKind.AGREEMENT && ChangeTable.isOfUse(report)) {
            panel.add(
                    new ChangeTable(
                            report.changes(), report.issues(), filter, rounds, state, words));
        }
        actions.addClassNames("actions", "import-bar");
        if (report.status() == ImportReport.Status.COMMITTED) {
            actions.add(createLinkToRanking(report, state, words));
        }
        panel.add(actions);
    }

    /** Says something that the reader must know before going on. */
    void remark(String text) {
        Remark remark = new Remark("report-remark", text);
        getContent().addComponentAtIndex(1, remark);
    }

    /** Says more about the file, above what is wrong with it and what it would do. */
    void explain(Component part) {
        explanations.add(part);
    }

    /** Says more about what comes of the file, below everything else. */
    void append(Component part) {
        getContent().addComponentAtIndex(getContent().indexOf(actions), part);
    }

    /** Offers to check what was typed into the fields for mending. */
    void offerMending(Words words, Runnable checkAgain) {
        Button again = new Button(words.of("mapping.again"), _ -> checkAgain.run());
        again.setId("check-mended");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        nothingMended.setId("nothing-mended");
        nothingMended.getElement().setAttribute("role", "status");
        actions.add(again, nothingMended);
    }

    /** Says that there is nothing to check, since nothing was typed. */
    void sayNothingMended(Words words) {
        nothingMended.setText(words.of("mend.nothing"));
    }

    /** Offers to commit what was checked; what is probably a slip of the pen is asked about. */
    void offer(ImportReport report, Words words, Runnable commit, Runnable cancel) {
        Button reject = new Button(words.of("import.cancel"), _ -> cancel.run());
        reject.setId("cancel");
        actions.add(
                unusualRound(report)
                        .<Component>map(issue -> createQuestion(issue, words, commit))
                        .orElseGet(() -> createCommit(words, commit)),
                reject);
    }

    private static Component createCommit(Words words, Runnable commit) {
        Button confirm = new Button(words.of("import.commit"), _ -> commit.run());
        confirm.setId("commit");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        return confirm;
    }

    private static Optional<Issue> unusualRound(ImportReport report) {
        return report.issues().stream()
                .filter(issue -> issue.code().equals(AgreementIssueCode.UNUSUAL_ROUND.name()))
                .findFirst();
    }

    private static Component createQuestion(Issue issue, Words words, Runnable commit) {
        return new Question(
                "commit",
                new Question.Asking(
                        words.of("import.commit"),
                        words.of(issue.message()),
                        Optional.empty(),
                        words.of("import.open-anyway", issue.value()),
                        words),
                _ -> commit.run());
    }

    /** It is said where the eye is: what was pressed is gone. */
    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        heading.getElement().executeJs("this.focus({preventScroll: true}); scrollTo(0, 0)");
    }

    /** Offers to take back what was done. */
    void offerTakingBack(Words words, Runnable ask) {
        Button takeBack = new Button(words.of("import.take-back"), _ -> ask.run());
        takeBack.setId("take-back");
        actions.add(takeBack);
    }

    /** Offers to start again, after a refusal or once all is done. */
    void offerAnother(Words words, Runnable cancel) {
        Button again = new Button(words.of("import.again"), _ -> cancel.run());
        again.setId("cancel");
        actions.add(again);
    }

    private static String heading(ImportReport report, Words words) {
        return switch (report.status()) {
            case DRY_RUN -> words.of("report.dry-run");
            case REJECTED -> words.of("report.rejected");
            case COMMITTED ->
                    report.id().isPresent()
                            ? words.of("report.committed-as", words.number(report.id().getAsLong()))
                            : words.of("report.committed");
        };
    }

    private static String style(ImportReport.Status status) {
        return switch (status) {
            case DRY_RUN -> "dry-run";
            case REJECTED -> "rejected";
            case COMMITTED -> "committed";
        };
    }

    private static Component createCounts(FileKind kind, ImportReport report, Words words) {
        Div counts = new Div();
        counts.setId("report-counts");
        counts.addClassName("verdict-counts");
        String rows =
                switch (kind) {
                    case RESULTS, EXTRACT -> words.of("report.rows");
                    case AGREEMENT -> words.of("report.indicators");
                };
        counts.add(
                count("count-rows", rows, report.rows(), words),
                count("count-created", words.of("report.created"), report.created(), words),
                count("count-changed", words.of("report.changed"), report.changed(), words),
                count("count-unchanged", words.of("report.unchanged"), report.unchanged(), words),
                count(
                        "count-rejected",
                        words.of("report.rejected-rows"),
                        report.rejected(),
                        words));
        if (!report.corrections().isEmpty()) {
            counts.add(
                    count(
                            "count-mended",
                            words.of("report.mended"),
                            report.corrections().all().size(),
                            words));
        }
        if (report.overtaken() > 0) {
            counts.add(
                    count(
                            "count-overtaken",
                            words.of("report.overtaken"),
                            report.overtaken(),
                            words));
        }
        return counts;
    }

    private static Span count(String id, String label, int number, Words words) {
        Span count = new Span(words.of("report.count", label, words.number(number)));
        count.setId(id);
        if (number == 0) {
            count.addClassName("soft");
        }
        return count;
    }

    private static Component createLinkToRanking(
            ImportReport report, PageState state, Words words) {
        PageState target =
                report.impact().stream()
                        .map(ImportEffect.Impact::round)
                        .max(RoundId::compareTo)
                        .map(state.shared()::withRound)
                        .orElse(state.shared());
        Anchor ranking = PageLink.home(target, words.of("report.to-ranking"));
        ranking.addClassName("button-link");
        Span link = new Span(ranking);
        link.setId("to-ranking");
        return link;
    }
}
