package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import districtkpi.db.outage.DatabaseFailure;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;

/** Says why the work on a file was broken off, and does it again with what is still there. */
class BrokenOffPanel extends Composite<Div> {

    BrokenOffPanel(Step.BrokenOff broken, Words words, Runnable cancel) {
        Div panel = getContent();
        panel.setId("broken-off");
        panel.addClassName("report");
        boolean away = broken.failure() == DatabaseFailure.AWAY;
        H2 heading = new H2(words.of(away ? "outage.away" : "outage.full"));
        heading.setId("report-heading");
        Button again = new Button(words.of("import.try-again"), _ -> broken.again().run());
        again.setId("try-again");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        Button stop = new Button(words.of("import.cancel"), _ -> cancel.run());
        stop.setId("cancel");
        Div actions = new Div(again, stop);
        actions.addClassName("actions");
        panel.add(
                heading,
                new Paragraph(words.of("report.file", broken.name())),
                new Remark(words.of(away ? "import.away" : "import.full")),
                actions);
    }
}
