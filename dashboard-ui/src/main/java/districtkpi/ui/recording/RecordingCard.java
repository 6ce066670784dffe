package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.office.recording.DayOfReceipt;
import districtkpi.office.recording.HandIn;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.recording.RecordingService.Shown;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.WatchedMark;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One indicator of a district's form: its levels, a field for each figure, the evidence, the level
 * that this would give, and how it stands in the review. What is typed is kept at once; what is
 * handed in is what stands on the screen, after it was shown once more with what it does.
 */
class RecordingCard extends Composite<Article> {

    private final Recording recording;
    private final Indicator indicator;
    private final PageState pageState;
    private final Words words;
    private final RecordingWords recordingWords;
    private final Div preview = new Div();
    private final Div question = new Div();
    private final Div outcome = new Div();
    private final Div evidence = new Div();
    private final Div receipt = new Div();
    private final Div facts = new Div();
    private final Span changed;
    private final Div refusal = new Div();
    private final RecordingFields fields;
    private final EvidenceUpload upload;

    /**
     * What a card is about, and what it does it with.
     *
     * @param scoreboard the round with the figures that count now
     * @param readOnly once the round was signed off: all stays to be seen, and nothing is changed
     */
    record Recording(
            Scoreboard scoreboard,
            DistrictCode district,
            RecordingService service,
            DistrictForm form,
            boolean readOnly) {

        RoundId round() {
            return scoreboard.agreement().round();
        }
    }

