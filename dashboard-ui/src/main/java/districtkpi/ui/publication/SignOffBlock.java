package districtkpi.ui.publication;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.account.Permission;
import districtkpi.db.publication.SignOff;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.access.Permit;
import districtkpi.office.publication.PublicationService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Question.Asking;
import districtkpi.ui.parts.Question.Reason;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.shell.WaitingWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Signs a published round off, opens it again, and lists when that was done. */
class SignOffBlock extends Section {

    private final SignOffRepository signOffs;
    private final PublicationService service;
    private final Permit permit;
    private final RoundId round;
    private final int revision;
    private final Supplier<List<Component>> unresolved;
    private final Words words;
    private final Div content = new Div();

    /**
     * @param revision the newest one, which says the same as the figures of now
     * @param unresolved what districts are still about, and signing off would leave as it is
     */
    SignOffBlock(
            SignOffRepository signOffs,
            PublicationService service,
            Permit permit,
            RoundId round,
            int revision,
            Supplier<List<Component>> unresolved,
            Words words) {
        this.signOffs = signOffs;
        this.service = service;
        this.permit = permit;
        this.round = round;
        this.revision = revision;
        this.unresolved = unresolved;
        this.words = words;
        setId("sign-off-block");
        addClassName("block");
        content.addClassName("page");
        add(new H2(words.of("sign-off.title")), content);
        show(text -> new Remark("sign-off-remark", text));
    }

    private void show(Function<String, Component> remark) {
        List<SignOff> all = signOffs.findAll(round);
        Optional<SignOff> holding = all.stream().findFirst().filter(SignOff::holds);
        content.removeAll();
        content.add(
                remark.apply(holding.map(this::holds).orElseGet(() -> words.of("sign-off.open"))));
        if (permit.allows(Permission.PUBLISH)) {
            holding.ifPresentOrElse(
                    found -> content.add(askToReopen(found)),
                    () -> {
                        content.add(unresolved.get());
                        content.add(askToSignOff());
                    });
        }
        if (!all.isEmpty()) {
            content.add(createList(all));
        }
    }

    private String holds(SignOff signOff) {
        return words.of(
                "sign-off.holds",
                words.number(signOff.revision()),
                words.dateTime(signOff.at()),
                signOff.by());
    }

    private Component askToSignOff() {
        return new Question(
                "sign-off",
                new Asking(
                        words.of("sign-off.button", words.number(revision)),
                        words.of("sign-off.question"),
                        Optional.empty(),
                        words.of("sign-off.confirm"),
                        words),
                _ -> decide(() -> service.signOff(round, revision)));
    }

    private Component askToReopen(SignOff holding) {
        return new Question(
                "reopen",
                new Asking(
                        words.of("reopen.button"),
                        words.of("reopen.question"),
                        Optional.of(
                                new Reason(words.of("reopen.reason"), words.of("reopen.missing"))),
                        words.of("reopen.confirm"),
                        words),
                reason -> decide(() -> service.reopen(round, holding.id(), reason)));
    }

    private void decide(Runnable step) {
        try {
            step.run();
            show(text -> new DoneRemark("sign-off-remark", text));
            WaitingWork.changed();
        } catch (Refused refused) {
            show(text -> new Remark("sign-off-remark", text));
            content.addComponentAsFirst(new DoneRemark("sign-off-refused", refused.text(words)));
        }
    }

    private Component createList(List<SignOff> all) {
        DataTable table =
                new DataTable("sign-offs", words.of("sign-off.list"), DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("publication.list.revision"))
                        .column(words.of("sign-off.list.signed-off"))
                        .column(words.of("sign-off.list.reopened"))
                        .column(words.of("reopen.reason"));
        for (SignOff one : all) {
            table.row()
                    .header(new Span(words.number(one.revision())))
                    .cell(when(words.dateTime(one.at()), one.by()))
                    .cell(
                            one.reopening()
                                    .map(end -> when(words.dateTime(end.at()), end.by()))
                                    .orElse("–"))
                    .cell(one.reopening().map(SignOff.Reopening::reason).orElse("–"));
        }
        return table;
    }

    private static String when(String at, String by) {
        return by.isEmpty() ? at : at + " · " + by;
    }
}
