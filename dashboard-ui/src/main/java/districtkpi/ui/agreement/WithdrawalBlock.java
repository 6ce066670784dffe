package districtkpi.ui.agreement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.withdrawal.RoundContents;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.refusal.Refused;
import districtkpi.office.round.RoundWithdrawal;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.JustDone;
import districtkpi.ui.parts.Question;
import districtkpi.ui.parts.Question.Asking;
import districtkpi.ui.parts.Question.Reason;
import districtkpi.ui.parts.Question.Typing;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Withdraws a round that was opened by mistake; folded, since it is rarely one. */
class WithdrawalBlock extends Details {

    private static final String ID = "withdraw";

    private final RoundWithdrawal service;
    private final RoundId round;
    private final Words words;
    private final Div content = new Div();

    WithdrawalBlock(RoundWithdrawal service, RoundId round, Words words) {
        this.service = service;
        this.round = round;
        this.words = words;
        setId(ID + "-round");
        setSummaryText(words.of("withdraw.title"));
        content.addClassName("page");
        add(content);
        // What there is of the round is counted for whoever looks.
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                show(Optional.empty());
            }
        });
    }

    private void show(Optional<Refused> refused) {
        content.removeAll();
        content.add(new Paragraph(words.of("withdraw.intro")));
        refused.ifPresent(why -> content.add(new DoneRemark(ID + "-refused", why.text(words))));
        try {
            RoundContents contents = service.ask(round);
            RoundWithdrawal.hindrance(round, contents)
                    .ifPresentOrElse(
                            why -> content.add(new Remark(ID + "-hindered", why.text(words))),
                            () -> ask(contents));
        } catch (Refused gone) {
            content.add(new Remark(ID + "-gone", gone.text(words)));
        }
    }

    private void ask(RoundContents contents) {
        content.add(new Div(new Paragraph(words.of("withdraw.what", round)), createList(contents)));
        content.add(
                new Question(
                                ID,
                                new Asking(
                                        words.of("withdraw.button", round),
                                        words.of("withdraw.question", round),
                                        Optional.of(
                                                new Reason(
                                                        words.of("withdraw.reason"),
                                                        words.of("withdraw.missing"))),
                                        words.of("withdraw.confirm", round),
                                        words),
                                reason -> withdraw(contents, reason))
                        .typing(
                                new Typing(
                                        words.of("withdraw.typed", round),
                                        round.toString(),
                                        words.of("refused.other-round-typed", round)))
                        .secondary());
    }

    /** What there is none of goes without saying. */
    private Component createList(RoundContents contents) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put("withdraw.agreements", contents.agreements().size());
        parts.put("withdraw.files", contents.files().size());
        parts.put("withdraw.recorded", contents.recorded());
        parts.put("withdraw.figures", contents.figures());
        parts.put("withdraw.overrides", contents.overrides());
        parts.put("withdraw.evidence", contents.evidence());
        parts.put("withdraw.receipts", contents.receipts());
        parts.put("withdraw.sheets", contents.sheets());
        UnorderedList list = new UnorderedList();
        list.setId(ID + "-what");
        list.addClassName("rule-changes");
        parts.forEach((label, count) -> {
            if (count > 0) {
                list.add(
                        new ListItem(
                                words.of("withdraw.part", words.of(label), words.number(count))));
            }
        });
        return list;
    }

    private void withdraw(RoundContents shown, String reason) {
        try {
            service.withdraw(round, shown, round.toString(), reason);
        } catch (Refused refused) {
            show(Optional.of(refused));
            return;
        }
        UI page = UI.getCurrent();
        JustDone.say(page, ID + "-done", words.of("withdraw.done", round));
        page.navigate(AgreementNavigation.PATH, PageState.EMPTY.toQuery());
    }
}
