package districtkpi.ui.cascade;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import districtkpi.db.cascade.Assignment;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.NumberReader;
import districtkpi.importer.table.Reading;
import districtkpi.office.cascade.CascadeService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Remark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an officer is to have: a weight and a target for each indicator, and what the weights come
 * to. What is typed is kept at once, unless it cannot be; then the field says why.
 */
class SheetEditor extends Composite<Div> {

    /** Typed this long ago, it is kept. */
    private static final int KEPT_AFTER_MILLIS = 500;

    private final Agreement agreement;
    private final DistrictCode district;
    private final long officer;
    private final CascadeService service;
    private final Words words;
    private final Consumer<String> done;
    private final Map<IndicatorId, Assignment> kept = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Paragraph total = new Paragraph();
    private final Div refusal = new Div();
    private final AskFirst handOver;

    /**
     * @param agreement as it holds for the district
     * @param done is told of the text about what was done, and shows it all anew
     */
    SheetEditor(
            Agreement agreement,
            DistrictCode district,
            long officer,
            List<Assignment> draft,
            CascadeService service,
            Words words,
            Consumer<String> done) {
        this.agreement = agreement;
        this.district = district;
        this.officer = officer;
        this.service = service;
        this.words = words;
        this.done = done;
        draft.forEach(one -> kept.put(one.indicator(), one));
        total.setId("draft-total");
        total.getElement().setAttribute("role", "status");
        refusal.setId("draft-refusal");
        refusal.getElement().setAttribute("role", "alert");
        handOver =
                new AskFirst(
                        "hand-over",
                        words.of("sheet.hand-over"),
                        words.of("sheet.hand-over.question"),
                        words,
                        () -> {
                            if (unkept().isPresent()) {
                                showTotal();
                                return;
                            }
                            service.handOver(
                                    agreement.round(), officer, List.copyOf(kept.values()));
                            done.accept("sheet.hand-over.done");
                        });
        Div actions = new Div(handOver);
        if (!draft.isEmpty()) {
            actions.add(
                    new AskFirst(
                            "discard",
                            words.of("sheet.discard"),
                            words.of("sheet.discard.question"),
                            words,
                            () -> {
                                service.discard(agreement.round(), officer);
                                done.accept("sheet.discard.done");
                            }));
        }
        actions.addClassName("actions");
        getContent().addClassName("sheet-editor");
        getContent().add(new Paragraph(words.of("sheet.draft.explanation")), createTable());
        getContent().add(total, refusal, actions);
        showTotal();
    }

    /** What is handed over is what stands on the screen: nothing, while a field says otherwise. */
    private void showTotal() {
        BigDecimal sum = Assignment.total(kept.values());
        Optional<IndicatorId> unkept = unkept();
        total.setText(
                unkept.map(id -> words.of("sheet.unkept", id))
                        .orElseGet(() -> new CascadeWords(words).total(sum)));
        handOver.setEnabled(unkept.isEmpty() && sum.compareTo(Assignment.WHOLE) == 0);
    }

    /** The first indicator whose fields say something that could not be kept. */
    private Optional<IndicatorId> unkept() {
        return lines.stream().filter(line -> !line.isKept()).map(line -> line.id).findFirst();
    }

    private Component createTable() {
        DataTable table =
                new DataTable("draft-lines", words.of("sheet.caption"), DataTable.Narrow.STACK);
        table.column(words.of("form.indicator"))
                .column(words.of("sheet.weight"))
                .column(words.of("sheet.target"))
                .column(words.of("sheet.target-text"));
        // What the agreement dropped since is there to be taken out.
        Stream.concat(
                        agreement
                                .indicators()
                                .filter(one ->
                                        one.appliesIn(district) || kept.containsKey(one.id()))
                                .map(Indicator::id),
                        kept.keySet().stream().filter(id -> agreement.indicator(id).isEmpty()))
                .toList()
                .forEach(id -> {
                    Line line = new Line(id);
                    lines.add(line);
                    line.addTo(table);
                });
        return table;
    }

    /** The fields of one indicator. */
    private final class Line {

        private final IndicatorId id;
        private final TextField weight = new TextField();
        private final Select<Integer> level = new Select<>();
        private final TextField text = new TextField();

