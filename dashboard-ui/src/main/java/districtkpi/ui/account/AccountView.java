package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Account;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Tokens;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.AccountPath;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import java.time.Clock;
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

    /**
     * What was just done.
     *
     * @param key of the text about it
     * @param secret to be shown once; may be empty
     */
    record Outcome(String key, String secret) {}

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
        return new Shown(state, words)
                .content(
                        new PageHead(
                                words.of("own-account.title"),
                                words.of(
                                        "own-account.who",
                                        who.name().value(),
                                        words.of(who.role().label()))));
    }

    /** The page: what was done stands above the forms, and what is typed in another one stays. */
    private final class Shown {

        private final PageState state;
        private final Words words;
        private final Div outcome = new Div();
        private final Div password = new Div();
        private final Div token = new Div();

        private Shown(PageState state, Words words) {
            this.state = state;
            this.words = words;
            outcome.addClassName("page");
            password.addClassName("page");
        }

        private List<Component> content(Component head) {
            showPassword();
            if (!isTemporary()) {
                showTokens();
            }
            return List.of(head, outcome, password, token);
        }

        private void showPassword() {
            SignedIn who = current.get().orElseThrow();
            password.removeAll();
            boolean temporary = isTemporary();
            if (temporary) {
                password.add(new Remark("temporary-password", words.of("own-account.temporary")));
            }
            Account account = accounts.of(who);
            if (!account.withPassword()) {
                password.add(new Paragraph(words.of("own-account.provider")));
            } else if (!account.demonstration()) {
                password.add(
                        new Block(
                                words.of("password.title"),
                                new PasswordForm(
                                        who,
                                        accounts,
                                        settings,
                                        words,
                                        done -> changed(done, temporary))));
            }
        }

        private void showTokens() {
            token.removeAll();
            token.add(
                    new Block(
                            words.of("token.title"),
                            new Paragraph(words.of("token.explanation")),
                            new TokenPanel(current, tokens, clock, words, this::say)));
        }

        private void changed(Outcome done, boolean wasTemporary) {
            Optional<String> next =
                    wasTemporary ? state.chosen(AccountPath.NEXT) : Optional.empty();
            if (next.isPresent()) {
                goOn(next.get(), done, words);
                return;
            }
            showPassword();
            if (wasTemporary) {
                showTokens();
            }
            say(done);
        }

        private void say(Outcome done) {
            outcome.removeAll();
            outcome.add(new DoneRemark("outcome", words.of(done.key())));
            if (!done.secret().isEmpty()) {
                outcome.add(new Secret(words.of("token.made.label"), done.secret()));
            }
        }
    }

    private static boolean isTemporary() {
        return AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                .filter(AccountAuthentication::passwordTemporary)
                .isPresent();
    }

    /** The first password is set: on to where somebody was going, with a word about it. */
    private static void goOn(String next, Outcome done, Words words) {
        Notification.show(words.of(done.key()), SHOWN_FOR, Notification.Position.TOP_CENTER);
        Location location = new Location(next.replaceFirst("^[/.]+", ""));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
