package districtkpi.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import districtkpi.db.recording.Evidence;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportReport;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Asks before an indicator is handed in: which figures and evidence, and what that does. */
class HandInQuestion extends Composite<Div> {

    private final Of of;
    private final Words words;
    private final RecordingWords recordingWords;
    private final Button confirm;

    /**
     * What would be handed in.
     *
     * @param now the round with the figures that count
     * @param effect what the importer says; absent where the figures that count are handed in
     * @param unchanged why that would change nothing, where it would not
     * @param evidence all that counts
     * @param notTaken names of files that were chosen and are not among it
     */
    record Of(
            Scoreboard now,
            DistrictCode district,
            Indicator indicator,
            Optional<ImportReport> effect,
            Optional<String> unchanged,
            List<Evidence> evidence,
            List<String> notTaken) {}

    HandInQuestion(Of of, Words words, Runnable confirmed, Runnable cancelled) {
        this.of = of;
        this.words = words;
        this.recordingWords = new RecordingWords(words);
        Div content = getContent();
        of.unchanged().map(Remark::new).ifPresent(content::add);
        content.add(new Paragraph(words.of("record.question", of.indicator().id())));
        content.add(createFigures());
        content.add(new Paragraph(createEvidence()));
        if (!of.notTaken().isEmpty()) {
            content.add(
                    new Remark(
                            words.of("record.question.without", String.join(", ", of.notTaken()))));
        }
        Paragraph level = new Paragraph(level());
        level.setId("question-level-" + of.indicator().id());
        level.addClassName("recording-label");
        content.add(level);
        confirm = new Button(words.of("record.question.confirm", of.indicator().id()));
        confirm.setId("confirm-submit-" + of.indicator().id());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> confirmed.run());
        Button cancel = new Button(words.of("question.cancel"));
        cancel.setId("cancel-submit-" + of.indicator().id());
        cancel.addClickListener(_ -> cancelled.run());
        Div actions = new Div(confirm, cancel);
        actions.addClassName("actions");
        content.add(actions);
    }

    /** Leads whoever uses the keyboard to it, and reads it out. */
    void focus() {
        confirm.focus();
        confirm.scrollIntoView();
    }

    private Component createFigures() {
        MeasureWords measures = new MeasureWords(words, of.indicator());
        UnorderedList list = new UnorderedList();
        for (Measure measure : of.indicator().measures()) {
            figure(measure)
                    .ifPresent(value ->
                            list.add(
                                    new ListItem(
                                            words.of(
                                                    "review.figure",
                                                    words.of(measure.name()),
                                                    RecordingWords.value(
                                                            measure, value, measures)))));
        }
        return list;
    }

    private Optional<MeasuredValue> figure(Measure measure) {
        return of.effect()
                .flatMap(report ->
                        report.changes().stream()
                                .filter(change ->
                                        change.measure().equals(of.indicator().key(measure.id())))
                                .flatMap(change -> change.after().stream())
                                .map(ImportEffect.Figure::value)
                                .findFirst())
                .or(() ->
                        of.now()
                                .measurement(of.district(), of.indicator().key(measure.id()))
                                .map(counting -> counting.value()));
    }

    private String createEvidence() {
        return of.evidence().isEmpty()
                ? words.of("record.question.no-evidence")
                : words.of(
                        "record.question.evidence",
                        of.evidence().stream()
                                .map(Evidence::name)
                                .collect(Collectors.joining(", ")));
    }

    private String level() {
        return of.effect()
                .map(report ->
                        recordingWords.levels(report.levels(), of.district(), of.indicator()))
                .orElseGet(() -> recordingWords.level(of.indicator(), counting(), counting()));
    }

    private OptionalInt counting() {
        return of.now().level(of.district(), of.indicator().id());
    }
}
