package districtkpi.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import districtkpi.db.account.SignedIn;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Passwords;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Words;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes the own password. */
class PasswordForm extends Composite<Div> {

    private final PasswordField soFar = field("password-so-far", "current-password");
    private final PasswordField next = field("password-next", "new-password");
    private final PasswordField repeated = field("password-repeated", "new-password");

    private final Accounts accounts;
    private final Settings settings;

    PasswordForm(
            SignedIn who,
            Accounts accounts,
            Settings settings,
            Words words,
            Consumer<AccountView.Outcome> outcome) {
        this.accounts = accounts;
        this.settings = settings;
        soFar.setLabel(words.of("password.so-far"));
        next.setLabel(words.of("password.next"));
        next.setHelperText(words.of("password.rule", words.number(Passwords.MIN_LENGTH)));
        repeated.setLabel(words.of("password.repeated"));
        Button change =
                new Button(
                        words.of("password.change"),
                        _ -> {
                            if (isFine(who, words)) {
                                change(who, words, outcome);
                            }
                        });
        change.setId("password-change");
        change.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("account-form");
        getContent().add(soFar, next, repeated, change);
    }

    private boolean isFine(SignedIn who, Words words) {
        Optional<String> fault =
                Passwords.fault(next.getValue(), who.name().value())
                        .map(kind ->
                                switch (kind) {
                                    case TOO_SHORT -> words.of("password.too-short");
                                    case TOO_LONG -> words.of("password.too-long");
                                    case IS_THE_NAME -> words.of("password.is-the-name");
                                });
        say(next, fault);
        say(
                repeated,
                next.getValue().equals(repeated.getValue())
                        ? Optional.empty()
                        : Optional.of(words.of("password.differs")));
        return !next.isInvalid() && !repeated.isInvalid();
    }

    private void change(SignedIn who, Words words, Consumer<AccountView.Outcome> outcome) {
        switch (accounts.changeOwnPassword(who, soFar.getValue(), next.getValue())) {
            case DONE -> outcome.accept(new AccountView.Outcome("password.done", ""));
            case WRONG -> say(soFar, Optional.of(words.of("password.wrong")));
            case LOCKED ->
                    say(
                            soFar,
                            Optional.of(
                                    words.of(
                                            "sign-in.locked",
                                            words.number(
                                                    settings.get(Setting.LOCKED_FOR)
                                                            .toMinutes()))));
        }
    }

    private static void say(PasswordField field, Optional<String> fault) {
        field.setErrorMessage(fault.orElse(""));
        field.setInvalid(fault.isPresent());
    }

    private static PasswordField field(String id, String autocomplete) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setManualValidation(true);
        return field;
    }
}
