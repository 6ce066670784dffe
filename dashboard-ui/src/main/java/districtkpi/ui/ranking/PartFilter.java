package districtkpi.ui.ranking;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.ui.parts.DayField;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.List;

/** Chooses the part of the agreement and the day that the ranking is about. */
class PartFilter extends Composite<Div> {

    private final PageState state;

    PartFilter(Agreement agreement, List<LocalDate> days, PageState state, Words words) {
        this.state = state;
        getContent().setId("filter");
        getContent().addClassName("filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("filter"));
        getContent()
                .add(
                        createSectionPicker(agreement, words),
                        createUnitPicker(agreement, words),
                        new DayField("day-filter", days, state, words, PartFilter::go));
    }

    private Select<Section> createSectionPicker(Agreement agreement, Words words) {
        Select<Section> picker = new Select<>();
        picker.setId("section-filter");
        picker.setLabel(words.of("filter.section"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(words.of("filter.section.all"));
        picker.setItems(agreement.sections().stream().map(terms -> terms.section()).toList());
        picker.setItemLabelGenerator(section ->
                section == null ? words.of("filter.section.all") : words.of(section.label()));
        state.chosenSection().ifPresent(picker::setValue);
        picker.addValueChangeListener(
                change -> go(state.withPart(change.getValue(), state.chosenUnit().orElse(null))));
        return picker;
    }

    private Select<UnitId> createUnitPicker(Agreement agreement, Words words) {
        Select<UnitId> picker = new Select<>();
        picker.setId("unit-filter");
        picker.setLabel(words.of("filter.unit"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(words.of("filter.unit.all"));
        List<UnitId> units = agreement.units().stream().map(ResponsibleUnit::id).toList();
        picker.setItems(units);
        picker.setItemLabelGenerator(unit ->
                unit == null
                        ? words.of("filter.unit.all")
                        : words.of(agreement.unit(unit).shortName()));
        state.chosenUnit().filter(units::contains).ifPresent(picker::setValue);
        picker.addValueChangeListener(change ->
                go(state.withPart(state.chosenSection().orElse(null), change.getValue())));
        return picker;
    }

    private static void go(PageState changed) {
        UI.getCurrent().navigate(RankingNavigation.PATH, changed.toQuery());
    }
}
