package districtkpi.ui.recording;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.RecordingField;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.recording.RecordingCard.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A field for each figure of an indicator. What is typed is kept at once, unless it cannot be or
 * somebody else typed something else: then it is settled before anything is handed in.
 */
class RecordingFields extends Composite<Div> {

    /** Typed this long ago, it is kept: an unfinished word now and then costs nothing. */
    private static final int KEPT_AFTER_MILLIS = 500;

    private final Recording recording;
    private final Indicator indicator;
    private final Words words;
    private final Runnable changed;
    private final Map<RecordingField, Field> fields = new LinkedHashMap<>();
    private final Map<RecordingField, Integer> versions = new LinkedHashMap<>();
    private final Map<RecordingField, String> counting;
    private final Div problems = new Div();
    private final Span kept = new Span();

    /**
     * @param label as the form has it
     * @param text what stands in it on the screen
     * @param show puts another text into it
     */
    private record Field(
            String label,
            Supplier<String> text,
            Consumer<String> show,
            HasValidationProperties validity,
            Focusable<?> focusable) {}

    /**
     * @param receipt what stands in the place of a day that follows from the evidence
     * @param readOnly where nothing can be recorded any more
     * @param changed is told whenever what stands in the fields changed
     */
    RecordingFields(
            Recording recording,
            Indicator indicator,
            Component receipt,
            boolean readOnly,
            Words words,
            Runnable changed) {
        this.recording = recording;
        this.indicator = indicator;
        this.words = words;
        this.changed = changed;
        this.counting =
                readOnly
                        ? Map.of()
                        : CountingTexts.of(
                                recording.scoreboard(), recording.district(), indicator, words);
        problems.setId("conflict-" + indicator.id());
        problems.getElement().setAttribute("role", "alert");
        kept.setId("kept-" + indicator.id());
        kept.addClassName("soft");
        kept.getElement().setAttribute("role", "status");
        getContent().addClassName("recording-form");
        getContent().add(createFields(receipt, readOnly), problems, kept);
    }

