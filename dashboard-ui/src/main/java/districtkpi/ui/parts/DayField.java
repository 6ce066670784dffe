package districtkpi.ui.parts;

import com.vaadin.flow.component.select.Select;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Chooses the day up to which figures count; all of them where none is chosen. */
public final class DayField extends Select<LocalDate> {

    /**
     * @param days to choose from, in the order in which they are offered
     * @param state whose day is the chosen one
     * @param listener is told of the state with another day
     */
    public DayField(
            String id,
            List<LocalDate> days,
            PageState state,
            Words words,
            Consumer<PageState> listener) {
        setId(id);
        setLabel(words.of("filter.day"));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(words.of("filter.day.latest"));
        setItems(days);
        setItemLabelGenerator(
                day -> Objects.isNull(day) ? words.of("filter.day.latest") : words.shortDate(day));
        state.chosenDay().filter(days::contains).ifPresent(this::setValue);
        addValueChangeListener(change -> listener.accept(state.withDay(change.getValue())));
    }
}
