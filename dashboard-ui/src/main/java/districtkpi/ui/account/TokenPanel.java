package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.ApiToken;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Permission;
import districtkpi.db.account.SignedIn;
import districtkpi.db.account.TokenScope;
import districtkpi.office.account.Tokens;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Form;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The own tokens, and a way to another one. */
class TokenPanel extends Composite<Div> {

    private static final int MAX_LABEL_LENGTH = 80;
    private static final List<Integer> DAYS = List.of(30, 90, 365);

    private final CurrentAccount current;
    private final Tokens tokens;
    private final Clock clock;
    private final Words words;
    private final Consumer<AccountView.Outcome> outcome;
    private final Div list = new Div();

    /**
     * @param outcome is told what was done
     */
    TokenPanel(
            CurrentAccount current,
            Tokens tokens,
            Clock clock,
            Words words,
            Consumer<AccountView.Outcome> outcome) {
        this.current = current;
        this.tokens = tokens;
        this.clock = clock;
        this.words = words;
        this.outcome = outcome;
        getContent().addClassName("block");
        getContent().add(createForm(), list);
        showList();
    }

    /** As whoever is signed in is now: a new password changes the account. */
    private SignedIn who() {
        return current.get().orElseThrow();
    }

    private void showList() {
        List<ApiToken> own = tokens.of(who());
        list.removeAll();
        list.add(
                own.isEmpty()
                        ? new Paragraph(words.of("token.none"))
                        : createTable(own, clock.instant()));
    }

    private Component createForm() {
        TextField label = new TextField(words.of("token.label"));
        label.setId("token-label");
        label.setMaxLength(MAX_LABEL_LENGTH);
        Select<TokenScope> scope = new Select<>();
        scope.setId("token-scope");
        scope.setLabel(words.of("token.scope"));
        scope.setItems(
                who().may(Permission.IMPORT)
                        ? List.of(TokenScope.values())
                        : List.of(TokenScope.READ));
        scope.setItemLabelGenerator(this::scope);
        scope.setValue(TokenScope.READ);
        Select<Integer> days = new Select<>();
        days.setId("token-days");
        days.setLabel(words.of("token.valid-for"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(number -> words.of("token.days", words.number(number)));
        days.setValue(DAYS.getFirst());
        Button make =
                new Button(
                        words.of("token.make"),
                        _ -> {
                            if (label.getValue().isBlank()) {
                                label.setErrorMessage(words.of("token.label-missing"));
                                label.setInvalid(true);
                                return;
                            }
                            Tokens.Made made =
                                    tokens.make(
                                            who(),
                                            label.getValue(),
                                            scope.getValue(),
                                            Duration.ofDays(days.getValue()));
                            label.clear();
                            label.setInvalid(false);
                            showList();
                            outcome.accept(new AccountView.Outcome("token.made", made.secret()));
                        });
        make.setId("token-make");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        return new Form(label, scope, days, make);
    }

    private Component createTable(List<ApiToken> own, Instant now) {
        DataTable table =
                new DataTable("tokens", words.of("token.caption"), DataTable.Narrow.STACK);
        table.column(words.of("token.label"))
                .column(words.of("token.scope"))
                .column(words.of("token.created"))
                .column(words.of("token.expires"))
                .column(words.of("token.state"));
        own.forEach(token ->
                table.row()
                        .id("token-" + token.id())
                        .header(new Span(token.label()))
                        .cell(scope(token.scope()))
                        .cell(words.dateTime(token.createdAt()))
                        .cell(words.dateTime(token.expiresAt()))
                        .cell(state(token, now)));
        return table;
    }

    private Component state(ApiToken token, Instant now) {
        if (token.revokedAt().isPresent()) {
            return new Span(words.of("token.revoked"));
        }
        if (!token.isValid(now)) {
            return new Span(words.of("token.expired"));
        }
        Button revoke =
                new Button(
                        words.of("token.revoke"),
                        _ -> {
                            tokens.revoke(who(), token.id());
                            showList();
                            outcome.accept(new AccountView.Outcome("token.revoked-now", ""));
                        });
        revoke.setId("token-revoke-" + token.id());
        revoke.addThemeVariants(ButtonVariant.SMALL);
        revoke.setAriaLabel(words.of("token.revoke-of", token.label()));
        return revoke;
    }

    private String scope(TokenScope scope) {
        return switch (scope) {
            case READ -> words.of("token.scope.read");
            case IMPORT -> words.of("token.scope.import");
        };
    }
}
