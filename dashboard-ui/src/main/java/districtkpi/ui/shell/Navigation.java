package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.signals.Signal;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.Objects;

/**
 * The way to the main screens: those with a {@link com.vaadin.flow.router.Menu}, whose title is the
 * key of a text.
 */
class Navigation extends Composite<Nav> {

    Navigation(Signal<Words> words, Signal<Place> place) {
        Nav nav = getContent();
        nav.setId("navigation");
        nav.addClassName("navigation");
        Signal.effect(
                this,
                () -> nav.getElement().setAttribute("aria-label", words.get().of("navigation")));
        UnorderedList list = new UnorderedList();
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            list.add(new ListItem(createLink(entry, words, place)));
        }
        nav.add(list);
    }

    private Component createLink(MenuEntry entry, Signal<Words> words, Signal<Place> place) {
        RouterLink link = new RouterLink("", entry.menuClass());
        link.setId(entry.title().replace('.', '-'));
        Signal.effect(
                link,
                () -> {
                    link.setText(words.get().of(entry.title()));
                    PageState state = place.get().state();
                    // Who answers for some indicators looks at those on one screen after the other.
                    link.setQueryParameters(
                            state.shared()
                                    .withPart(
                                            state.chosenSection().orElse(null),
                                            state.chosenUnit().orElse(null))
                                    .toQuery());
                    boolean here = Objects.equals(entry.path(), "/" + place.get().path());
                    if (here || Objects.equals(entry.path(), place.get().path())) {
                        link.getElement().setAttribute("aria-current", "page");
                    } else {
                        link.getElement().removeAttribute("aria-current");
                    }
                });
        return link;
    }
}
