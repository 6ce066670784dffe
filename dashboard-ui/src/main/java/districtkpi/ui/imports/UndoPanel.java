package districtkpi.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.ReasonField;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the undo of an import would do, or did, and the question whether to. */
class UndoPanel extends Composite<Div> {

    private final UndoReport report;
    private final H2 heading = new H2();
    private final Div actions = new Div();

    UndoPanel(
            UndoReport report,
            ValueSignal<ChangeFilter> filter,
            Rounds rounds,
            PageState state,
            Words words) {
        this.report = report;
        Div panel = getContent();
        panel.setId("undo");
        boolean done = report.status() == ImportReport.Status.COMMITTED;
        panel.addClassNames("report", done ? "report-committed" : "report-dry-run");
        heading.setText(
                words.of(done ? "undo.done" : "undo.question", words.number(report.importId())));
        heading.setId("undo-heading");
        heading.getElement().setAttribute("tabindex", "-1");
        Div counts = new Div();
        counts.addClassName("figures");
        counts.add(
                new Figure(
                        "count-removed", words.of("undo.removed"), words.number(report.removed())),
                new Figure(
                        "count-changed", words.of("undo.changed"), words.number(report.changed())),
                new Figure(
                        "count-unchanged",
                        words.of("undo.unchanged"),
                        words.number(report.unchanged())));
        panel.add(
                heading,
                new Paragraph(words.of("report.file", report.file())),
                new Paragraph(words.of(done ? "undo.again" : "undo.explanation")),
                counts);
        if (!report.changes().isEmpty()) {
            panel.add(new ChangeTable(report.changes(), List.of(), filter, rounds, state, words));
        }
        if (!report.impact().isEmpty()) {
            panel.add(new ImpactTable(report.impact(), report.levels(), rounds, words));
        }
        actions.addClassNames("actions", "import-bar");
        panel.add(actions);
    }

    /** It was asked for far below, in the list of imports. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        heading.getElement().executeJs("this.focus()");
    }

    /**
     * Says which hand-ins of districts it is about.
     *
     * @param sentences none where there are none
     */
    void concern(List<String> sentences) {
        if (!sentences.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.setId("undo-concerns");
            list.addClassName("remark");
            sentences.stream().map(ListItem::new).forEach(list::add);
            getContent().addComponentAtIndex(1, list);
        }
    }

    /** Says something that the reader must know before going on. */
    void remark(String text) {
        getContent().addComponentAtIndex(1, new Remark("undo-remark", text));
    }

    /**
     * Asks whether to.
     *
     * @param confirm is told the reason, once there is one
     */
    void ask(Words words, Consumer<String> confirm, Runnable cancel) {
        ReasonField reason =
                new ReasonField(
                        "undo-reason",
                        words.of("undo.reason"),
                        words.of("undo.reason.missing"),
                        words);
        Button yes =
                new Button(
                        words.of("undo.confirm", words.number(report.importId())),
                        click -> {
                            Optional<String> given = reason.given();
                            given.ifPresent(confirm);
                            click.getSource().setEnabled(given.isEmpty());
                        });
        yes.setId("confirm-undo");
        yes.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        yes.setDisableOnClick(true);
        Button no = new Button(words.of("undo.keep"), _ -> cancel.run());
        no.setId("cancel-undo");
        actions.add(reason, yes, no);
    }

    /** Offers to go on with something else. */
    void offerAnother(Words words, Runnable close) {
        actions.add(createClose(words, close));
    }

    /** The way from what is said about an undo to something else. */
    static Button createClose(Words words, Runnable close) {
        Button button = new Button(words.of("undo.close"), _ -> close.run());
        button.setId("close-undo");
        return button;
    }
}
