package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
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
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The frame of every screen: a drawer with the ways to the others, and one bar with what is chosen
 * for all of them.
 *
 * <p>Its parts stay while the language changes under them, so that who uses the keyboard does not
 * lose the place.
 */
@Layout
@JavaScript("context://session.js")
class MainLayout extends Composite<AppLayout>
        implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

    private final ValueSignal<Place> place = new ValueSignal<>(new Place("", PageState.EMPTY));
    private final ValueSignal<Optional<Page>> page = new ValueSignal<>(Optional.empty());
    private final Main main = new Main();
    private final Preferences preferences;
    private final OwnStart ownStart;

    MainLayout(
            Preferences preferences,
            Rounds rounds,
            PublicationRepository publications,
            VisibleScoreboards scoreboards,
            Analyses analyses,
            List<WaitingCount> counts,
            OwnStart ownStart,
            CurrentAccount current,
            AuthenticationContext authentication) {
        this.preferences = preferences;
        this.ownStart = ownStart;
        Signal<Words> words = preferences.words();
        Signal<Rounds.Frame> frame = Signal.computed(() -> rounds.frame(place.get().state()));
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Signal<Optional<PublicationState>> published =
                Signal.computed(() ->
                        frame.get()
                                .current()
                                .map(round ->
                                        PublicationState.of(
                                                round,
                                                place.get().state(),
                                                publications,
                                                scoreboards,
                                                words.get())));
        Div shell =
                new Div(
                        createPrintedNote(frame, published, words),
                        main,
                        new Footer(new Paragraph(words.map(w -> w.of("footer")))));
        shell.addClassName("shell");
        AppLayout layout = getContent();
        layout.setPrimarySection(AppLayout.Section.DRAWER);
        layout.addToDrawer(new Brand(words), new Navigation(words, place, rounds, counts));
        layout.addToNavbar(
                new SkipLink(words),
                new DrawerSwitch(words),
                new RoundPicker(preferences, frame, place),
                new ScopePicker(
                        rounds,
                        analyses,
                        place,
                        page.map(shown -> shown.map(Page::scope).orElse(Scope.ROUND)),
                        words),
                new DemonstrationMark(frame, words),
                new PublicationNote(published, place, words));
        Div tools =
                new Div(
                        new Search(rounds, place, words),
                        new ShareLink(words),
                        new DownloadMenu(page, words),
                        new Print(words));
        tools.addClassName("bar-tools");
        current.get()
                .ifPresent(
                        who -> tools.add(new AccountMenu(who, preferences, place, authentication)));
        layout.addToNavbar(tools);
        layout.setContent(shell);
        Signal.effect(this, () -> speak(UI.getCurrent(), words.get()));
        Signal.effect(this, () -> watchSession(UI.getCurrent(), words.get()));
    }

    /** Before the session ends, the browser warns; what was typed and not sent it keeps. */
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

    /**
     * On paper, where there is no bar: that the figures are made up, and whether they are public.
     */
    private static Component createPrintedNote(
            Signal<Rounds.Frame> frame,
            Signal<Optional<PublicationState>> published,
            Signal<Words> words) {
        Paragraph demonstration = new Paragraph(words.map(w -> w.of("demonstration.banner")));
        demonstration.bindVisible(frame.map(Rounds.Frame::demonstration));
        Paragraph state =
                new Paragraph(published.map(p -> p.map(PublicationState::text).orElse("")));
        Div note = new Div(demonstration, state);
        note.addClassName("printed-note");
        return note;
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
        if (beginsHere(event, state)) {
            Optional<String> own = ownStart.path(state);
            if (own.isPresent()) {
                event.forwardTo(own.get(), state.toQuery());
                return;
            }
        }
        state.chosenLocale().ifPresent(preferences::choose);
        place.set(new Place(event.getLocation().getPath(), state));
    }

    /** After signing in, or with the plain address: not by a way to the overview on a page. */
    private static boolean beginsHere(BeforeEnterEvent event, PageState state) {
        return event.getTrigger() == NavigationTrigger.PAGE_LOAD
                && event.getLocation().getPath().isEmpty()
                && state.chosenLocale()
                        .map(PageState.EMPTY::withLocale)
                        .orElse(PageState.EMPTY)
                        .equals(state);
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
        getContent().getElement().executeJs("if (this.overlay) this.drawerOpened = false");
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
            page.set(content instanceof Page shown ? Optional.of(shown) : Optional.empty());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
    }
}
