package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceType;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.importer.recording.DayOfReceipt;
import districtkpi.importer.recording.RecordingRefusedException;
import districtkpi.importer.recording.RecordingService;
import districtkpi.scoring.IndicatorScore;
import districtkpi.ui.agreement.AgreementNavigation;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.MemoryUpload;
import districtkpi.ui.parts.OverriddenLevel;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.MeasureWords;
import districtkpi.ui.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One indicator of a district's form: its levels, a field for each figure, the evidence, the level
 * that this would give, and how it stands in the review. What is typed is kept at once.
 */
class RecordingCard extends Composite<Article> {

    /** Typed this long ago, it is kept: an unfinished word now and then costs nothing. */
    private static final int KEPT_AFTER_MILLIS = 500;

    private final Recording recording;
    private final Indicator indicator;
    private final PageState pageState;
    private final Words words;
    private final MeasureWords measures;
    private final Map<RecordingField, Integer> versions = new HashMap<>();
    private final Div preview = new Div();
    private final Div conflict = new Div();
    private final Span kept = new Span();
    private final Div evidence = new Div();
    private final Div receipt = new Div();
    private final Div facts = new Div();
    private final Span changed;
    private final Div refusal = new Div();
    private final Upload upload =
            new Upload(new MemoryUpload(RecordingService.MOST_EVIDENCE_BYTES, this::attach));

    /**
     * What a card is about, and what it does it with.
     *
     * @param scoreboard the round with the figures that count now
     */
    record Recording(
            Scoreboard scoreboard,
            DistrictCode district,
            RecordingService service,
            DistrictForm form) {

        RoundId round() {
            return scoreboard.stored().agreement().round();
        }
    }

