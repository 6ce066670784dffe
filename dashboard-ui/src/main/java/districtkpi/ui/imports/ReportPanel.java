package districtkpi.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportReport;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.Optional;

/** What a file would do, did, or why it was refused. */
class ReportPanel extends Composite<Div> {

    private final Div explanations = new Div();
    private final Div actions = new Div();

    /**
     * @param refused the refused rows, where they can be taken away
     */
    ReportPanel(
            Optional<RefusedFile> refused,
            FileKind kind,
            ImportReport report,
            ValueSignal<ChangeFilter> filter,
            Rounds rounds,
            PageState state,
            Words words) {
        Div panel = getContent();
        panel.setId("report");
        panel.addClassNames("report", "report-" + style(report.status()));
        H2 heading = new H2(heading(report, words));
        heading.setId("report-heading");
        panel.add(heading, new Paragraph(words.of("report.file", report.file())));
        panel.add(createCounts(kind, report, words));
        explanations.addClassName("explanations");
        panel.add(explanations);
        if (!report.issues().isEmpty()) {
            panel.add(new IssueTable(refused, report, words));
        }
        if (!report.impact().isEmpty()) {
            panel.add(new ImpactTable(report.impact(), report.levels(), rounds, words));
        }
        if (kind != FileKind.AGREEMENT && ChangeTable.isOfUse(report)) {
            panel.add(
                    new ChangeTable(
                            report.changes(), report.issues(), filter, rounds, state, words));
        }
        if (report.status() == ImportReport.Status.COMMITTED) {
            panel.add(createLinkToRanking(report, state, words));
        }
        actions.addClassName("actions");
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

    /** Offers to commit what was checked. */
    void offer(Words words, Runnable commit, Runnable cancel) {
        Button confirm = new Button(words.of("import.commit"), _ -> commit.run());
        confirm.setId("commit");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        Button reject = new Button(words.of("import.cancel"), _ -> cancel.run());
        reject.setId("cancel");
        actions.add(confirm, reject);
    }

    /** Offers to start again after a refusal. */
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
        counts.addClassName("figures");
        String rows =
                switch (kind) {
                    case RESULTS, EXTRACT -> words.of("report.rows");
                    case AGREEMENT -> words.of("report.indicators");
                };
        counts.add(
                new Figure("count-rows", rows, words.number(report.rows())),
                new Figure(
                        "count-created",
                        words.of("report.created"),
                        words.number(report.created())),
                new Figure(
                        "count-changed",
                        words.of("report.changed"),
                        words.number(report.changed())),
                new Figure(
                        "count-unchanged",
                        words.of("report.unchanged"),
                        words.number(report.unchanged())),
                new Figure(
                        "count-rejected",
                        words.of("report.rejected-rows"),
                        words.number(report.rejected())));
        if (report.overtaken() > 0) {
            counts.add(
                    new Figure(
                            "count-overtaken",
                            words.of("report.overtaken"),
                            words.number(report.overtaken())));
        }
        return counts;
    }

    private static Component createLinkToRanking(
            ImportReport report, PageState state, Words words) {
        PageState target =
                report.impact().stream()
                        .map(ImportReport.Impact::round)
                        .max(RoundId::compareTo)
                        .map(state.shared()::withRound)
                        .orElse(state.shared());
        Paragraph link = new Paragraph(PageLink.home(target, words.of("report.to-ranking")));
        link.setId("to-ranking");
        return link;
    }
}
