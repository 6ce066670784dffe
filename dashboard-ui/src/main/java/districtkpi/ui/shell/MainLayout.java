package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every screen: name, navigation, choices and the banner over demonstration data.
 *
 * <p>Its parts stay while the language changes under them, so that who uses the keyboard does not
 * lose the place.
 */
@Layout
class MainLayout extends Composite<Div> implements RouterLayout, BeforeEnterObserver {

    private final ValueSignal<Place> place = new ValueSignal<>(new Place("", PageState.EMPTY));
    private final Main main = new Main();
    private final Preferences preferences;
    private final Rounds rounds;

    MainLayout(Preferences preferences, Rounds rounds, PublicationRepository publications) {
        this.preferences = preferences;
        this.rounds = rounds;
        Signal<Words> words = preferences.words();
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Footer footer = new Footer(new Paragraph(words.map(w -> w.of("footer"))));
        getContent().addClassName("shell");
        getContent().add(createSkipLink(words), createHeader(words), createBanner(words));
        getContent().add(new PublicationNote(rounds, publications, place, words));
        getContent().add(main, footer);
        Signal.effect(this, () -> speak(words.get()));
    }

    private static Component createSkipLink(Signal<Words> words) {
        Anchor skip = new Anchor();
        skip.setId("skip-link");
        skip.addClassName("skip-link");
        skip.bindText(words.map(w -> w.of("skip")));
        // The base address of the page is not the page's own, so a bare #main would leave it.
        skip.getElement().setAttribute("href", "#main");
        skip.getElement().setAttribute("router-ignore", true);
        skip.getElement()
                .setAttribute("onclick", "document.getElementById('main').focus();return false");
        return skip;
    }

    private Component createHeader(Signal<Words> words) {
        Span name = new Span(words.map(w -> w.of("product")));
        name.addClassName("product");
        Span place = new Span(words.map(w -> w.of("product.place")));
        place.addClassName("product-place");
        Div brand = new Div(name, place);
        brand.addClassName("brand");
        Header header =
                new Header(
                        brand,
                        new Navigation(words, this.place),
                        new Choices(preferences, rounds, this.place));
        header.addClassName("shell-header");
        return header;
    }

    private Component createBanner(Signal<Words> words) {
        Div banner = new Div(words.map(w -> w.of("demonstration.banner")));
        banner.setId("demonstration-banner");
        banner.addClassName("demonstration-banner");
        banner.getElement().setAttribute("role", "note");
        banner.bindVisible(place.map(shown -> isDemonstration(shown.state())));
        return banner;
    }

    private boolean isDemonstration(PageState state) {
        return rounds.scoreboard(state).filter(Scoreboard::demonstration).isPresent();
    }

    private void speak(Words words) {
        getUI().ifPresent(ui -> {
            ui.setLocale(words.locale());
            ui.getPage()
                    .executeJs("document.documentElement.lang = $0", words.locale().getLanguage());
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PageState state;
        try {
            state = PageState.parse(event.getLocation().getQueryParameters());
        } catch (IllegalArgumentException _) {
            // The screen itself says that there is no such address.
            state = PageState.EMPTY;
        }
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
