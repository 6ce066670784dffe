package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.signals.Signal;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ways to the screens, in groups: those with a {@link com.vaadin.flow.router.Menu}, whose title
 * is the key of a text and whose order has the group as its tens.
 */
class Navigation extends Composite<Div> {

    /** By the tens of the order; a group's text is {@code navigation.group.…}. */
    private static final List<String> GROUPS =
            List.of("overview", "analysis", "work", "documents", "data", "system");

    /** Screens without an entry of their own, by the beginning of their path. */
    private static final Map<String, String> BELONGS_TO =
            Map.of(
                    "district/", "nav.ranking",
                    "plan/", "nav.ranking",
                    "forms/summary", "nav.ranking",
                    "forms/evaluation", "nav.ranking",
                    "receipt/", "nav.publication",
                    "forms/agreement", "nav.agreement",
                    "cascade/", "nav.cascade",
                    "forms/officer", "nav.cascade",
                    "record/", "nav.record");

    Navigation(Signal<Words> words, Signal<Place> place) {
        getContent().setId("navigation");
        getContent().addClassName("navigation");
        getContent().getElement().setAttribute("role", "navigation");
        Signal.effect(
                this,
                () ->
                        getContent()
                                .getElement()
                                .setAttribute("aria-label", words.get().of("navigation")));
        Map<Integer, List<MenuEntry>> groups =
                MenuConfiguration.getMenuEntries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.order().intValue() / 10,
                                        TreeMap::new,
                                        Collectors.toList()));
        groups.forEach(
                (number, entries) ->
                        getContent().add(group(GROUPS.get(number - 1), entries, words, place)));
    }

    private SideNav group(
            String name, List<MenuEntry> entries, Signal<Words> words, Signal<Place> place) {
        SideNav group = new SideNav();
        Signal.effect(
                group, () -> group.setLabel(words.get().of("navigation.group." + name)));
        entries.forEach(entry -> group.addItem(item(entry, words, place)));
        return group;
    }

    private SideNavItem item(MenuEntry entry, Signal<Words> words, Signal<Place> place) {
        SideNavItem item =
                new SideNavItem("", entry.menuClass(), new Icon(Objects.requireNonNull(entry.icon())));
        item.setId(entry.title().replace('.', '-'));
        Signal.effect(
                item,
                () -> {
                    item.setLabel(words.get().of(entry.title()));
                    PageState state = place.get().state();
                    // Who answers for some indicators looks at those on one screen after the other.
                    item.setQueryParameters(
                            state.shared()
                                    .withPart(
                                            state.chosenSection().orElse(null),
                                            state.chosenUnit().orElse(null))
                                    .toQuery());
                    // Marks the screen at hand, however its address is filtered.
                    String path = place.get().path();
                    item.setPathAliases(isHere(entry, path) ? Set.of(path) : Set.of());
                });
        return item;
    }

    private static boolean isHere(MenuEntry entry, String path) {
        return Objects.equals(entry.path(), "/" + path)
                || Objects.equals(entry.path(), path)
                || BELONGS_TO.entrySet().stream()
                        .anyMatch(
                                one ->
                                        path.startsWith(one.getKey())
                                                && one.getValue().equals(entry.title()));
    }
}
