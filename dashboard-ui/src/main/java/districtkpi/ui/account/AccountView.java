package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.account.Account;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.security.Accounts;
import districtkpi.ui.security.Requires;
import districtkpi.ui.security.Tokens;
import districtkpi.ui.setting.Settings;
import districtkpi.ui.shell.AccountPath;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.words.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The own account: who it is, its password, its tokens. */
@Route(AccountPath.PATH)
@Requires(Permission.OWN_ACCOUNT)
class AccountView extends Page {

    /** Milliseconds. */
    private static final int SHOWN_FOR = 6_000;

    private final CurrentAccount current;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;
    private final ValueSignal<Outcome> outcome = new ValueSignal<>(Outcome.NONE);

    /**
     * What was just done.
     *
     * @param key of the text about it; empty if nothing was
     * @param secret to be shown once; may be empty
     */
    record Outcome(String key, String secret) {

        static final Outcome NONE = new Outcome("", "");
    }

    AccountView(
            Preferences preferences,
            CurrentAccount current,
            Accounts accounts,
            Tokens tokens,
            Settings settings,
            Clock clock) {
        super(preferences);
        this.current = current;
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(AccountPath.NEXT);
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("own-account.title");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        SignedIn who = current.get().orElseThrow();
        List<Component> content = new ArrayList<>();
        content.add(
                new PageHead(
                        words.of("own-account.title"),
                        words.of(
                                "own-account.who",
                                who.name().value(),
                                words.of(who.role().label()))));
        Outcome done = outcome.get();
        if (!done.key().isEmpty()) {
            content.add(new Remark("outcome", words.of(done.key())));
        }
        if (!done.secret().isEmpty()) {
            content.add(new Secret(words.of("token.made.label"), done.secret()));
        }
        boolean temporary =
                AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                        .filter(AccountAuthentication::passwordTemporary)
                        .isPresent();
        if (temporary) {
            content.add(new Remark("temporary-password", words.of("own-account.temporary")));
        }
        Account account = accounts.of(who);
        if (!account.withPassword()) {
            content.add(new Paragraph(words.of("own-account.provider")));
        } else if (!account.demonstration()) {
            content.add(
                    new Block(
                            words.of("password.title"),
                            new PasswordForm(
                                    who,
                                    accounts,
                                    settings,
                                    words,
                                    temporary
                                            ? changed -> goOn(state, changed, words)
                                            : outcome::set)));
        }
        if (!temporary) {
            content.add(
                    new Block(
                            words.of("token.title"),
                            new Paragraph(words.of("token.explanation")),
                            new TokenPanel(who, tokens, clock.instant(), words, outcome::set)));
        }
        return content;
    }

    /** The first password is set: on to where somebody was going, with a word about it. */
    private void goOn(PageState state, Outcome done, Words words) {
        Optional<String> next = state.chosen(AccountPath.NEXT);
        if (next.isEmpty()) {
            outcome.set(done);
            return;
        }
        Notification.show(words.of(done.key()), SHOWN_FOR, Notification.Position.TOP_CENTER);
        Location location = new Location(next.get().replaceFirst("^[/.]+", ""));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