        private Line(IndicatorId id) {
            this.id = id;
            Optional<Assignment> known = Optional.ofNullable(kept.get(id));
            weight.setId("weight-" + id);
            weight.setAriaLabel(words.of("sheet.weight-of", id));
            weight.addClassName("weight-field");
            weight.setMaxLength(20);
            weight.setManualValidation(true);
            weight.setValue(known.map(one -> words.number(one.weight())).orElse(""));
            keepSoon(weight);
            level.setId("level-" + id);
            level.setAriaLabel(words.of("sheet.target-of", id));
            Optional<Indicator> agreed = agreement.indicator(id);
            int top =
                    agreed.map(Indicator::topLevel)
                            .orElseGet(() -> known.map(Assignment::targetLevel).orElse(1));
            level.setItems(IntStream.rangeClosed(1, top).boxed().toList());
            level.setItemLabelGenerator(number ->
                    words.of(
                            "course.level",
                            agreed.map(one -> words.level(one, number))
                                    .orElseGet(() -> words.number(number))));
            level.setValue(Math.min(top, known.map(Assignment::targetLevel).orElse(top)));
            level.addValueChangeListener(_ -> keep());
            text.setId("target-" + id);
            text.setAriaLabel(words.of("sheet.target-text-of", id));
            text.setMaxLength(Assignment.MAX_TARGET_LENGTH);
            text.setManualValidation(true);
            text.setValue(known.map(Assignment::targetText).orElse(""));
            keepSoon(text);
        }

        private void addTo(DataTable table) {
            String name =
                    agreement
                            .indicator(id)
                            .map(indicator -> id + " " + words.of(indicator.name()))
                            .orElseGet(() -> words.of("sheet.dropped", id));
            table.row()
                    .id("draft-" + id)
                    .header(new Span(name))
                    .cell(weight)
                    .cell(level)
                    .cell(text);
        }

        private void keepSoon(TextField field) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(KEPT_AFTER_MILLIS);
            field.addValueChangeListener(_ -> keep());
        }

        private boolean isKept() {
            Optional<Assignment> before = Optional.ofNullable(kept.get(id));
            return weight.getValue().isBlank()
                    ? before.isEmpty() && !lacksWeight()
                    : before.equals(typed());
        }

        /** Whether there is a text of a target that cannot be kept without a weight. */
        private boolean lacksWeight() {
            return weight.getValue().isBlank() && !text.getValue().isBlank();
        }

        private void keep() {
            tryToKeep();
            showTotal();
        }

        private void tryToKeep() {
            refusal.removeAll();
            text.setInvalid(false);
            Optional<Assignment> typed = Optional.empty();
            if (!weight.getValue().isBlank()) {
                typed = typed();
                weight.setErrorMessage(words.of("sheet.weight.wrong"));
                weight.setInvalid(typed.isEmpty());
                if (typed.isEmpty()) {
                    return;
                }
            }
            weight.setErrorMessage(lacksWeight() ? words.of("sheet.weight.missing") : "");
            weight.setInvalid(lacksWeight());
            Optional<Assignment> before = Optional.ofNullable(kept.get(id));
            if (before.equals(typed)) {
                return;
            }
            try {
                service.assign(agreement.round(), officer, id, before, typed);
            } catch (Refused refused) {
                refuse(refused);
                return;
            }
            typed.ifPresentOrElse(one -> kept.put(id, one), () -> kept.remove(id));
        }

        /** Of what is typed; absent for a weight that is none. */
        private Optional<Assignment> typed() {
            if (!(NumberReader.read(CellText.clean(weight.getValue()))
                    instanceof Reading.Read<BigDecimal>(var percent))) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Assignment(id, percent, level.getValue(), text.getValue()));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private void refuse(Refused refused) {
            String reason = refused.text(words);
            switch (refused.reason()) {
                case PERSONAL_NUMBER -> {
                    text.setErrorMessage(reason);
                    text.setInvalid(true);
                }
                // Nothing of theirs is overwritten: it is shown, to be changed once more.
                case MOVED -> done.accept("sheet.draft.moved");
                default -> refusal.add(new Remark(reason));
            }
        }
    }
}
