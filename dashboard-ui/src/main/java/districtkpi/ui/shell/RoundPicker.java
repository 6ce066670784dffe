package districtkpi.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import districtkpi.domain.agreement.RoundId;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;

/** The round that every screen is about. */
class RoundPicker extends Select<RoundId> {

    RoundPicker(Preferences preferences, Signal<Rounds.Frame> frame, Signal<Place> place) {
        setId("round-picker");
        addClassName("round-picker");
        setItems(List.of());
        Signal.effect(
                this,
                () -> {
                    Words words = preferences.words().get();
                    setItemLabelGenerator(words::round);
                    setAriaLabel(words.of("round.picker"));
                });
        Signal.effect(
                this,
                () -> {
                    List<RoundId> opened = frame.get().opened();
                    // Each item is a component: made anew when there are others, not for each page.
                    if (!getListDataView().getItems().toList().equals(opened)) {
                        setItems(opened);
                    }
                    frame.get().current().ifPresent(this::setValue);
                });
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrent()
                        .navigate(
                                place.peek().path(),
                                place.peek().state().withRound(change.getValue()).toQuery());
            }
        });
    }
}