    private Component createFields(Component receipt, boolean readOnly) {
        Div grid = new Div();
        grid.addClassName("recording-fields");
        for (Measure measure : indicator.measures()) {
            Div group = new Div();
            group.addClassName("recording-measure");
            grid.add(group);
            if (measure.evidenceReceipt()) {
                group.add(receipt, now(measure));
                continue;
            }
            RecordingField value = RecordingField.value(indicator.id(), measure.id());
            group.add(
                    measure.kind() == MeasureKind.DONE
                            ? createDoneField(value, readOnly)
                            : createField(value, readOnly));
            measure.comparedWith()
                    .ifPresent(_ ->
                            group.add(
                                    createField(
                                            RecordingField.of(indicator.id(), measure.id()),
                                            readOnly)));
            group.add(now(measure));
            if (hasNumbers(measure) && !readOnly) {
                group.add(createLetters(measure));
            }
        }
        Div common = new Div();
        common.addClassName("recording-measure");
        TextField asOf = createField(RecordingField.asOf(indicator.id()), readOnly);
        asOf.setHelperText(words.of("record.as-of.help"));
        TextField note = createField(RecordingField.note(indicator.id()), readOnly);
        note.setHelperText(words.of("record.note.help"));
        common.add(asOf, note);
        grid.add(common);
        return grid;
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
                                                .figure(
                                                        measure,
                                                        figure,
                                                        new MeasureWords(words, indicator))))
                        .orElseGet(() -> words.of("record.now.none"));
        Span now = new Span(text);
        now.addClassName("of-name");
        return now;
    }

    /** It takes a text of any length: what is too long is refused with words, and never cut. */
    private TextField createField(RecordingField field, boolean readOnly) {
        TextField text = new TextField();
        add(field, text, readOnly, text::getValue, text::setValue);
        text.setLabel(label(field));
        text.setManualValidation(true);
        keyboard(field).ifPresent(keyboard -> show(text, keyboard));
        text.setValue(stored(field));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(KEPT_AFTER_MILLIS);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(field, change.getValue());
            }
        });
        return text;
    }

    /** Which keyboard a telephone shows for a field; absent for that of letters. */
    private Optional<String> keyboard(RecordingField field) {
        return field.measure()
                .flatMap(indicator::measure)
                .filter(RecordingFields::hasNumbers)
                .map(measure -> measure.kind() == MeasureKind.COUNT ? "numeric" : "decimal");
    }

    /** The component of Vaadin hands no such attribute on to what is typed into. */
    private static void show(TextField text, String keyboard) {
        text.getElement().setAttribute("inputmode", keyboard);
        text.getElement()
                .executeJs(
                        """
                        Promise.resolve(this.updateComplete)
                            .then(() => this.querySelector('input').inputMode = $0)\
                        """,
                        keyboard);
    }

    /** Yes, not yet, or the day: chosen from two words, or typed. */
    private Component createDoneField(RecordingField field, boolean readOnly) {
        ComboBox<String> choice = new ComboBox<>(label(field));
        choice.setItems(words.of("record.yes"), words.of("record.no"));
        choice.setAllowCustomValue(true);
        choice.setManualValidation(true);
        choice.setClearButtonVisible(true);
        choice.setHelperText(words.of("record.done.help"));
        add(
                field,
                choice,
                readOnly,
                () -> Objects.requireNonNullElse(choice.getValue(), ""),
                text -> choice.setValue(text.isEmpty() ? null : text));
        String stored = stored(field);
        if (!stored.isEmpty()) {
            choice.setValue(stored);
        }
        choice.addCustomValueSetListener(typing -> choice.setValue(typing.getDetail()));
        choice.addValueChangeListener(change -> {
            String now = Objects.requireNonNullElse(change.getValue(), "");
            if (!now.equals(stored(field))) {
                save(field, now);
            }
        });
        return choice;
    }

    private <C extends AbstractField<?, String> & HasValidationProperties & Focusable<?>> void add(
            RecordingField field,
            C input,
            boolean readOnly,
            Supplier<String> text,
            Consumer<String> show) {
        input.setId("field-" + field.indicator() + "-" + field.key().replace('.', '-'));
        input.setReadOnly(readOnly);
        fields.put(field, new Field(label(field), text, show, input, input));
        recording.form().draft(field).ifPresent(draft -> versions.put(field, draft.version()));
    }

    private String label(RecordingField field) {
        return new RecordingWords(words).label(indicator, field);
    }

    /** Where nobody typed anything, what counts already: corrections start from it. */
    private String stored(RecordingField field) {
        return isUntouched() ? counting.getOrDefault(field, "") : recording.form().text(field);
    }

    private boolean isUntouched() {
        return recording.form().texts(indicator.id()).isEmpty();
    }

    private static boolean hasNumbers(Measure measure) {
        return measure.kind().isNumeric();
    }

    /** A telephone shows its digits at once; what else can be typed is a press away. */
    private Component createLetters(Measure measure) {
        Button letters = new Button(words.of("record.letters"));
        letters.setId("letters-" + indicator.id() + "-" + measure.id());
        letters.addClassName("record-letters");
        letters.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        letters.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', () => {
                            const inputs = [...this.parentElement.querySelectorAll('input')];
                            inputs.forEach(input => input.inputMode = 'text');
                            inputs[0].focus();
                        });\
                        """);
        return letters;
    }

    private Field field(RecordingField field) {
        return Objects.requireNonNull(fields.get(field));
    }

    private void save(RecordingField field, String text) {
        boolean first = isUntouched();
        if (keep(field, text) && first) {
            // What stands beside it counts as typed from now on.
            counting.keySet().stream()
                    .filter(other -> !other.equals(field) && fields.containsKey(other))
                    .forEach(other -> keep(other, field(other).text().get()));
        }
        recording.form().reload();
        changed.run();
    }

    /** Says whether it was kept. */
    private boolean keep(RecordingField field, String text) {
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
                    settle(field);
                    return true;
                }
                case Saving.Conflict(Draft theirs) -> ask(field, text, theirs);
            }
        } catch (Refused refused) {
            String reason = refused.text(words);
            mark(field, reason, new Remark(words.of("record.problem", label(field), reason)));
        }
        return false;
    }

    /** Neither text is lost: whoever typed later decides. */
    private void ask(RecordingField field, String mine, Draft theirs) {
        Button keepMine = new Button(words.of("record.conflict.mine"));
        keepMine.addClickListener(_ -> {
            versions.put(field, theirs.version());
            save(field, field(field).text().get());
        });
        Button takeTheirs = new Button(words.of("record.conflict.theirs"));
        takeTheirs.addClickListener(_ -> {
            versions.put(field, theirs.version());
            recording.form().reload();
            field(field).show().accept(theirs.text());
            settle(field);
            changed.run();
        });
        Div actions = new Div(keepMine, takeTheirs);
        actions.addClassName("actions");
        String what =
                words.of(
                        "record.conflict",
                        theirs.changedBy().isEmpty() ? "–" : theirs.changedBy(),
                        words.dateTime(theirs.changedAt()),
                        theirs.text());
        mark(
                field,
                words.of("record.conflict.open"),
                new Remark(words.of("record.problem", label(field), what)),
                new Span(words.of("record.conflict.typed", mine)),
                actions);
    }

    private void mark(RecordingField field, String reason, Component... explanation) {
        kept.setText("");
        settle(field);
        field(field).validity().setErrorMessage(reason);
        field(field).validity().setInvalid(true);
        Div problem = new Div(explanation);
        problem.setId(id(field));
        problems.add(problem);
    }

    private void settle(RecordingField field) {
        field(field).validity().setInvalid(false);
        problem(field).ifPresent(problems::remove);
    }

    private Optional<Component> problem(RecordingField field) {
        return problems.getChildren()
                .filter(problem -> problem.getId().equals(Optional.of(id(field))))
                .findFirst();
    }

    private static String id(RecordingField field) {
        return "problem-" + field.indicator() + "-" + field.key().replace('.', '-');
    }

    /**
     * Looks once more at what is stored: what stands there is what somebody else typed meanwhile,
     * where it is not what stands on the screen.
     *
     * @return the labels of the fields that are to be settled first
     */
    List<String> open() {
        recording.form().reload();
        fields.forEach((key, field) -> {
            if (problem(key).isEmpty() && !field.text().get().equals(stored(key))) {
                recording
                        .form()
                        .draft(key)
                        .ifPresentOrElse(
                                theirs -> ask(key, field.text().get(), theirs),
                                () -> save(key, field.text().get()));
            }
        });
        return fields.entrySet().stream()
                .filter(entry -> problem(entry.getKey()).isPresent())
                .map(entry -> entry.getValue().label())
                .toList();
    }

    /** Leads to the first field that is to be settled. */
    void focusOpen() {
        fields.entrySet().stream()
                .filter(entry -> problem(entry.getKey()).isPresent())
                .findFirst()
                .ifPresent(entry -> entry.getValue().focusable().focus());
    }
}
