package districtkpi.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.JustDone;
import districtkpi.ui.parts.ThaiText;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import java.util.List;
import java.util.Optional;

/**
 * A screen whose state is its address: it is built anew whenever the address, the language or the
 * form of digits changes.
 */
public abstract class Page extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final ValueSignal<Address> asked =
            new ValueSignal<>(new Address(PageState.EMPTY, Optional.empty()));
    private Optional<?> subject = Optional.empty();
    private final Preferences preferences;

    /** All that the address says, so that the screen is built once for all of it. */
    private record Address(PageState state, Optional<?> subject) {}

    protected Page(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    protected final Div initContent() {
        Div page = new Div();
        page.addClassName("page");
        return page;
    }

    /** Follows the state from when the screen is complete. */
    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            Signal.effect(
                    this,
                    () -> {
                        Words words = preferences.words().get();
                        show(content(asked.get().state(), words), words);
                    });
        }
    }

    /** The state that is shown now. */
    protected final PageState shown() {
        return asked.peek().state();
    }

    /** What of the path the screen is about, before it is told the rest of the address. */
    protected final void about(Optional<?> named) {
        subject = named;
    }

    /** What the screen shows, from top to bottom. */
    protected abstract List<Component> content(PageState pageState, Words words);

    /** The name of the screen, for the window's title. */
    protected abstract String title(PageState pageState, Words words);

    /** To what of the round the screen can be narrowed; to nothing, for most. */
    protected Scope scope() {
        return Scope.ROUND;
    }

    /** Links to the files with what the screen shows; none for most. */
    protected List<Component> downloads(PageState pageState, Words words) {
        return List.of();
    }

    /** {@link #downloads} of what is shown now. */
    final List<Component> files() {
        return downloads(asked.get().state(), preferences.words().get());
    }

    /** What the address can say beyond what every page understands; none for most. */
    protected List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            PageState state = PageState.parse(event.getLocation().getQueryParameters());
            parameters().forEach(state::chosen);
            asked.set(new Address(state, subject));
        } catch (IllegalArgumentException _) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        Words words = preferences.words().peek();
        return words.of("title", title(shown(), words), words.of("product"));
    }

    private void show(List<Component> content, Words words) {
        if (!words.isThai()) {
            ThaiText.mark(content, words.languageTag());
        }
        getContent().removeAll();
        getContent().add(content);
        getUI().ifPresent(JustDone::sayTheRest);
    }
}
