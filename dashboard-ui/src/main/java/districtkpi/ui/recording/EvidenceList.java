package districtkpi.ui.recording;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.domain.agreement.Indicator;
import districtkpi.ui.words.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The evidence of an indicator: never shown in the browser, only taken away as files. */
class EvidenceList extends Composite<Div> {

    private static final int KILOBYTE = 1024;

    private final EvidenceDeadlines deadlines;
    private final EvidenceRepository repository;
    private final Words words;

    EvidenceList(
            Indicator indicator,
            List<Evidence> evidence,
            EvidenceRepository repository,
            Words words) {
        this.deadlines = new EvidenceDeadlines(indicator);
        this.repository = repository;
        this.words = words;
        show(evidence, null);
    }

    /**
     * @param withdraw is told of what is to count no more
     */
    EvidenceList(
            Indicator indicator,
            List<Evidence> evidence,
            EvidenceRepository repository,
            Words words,
            Consumer<Evidence> withdraw) {
        this.deadlines = new EvidenceDeadlines(indicator);
        this.repository = repository;
        this.words = words;
        show(evidence, withdraw);
    }

    private void show(List<Evidence> evidence, @Nullable Consumer<Evidence> withdraw) {
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
            Span facts =
                    new Span(
                            words.of(
                                    "evidence.facts",
                                    words.number((one.bytes() + KILOBYTE - 1) / KILOBYTE),
                                    words.dateTime(one.receivedAt()),
                                    one.receivedFrom().isEmpty() ? "–" : one.receivedFrom()));
            facts.addClassName("of-name");
            ListItem item = new ListItem(link(one), facts);
            for (EvidenceDeadlines.Missed missed : deadlines.missedBy(one)) {
                Span late =
                        new Span(
                                words.of(
                                        "evidence.late",
                                        words.shortDate(missed.deadline()),
                                        words.number(missed.level())));
                late.addClassNames("review-state", "review-sent-back");
                item.add(late);
            }
            if (withdraw != null) {
                item.add(question(one, withdraw));
            }
            list.add(item);
        }
        getContent().add(list);
        if (evidence.stream().anyMatch(one -> !deadlines.missedBy(one).isEmpty())) {
            Span explanation = new Span(words.of("evidence.late.explanation"));
            explanation.addClassName("soft");
            getContent().add(explanation);
        }
    }

    private Anchor link(Evidence one) {
        return new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    byte[] content = repository.findContent(one.id()).orElseThrow();
                    return new DownloadResponse(
                            new ByteArrayInputStream(content),
                            one.file(),
                            one.type().mediaType(),
                            content.length);
                }),
                one.file());
    }

    /** What is withdrawn stays stored, but cannot be put back, so it is asked for twice. */
    private Div question(Evidence one, Consumer<Evidence> withdraw) {
        Div actions = new Div();
        actions.addClassName("actions");
        Button ask = new Button(words.of("evidence.withdraw"));
        ask.setAriaLabel(words.of("evidence.withdraw-one", one.file()));
        ask.addClickListener(_ -> {
            Button confirm = new Button(words.of("evidence.withdraw-one", one.file()));
            confirm.addClickListener(_ -> withdraw.accept(one));
            Button cancel = new Button(words.of("evidence.keep"));
            cancel.addClickListener(_ -> {
                actions.removeAll();
                actions.add(ask);
                ask.focus();
            });
            actions.removeAll();
            actions.add(confirm, cancel);
            confirm.focus();
        });
        actions.add(ask);
        return actions;
    }
}
