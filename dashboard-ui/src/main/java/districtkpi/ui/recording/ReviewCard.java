package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.office.recording.DayOfReceipt;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.recording.RecordingService.Seen;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Form;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.WatchedMark;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One indicator that a district handed in, beside what it had before: to be accepted or sent back,
 * or, once it was, with what was done, which can be taken back.
 */
class ReviewCard extends Composite<Article> {

    private final Waiting waiting;
    private final RecordingService service;
    private final EvidenceFiles files;
    private final Words words;
    private final Handler handler;
    private final Optional<DayOfReceipt> receipt;
    private final Div actions = new Div();
    private final Div refusal = new Div();

    /** What is being written about what is to be mended; absent while nothing is. */
    private Optional<TextArea> note = Optional.empty();

    /**
     * What is to be reviewed, or was.
     *
     * @param readOnly once the round was signed off
     */
    record Waiting(
            Scoreboard scoreboard,
            District district,
            Indicator indicator,
            ReviewHistory standing,
            HandedIn handedIn,
            List<Evidence> evidence,
            boolean readOnly) {

        RoundId round() {
            return scoreboard.agreement().round();
        }

        String id() {
            return district.code() + "-" + indicator.id();
        }

        /** What whoever looks at it sees. */
        Seen seen() {
            return Seen.of(standing.lastId(), scoreboard, district.code(), indicator, evidence);
        }

        /** The level that counts, which a review leaves as it is. */
        OptionalInt level() {
            return scoreboard.level(district.code(), indicator.id());
        }
    }

    /** Who shows it. */
    interface Handler {

        /** Shows the card anew once it was reviewed, or that was taken back. */
        void reviewed(String done);

        /**
         * Shows the card anew once a level or paper changed what it shows.
         *
         * @param note what is being written on it; absent while nothing is
         * @param refusal why nothing was done; empty if nothing was tried
         */
        void changed(Optional<String> note, String refusal);
    }

    ReviewCard(
            Waiting waiting,
            RecordingService service,
            OverrideActions overriding,
            EvidenceFiles files,
            PageState state,
            Words words,
            Handler handler) {
        this.waiting = waiting;
        this.service = service;
        this.files = files;
        this.words = words;
        this.handler = handler;
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
        refusal.setId("review-refused-" + waiting.id());
        refusal.getElement().setAttribute("role", "alert");
        LevelTexts levels = new LevelTexts(waiting.indicator(), waiting.district().code(), words);
        levels.getContent().setOpened(waiting.standing().state() == ReviewState.WAITING);
        card.add(
                createHead(state),
                new HandedInFigures("handed-in-" + waiting.id(), waiting.handedIn(), words),
                levels,
                createEvidence());
        new EvidenceRemarks(words)
                .of(
                        waiting.scoreboard(),
                        waiting.district().code(),
                        waiting.indicator(),
                        waiting.evidence())
                .forEach(card::add);
        card.add(createLevel(), actions, refusal);
        if (!waiting.readOnly()) {
            score().flatMap(
                            overriding.of(
                                    waiting.scoreboard(),
                                    waiting.district().code(),
                                    words,
                                    () -> handler.changed(note.map(TextArea::getValue), "")))
                    .ifPresent(card::add);
            offer();
        }
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
        line().flatMap(line -> WatchedMark.of(line, words)).ifPresent(facts::add);
        facts.add(new ReviewMark(waiting.standing().state(), words));
        if (waiting.standing()
                .changedSince(
                        waiting.scoreboard(), waiting.district().code(), indicator, receipt)) {
            Span changed = new Span(words.of("review.changed-since"));
            changed.addClassNames("review-state", "review-changed");
            facts.add(changed);
        }
        Div head = new Div(name, facts);
        head.addClassName("indicator-head");
        waiting.standing()
                .last()
                .filter(step -> step.action() != ReviewAction.SUBMITTED)
                .map(step -> new Paragraph(new RecordingWords(words).step(step)))
                .ifPresent(head::add);
        score().flatMap(IndicatorScore::overridden)
                .ifPresent(overridden -> head.add(new OverriddenLevel(overridden, words)));
        return head;
    }

