package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.recording.DayOfReceipt;
import districtkpi.importer.recording.RecordingRefusedException;
import districtkpi.importer.recording.RecordingService;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.MeasureWords;
import districtkpi.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One indicator that a district handed in, to be accepted or sent back. */
class ReviewCard extends Composite<Article> {

    private final Waiting waiting;
    private final RecordingService service;
    private final Words words;
    private final Consumer<String> reviewed;
    private final Optional<DayOfReceipt> receipt;
    private final Div actions = new Div();
    private final Div refusal = new Div();

    /** What is to be reviewed. */
    record Waiting(
            Scoreboard scoreboard,
            District district,
            Indicator indicator,
            Standing standing,
            List<Evidence> evidence) {

        RoundId round() {
            return scoreboard.stored().agreement().round();
        }

        String id() {
            return district.code() + "-" + indicator.id();
        }
    }

    /**
     * @param reviewed is told what was done, once it was accepted or sent back
     */
    ReviewCard(
            Waiting waiting,
            RecordingService service,
            OverrideActions overriding,
            EvidenceRepository evidence,
            PageState state,
            Words words,
            Consumer<String> reviewed) {
        this.waiting = waiting;
        this.service = service;
        this.words = words;
        this.reviewed = reviewed;
        receipt =
                service.dayOfReceipt(
                        waiting.scoreboard(),
                        waiting.district().code(),
                        waiting.indicator(),
                        waiting.evidence());
        Article card = getContent();
        card.setId("review-" + waiting.id());
        card.addClassName("indicator-card");
        card.getElement().setAttribute("aria-labelledby", "review-name-" + waiting.id());
        actions.addClassName("actions");
        refusal.getElement().setAttribute("role", "alert");
        card.add(createHead(state));
        waiting.standing().last().map(this::submitted).ifPresent(card::add);
        card.add(
                createFigures(),
                new EvidenceReview(
                        new EvidenceReview.Of(
                                waiting.round(),
                                waiting.district().code(),
                                waiting.indicator(),
                                waiting.evidence(),
                                receipt),
                        service,
                        evidence,
                        words));
        new EvidenceRemarks(words)
                .of(
                        waiting.scoreboard(),
                        waiting.district().code(),
                        waiting.indicator(),
                        waiting.evidence())
                .forEach(card::add);
        card.add(actions, refusal);
        score().flatMap(overriding.of(waiting.scoreboard(), waiting.district().code(), words))
                .ifPresent(card::add);
        offer();
    }

    private Component createHead(PageState state) {
        Indicator indicator = waiting.indicator();
        H3 name = new H3();
        name.setId("review-name-" + waiting.id());
        name.add(
                DistrictNavigation.linkToIndicator(
                        state,
                        waiting.district().code(),
                        indicator.id(),
                        words.of(waiting.district().name())));
        name.add(new Span(" · " + indicator.id() + " " + words.of(indicator.name())));
        Div facts = new Div();
        facts.addClassName("indicator-facts");
        score().ifPresent(score -> facts.add(LevelMark.of(score, words)));
        if (waiting.standing()
                .changedSince(
                        waiting.scoreboard(), waiting.district().code(), indicator, receipt)) {
            Span changed = new Span(words.of("review.changed-since"));
            changed.addClassNames("review-state", "review-changed");
            facts.add(changed);
        }
        Div head = new Div(name, facts);
        head.addClassName("indicator-head");
        score().flatMap(IndicatorScore::overridden)
                .ifPresent(overridden -> head.add(new OverriddenLevel(overridden, words)));
        return head;
    }

    private Optional<IndicatorScore> score() {
        return waiting.scoreboard()
                .ranking()
                .row(waiting.district().code())
                .map(row -> row.scorecard().line(waiting.indicator().id()).score());
    }

    private Component submitted(ReviewStep step) {
        return new Paragraph(new RecordingWords(words).step(step));
    }

    private Component createFigures() {
        MeasureWords measures = new MeasureWords(words, waiting.indicator());
        UnorderedList list = new UnorderedList();
        for (Measure measure : waiting.indicator().measures()) {
            Optional<Measurement> found =
                    waiting.scoreboard()
                            .measurement(
                                    waiting.district().code(),
                                    waiting.indicator().key(measure.id()));
            String figure =
                    found.map(one -> new RecordingWords(words).figure(measure, one, measures))
                            .orElseGet(() -> words.of("figures.missing"));
            list.add(new ListItem(words.of("review.figure", words.of(measure.name()), figure)));
        }
        return list;
    }

    /** Gives the button that sends back. */
    private Button offer() {
        Button accept = new Button(words.of("review.accept"));
        accept.setId("accept-" + waiting.id());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.addClickListener(_ ->
                attempt(
                        () ->
                                service.accept(
                                        waiting.round(),
                                        waiting.district().code(),
                                        waiting.indicator().id(),
                                        waiting.standing().lastId()),
                        words.of("review.accepted", waiting.indicator().id(), district())));
        Button sendBack = new Button(words.of("review.send-back"));
        sendBack.setId("send-back-" + waiting.id());
        sendBack.addClickListener(_ -> ask());
        actions.removeAll();
        actions.add(accept, sendBack);
        return sendBack;
    }

    private void ask() {
        TextArea note = new TextArea(words.of("review.note"));
        note.setId("note-" + waiting.id());
        note.setMaxLength(RecordingService.LONGEST_TEXT);
        note.setRequiredIndicatorVisible(true);
        note.addClassName("review-note");
        Button confirm = new Button(words.of("review.send-back"));
        confirm.setId("confirm-send-back-" + waiting.id());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            if (note.getValue().isBlank()) {
                note.setErrorMessage(words.of("record.refused.no-note"));
                note.setInvalid(true);
                note.focus();
                return;
            }
            attempt(
                    () ->
                            service.sendBack(
                                    waiting.round(),
                                    waiting.district().code(),
                                    waiting.indicator().id(),
                                    waiting.standing().lastId(),
                                    note.getValue()),
                    words.of("review.sent-back", waiting.indicator().id(), district()));
        });
        Button cancel = new Button(words.of("review.cancel"));
        cancel.addClickListener(_ -> offer().focus());
        actions.removeAll();
        actions.add(note, confirm, cancel);
        note.focus();
    }

    private String district() {
        return words.of(waiting.district().name());
    }

    private void attempt(Runnable review, String done) {
        try {
            review.run();
            reviewed.accept(done);
        } catch (RecordingRefusedException refused) {
            refusal.removeAll();
            refusal.add(new Remark(new RecordingWords(words).refusal(refused)));
        }
    }
}
