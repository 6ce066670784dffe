package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.signals.Signal;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds districts and indicators by code or name, and screens by name, from every screen with Ctrl
 * K; Enter goes to the first.
 */
class Search extends Composite<Button> {

    private static final int MAX_FOUND = 12;

    private final Rounds rounds;
    private final Signal<Place> place;
    private final Signal<Words> words;
    private final Dialog dialog = new Dialog();

    /**
     * Something to go to.
     *
     * @param searched all that it may be found by, in lower case
     */
    private record Target(String kind, String text, String searched, Anchor link) {}

    Search(Rounds rounds, Signal<Place> place, Signal<Words> words) {
        this.rounds = rounds;
        this.place = place;
        this.words = words;
        Button button = getContent();
        button.setId("search");
        button.setIcon(VaadinIcon.SEARCH.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClickListener(_ -> open());
        dialog.setId("search-dialog");
        dialog.setWidth("32rem");
        Signal.effect(
                button,
                () -> {
                    button.setAriaLabel(words.get().of("search"));
                    button.setTooltipText(words.get().of("search.hint"));
                    dialog.setHeaderTitle(words.get().of("search"));
                });
        Signal.effect(
                button,
                () -> {
                    place.get();
                    dialog.close();
                });
        Shortcuts.addShortcutListener(button, this::open, Key.KEY_K, KeyModifier.CONTROL)
                .setBrowserDefaultAllowed(false);
    }

    private void open() {
        Words now = words.peek();
        List<Target> targets = targets(place.peek().state(), now);
        UnorderedList found = new UnorderedList();
        found.setId("search-found");
        found.addClassName("search-found");
        TextField field = new TextField();
        field.setId("search-field");
        field.setWidthFull();
        field.setPlaceholder(now.of("search.placeholder"));
        field.setAriaLabel(now.of("search.placeholder"));
        field.setAutofocus(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> show(targets, change.getValue(), found, now));
        field.addKeyDownListener(
                Key.ENTER, _ -> found.getElement().executeJs("this.querySelector('a')?.click()"));
        show(targets, "", found, now);
        dialog.removeAll();
        dialog.add(field, found);
        dialog.open();
    }

    private static void show(
            List<Target> targets, String wanted, UnorderedList found, Words words) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        found.removeAll();
        targets.stream()
                .filter(target -> target.searched().contains(lower))
                .limit(MAX_FOUND)
                .forEach(target -> {
                    Span kind = new Span(target.kind());
                    kind.addClassName("search-kind");
                    found.add(new ListItem(target.link(), kind));
                });
        if (found.getComponentCount() == 0) {
            found.add(new ListItem(new Paragraph(words.of("search.nothing"))));
        }
    }

    private List<Target> targets(PageState state, Words words) {
        PageState shared = state.shared();
        Stream<Target> screens =
                MenuConfiguration.getMenuEntries().stream()
                        .map(entry ->
                                target(
                                        words.of("search.screen"),
                                        words.of(entry.title()),
                                        "",
                                        PageLink.to(
                                                entry.path().replaceFirst("^/", ""), shared, "")));
        return Stream.concat(
                        rounds.scoreboard(state).stream()
                                .flatMap(scoreboard -> ofRound(scoreboard, shared, words)),
                        screens)
                .toList();
    }

    private static Stream<Target> ofRound(Scoreboard scoreboard, PageState shared, Words words) {
        Stream<Target> districts =
                scoreboard.ranking().rows().stream()
                        .flatMap(row -> scoreboard.district(row.scorecard().district()).stream())
                        .map(district ->
                                target(
                                        words.of("search.district"),
                                        words.of(district.name()),
                                        district.code() + " " + both(district.name()),
                                        PageLink.to("district/" + district.code(), shared, "")));
        Stream<Target> indicators =
                scoreboard.agreement().sections().stream()
                        .map(SectionTerms::indicators)
                        .flatMap(List::stream)
                        .map(indicator ->
                                target(
                                        words.of("search.indicator"),
                                        indicator.id() + " " + words.of(indicator.name()),
                                        both(indicator.name()),
                                        PageLink.to("indicator/" + indicator.id(), shared, "")));
        return Stream.concat(districts, indicators);
    }

    private static String both(LocalizedText text) {
        return text.th() + " " + text.en();
    }

    private static Target target(String kind, String text, String more, Anchor link) {
        link.setText(text);
        return new Target(kind, text, (text + " " + more).toLowerCase(Locale.ROOT), link);
    }
}