    /** What handing in did to the level, and what the review will do to it. */
    private Component createLevel() {
        RecordingWords recording = new RecordingWords(words);
        String level = recording.level(waiting.indicator(), waiting.level());
        String moved =
                words.of(
                        "review.level",
                        recording.level(waiting.indicator(), waiting.handedIn().levelBefore()),
                        level);
        Paragraph text =
                new Paragraph(
                        waiting.standing().state() == ReviewState.WAITING && !waiting.readOnly()
                                ? moved + " " + words.of("review.level.stays", level)
                                : moved);
        text.setId("review-level-" + waiting.id());
        text.addClassName("recording-label");
        return text;
    }

    /** What was done, and what it did to the level. */
    private String done(String key) {
        return words.of(
                key,
                waiting.indicator().id(),
                district(),
                new RecordingWords(words).level(waiting.indicator(), waiting.level()));
    }

    private Optional<IndicatorScore> score() {
        return line().map(Scorecard.Line::score);
    }

    private Optional<Scorecard.Line> line() {
        return waiting.scoreboard()
                .ranking()
                .row(waiting.district().code())
                .map(row -> row.scorecard().line(waiting.indicator().id()));
    }

    private Component createEvidence() {
        if (waiting.readOnly()) {
            return new EvidenceList(
                    waiting.indicator(),
                    waiting.evidence(),
                    files,
                    words,
                    EvidenceList.Withdrawal.NONE);
        }
        return new EvidenceReview(
                new EvidenceReview.Of(
                        waiting.round(),
                        waiting.district().code(),
                        waiting.indicator(),
                        waiting.evidence(),
                        receipt),
                service,
                files,
                words,
                () -> handler.changed(note.map(TextArea::getValue), ""));
    }

    private void offer() {
        if (waiting.standing().state() == ReviewState.WAITING) {
            offerReview();
        } else {
            offerTakingBack();
        }
    }

    private void offerTakingBack() {
        actions.removeAll();
        actions.add(
                new TakingBack(
                                waiting.id(),
                                new TakingBack.Of(
                                        waiting.round(),
                                        waiting.district().code(),
                                        waiting.indicator(),
                                        waiting.standing().lastId()),
                                service,
                                words,
                                () -> handler.reviewed(done("review.taken-back")))
                        .ofReview());
    }

    /** Gives the button that sends back. */
    private Button offerReview() {
        note = Optional.empty();
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
                                        waiting.seen()),
                        done("review.accepted")));
        Button sendBack = new Button(words.of("review.send-back"));
        sendBack.setId("send-back-" + waiting.id());
        sendBack.addClickListener(_ -> write("").focus());
        actions.removeAll();
        actions.add(accept, sendBack);
        return sendBack;
    }

    /** Goes on with what was being written before the card was shown anew. */
    TextArea write(String begun) {
        TextArea area = new TextArea(words.of("review.note"));
        area.setId("note-" + waiting.id());
        area.setManualValidation(true);
        area.setRequiredIndicatorVisible(true);
        area.addClassName("review-note");
        area.setValue(begun);
        note = Optional.of(area);
        Button confirm = new Button(words.of("review.send-back.confirm"));
        confirm.setId("confirm-send-back-" + waiting.id());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> {
            if (area.getValue().isBlank()) {
                area.setErrorMessage(words.of("refused.no-note"));
                area.setInvalid(true);
                area.focus();
                return;
            }
            area.setInvalid(false);
            attempt(
                    () ->
                            service.sendBack(
                                    waiting.round(),
                                    waiting.district().code(),
                                    waiting.indicator().id(),
                                    waiting.seen(),
                                    area.getValue()),
                    done("review.sent-back"));
        });
        Button cancel = new Button(words.of("review.cancel"));
        cancel.addClickListener(_ -> offerReview().focus());
        actions.removeAll();
        actions.add(area, confirm, cancel);
        Form.mark(actions);
        return area;
    }

    /** Says why nothing was done. */
    void refuse(String reason) {
        refusal.add(new Remark(reason));
    }

    private String district() {
        return words.of(waiting.district().name());
    }

    private void attempt(Runnable review, String done) {
        refusal.removeAll();
        try {
            review.run();
            handler.reviewed(done);
        } catch (Refused refused) {
            String reason = refused.text(words);
            if (refused.reason() == Refused.Reason.NOT_AS_SHOWN) {
                // What it is about now is shown, with what was being written.
                handler.changed(note.map(TextArea::getValue), reason);
            } else {
                refuse(reason);
            }
        }
    }
}
