package districtkpi.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.place.District;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Form;
import java.util.Optional;
import java.util.function.Consumer;

/** What an administrator says of an account, a new one or one that there is. */
class AccountForm extends Composite<Div> {

    private final TextField name = new TextField();
    private final Select<Role> role = new Select<>();
    private final ComboBox<District> district = new ComboBox<>();
    private final ComboBox<ResponsibleUnit> unit = new ComboBox<>();
    private final TextField post = new TextField();
    private final Checkbox enabled = new Checkbox();
    private final Checkbox ofProvider = new Checkbox();

    /**
     * What was said.
     *
     * @param enabled whether the account may be signed in with
     * @param ofProvider whether a new one has no password, since an identity provider says who it
     *     is
     */
    record Said(AccountData data, boolean enabled, boolean ofProvider) {}

    /**
     * @param round whose districts and responsible units can be chosen
     * @param providers whether there are identity providers
     * @param keep takes what was said
     */
    AccountForm(
            Optional<Account> edited,
            Optional<Scoreboard> round,
            boolean providers,
            Words words,
            Consumer<Said> keep,
            Runnable cancel) {
        name.setId("account-name-field");
        name.setLabel(words.of("account.name"));
        name.setHelperText(words.of("account.name-rule"));
        name.setManualValidation(true);
        role.setId("account-role-field");
        role.setLabel(words.of("account.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> words.of(one.label()));
        role.setValue(Role.DISTRICT);
        district.setId("account-district-field");
        district.setLabel(words.of("account.district"));
        district.setItemLabelGenerator(one -> words.of(one.name()));
        district.setManualValidation(true);
        unit.setId("account-unit-field");
        unit.setLabel(words.of("account.unit"));
        unit.setItemLabelGenerator(one -> words.of(one.name()));
        unit.setManualValidation(true);
        round.ifPresent(board -> {
            district.setItems(board.districts());
            unit.setItems(board.agreement().units());
        });
        post.setId("account-post-field");
        post.setLabel(words.of("account.post"));
        post.setMaxLength(120);
        enabled.setId("account-enabled-field");
        enabled.setLabel(words.of("account.may-sign-in"));
        enabled.setValue(true);
        enabled.setVisible(edited.isPresent());
        ofProvider.setId("account-provider-field");
        ofProvider.setLabel(words.of("account.of-provider"));
        ofProvider.setVisible(providers && edited.isEmpty());
        edited.ifPresent(account -> fill(account));
        role.addValueChangeListener(_ -> showScope());
        showScope();
        Button save = new Button(words.of("account.save"), _ -> save(words, keep));
        save.setId("account-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("filter");
        Form.mark(this);
        getContent().add(name, role, district, unit, post, enabled, ofProvider, save);
        if (edited.isPresent()) {
            Button leave = new Button(words.of("account.cancel"), _ -> cancel.run());
            leave.setId("account-cancel");
            getContent().add(leave);
        }
    }

    /** Begins at its first field. */
    void focus() {
        name.focus();
    }

    private void fill(Account account) {
        name.setValue(account.name().value());
        role.setValue(account.role());
        post.setValue(account.data().post());
        enabled.setValue(account.enabled());
        account.data()
                .district()
                .flatMap(code ->
                        district.getListDataView()
                                .getItems()
                                .filter(one -> one.code().equals(code))
                                .findFirst())
                .ifPresent(district::setValue);
        account.data()
                .unit()
                .flatMap(id ->
                        unit.getListDataView()
                                .getItems()
                                .filter(one -> one.id().equals(id))
                                .findFirst())
                .ifPresent(unit::setValue);
    }

    private void showScope() {
        district.setVisible(role.getValue() == Role.DISTRICT);
        unit.setVisible(role.getValue() == Role.PLANNER);
    }

    private void save(Words words, Consumer<Said> keep) {
        Optional<AccountName> named = named();
        say(named.isEmpty(), words.of("account.name-rule"));
        boolean districtMissing = role.getValue() == Role.DISTRICT && district.isEmpty();
        district.setErrorMessage(words.of("account.district-missing"));
        district.setInvalid(districtMissing);
        boolean unitMissing = role.getValue() == Role.PLANNER && unit.isEmpty();
        unit.setErrorMessage(words.of("account.unit-missing"));
        unit.setInvalid(unitMissing);
        if (named.isPresent() && !districtMissing && !unitMissing) {
            keep.accept(
                    new Said(
                            new AccountData(
                                    named.get(),
                                    post.getValue(),
                                    role.getValue(),
                                    role.getValue() == Role.DISTRICT
                                            ? district.getValue().code()
                                            : null,
                                    role.getValue() == Role.PLANNER ? unit.getValue().id() : null),
                            enabled.getValue(),
                            ofProvider.getValue()));
        }
    }

    private void say(boolean wrong, String fault) {
        name.setErrorMessage(fault);
        name.setInvalid(wrong);
    }

    private Optional<AccountName> named() {
        try {
            return Optional.of(AccountName.of(name.getValue()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
