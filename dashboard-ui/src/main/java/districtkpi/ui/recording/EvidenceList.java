package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.domain.agreement.Indicator;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.office.work.BusyException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * The evidence of an indicator: files, never shown in the browser, only taken away, and what came
 * on paper.
 */
class EvidenceList extends Composite<Div> {

    private static final int KILOBYTE = 1024;

    private final EvidenceDeadlines deadlines;
    private final EvidenceFiles files;
    private final Words words;
    private final Withdrawal withdrawal;

    /** How a piece of evidence can be withdrawn. */
    interface Withdrawal {

        /** For who only looks. */
        Withdrawal NONE =
                new Withdrawal() {

                    @Override
                    public boolean isOffered(Evidence one) {
                        return false;
                    }

                    @Override
                    public String effect(Evidence one) {
                        throw new IllegalStateException("Not offered");
                    }

                    @Override
                    public void confirmed(Evidence one) {
                        throw new IllegalStateException("Not offered");
                    }

                    @Override
                    public void refused(Refused why) {
                        throw new IllegalStateException("Not offered", why);
                    }
                };

        /** Whether whoever looks can withdraw it. */
        boolean isOffered(Evidence one);

        /**
         * What withdrawing it would do.
         *
         * @throws Refused if it cannot be withdrawn any more
         */
        String effect(Evidence one);

        /** Lets it count no more. */
        void confirmed(Evidence one);

        /** Says why it cannot be. */
        void refused(Refused why);
    }

    EvidenceList(
            Indicator indicator,
            List<Evidence> evidence,
            EvidenceFiles files,
            Words words,
            Withdrawal withdrawal) {
        this.deadlines = new EvidenceDeadlines(indicator);
        this.files = files;
        this.words = words;
        this.withdrawal = withdrawal;
        show(evidence);
    }

    private void show(List<Evidence> evidence) {
        getContent().addClassName("evidence");
        if (evidence.isEmpty()) {
            Span none = new Span(words.of("evidence.none"));
            none.addClassName("soft");
            getContent().add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", words.of("evidence.title"));
        for (Evidence one : evidence) {
            Span facts = new Span(facts(one));
            facts.addClassName("of-name");
            ListItem item = new ListItem(name(one), facts);
            for (EvidenceDeadlines.Due missed : deadlines.missedOn(one.day())) {
                Span late =
                        new Span(
                                words.of(
                                        "evidence.late",
                                        words.shortDate(missed.deadline()),
                                        DueWords.of(missed, words)));
                late.addClassNames("review-state", "review-sent-back");
                item.add(late);
            }
            if (withdrawal.isOffered(one)) {
                item.add(question(one));
            }
            list.add(item);
        }
        getContent().add(list);
        if (evidence.stream().anyMatch(one -> !deadlines.missedOn(one.day()).isEmpty())) {
            Span explanation =
                    new Span(
                            words.of(
                                    deadlines.typedMeasures().isEmpty()
                                            ? "evidence.late.follows"
                                            : "evidence.late.explanation"));
            explanation.addClassName("soft");
            getContent().add(explanation);
        }
    }

    private String facts(Evidence one) {
        String by = one.recordedBy().isEmpty() ? "–" : one.recordedBy();
        return switch (one.form()) {
            case Evidence.Form.File file ->
                    words.of(
                            "evidence.facts",
                            words.number((file.bytes() + KILOBYTE - 1) / KILOBYTE),
                            words.dateTime(one.recordedAt()),
                            by);
            case Evidence.Form.Paper(LocalDate day) ->
                    words.of(
                            "evidence.paper.facts",
                            words.date(day),
                            words.dateTime(one.recordedAt()),
                            by);
        };
    }

    private Component name(Evidence one) {
        return switch (one.form()) {
            case Evidence.Form.File file -> link(one, file);
            case Evidence.Form.Paper _ -> new Span(one.name());
        };
    }

    private Anchor link(Evidence one, Evidence.Form.File file) {
        return new Anchor(DownloadHandler.fromInputStream(_ -> response(one, file)), one.name());
    }

    private DownloadResponse response(Evidence one, Evidence.Form.File file) throws IOException {
        try {
            return new DownloadResponse(
                    files.open(one, file.bytes()),
                    one.name(),
                    file.type().mediaType(),
                    file.bytes());
        } catch (BusyException _) {
            return DownloadResponse.error(
                    HttpStatusCode.SERVICE_UNAVAILABLE, words.of("evidence.download-busy"));
        }
    }

    /** What is withdrawn stays stored, but cannot be put back, so it is asked for twice. */
    private Div question(Evidence one) {
        Div actions = new Div();
        actions.addClassName("actions");
        Button ask = new Button(words.of("evidence.withdraw"));
        ask.setId("withdraw-evidence-" + one.id());
        ask.setAriaLabel(words.of("evidence.withdraw-one", one.name()));
        ask.addClickListener(_ -> {
            Span effect = new Span();
            try {
                effect.setText(withdrawal.effect(one));
            } catch (Refused refused) {
                withdrawal.refused(refused);
                return;
            }
            effect.setId("withdraw-effect-" + one.id());
            Button confirm = new Button(words.of("evidence.withdraw-one", one.name()));
            confirm.setId("confirm-withdraw-evidence-" + one.id());
            confirm.addClickListener(_ -> withdrawal.confirmed(one));
            Button cancel = new Button(words.of("evidence.keep"));
            cancel.addClickListener(_ -> {
                actions.removeAll();
                actions.add(ask);
                ask.focus();
            });
            actions.removeAll();
            actions.add(effect, confirm, cancel);
            confirm.focus();
        });
        actions.add(ask);
        return actions;
    }
}
