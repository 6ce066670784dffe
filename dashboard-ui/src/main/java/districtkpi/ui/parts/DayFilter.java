package districtkpi.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Chooses the day that a screen about all of the agreement is about. */
public final class DayFilter extends Composite<Div> {

    /**
     * @param days to choose from, newest first
     * @param listener is told of the state with another day
     */
    public DayFilter(
            List<LocalDate> days, PageState state, Words words, Consumer<PageState> listener) {
        getContent().setId("filter");
        getContent().addClassName("filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().getElement().setAttribute("aria-label", words.of("filter"));
        getContent().add(new DayField("day-filter", days, state, words, listener));
    }
}
