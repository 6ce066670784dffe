package districtkpi.ui.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.db.register.RegisterEntry;
import districtkpi.office.register.Register;
import districtkpi.office.register.Register.Line;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for each district: what it recorded, printed and sent in, and how often it was reminded.
 */
class SubmissionTable extends Composite<Div> {

    private final Words words;
    private final RegisterWords register;

    SubmissionTable(Register shown, List<Line> lines, PageState state, Words words) {
        this.words = words;
        this.register = new RegisterWords(words);
        DataTable table =
                new DataTable("submissions", words.of("register.caption"), DataTable.Narrow.STACK)
                        .still()
                        .folding(words)
                        .column(words.of("ranking.district"))
                        .column(words.of("register.recorded"))
                        .column(words.of("register.printed"))
                        .column(words.of("register.received"))
                        .atFirstSight()
                        .column(words.of("register.reminded"));
        for (Line line : lines) {
            table.row()
                    .id("submission-" + line.district().code())
                    .header(
                            RegisterNavigation.link(
                                    state,
                                    line.district().code(),
                                    words.of(line.district().name())))
                    .cell(recorded(shown, line))
                    .cell(line.entry().printed().map(register::done).orElse("–"))
                    .cell(received(shown, line))
                    .cell(reminded(line.entry()));
        }
        getContent().add(table);
    }

    private Component[] recorded(Register shown, Line line) {
        RegisterEntry entry = line.entry();
        List<Component> said = new ArrayList<>();
        said.add(new PunctualityMark(shown.recording(line), words));
        said.add(
                detail(
                        words.of(
                                "register.handed-in",
                                words.number(entry.handedIn()),
                                words.number(entry.indicators()))));
        entry.lastHandedIn()
                .ifPresent(
                        last -> said.add(detail(words.of("register.last", register.done(last)))));
        return said.toArray(Component[]::new);
    }

    private Component[] received(Register shown, Line line) {
        List<Component> said = new ArrayList<>();
        said.add(new PunctualityMark(shown.sending(line), words));
        line.entry()
                .receipt()
                .ifPresent(receipt -> {
                    said.add(detail(words.shortDate(receipt.day())));
                    if (!receipt.note().isEmpty()) {
                        said.add(detail(receipt.note()));
                    }
                });
        return said.toArray(Component[]::new);
    }

    private String reminded(RegisterEntry entry) {
        return entry.lastReminder()
                .map(last ->
                        words.of(
                                "register.reminders",
                                words.number(entry.reminders()),
                                register.reminder(last)))
                .orElse("–");
    }

    private static Component detail(String text) {
        Div detail = new Div(text);
        detail.addClassName("of-name");
        return detail;
    }
}
