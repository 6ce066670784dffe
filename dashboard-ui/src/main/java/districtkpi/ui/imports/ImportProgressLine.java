package districtkpi.ui.imports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import districtkpi.office.importing.ImportOutcome;
import districtkpi.office.words.Words;
import java.util.List;

/** The three steps of an import, and which one it is at. */
class ImportProgressLine extends Composite<OrderedList> {

    ImportProgressLine(Step step, Words words) {
        int here =
                switch (step) {
                    case Step.Waiting _ -> 0;
                    case Step.Done(ImportOutcome.Finished _),
                            Step.Done(ImportOutcome.ExtractFinished _) ->
                            2;
                    default -> 1;
                };
        OrderedList line = getContent();
        line.setId("import-steps");
        line.addClassName("import-steps");
        List<String> names =
                List.of(
                        words.of("import.step.choose"),
                        words.of("import.step.check"),
                        words.of("import.step.done"));
        for (int i = 0; i < names.size(); i++) {
            ListItem item = new ListItem(names.get(i));
            if (i == here) {
                item.getElement().setAttribute("aria-current", "step");
            }
            line.add(item);
        }
    }
}
