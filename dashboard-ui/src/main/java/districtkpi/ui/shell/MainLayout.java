package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.state.VisibleScoreboards;
import districtkpi.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The frame of every screen: name, navigation, choices and the banner over demonstration data.
 *
 * <p>Its parts stay while the language changes under them, so that who uses the keyboard does not
 * lose the place.
 */
@Layout
@JavaScript("context://session.js")
class MainLayout extends Composite<Div>
        implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

    private final ValueSignal<Place> place = new ValueSignal<>(new Place("", PageState.EMPTY));
    private final Main main = new Main();
    private final Preferences preferences;
    private final Signal<Rounds.Frame> frame;
    private final CurrentAccount current;
    private final AuthenticationContext authentication;

    MainLayout(
            Preferences preferences,
            Rounds rounds,
            PublicationRepository publications,
            VisibleScoreboards scoreboards,
            CurrentAccount current,
            AuthenticationContext authentication) {
        this.preferences = preferences;
        this.frame = Signal.computed(() -> rounds.frame(place.get().state()));
        this.current = current;
        this.authentication = authentication;
        Signal<Words> words = preferences.words();
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Footer footer = new Footer(new Paragraph(words.map(w -> w.of("footer"))));
        getContent().addClassName("shell");
        getContent().add(new SkipLink(words), createHeader(words), createBanner(words));
        getContent().add(new PublicationNote(publications, scoreboards, frame, place, words));
        getContent().add(main, footer);
        Signal.effect(this, () -> speak(UI.getCurrent(), words.get()));
        Signal.effect(this, () -> watchSession(UI.getCurrent(), words.get()));
    }

    /** Before the session ends, the browser warns; what was typed it keeps for the same account. */
    private static void watchSession(UI ui, Words words) {
        AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(own ->
                        ui.getPage()
                                .executeJs(
                                        """
                                        window.districtKpiSession.start({
                                          address: $0, account: $1, since: $2, warning: $3,
                                          longest: $4, stay: $5, typed: $6, back: $7, drop: $8,
                                          language: $9
                                        });\
                                        """,
                                        "session",
                                        String.valueOf(own.who().accountId()),
                                        own.since().toString(),
                                        words.of("session.warning", "{0}"),
                                        words.of("session.longest", "{0}"),
                                        words.of("session.stay"),
                                        words.of("session.typed"),
                                        words.of("session.typed.back"),
                                        words.of("session.typed.drop"),
                                        words.languageTag()));
    }

    private Component createHeader(Signal<Words> words) {
        Header header =
                new Header(
                        new Brand(words),
                        new Navigation(words, place),
                        new Choices(preferences, frame, place));
        current.get().ifPresent(who -> header.add(new AccountMenu(who, words, authentication)));
        header.addClassName("shell-header");
        return header;
    }

    private Component createBanner(Signal<Words> words) {
        Div banner = new Div(words.map(w -> w.of("demonstration.banner")));
        banner.setId("demonstration-banner");
        banner.addClassName("demonstration-banner");
        banner.getElement().setAttribute("role", "note");
        banner.bindVisible(frame.map(Rounds.Frame::demonstration));
        return banner;
    }

    /**
     * Names the language of the page, for those who have it read to them, and says in it what the
     * browser says by itself while the connection is away.
     *
     * @param ui asked for and not the layout, which is not attached yet when it says its first
     *     words
     */
    private static void speak(UI ui, Words words) {
        ui.setLocale(words.locale());
        ui.getPage()
                .executeJs(
                        """
                        document.documentElement.lang = $0;
                        window.Vaadin.connectionIndicator.onlineText = $1;\
                        """,
                        words.locale().getLanguage(),
                        words.of("connection.back"));
        ReconnectDialogConfiguration away = ui.getReconnectDialogConfiguration();
        away.setDialogText(words.of("connection.reconnecting"));
        away.setDialogTextGaveUp(words.of("connection.lost"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (AccountPath.isToBeSeenFirst(event)) {
            AccountPath.forward(event);
            return;
        }
        PageState state = state(event);
        state.chosenLocale().ifPresent(preferences::choose);
        place.set(new Place(event.getLocation().getPath(), state));
    }

    /**
     * Another page begins at its top, or at what its address names behind {@code #}, as in a
     * browser. The same one, filtered or sorted, stays where it is, and so does one that is gone
     * back to.
     */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        main.getElement()
                .executeJs(
                        """
                        const title = this.querySelector('h1')?.textContent;
                        const first = !this.shownTitle;
                        const another = title !== this.shownTitle;
                        this.shownTitle = title;
                        if ($0 && another) {
                            // The browser is told the new address after this.
                            setTimeout(() => {
                                const named = document.getElementById(location.hash.substring(1));
                                if (named) {
                                    named.scrollIntoView();
                                } else if (!first) {
                                    window.scrollTo(0, 0);
                                }
                            });
                        }\
                        """,
                        event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY);
    }

    /** What the address says; nothing where it says what cannot be. */
    static PageState state(BeforeEnterEvent event) {
        try {
            return PageState.parse(event.getLocation().getQueryParameters());
        } catch (IllegalArgumentException _) {
            // The screen itself says that there is no such address.
            return PageState.EMPTY;
        }
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
