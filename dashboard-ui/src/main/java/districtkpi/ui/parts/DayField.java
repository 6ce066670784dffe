package districtkpi.ui.parts;

import com.vaadin.flow.component.select.Select;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Chooses the day up to which figures count; all of them where none is chosen. */
public final class DayField extends Select<LocalDate> {

    /**
     * @param days to choose from; offered from the newest on, with the chosen one
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
        Optional<LocalDate> chosen = state.chosenDay();
        // A link may name a day between those of figures; the field shall not then say “latest”.
        setItems(
                Stream.concat(days.stream(), chosen.stream())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        setItemLabelGenerator(
                day -> Objects.isNull(day) ? words.of("filter.day.latest") : words.shortDate(day));
        chosen.ifPresent(this::setValue);
        addValueChangeListener(change -> listener.accept(state.withDay(change.getValue())));
    }
}
