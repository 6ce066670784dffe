package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The frame of a screen that is there before anybody signed in: it shows no data. */
public class PlainLayout extends Composite<Div> implements RouterLayout, BeforeEnterObserver {

    private final ValueSignal<Place> place = new ValueSignal<>(new Place("", PageState.EMPTY));
    private final Main main = new Main();
    private final Preferences preferences;

    PlainLayout(Preferences preferences) {
        this.preferences = preferences;
        Signal<Words> words = preferences.words();
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Header header = new Header(new Brand(words), Choices.plain(preferences, place));
        header.addClassName("shell-header");
        getContent().addClassName("shell");
        getContent().add(header, main);
        Signal.effect(this, () -> MainLayout.speak(UI.getCurrent(), words.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PageState state = MainLayout.state(event);
        state.chosenLocale().ifPresent(preferences::choose);
        place.set(new Place(event.getLocation().getPath(), state));
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
    }
}