    RecordingCard(Recording recording, Indicator indicator, PageState pageState, Words words) {
        this.recording = recording;
        this.indicator = indicator;
        this.pageState = pageState;
        this.words = words;
        this.measures = new MeasureWords(words, indicator);
        this.changed = new Span(words.of("review.changed-since"));
        changed.addClassNames("review-state", "review-changed");
        Article card = getContent();
        card.setId("record-" + indicator.id());
        card.addClassNames("indicator-card", "recording-card");
        card.getElement().setAttribute("aria-labelledby", "record-name-" + indicator.id());
        preview.setId("preview-" + indicator.id());
        preview.addClassName("recording-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        conflict.setId("conflict-" + indicator.id());
        conflict.getElement().setAttribute("role", "alert");
        kept.setId("kept-" + indicator.id());
        kept.addClassName("soft");
        kept.getElement().setAttribute("role", "status");
        card.add(createHead());
        sentBack().ifPresent(card::add);
        card.add(createLevels(), createFields(), conflict, preview, createEvidence());
        card.add(createActions());
        showPreview();
    }

    private Standing standing() {
        return recording.form().standing(indicator.id());
    }

    private Component createHead() {
        H3 name = new H3();
        name.setId("record-name-" + indicator.id());
        name.add(AgreementNavigation.linkToIndicator(pageState, indicator.id()));
        name.add(new Span(" " + words.of(indicator.name())));
        facts.addClassName("indicator-facts");
        score().ifPresent(score -> facts.add(LevelMark.of(score, words)));
        facts.add(new ReviewMark(standing().state(), words));
        Div head = new Div(name, facts);
        head.addClassName("indicator-head");
        score().flatMap(IndicatorScore::overridden)
                .ifPresent(overridden -> head.add(new OverriddenLevel(overridden, words)));
        return head;
    }

    private Optional<IndicatorScore> score() {
        return recording
                .scoreboard()
                .ranking()
                .row(recording.district())
                .map(row -> row.scorecard().line(indicator.id()).score());
    }

    private Optional<Component> sentBack() {
        return standing()
                .last()
                .filter(step -> !step.note().isEmpty())
                .map(step ->
                        new Remark(
                                "sent-back-" + indicator.id(),
                                words.of(
                                        "record.sent-back",
                                        step.by(),
                                        words.dateTime(step.happenedAt()),
                                        step.note())));
    }

    private Component createLevels() {
        OrderedList list = new OrderedList();
        list.addClassName("recording-levels");
        for (Level level : indicator.levels()) {
            Span thai = new Span(level.text().th());
            thai.getElement().setAttribute("lang", "th");
            ListItem item = new ListItem(thai);
            if (!words.isThai()) {
                Span reading = new Span(level.text().en());
                reading.addClassName("of-name");
                item.add(reading);
            }
            list.add(item);
        }
        return new Details(words.of("record.levels"), list);
    }

    private Component createFields() {
        Div fields = new Div();
        fields.addClassName("recording-fields");
        for (Measure measure : indicator.measures()) {
            Div group = new Div();
            group.addClassName("recording-measure");
            fields.add(group);
            if (measure.evidenceReceipt()) {
                group.add(receipt, now(measure));
                continue;
            }
            RecordingField value = RecordingField.value(indicator.id(), measure.id());
            group.add(
                    measure.kind() == MeasureKind.DONE
                            ? createDoneField(value, measure)
                            : createField(value, words.of(measure.name()) + unit(measure)));
            measure.comparedWith()
                    .ifPresent(name ->
                            group.add(
                                    createField(
                                            RecordingField.of(indicator.id(), measure.id()),
                                            words.of(name) + unit(measure))));
            group.add(now(measure));
        }
        Div common = new Div();
        common.addClassName("recording-measure");
        TextField asOf = createField(RecordingField.asOf(indicator.id()), words.of("record.as-of"));
        asOf.setHelperText(words.of("record.as-of.help"));
        TextField note = createField(RecordingField.note(indicator.id()), words.of("record.note"));
        note.setHelperText(words.of("record.note.help"));
        common.add(asOf, note);
        fields.add(common);
        return fields;
    }

    private String unit(Measure measure) {
        return measure.countedIn()
                .map(MeasureUnit::name)
                .map(name -> " (" + words.of(name) + ")")
                .orElse("");
    }

    /** The figure that counts now, and where it is from. */
    private Component now(Measure measure) {
        String text =
                recording
                        .scoreboard()
                        .measurement(recording.district(), indicator.key(measure.id()))
                        .map(figure ->
                                words.of(
                                        "record.now",
                                        new RecordingWords(words)
                                                .figure(measure, figure, measures)))
                        .orElseGet(() -> words.of("record.now.none"));
        Span now = new Span(text);
        now.addClassName("of-name");
        return now;
    }

    private TextField createField(RecordingField field, String label) {
        TextField text = new TextField(label);
        text.setId(id(field));
        text.setMaxLength(RecordingService.LONGEST_TEXT);
        text.setValue(typed(field));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(KEPT_AFTER_MILLIS);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(field, change.getValue(), text::setValue);
            }
        });
        return text;
    }

    /** Yes, not yet, or the day: chosen from two words, or typed. */
    private Component createDoneField(RecordingField field, Measure measure) {
        ComboBox<String> choice = new ComboBox<>(words.of(measure.name()));
        choice.setId(id(field));
        choice.setItems(words.of("record.yes"), words.of("record.no"));
        choice.setAllowCustomValue(true);
        choice.setClearButtonVisible(true);
        choice.setHelperText(words.of("record.done.help"));
        String typed = typed(field);
        if (!typed.isEmpty()) {
            choice.setValue(typed);
        }
        choice.addCustomValueSetListener(typing -> choice.setValue(typing.getDetail()));
        choice.addValueChangeListener(change -> {
            String now = change.getValue() == null ? "" : change.getValue();
            if (!now.equals(typed(field))) {
                save(field, now, choice::setValue);
            }
        });
        return choice;
    }

    private static String id(RecordingField field) {
        return "field-" + field.indicator() + "-" + field.key().replace('.', '-');
    }

    private String typed(RecordingField field) {
        Optional<Draft> draft = recording.form().draft(field);
        draft.ifPresent(found -> versions.putIfAbsent(field, found.version()));
        return draft.map(Draft::text).orElse("");
    }

    private void save(RecordingField field, String text, Consumer<String> show) {
        try {
            switch (recording
                    .service()
                    .save(
                            recording.round(),
                            recording.district(),
                            field,
                            text,
                            versions.getOrDefault(field, 0))) {
                case Saving.Saved(Draft draft) -> {
                    versions.put(field, draft.version());
                    kept.setText(words.of("record.kept", words.dateTime(draft.changedAt())));
                    conflict.removeAll();
                }
                case Saving.Conflict(Draft theirs) -> ask(field, text, theirs, show);
            }
        } catch (RecordingRefusedException refused) {
            kept.setText("");
            conflict.removeAll();
            conflict.add(new Remark(new RecordingWords(words).refusal(refused)));
            return;
        }
        recording.form().reload();
        showPreview();
    }

    /** Neither text is lost: whoever typed later decides. */
    private void ask(RecordingField field, String mine, Draft theirs, Consumer<String> show) {
        kept.setText("");
        conflict.removeAll();
        Button keepMine = new Button(words.of("record.conflict.mine"));
        keepMine.addClickListener(_ -> {
            versions.put(field, theirs.version());
            save(field, mine, show);
        });
        Button takeTheirs = new Button(words.of("record.conflict.theirs"));
        takeTheirs.addClickListener(_ -> {
            versions.put(field, theirs.version());
            recording.form().reload();
            show.accept(theirs.text());
            conflict.removeAll();
            showPreview();
        });
        Div actions = new Div(keepMine, takeTheirs);
        actions.addClassName("actions");
        conflict.add(
                new Remark(
                        words.of(
                                "record.conflict",
                                theirs.changedBy().isEmpty() ? "–" : theirs.changedBy(),
                                words.dateTime(theirs.changedAt()),
                                theirs.text())),
                actions);
    }

    /** What the importer says to what was typed. */
    private void showPreview() {
        preview.removeAll();
        recording
                .service()
                .check(recording.round(), recording.district(), indicator.id())
                .ifPresent(this::show);
    }

    private void show(ImportReport report) {
        if (report.status() == ImportReport.Status.REJECTED) {
            preview.add(issues(report.issues()));
            return;
        }
        OptionalInt level =
                report.levels().stream()
                        .filter(change -> change.indicator().equals(indicator.id()))
                        .filter(change -> change.district().equals(recording.district()))
                        .map(ImportReport.LevelChange::levelAfter)
                        .findFirst()
                        .orElse(OptionalInt.empty());
        Div would = new Div(new Span(words.of("record.would-give")));
        would.addClassName("indicator-facts");
        if (level.isPresent()) {
            would.add(LevelMark.of(level.getAsInt(), words));
        } else {
            would.add(new Span(words.of("level.no-result")));
        }
        preview.add(would);
        if (!report.issues().isEmpty()) {
            preview.add(issues(report.issues()));
        }
    }

    private Component issues(List<Issue> issues) {
        UnorderedList list = new UnorderedList();
        list.addClassName("recording-issues");
        for (Issue issue : issues) {
            ListItem item = new ListItem(words.of(issue.message()));
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
        block.add(title, evidence, createUpload(), refusal);
        return block;
    }

    /** Alone, so that what is being typed meanwhile stays. */
    private void showEvidence() {
        List<Evidence> current = recording.form().evidence(indicator.id());
        refusal.removeAll();
        evidence.removeAll();
        evidence.add(
                new EvidenceList(
                        indicator,
                        current,
                        recording.form().repository(),
                        words,
                        new FileWithdrawal()));
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
            return !one.isPaper();
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
        public void refused(RecordingRefusedException why) {
            refuse(why);
        }
    }

    private Upload createUpload() {
        upload.setId("upload-" + indicator.id());
        upload.setMaxFileSize(RecordingService.MOST_EVIDENCE_BYTES);
        upload.setAcceptedFileExtensions(
                Stream.of(EvidenceType.values())
                        .flatMap(type -> type.extensions().stream())
                        .map(extension -> "." + extension)
                        .toArray(String[]::new));
        Button choose = new Button(words.of("evidence.add"));
        choose.setAriaLabel(words.of("evidence.add-to", indicator.id()));
        upload.setUploadButton(choose);
        upload.setDropAllowed(false);
        UploadI18N texts = new UploadI18N();
        texts.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(words.of("record.refused.too-big"))
                        .setIncorrectFileType(words.of("record.refused.wrong-type")));
        upload.setI18n(texts);
        return upload;
    }

    private void attach(ImportFile file) {
        // What was taken stands among the evidence; what was refused is nowhere.
        upload.clearFileList();
        change(() ->
                recording
                        .service()
                        .attach(recording.round(), recording.district(), indicator.id(), file));
    }

    private void change(Runnable attempt) {
        try {
            attempt.run();
            recording.form().reloadEvidence();
            showEvidence();
            showPreview();
        } catch (RecordingRefusedException why) {
            refuse(why);
        }
    }

    private void refuse(RecordingRefusedException why) {
        refusal.removeAll();
        refusal.add(new Remark(new RecordingWords(words).refusal(why)));
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
        submit.addClickListener(_ -> submit());
        Div actions = new Div(submit, kept);
        actions.addClassName("actions");
        Div block = new Div(actions);
        if (!standing().steps().isEmpty()) {
            block.add(createHistory());
        }
        return block;
    }

    private Component createHistory() {
        UnorderedList list = new UnorderedList();
        list.addClassName("recording-history");
        for (ReviewStep step : standing().steps().reversed()) {
            list.add(new ListItem(new RecordingWords(words).step(step)));
        }
        return new Details(words.of("review.history"), list);
    }

    private void submit() {
        conflict.removeAll();
        try {
            Optional<ImportReport> report =
                    recording
                            .service()
                            .submit(
                                    recording.round(),
                                    recording.district(),
                                    indicator.id(),
                                    standing().lastId());
            if (report.filter(refused -> refused.status() == ImportReport.Status.REJECTED)
                    .isPresent()) {
                preview.removeAll();
                preview.add(issues(report.get().issues()));
                conflict.add(new Remark(words.of("record.not-submitted")));
            } else {
                recording.form().submitted(indicator.id());
            }
        } catch (RecordingRefusedException refused) {
            conflict.add(new Remark(new RecordingWords(words).refusal(refused)));
        }
    }

    /** Leads whoever uses the keyboard back to where they were. */
    void focus() {
        getContent().getElement().setAttribute("tabindex", "-1");
        getContent().getElement().callJsFunction("focus");
    }
}
