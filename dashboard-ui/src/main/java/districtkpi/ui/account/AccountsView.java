package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.local.ValueSignal;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.Permission;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Question;
import districtkpi.ui.security.Accounts;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.AccountPath;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Who may sign in, and as what: the administrator adds, changes, shuts and unlocks accounts. */
@Route("accounts")
@Menu(title = "nav.accounts", order = 61, icon = "vaadin:users")
@Requires(Permission.MANAGE_ACCOUNTS)
class AccountsView extends Page {

    private final Accounts accounts;
    private final Rounds rounds;
    private final ScopeNames names;
    private final boolean providers;
    private final ValueSignal<Situation> situation = new ValueSignal<>(Situation.START);

    /**
     * What was just done, and which account is being changed.
     *
     * @param key of the text about it; empty if nothing was
     * @param argument of that text
     * @param password to be shown once; may be empty
     * @param edited absent for a new one
     */
    record Situation(String key, String argument, String password, @Nullable Account edited) {

        static final Situation START = new Situation("", "", "", null);

        static Situation done(String key, Account account, String password) {
            return new Situation(key, account.name().value(), password, null);
        }
    }

    AccountsView(
            Preferences preferences,
            Accounts accounts,
            Rounds rounds,
            ScopeNames names,
            Optional<IdentityProviders> providers) {
        super(preferences);
        this.accounts = accounts;
        this.rounds = rounds;
        this.names = names;
        this.providers = providers.isPresent();
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.accounts");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        Situation now = situation.get();
        List<Component> content = new ArrayList<>();
        content.add(new PageHead(words.of("accounts.title"), words.of("accounts.intro")));
        if (!now.key().isEmpty()) {
            content.add(new DoneRemark("outcome", words.of(now.key(), now.argument())));
        }
        if (!now.password().isEmpty()) {
            content.add(new Secret(words.of("accounts.password.label"), now.password()));
        }
        Optional<Account> edited = Optional.ofNullable(now.edited());
        content.add(
                new Block(
                        edited.map(one -> words.of("accounts.change", one.name().value()))
                                .orElseGet(() -> words.of("accounts.add")),
                        new AccountForm(
                                edited,
                                rounds.scoreboard(state),
                                providers,
                                words,
                                said -> keep(edited, said),
                                () -> situation.set(Situation.START))));
        content.add(createTable(words));
        return content;
    }

    private void keep(Optional<Account> edited, AccountForm.Said said) {
        AccountData data = said.data();
        try {
            if (edited.isPresent()) {
                Account changed = accounts.change(edited.get(), data, said.enabled());
                situation.set(
                        Situation.done(
                                accounts.isOwn(changed)
                                        ? "accounts.changed-own"
                                        : "accounts.changed",
                                changed,
                                ""));
            } else if (said.ofProvider()) {
                Account added = accounts.addOfProvider(data);
                situation.set(Situation.done("accounts.added-of-provider", added, ""));
            } else {
                Accounts.WithPassword added = accounts.add(data);
                situation.set(Situation.done("accounts.added", added.account(), added.password()));
            }
        } catch (DuplicateKeyException _) {
            situation.set(
                    new Situation("accounts.taken", data.name().value(), "", edited.orElse(null)));
        } catch (OptimisticLockingFailureException _) {
            situation.set(new Situation("accounts.moved", data.name().value(), "", null));
        } catch (IllegalStateException _) {
            situation.set(
                    new Situation("accounts.last", data.name().value(), "", edited.orElse(null)));
        }
    }

    private Component createTable(Words words) {
        DataTable table =
                new DataTable("accounts", words.of("accounts.caption"), DataTable.Narrow.STACK);
        table.column(words.of("account.name"))
                .column(words.of("account.role"))
                .column(words.of("account.scope"))
                .column(words.of("account.post"))
                .column(words.of("account.state"))
                .column(words.of("account.actions"));
        ScopeNames.Known known = names.known(words);
        accounts.all()
                .forEach(account ->
                        table.row()
                                .id("account-" + account.name().value())
                                .header(new Span(account.name().value()))
                                .cell(words.of(account.role().label()))
                                .cell(scope(account, known))
                                .cell(account.data().post())
                                .cell(state(account, words))
                                .cell(actions(account, words)));
        return table;
    }

    private static String scope(Account account, ScopeNames.Known known) {
        return account.data()
                .district()
                .map(known::district)
                .or(() -> account.data().unit().map(known::unit))
                .orElse("–");
    }

    private String state(Account account, Words words) {
        if (!account.enabled()) {
            return words.of("account.disabled");
        }
        if (!account.withPassword()) {
            return words.of("account.provider");
        }
        if (accounts.lockedUntil(account).isPresent()) {
            return words.of("account.locked");
        }
        return account.passwordTemporary()
                ? words.of("account.temporary")
                : words.of("account.enabled");
    }

    private Component[] actions(Account account, Words words) {
        List<Component> actions = new ArrayList<>();
        if (account.demonstration()) {
            return new Component[] {new Span(words.of("sign-in.demonstration"))};
        }
        actions.add(
                action(
                        "change",
                        words.of("account.change"),
                        account,
                        () -> situation.set(new Situation("", "", "", account))));
        if (accounts.isOwn(account)) {
            Anchor own = new Anchor(AccountPath.PATH, words.of("account.own-password"));
            own.setId("own-password");
            actions.add(own);
        } else {
            actions.addAll(passwordActions(account, words));
        }
        if (accounts.lockedUntil(account).isPresent()) {
            actions.add(
                    action(
                            "unlock",
                            words.of("account.unlock"),
                            account,
                            () -> {
                                accounts.unlock(account);
                                situation.set(Situation.done("accounts.unlocked", account, ""));
                            }));
        }
        return actions.toArray(Component[]::new);
    }

    /** What ends the sessions of somebody else, and is asked about first. */
    private List<Component> passwordActions(Account account, Words words) {
        List<Component> actions = new ArrayList<>();
        String name = account.name().value();
        actions.add(
                question(
                        "reset-" + name,
                        words.of("account.reset"),
                        words.of("account.reset.question", name),
                        words.of("account.reset.confirm"),
                        words,
                        () -> {
                            Accounts.WithPassword reset = accounts.resetPassword(account);
                            situation.set(
                                    Situation.done(
                                            "accounts.reset", reset.account(), reset.password()));
                        }));
        if (providers && account.withPassword()) {
            actions.add(
                    question(
                            "provider-" + name,
                            words.of("account.leave-to-provider"),
                            words.of("account.leave-to-provider.question", name),
                            words.of("account.leave-to-provider.confirm"),
                            words,
                            () -> leaveToProvider(account)));
        }
        return actions;
    }

    private static Question question(
            String id, String button, String warning, String confirm, Words words, Runnable step) {
        return new Question(
                        id,
                        new Question.Asking(button, warning, Optional.empty(), confirm, words),
                        _ -> step.run())
                .small(button + " " + id.substring(id.indexOf('-') + 1));
    }

    private void leaveToProvider(Account account) {
        try {
            situation.set(
                    Situation.done(
                            "accounts.left-to-provider", accounts.leaveToProvider(account), ""));
        } catch (IllegalStateException _) {
            situation.set(Situation.done("accounts.last", account, ""));
        }
    }

    private static Button action(String id, String text, Account account, Runnable step) {
        Button button = new Button(text, _ -> step.run());
        button.setId(id + "-" + account.name().value());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(text + " " + account.name().value());
        return button;
    }
}
