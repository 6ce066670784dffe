package districtkpi.ui.weights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.Threshold;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The thresholds of one indicator at a time: an agreement has too many for one screen. */
class ThresholdFields extends Composite<Div> {

    private final Agreement agreement;
    private final Draft draft;
    private final PageState state;
    private final Words words;

    ThresholdFields(Agreement agreement, Draft draft, PageState state, Words words) {
        this.agreement = agreement;
        this.draft = draft;
        this.state = state;
        this.words = words;
        List<Indicator> indicators =
                agreement
                        .indicators()
                        .filter(indicator -> !Threshold.allOf(indicator).isEmpty())
                        .toList();
        Optional<Indicator> chosen =
                state.chosen(LaboratoryNavigation.INDICATOR)
                        .flatMap(agreement::indicator)
                        .filter(indicators::contains)
                        .or(() -> indicators.stream().findFirst());
        Div filter = new Div(createPicker(indicators, chosen));
        filter.addClassName("filter");
        getContent().addClassName("block");
        getContent().add(filter);
        chosen.ifPresent(indicator -> getContent().add(createTable(indicator)));
    }

    private Component createPicker(List<Indicator> indicators, Optional<Indicator> chosen) {
        Select<IndicatorId> picker = new Select<>();
        picker.setId("threshold-indicator");
        picker.addClassName("wide-field");
        picker.setLabel(words.of("why.indicator"));
        picker.setItems(indicators.stream().map(Indicator::id).toList());
        picker.setItemLabelGenerator(id ->
                agreement
                        .indicator(id)
                        .map(indicator -> id + " " + words.of(indicator.name()))
                        .orElse(""));
        chosen.map(Indicator::id).ifPresent(picker::setValue);
        picker.addValueChangeListener(change ->
                LaboratoryNavigation.go(
                        state.with(LaboratoryNavigation.INDICATOR, change.getValue())));
        return picker;
    }

    private DataTable createTable(Indicator indicator) {
        MeasureWords measures = new MeasureWords(words, indicator);
        DataTable table =
                new DataTable(
                        "lab-thresholds",
                        words.of("lab.thresholds.caption", indicator.id()),
                        DataTable.Narrow.STACK);
        table.column(words.of("terms.level"))
                .column(words.of("lab.threshold.agreed"))
                .column(words.of("lab.threshold.draft"));
        Threshold.allOf(indicator)
                .forEach((threshold, condition) -> {
                    DataTable.Row row =
                            table.row()
                                    .header(
                                            new Span(
                                                    words.of(
                                                            "course.level",
                                                            words.level(
                                                                    indicator, threshold.level()))))
                                    .cell(measures.condition(condition))
                                    .cell(createField(indicator, threshold, condition));
                    if (draft.thresholds().containsKey(threshold)) {
                        row.style("chosen");
                    }
                });
        return table;
    }

    private Component createField(
            Indicator indicator, Threshold threshold, Condition.Comparison condition) {
        BigDecimal bound = draft.boundOf(threshold, condition);
        BigDecimalField field = new BigDecimalField();
        field.setId("threshold-" + threshold.toString().replace('.', '-'));
        field.addClassName("weight-field");
        field.setAriaLabel(
                words.of(
                        "lab.threshold-of",
                        threshold.indicator(),
                        words.level(indicator, threshold.level())));
        field.setAutoselect(true);
        field.setValue(bound);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue().compareTo(bound) != 0) {
                change(field, threshold, change.getValue());
            }
        });
        return field;
    }

    private void change(BigDecimalField field, Threshold threshold, BigDecimal bound) {
        Draft changed;
        try {
            changed = draft.withThreshold(threshold, bound).withoutUnchanged(agreement);
        } catch (IllegalArgumentException _) {
            field.setInvalid(true);
            field.setErrorMessage(words.of("lab.too-many-digits"));
            return;
        }
        LaboratoryNavigation.go(
                LaboratoryNavigation.with(
                        state.with(LaboratoryNavigation.INDICATOR, threshold.indicator()),
                        changed));
    }
}
