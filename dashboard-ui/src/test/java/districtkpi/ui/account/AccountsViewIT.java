package districtkpi.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.ApiToken;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.domain.place.District;
import districtkpi.ui.security.Tokens;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AccountsViewIT extends UiTest {

    @Autowired private ApplicationContext application;
    @Autowired private AccountRepository accounts;
    @Autowired private AuditTrail audit;

    @Test
    void anAddedAccountHasItsDistrictAndATemporaryPasswordThatIsShownOnce() {
        open("accounts?lang=th");
        choose("account-name-field", "Amphoe.Sakhrai");
        click("account-save");
        assertThat(accounts.find(AccountName.of("amphoe.sakhrai"))).isEmpty();
        @SuppressWarnings("unchecked") // It holds districts.
        ComboBox<District> districts = (ComboBox<District>) byId("account-district-field");
        districts.setValue(districts.getListDataView().getItems().toList().getFirst());
        choose("account-post-field", "พัฒนาการอำเภอ");
        click("account-save");

        Account added = accounts.find(AccountName.of("amphoe.sakhrai")).orElseThrow();
        assertThat(added.role()).isEqualTo(Role.DISTRICT);
        assertThat(added.data().district()).isPresent();
        assertThat(added.passwordTemporary()).isTrue();
        assertThat(textOf("secret")).matches("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
        assertThat(
                        audit.findNewest(
                                        new AuditFilter(AuditAction.ACCOUNT_ADDED, null),
                                        Long.MAX_VALUE,
                                        1)
                                .getFirst()
                                .subject())
                .isEqualTo("account amphoe.sakhrai");
        open("audit?lang=th&action=account-added");
        assertThat(textOf("audit")).contains("เพิ่มบัญชี", "amphoe.sakhrai", "พัฒนาการอำเภอ");

        Administrator.signIn(application, AccountName.of("amphoe.sakhrai"));
        open("agreement?lang=th");
        open("import");
        assertThat(shows("not-permitted")).isTrue();
    }

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() {
        open("account?lang=en");
        choose("token-label", "Monthly report in R");
        click("token-make");

        assertThat(textOf("secret")).matches("dkpi_[0-9a-f]{64}");
        assertThat(textOf("tokens")).contains("Monthly report in R");
        ApiToken made =
                application
                        .getBean(Tokens.class)
                        .of(application.getBean(CurrentAccount.class).get().orElseThrow())
                        .getFirst();
        click("token-revoke-" + made.id());
        assertThat(textOf("tokens")).contains("Revoked");
        assertThat(shows("secret")).isFalse();
    }

    @Test
    void aNewPasswordIsLongAndTypedTwice() {
        open("account?lang=en");
        choose("password-so-far", Administrator.PASSWORD);
        choose("password-next", "short");
        choose("password-repeated", "shorter");
        click("password-change");

        assertThat(pageText()).doesNotContain("The password is changed");
        choose("password-next", "long enough to be one");
        choose("password-repeated", "long enough to be one");
        choose("password-so-far", "another one");
        click("password-change");
        assertThat(pageText()).doesNotContain("The password is changed");
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }
}
