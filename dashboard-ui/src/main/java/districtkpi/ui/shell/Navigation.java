package districtkpi.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways to the screens, in groups: those with a {@link com.vaadin.flow.router.Menu}, whose title
 * is the key of a text and whose order has the group as its tens.
 */
class Navigation extends Composite<Div> {

    /** The keys of their texts, by the tens of the order. */
    private static final List<String> GROUPS =
            List.of(
                    "navigation.group.overview",
                    "navigation.group.analysis",
                    "navigation.group.work",
                    "navigation.group.documents",
                    "navigation.group.data",
                    "navigation.group.system");

    /** Screens without an entry of their own, by the beginning of their path. */
    private static final Map<String, String> BELONGS_TO =
            Map.of(
                    "district/", "nav.district",
                    "plan/", "nav.plan",
                    "indicator/", "nav.indicators",
                    "forms/summary", "nav.ranking",
                    "forms/evaluation", "nav.district",
                    "receipt/", "nav.publication",
                    "forms/agreement", "nav.agreement",
                    "cascade/", "nav.cascade",
                    "forms/officer", "nav.cascade",
                    "record/", "nav.record");

    /** Screens about one district, whose code ends their path. */
    private static final Set<String> OF_DISTRICT = Set.of("nav.district", "nav.plan");

    private static final Pattern DISTRICT =
            Pattern.compile("(?:district|plan|receipt|forms/evaluation)(/[0-9]{4})");

    private final Rounds rounds;
    private final List<WaitingCount> counts;
    private final ValueSignal<Integer> changes = new ValueSignal<>(0);

    Navigation(Signal<Words> words, Signal<Place> place, Rounds rounds, List<WaitingCount> counts) {
        this.rounds = rounds;
        this.counts = counts;
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
        groups.forEach((number, entries) ->
                getContent().add(group(GROUPS.get(number - 1), entries, words, place)));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration listening =
                WaitingWork.listen(attach.getUI(), () -> changes.update(count -> count + 1));
        addDetachListener(detach -> {
            listening.remove();
            detach.unregisterListener();
        });
    }

    private SideNav group(
            String key, List<MenuEntry> entries, Signal<Words> words, Signal<Place> place) {
        SideNav group = new SideNav();
        Signal.effect(group, () -> group.setLabel(words.get().of(key)));
        entries.forEach(entry -> group.addItem(item(entry, words, place)));
        return group;
    }

    private SideNavItem item(MenuEntry entry, Signal<Words> words, Signal<Place> place) {
        SideNavItem item =
                new SideNavItem(
                        "", entry.menuClass(), new Icon(Objects.requireNonNull(entry.icon())));
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
                    if (OF_DISTRICT.contains(entry.title())) {
                        // From one screen about a district to the other about the same.
                        Matcher district = DISTRICT.matcher(path);
                        item.setPath(
                                withoutSlash(entry)
                                        + (district.matches() ? district.group(1) : ""));
                    }
                    // Never none: the component of Vaadin fails on a list that was taken away.
                    item.setPathAliases(Set.of(isHere(entry, path) ? path : entry.path()));
                });
        counts.stream()
                .filter(count -> count.menuTitle().equals(entry.title()))
                .forEach(count -> showCount(item, count, words, place));
        return item;
    }

    private void showCount(
            SideNavItem item, WaitingCount count, Signal<Words> words, Signal<Place> place) {
        Span badge = new Span();
        badge.addClassName("waiting-count");
        item.setSuffixComponent(badge);
        Signal.effect(
                badge,
                () -> {
                    changes.get();
                    long waiting =
                            rounds.scoreboard(place.get().state())
                                    .filter(one -> one.publication().isEmpty())
                                    .map(count::count)
                                    .orElse(0L);
                    badge.setVisible(waiting > 0);
                    badge.setText(words.get().number(waiting));
                    badge.setTitle(
                            words.get().of("navigation.waiting", words.get().number(waiting)));
                });
    }

    private static String withoutSlash(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    private static boolean isHere(MenuEntry entry, String path) {
        return Objects.equals(entry.path(), "/" + path)
                || Objects.equals(entry.path(), path)
                || BELONGS_TO.entrySet().stream()
                        .anyMatch(one ->
                                path.startsWith(one.getKey())
                                        && one.getValue().equals(entry.title()));
    }
}
