package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Part;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says up to which day and for which part of the agreement a screen shows the round, and chooses
 * them.
 */
class ScopePicker extends Composite<Div> {

    private final Rounds rounds;
    private final Analyses analyses;
    private final Signal<Place> place;
    private final Signal<Scope> scope;
    private final Signal<Words> words;

    ScopePicker(
            Rounds rounds,
            Analyses analyses,
            Signal<Place> place,
            Signal<Scope> scope,
            Signal<Words> words) {
        this.rounds = rounds;
        this.analyses = analyses;
        this.place = place;
        this.scope = scope;
        this.words = words;
        Button button = new Button(VaadinIcon.CALENDAR.create());
        button.setId("scope");
        button.addClassName("scope");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Popover popover = new Popover();
        popover.setId("scope-popover");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.addOpenedChangeListener(change -> {
            popover.removeAll();
            if (change.isOpened()) {
                popover.add(createFields());
            }
        });
        getContent().add(button, popover);
        Signal.effect(button, () -> describe(button, popover));
    }

    private void describe(Button button, Popover popover) {
        Words now = words.get();
        PageState state = place.get().state();
        Scope narrowed = scope.get();
        Optional<Scoreboard> scoreboard =
                narrowed.hasDay() ? rounds.scoreboard(state) : Optional.empty();
        button.setVisible(scoreboard.isPresent());
        if (scoreboard.isEmpty()) {
            popover.close();
            return;
        }
        Part part = Part.of(scoreboard.get().agreement(), state);
        boolean partial = narrowed.hasPart() && !part.isWhole();
        String day =
                RoundHeading.figuresUpTo(scoreboard.get(), state)
                        .map(newest ->
                                now.of(
                                        state.chosenDay().isPresent()
                                                ? "scope.as-of"
                                                : "scope.latest",
                                        now.shortDate(newest)))
                        .orElseGet(() -> now.of("scope.no-figures"));
        String text = partial ? now.of("scope.part", day, part.description(now)) : day;
        button.setText(text);
        button.setAriaLabel(now.of("scope.label", text));
        button.setTooltipText(text);
        button.setClassName("narrowed", partial || state.chosenDay().isPresent());
        popover.setAriaLabel(now.of("filter"));
    }

    private Component createFields() {
        PageState state = place.peek().state();
        Words now = words.peek();
        Scoreboard scoreboard = rounds.scoreboard(state).orElseThrow();
        Div fields = new Div();
        fields.setId("filter");
        fields.addClassName("scope-fields");
        fields.getElement().setAttribute("role", "search");
        fields.getElement().setAttribute("aria-label", now.of("filter"));
        fields.add(createDayPicker(analyses.days(scoreboard), state, now));
        if (scope.peek().hasPart()) {
            Agreement agreement = scoreboard.agreement();
            fields.add(
                    createSectionPicker(agreement, state, now),
                    createUnitPicker(agreement, state, now));
        }
        return fields;
    }

    private Component createDayPicker(List<LocalDate> days, PageState state, Words now) {
        Select<LocalDate> picker = new Select<>();
        picker.setId("day-filter");
        picker.setLabel(now.of("filter.day"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(now.of("filter.day.latest"));
        // A link may name a day between those of figures; the field shall not then say “latest”.
        picker.setItems(
                Stream.concat(days.stream(), state.chosenDay().stream())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        picker.setItemLabelGenerator(
                day -> Objects.isNull(day) ? now.of("filter.day.latest") : now.shortDate(day));
        state.chosenDay().ifPresent(picker::setValue);
        picker.addValueChangeListener(
                change -> go(place.peek().state().withDay(change.getValue())));
        return picker;
    }

    private Component createSectionPicker(Agreement agreement, PageState state, Words now) {
        Select<SectionId> picker = new Select<>();
        picker.setId("section-filter");
        picker.setLabel(now.of("filter.section"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(now.of("filter.section.all"));
        picker.setItems(agreement.sections().stream().map(SectionTerms::section).toList());
        picker.setItemLabelGenerator(section ->
                Objects.isNull(section)
                        ? now.of("filter.section.all")
                        : now.of(agreement.sectionName(section)));
        state.chosenSection().ifPresent(picker::setValue);
        picker.addValueChangeListener(change -> {
            PageState latest = place.peek().state();
            go(latest.withPart(change.getValue(), latest.chosenUnit().orElse(null)));
        });
        return picker;
    }

    private Component createUnitPicker(Agreement agreement, PageState state, Words now) {
        Select<UnitId> picker = new Select<>();
        picker.setId("unit-filter");
        picker.setLabel(now.of("filter.unit"));
        picker.setEmptySelectionAllowed(true);
        picker.setEmptySelectionCaption(now.of("filter.unit.all"));
        List<UnitId> units = agreement.units().stream().map(ResponsibleUnit::id).toList();
        picker.setItems(units);
        picker.setItemLabelGenerator(unit ->
                Objects.isNull(unit)
                        ? now.of("filter.unit.all")
                        : now.of(agreement.unit(unit).shortName()));
        state.chosenUnit().filter(units::contains).ifPresent(picker::setValue);
        picker.addValueChangeListener(change -> {
            PageState latest = place.peek().state();
            go(latest.withPart(latest.chosenSection().orElse(null), change.getValue()));
        });
        return picker;
    }

    private void go(PageState state) {
        UI.getCurrent().navigate(place.peek().path(), state.toQuery());
    }
}
