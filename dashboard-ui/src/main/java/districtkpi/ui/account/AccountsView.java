package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.Permission;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.account.Accounts;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Question;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.AccountPath;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may sign in, and as what: the administrator adds, changes, shuts and unlocks accounts. */
@Route("accounts")
@Menu(title = "nav.accounts", order = 61, icon = "vaadin:users")
@Requires(Permission.MANAGE_ACCOUNTS)
class AccountsView extends Page {

    private final Accounts accounts;
    private final Rounds rounds;
    private final ScopeNames names;
    private final boolean providers;

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
        return new Shown(rounds.scoreboard(state), words).content();
    }

    /** The page: what was done and the table are made anew, what is typed in a form stays. */
    private final class Shown {

        private final Optional<Scoreboard> round;
        private final Words words;
        private final Div outcome = new Div();
        private final Div form = new Div();
        private final Div table = new Div();
        private final Map<Long, Editing> editings = new HashMap<>();
        private Editing adding;

        private Shown(Optional<Scoreboard> round, Words words) {
            this.round = round;
            this.words = words;
            this.adding = new Editing(Optional.empty(), this);
            outcome.addClassName("page");
        }

        private List<Component> content() {
            showForm(adding);
            showTable();
            return List.of(
                    new PageHead(words.of("accounts.title"), words.of("accounts.intro")),
                    outcome,
                    form,
                    table);
        }

        private void showForm(Editing editing) {
            form.removeAll();
            form.add(editing.block);
        }

        private void showTable() {
            table.removeAll();
            table.add(createTable(this, words));
        }

        /** What is half typed about an account is found again, should it be asked for twice. */
        private void edit(Account account) {
            Editing editing =
                    editings.computeIfAbsent(
                            account.id(), _ -> new Editing(Optional.of(account), this));
            showForm(editing);
            editing.form.focus();
        }

        private void end(Editing editing) {
            if (editing == adding) {
                adding = new Editing(Optional.empty(), this);
            } else {
                editings.values().remove(editing);
            }
            showForm(adding);
        }

        /** What this page itself changed of an account is no change by somebody else. */
        private void changed(Account before, Account after) {
            Optional.ofNullable(editings.get(before.id()))
                    .filter(editing -> editing.isOf(before))
                    .ifPresent(editing -> editing.account = Optional.of(after));
        }

        private void done(String key, Account account, String password) {
            say(words.of(key, account.name().value()));
            if (!password.isEmpty()) {
                outcome.add(new Secret(words.of("accounts.password.label"), password));
            }
            showTable();
        }

        private void say(String text) {
            outcome.removeAll();
            outcome.add(new DoneRemark("outcome", text));
        }
    }

    /** A form, and what it is about. */
    private final class Editing {

        /** As it was shown; absent for a new one. */
        private Optional<Account> account;

        private final AccountForm form;
        private final Block block;

        private Editing(Optional<Account> account, Shown page) {
            this.account = account;
            this.form =
                    new AccountForm(
                            account,
                            page.round,
                            providers,
                            page.words,
                            said -> keep(page, this, said),
                            () -> page.end(this));
            this.block =
                    new Block(
                            account.map(one -> page.words.of("accounts.change", one.name().value()))
                                    .orElseGet(() -> page.words.of("accounts.add")),
                            form);
        }

        private boolean isOf(Account shown) {
            return account.filter(shown::equals).isPresent();
        }
    }

    private void keep(Shown page, Editing editing, AccountForm.Said said) {
        AccountData data = said.data();
        try {
            if (editing.account.isPresent()) {
                Account changed = accounts.change(editing.account.get(), data, said.enabled());
                page.end(editing);
                page.done(
                        accounts.isOwn(changed) ? "accounts.changed-own" : "accounts.changed",
                        changed,
                        "");
            } else if (said.ofProvider()) {
                Account added = accounts.addOfProvider(data);
                page.end(editing);
                page.done("accounts.added-of-provider", added, "");
            } else {
                Accounts.WithPassword added = accounts.add(data);
                page.end(editing);
                page.done("accounts.added", added.account(), added.password());
            }
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.ACCOUNT_MOVED) {
                page.end(editing);
                page.showTable();
            }
            page.say(refused.text(page.words));
        }
    }

    private Component createTable(Shown page, Words words) {
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
                                .cell(actions(page, account, words)));
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

    private Component[] actions(Shown page, Account account, Words words) {
        List<Component> actions = new ArrayList<>();
        if (account.demonstration()) {
            return new Component[] {new Span(words.of("sign-in.demonstration"))};
        }
        actions.add(
                action("change", words.of("account.change"), account, () -> page.edit(account)));
        if (accounts.isOwn(account)) {
            Anchor own = new Anchor(AccountPath.PATH, words.of("account.own-password"));
            own.setId("own-password");
            actions.add(own);
        } else {
            actions.addAll(passwordActions(page, account, words));
        }
        if (accounts.lockedUntil(account).isPresent()) {
            actions.add(
                    action(
                            "unlock",
                            words.of("account.unlock"),
                            account,
                            () -> {
                                accounts.unlock(account);
                                page.done("accounts.unlocked", account, "");
                            }));
        }
        return actions.toArray(Component[]::new);
    }

    /** What ends the sessions of somebody else, and is asked about first. */
    private List<Component> passwordActions(Shown page, Account account, Words words) {
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
                            page.changed(account, reset.account());
                            page.done("accounts.reset", reset.account(), reset.password());
                        }));
        if (providers && account.withPassword()) {
            actions.add(
                    question(
                            "provider-" + name,
                            words.of("account.leave-to-provider"),
                            words.of("account.leave-to-provider.question", name),
                            words.of("account.leave-to-provider.confirm"),
                            words,
                            () -> leaveToProvider(page, account)));
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

    private void leaveToProvider(Shown page, Account account) {
        try {
            Account left = accounts.leaveToProvider(account);
            page.changed(account, left);
            page.done("accounts.left-to-provider", left, "");
        } catch (Refused refused) {
            page.say(refused.text(page.words));
            page.showTable();
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