    /**
     * @param done what was just done about the indicator
     */
    RecordingCard(
            Recording recording,
            Indicator indicator,
            PageState pageState,
            Words words,
            Optional<String> done) {
        this.recording = recording;
        this.indicator = indicator;
        this.pageState = pageState;
        this.words = words;
        this.recordingWords = new RecordingWords(words);
        this.changed = new Span(words.of("review.changed-since"));
        changed.addClassNames("review-state", "review-changed");
        fields =
                new RecordingFields(
                        recording,
                        indicator,
                        receipt,
                        recording.readOnly(),
                        words,
                        this::showPreview);
        upload =
                new EvidenceUpload(
                        indicator.id(),
                        recording.form().files(),
                        words,
                        this::attach,
                        this::evidenceChanged,
                        this::withdrawQuestion);
        Article card = getContent();
        card.setId("record-" + indicator.id());
        card.addClassNames("indicator-card", "recording-card");
        card.getElement().setAttribute("aria-labelledby", "record-name-" + indicator.id());
        preview.setId("preview-" + indicator.id());
        preview.addClassName("recording-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        question.setId("question-" + indicator.id());
        question.addClassName("recording-question");
        outcome.setId("outcome-" + indicator.id());
        outcome.getElement().setAttribute("role", "alert");
        card.add(createHead());
        done.map(text -> new DoneRemark("done-" + indicator.id(), text)).ifPresent(card::add);
        sentBack().ifPresent(card::add);
        undone().ifPresent(card::add);
        createHandedIn().ifPresent(card::add);
        boolean applies = indicator.appliesIn(recording.district());
        if (!applies) {
            card.add(new Remark("not-here-" + indicator.id(), words.of("district-terms.not-here")));
        }
        card.add(new LevelTexts(indicator, recording.district(), words));
        // What was begun before an agreement left it out can still be seen and taken back.
        if (applies || recording.form().isWritten(indicator.id())) {
            card.add(fields, preview, createEvidence());
        }
        if (!recording.readOnly()
                && (applies
                        || recording.form().isWritten(indicator.id())
                        || standing().handedIn().isPresent())) {
            card.add(createActions());
        }
        if (!standing().steps().isEmpty()) {
            card.add(createHistory());
        }
        // What was handed in and stands as it did gives the level that it has.
        if (standing().handedIn().isEmpty() || recording.form().isWritten(indicator.id())) {
            showPreview();
        }
    }

    private ReviewHistory standing() {
        return recording.form().standing(indicator.id());
    }

    private Component createHead() {
        H2 name = new H2();
        name.setId("record-name-" + indicator.id());
        name.add(IndicatorNavigation.link(pageState, indicator.id()));
        name.add(new Span(" " + words.of(indicator.name())));
        facts.addClassName("indicator-facts");
        score().ifPresent(score -> facts.add(LevelMark.of(score, words)));
        line().flatMap(line -> WatchedMark.of(line, words)).ifPresent(facts::add);
        facts.add(new ReviewMark(standing().state(), words));
        Div head = new Div(name, facts);
        head.addClassName("indicator-head");
        score().flatMap(IndicatorScore::overridden)
                .ifPresent(overridden -> head.add(new OverriddenLevel(overridden, words)));
        return head;
    }

    private Optional<IndicatorScore> score() {
        return line().map(Scorecard.Line::score);
    }

    private Optional<Scorecard.Line> line() {
        return recording
                .scoreboard()
                .ranking()
                .row(recording.district())
                .map(row -> row.scorecard().line(indicator.id()));
    }

    /** What was handed in stays to be seen. */
    private Optional<Component> createHandedIn() {
        return recording
                .form()
                .handedIn(recording.scoreboard(), indicator)
                .map(handedIn ->
                        new HandedInFigures("handed-in-" + indicator.id(), handedIn, words));
    }

    /** Whoever handed in what counts no more is told. */
    private Optional<Component> undone() {
        return standing()
                .undone()
                .flatMap(step ->
                        step.undone()
                                .map(undone ->
                                        new Remark(
                                                "undone-" + indicator.id(),
                                                words.of(
                                                        "record.undone",
                                                        words.dateTime(step.happenedAt()),
                                                        recordingWords.undone(undone)))));
    }

    private Optional<Component> sentBack() {
        return standing()
                .last()
                .filter(step -> step.action() == ReviewAction.SENT_BACK)
                .map(step ->
                        new Remark(
                                "sent-back-" + indicator.id(),
                                words.of(
                                        "record.sent-back",
                                        step.by(),
                                        words.dateTime(step.happenedAt()),
                                        step.note())));
    }

    /** What the importer says to what was typed; what was asked before is about something else. */
    private void showPreview() {
        withdrawQuestion();
        preview.removeAll();
        if (!recording.readOnly()) {
            check().ifPresent(this::show);
        }
    }

    private Optional<ImportReport> check() {
        return recording.service().check(recording.round(), recording.district(), indicator.id());
    }

    private void show(ImportReport report) {
        if (report.status() == ImportReport.Status.REJECTED) {
            preview.add(issues(report.issues()));
            return;
        }
        OptionalInt level = change(report).map(LevelChange::levelAfter).orElse(OptionalInt.empty());
        Div would = new Div(new Span(words.of("record.would-give")));
        would.addClassName("indicator-facts");
        if (level.isPresent()) {
            would.add(LevelMark.of(indicator, level.getAsInt(), words));
        } else {
            would.add(new Span(words.of("level.no-result")));
        }
        preview.add(would);
        if (!report.issues().isEmpty()) {
            preview.add(issues(report.issues()));
        }
    }

    private Optional<LevelChange> change(ImportReport report) {
        return report.levels().stream()
                .filter(change -> change.indicator().equals(indicator.id()))
                .filter(change -> change.district().equals(recording.district()))
                .findFirst();
    }

    private Component issues(List<Issue> issues) {
        UnorderedList list = new UnorderedList();
        list.addClassName("recording-issues");
        for (Issue issue : issues) {
            ListItem item = new ListItem(recordingWords.issue(issue, indicator));
            item.addClassName("issue-" + issue.severity().name().toLowerCase(Locale.ROOT));
            list.add(item);
        }
        return list;
    }

    private Component createEvidence() {
        Div block = new Div();
        block.addClassName("recording-evidence");
        Span title = new Span(words.of("evidence.title"));
        title.addClassName("recording-label");
        refusal.getElement().setAttribute("role", "alert");
        showEvidence();
        block.add(title, evidence);
        if (!recording.readOnly()) {
            block.add(upload);
        }
        block.add(refusal);
        return block;
    }

    /** Alone, so that what is being typed meanwhile stays. */
    private void showEvidence() {
        List<Evidence> current = recording.form().evidence(indicator.id());
        refusal.removeAll();
        evidence.removeAll();
        evidence.add(
                new EvidenceList(
                        indicator, current, recording.form().files(), words, new FileWithdrawal()));
        new EvidenceRemarks(words)
                .of(recording.scoreboard(), recording.district(), indicator, current)
                .forEach(evidence::add);
        Optional<DayOfReceipt> follows =
                recording
                        .service()
                        .dayOfReceipt(
                                recording.scoreboard(), recording.district(), indicator, current);
        receipt.removeAll();
        follows.map(day -> new ReceiptLines("receipt-" + indicator.id(), day, words))
                .ifPresent(receipt::add);
        changed.removeFromParent();
        if (standing()
                .changedSince(recording.scoreboard(), recording.district(), indicator, follows)) {
            facts.add(changed);
        }
    }

    /** Only the district's files: paper is withdrawn by whoever recorded it. */
    private final class FileWithdrawal implements EvidenceList.Withdrawal {

        @Override
        public boolean isOffered(Evidence one) {
            return !one.isPaper() && !recording.readOnly();
        }

        @Override
        public String effect(Evidence one) {
            return words.of("evidence.withdraw.effect");
        }

        @Override
        public void confirmed(Evidence one) {
            change(() -> recording.service().withdraw(one.id()));
        }

        @Override
        public void refused(Refused why) {
            refuse(why);
        }
    }

    private void attach(ImportFile file) {
        recording.service().attach(recording.round(), recording.district(), indicator.id(), file);
    }

    private void change(Runnable attempt) {
        try {
            attempt.run();
            evidenceChanged();
        } catch (Refused why) {
            refuse(why);
        }
    }

    private void evidenceChanged() {
        recording.form().reloadEvidence();
        showEvidence();
        showPreview();
    }

    private void refuse(Refused why) {
        refusal.removeAll();
        refusal.add(new Remark(why.text(words)));
    }

    private Component createActions() {
        Button submit =
                new Button(
                        words.of(
                                standing().steps().isEmpty()
                                        ? "record.submit"
                                        : "record.submit-again",
                                indicator.id()));
        submit.setId("submit-" + indicator.id());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickListener(_ -> ask());
        Div actions = new Div(submit);
        actions.addClassName("actions");
        Div block = new Div(actions, question, outcome);
        if (standing().state() == ReviewState.WAITING) {
            block.add(createTakingBack());
        }
        return block;
    }

    /** Until somebody reviewed it. */
    private Component createTakingBack() {
        return new TakingBack(
                indicator.id().value(),
                new TakingBack.Of(
                        recording.round(), recording.district(), indicator, standing().lastId()),
                recording.service(),
                words,
                () ->
                        recording
                                .form()
                                .renew(
                                        indicator.id(),
                                        words.of("record.taken-back", indicator.id())));
    }

    private Component createHistory() {
        UnorderedList list = new UnorderedList();
        list.addClassName("recording-history");
        for (ReviewStep step : standing().steps().reversed()) {
            list.add(new ListItem(recordingWords.history(step)));
        }
        return new Details(words.of("review.history"), list);
    }

    private void withdrawQuestion() {
        question.removeAll();
        outcome.removeAll();
    }

    private void say(String text) {
        outcome.removeAll();
        outcome.add(new Remark(text));
    }

    /** Says what would be handed in and what that does, unless something is open. */
    private void ask() {
        withdrawQuestion();
        OptionalLong shown = standing().lastId();
        recording.form().reloadSteps();
        if (!standing().lastId().equals(shown)) {
            say(words.of("refused.indicator-moved"));
            return;
        }
        if (!isSettled()) {
            return;
        }
        try {
            HandIn handIn =
                    recording
                            .service()
                            .prepare(
                                    recording.round(), recording.district(), indicator.id(), shown);
            if (handIn.isRejected()) {
                preview.removeAll();
                handIn.shown().effect().ifPresent(this::show);
                say(words.of("record.not-submitted"));
                return;
            }
            show(recording.form().now(), handIn);
        } catch (Refused refused) {
            say(refused.text(words));
        }
    }

    /** Whether what stands on the screen is what is stored, and nothing is on its way. */
    private boolean isSettled() {
        List<String> open = fields.open();
        if (!open.isEmpty()) {
            say(words.of("record.open", String.join(", ", open)));
            fields.focusOpen();
            return false;
        }
        if (!upload.underWay().isEmpty()) {
            say(words.of("record.uploading", String.join(", ", upload.underWay())));
            return false;
        }
        return true;
    }

    private void show(Scoreboard now, HandIn handIn) {
        HandInQuestion asked =
                new HandInQuestion(
                        new HandInQuestion.Of(
                                now,
                                recording.district(),
                                indicator,
                                handIn.shown().effect(),
                                unchanged(handIn.difference()),
                                recording.form().evidence(indicator.id()),
                                upload.notTaken()),
                        words,
                        () -> submit(handIn.shown()),
                        this::withdrawQuestion);
        question.add(asked);
        asked.focus();
    }

    /** Why nothing would be changed by handing in; absent where something would. */
    private Optional<String> unchanged(HandIn.Difference difference) {
        return switch (difference) {
            case NOTHING_TYPED -> Optional.of(words.of("record.nothing-typed"));
            case NOTHING_CHANGED -> Optional.of(words.of("record.nothing-changed"));
            case SOMETHING -> Optional.empty();
        };
    }

    private void submit(Shown shown) {
        outcome.removeAll();
        if (!isSettled()) {
            question.removeAll();
            return;
        }
        try {
            Optional<ImportReport> report =
                    recording
                            .service()
                            .submit(recording.round(), recording.district(), indicator.id(), shown);
            if (report.filter(refused -> refused.status() == ImportReport.Status.REJECTED)
                    .isPresent()) {
                question.removeAll();
                preview.removeAll();
                preview.add(issues(report.get().issues()));
                say(words.of("record.not-submitted"));
            } else {
                recording
                        .form()
                        .renew(
                                indicator.id(),
                                words.of(
                                        "record.submitted",
                                        indicator.id(),
                                        report.map(done ->
                                                        recordingWords.levels(
                                                                done.levels(),
                                                                recording.district(),
                                                                indicator))
                                                .orElse("")));
            }
        } catch (Refused refused) {
            question.removeAll();
            say(refused.text(words));
        }
    }
}
