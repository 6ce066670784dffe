package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Chooses the part of the agreement and the day that a screen is about. */
public final class PartFilter extends Composite<Div> {

    private final PageState state;
    private final Words words;
    private final Consumer<PageState> listener;

    /**
     * @param days to choose from, newest first
     * @param listener is told of the state with another part or day
     * @param more fields of the screen, which follow
     */
    public PartFilter(
            Agreement agreement,
            List<LocalDate> days,
            PageState state,
            Words words,
            Consumer<PageState> listener,
            Component... more) {
        this.state = state;
        this.words = words;
        this.listener = listener;
        getContent().setId("filter");
        getContent().addClassName("filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("filter"));
        getContent()
                .add(
                        createSectionPicker(agreement),
                        createUnitPicker(agreement),
                        new DayField("day-filter", days, state, words, listener));
        getContent().add(more);
    }

    private Select<Section> createSectionPicker(Agreement agreement) {
        Select<Section> picker = new Select<>();
        picker.setId("section-filter");
        picker.setLabel(words.of("filter.section"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(words.of("filter.section.all"));
        picker.setItems(agreement.sections().stream().map(terms -> terms.section()).toList());
        picker.setItemLabelGenerator(section ->
                section == null ? words.of("filter.section.all") : words.of(section.label()));
        state.chosenSection().ifPresent(picker::setValue);
        picker.addValueChangeListener(change ->
                listener.accept(
                        state.withPart(change.getValue(), state.chosenUnit().orElse(null))));
        return picker;
    }

    private Select<UnitId> createUnitPicker(Agreement agreement) {
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
                listener.accept(
                        state.withPart(state.chosenSection().orElse(null), change.getValue())));
        return picker;
    }
}
