package districtkpi.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Optional;

/**
 * The place of a page that its address names behind {@code #}. A browser keeps that to itself, and
 * scrolls to nothing that is folded away: this tells the page of it.
 */
public final class NamedPlace {

    private static final String EVENT = "place-named";

    private NamedPlace() {}

    /**
     * Unfolds what the address names, when the page is shown and whenever somebody follows a link
     * within it, and scrolls there.
     *
     * @param component a part of the page
     * @param unfold given the name; what it unfolded, or nothing where there is no such place
     */
    public static void listen(
            Component component,
            SerializableFunction<String, Optional<? extends Component>> unfold) {
        component
                .getElement()
                .addEventListener(
                        EVENT,
                        event ->
                                unfold.apply(event.getEventData().get("event.detail").asString())
                                        .ifPresent(place ->
                                                place.getElement()
                                                        .executeJs(
                                                                "(this.closest('tr') ?? this).scrollIntoView()")))
                .addEventData("event.detail");
        component
                .getElement()
                .executeJs(
                        """
                        const tell = () => {
                            if (!this.isConnected) {
                                // A listener of each page would keep all that were ever shown.
                                window.removeEventListener('hashchange', tell);
                            } else if (location.hash) {
                                const detail = decodeURIComponent(location.hash.substring(1));
                                this.dispatchEvent(new CustomEvent($0, { detail }));
                            }
                        };
                        window.addEventListener('hashchange', tell);
                        // Once more to the same place is no change of the address.
                        this.addEventListener('click', event => {
                            if (event.target.closest('a')?.hash) {
                                setTimeout(tell);
                            }
                        });
                        // The browser is told a new address after this.
                        setTimeout(tell);\
                        """,
                        EVENT);
    }
}
