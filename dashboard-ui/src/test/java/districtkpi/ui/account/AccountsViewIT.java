package districtkpi.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.ApiToken;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Channel;
import districtkpi.office.account.Tokens;
import districtkpi.office.refusal.Refused;
import districtkpi.office.setting.Setting;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.security.SignIns;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

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
        assertThat(newest(AuditAction.ACCOUNT_ADDED)).isEqualTo("account amphoe.sakhrai");
        open("audit?lang=th&action=account-added");
        assertThat(textOf("audit")).contains("เพิ่มบัญชี", "amphoe.sakhrai", "พัฒนาการอำเภอ");

        Administrator.signIn(application, AccountName.of("amphoe.sakhrai"));
        open("agreement?lang=th");
        open("import");
        assertThat(shows("not-permitted")).isTrue();
    }

    @Test
    void theAuditCallsEverySettingByItsName() {
        Words words = new Words(new Translations(), Translations.ENGLISH, false);
        AuditWords said = new AuditWords(words, application.getBean(ScopeNames.class).known(words));
        assertThat(Setting.all())
                .allSatisfy(setting ->
                        assertThat(said.subject("setting " + setting.key()))
                                .startsWith("Setting: ")
                                .isNotEqualTo("Setting: " + setting.key()));
        assertThat(said.subject("backup kpi.backup")).isEqualTo("Backup kpi.backup");
        assertThat(said.subject("round 2565-1-province"))
                .contains("1/2565 · provincial officers")
                .doesNotContain("2565-1");
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

    @Test
    void whoIsLockedIsUnlockedAtTheUsersPage() {
        Accounts.WithPassword added = add("locked.out");
        for (int i = 0; i < Setting.MAX_FAILURES.builtIn(); i++) {
            assertThat(signIn("locked.out", "wrong")).isEmpty();
        }
        assertThat(signIn("locked.out", added.password())).isEmpty();
        open("accounts?lang=en");
        assertThat(textOf("account-locked.out")).contains("Locked for a while");

        click("unlock-locked.out");

        assertThat(textOf("outcome")).contains("unlocked");
        assertThat(textOf("account-locked.out")).doesNotContain("Locked for a while");
        assertThat(shows("unlock-locked.out")).isFalse();
        assertThat(signIn("locked.out", added.password())).isPresent();
        assertThat(newest(AuditAction.UNLOCKED)).isEqualTo("account locked.out");
    }

    @Test
    void aPasswordThatIsResetIsShownOnceAndChangedOnThePageBeforeAnythingElse() {
        Accounts.WithPassword added = add("has.forgotten");
        open("accounts?lang=en");
        click("reset-has.forgotten");
        assertThat(shows("secret")).isFalse();
        assertThat(textOf("reset-has.forgotten-warning")).contains("has.forgotten", "at once");
        assertThat(signIn("has.forgotten", added.password())).isPresent();
        click("confirm-reset-has.forgotten");

        String temporary = textOf("secret").replaceAll(".*?([a-z0-9]{4}(-[a-z0-9]{4}){3}).*", "$1");
        assertThat(newest(AuditAction.PASSWORD_RESET)).isEqualTo("account has.forgotten");
        assertThat(signIn("has.forgotten", added.password())).isEmpty();
        AccountAuthentication own = signIn("has.forgotten", temporary).orElseThrow();
        SecurityContextHolder.getContext().setAuthentication(own);
        open("audit?lang=en");
        open("agreement?lang=en");
        assertThat(address()).startsWith("account");
        assertThat(shows("temporary-password")).isTrue();
        assertThat(shows("token-make")).isFalse();

        choose("password-so-far", temporary);
        choose("password-next", "one that I chose");
        choose("password-repeated", "one that I chose");
        click("password-change");

        assertThat(address()).as("On to where one was going").isEqualTo("agreement?lang=en");
        open("account?lang=en");
        assertThat(shows("temporary-password")).isFalse();
        assertThat(shows("token-make")).isTrue();
        assertThat(signIn("has.forgotten", temporary)).isEmpty();
        assertThat(signIn("has.forgotten", "one that I chose").orElseThrow().passwordTemporary())
                .isFalse();
    }

    @Test
    void theAdministratorSaysWhoIsLeftToTheProviderAndTakesItBack() {
        open("accounts?lang=en");
        choose("account-role-field", Role.DIRECTOR);
        choose("account-name-field", "of.provider");
        choose("account-provider-field", true);
        click("account-save");
        assertThat(shows("secret")).isFalse();
        assertThat(textOf("account-of.provider")).contains("Account of the organisation");
        assertThat(account("of.provider").withPassword()).isFalse();

        click("reset-of.provider");
        click("confirm-reset-of.provider");
        assertThat(shows("secret")).isTrue();
        assertThat(account("of.provider").withPassword()).isTrue();
        Account before = account("of.provider");
        click("provider-of.provider");
        click("confirm-provider-of.provider");

        assertThat(shows("secret")).isFalse();
        assertThat(shows("provider-of.provider")).isFalse();
        Account left = account("of.provider");
        assertThat(left.withPassword()).isFalse();
        assertThat(left.passwordTemporary()).isFalse();
        // Whoever is signed in with the password has to sign in again.
        assertThat(left.version()).isGreaterThan(before.version());
        assertThat(newest(AuditAction.ACCOUNT_CHANGED)).isEqualTo("account of.provider");

        Administrator.signIn(application, AccountName.of("of.provider"));
        open("account?lang=en");
        assertThat(shows("password-change")).isFalse();
        assertThat(shows("token-make")).isTrue();
        assertThat(pageText()).contains("no password here");
    }

    @Test
    void onesOwnPasswordIsChangedOnOnesOwnPageAlone() {
        open("accounts?lang=en");
        assertThat(shows("reset-admin")).isFalse();
        assertThat(shows("provider-admin")).isFalse();
        assertThat(((Anchor) byId("own-password")).getHref()).isEqualTo("account");
        Accounts service = application.getBean(Accounts.class);
        Account own = account("admin");
        assertThatThrownBy(() -> service.resetPassword(own))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("OWN_PASSWORD");
        assertThatThrownBy(() -> service.leaveToProvider(own))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("OWN_PASSWORD");

        click("change-admin");
        choose("account-post-field", "Head of IT");
        click("account-save");
        assertThat(textOf("outcome")).isEqualTo("Your account is changed.");
        assertThat(service.isOwn(account("admin"))).isTrue();
        assertThat(application.getBean(CurrentAccount.class).get().orElseThrow().version())
                .as("The session goes on")
                .isEqualTo(account("admin").version());
    }

    @Test
    void accountsShowNamesAndTheAuditSaysInThaiWhatWasDoneToWhatOnWhichDays() {
        application
                .getBean(Accounts.class)
                .add(
                        new AccountData(
                                AccountName.of("tha.bo"),
                                "",
                                Role.DISTRICT,
                                DistrictCode.of("4302"),
                                null));
        open("accounts?lang=th");
        assertThat(textOf("account-tha.bo")).contains("ท่าบ่อ").doesNotContain("4302");

        LocalDate today = LocalDate.now(application.getBean(Clock.class));
        open("audit?lang=th&action=account-added&from=" + today + "&to=" + today);
        assertThat(textOf("audit"))
                .contains("ผู้ใช้ tha.bo", "บทบาท", "ท่าบ่อ")
                .doesNotContain("account tha.bo", "4302");
        assertThat(((Anchor) byId("csv-audit")).getHref())
                .endsWith("&action=account-added&from=" + today + "&to=" + today);
        open("audit?lang=th&from=" + today.plusDays(1));
        assertThat(shows("audit")).isFalse();
        choose("audit-from", "31/2/2565");
        assertThat(((TextField) byId("audit-from")).isInvalid()).isTrue();
        choose("audit-from", "");
        assertThat(address()).isEqualTo("audit?lang=th");
        choose("audit-to", "4/3/2565");
        assertThat(address()).contains("to=2022-03-04");
        assertThat(shows("audit")).isFalse();
    }

    @Test
    void whatIsHalfTypedOfOneAccountStaysWhileAnotherOneIsChanged() {
        add("first.one");
        add("second.one");
        open("accounts?lang=en");
        choose("account-name-field", "half.ty");
        click("reset-first.one");
        click("confirm-reset-first.one");
        assertThat(shows("secret")).isTrue();
        assertThat(value("account-name-field")).isEqualTo("half.ty");

        click("change-first.one");
        choose("account-post-field", "Half a po");
        click("change-second.one");
        choose("account-post-field", "Planner of roads");
        click("account-save");
        assertThat(account("second.one").data().post()).isEqualTo("Planner of roads");
        assertThat(value("account-name-field")).isEqualTo("half.ty");
        click("reset-first.one");
        click("confirm-reset-first.one");
        click("change-first.one");
        assertThat(value("account-name-field")).isEqualTo("first.one");
        assertThat(value("account-post-field")).isEqualTo("Half a po");
        choose("account-name-field", "second.one");
        click("account-save");
        assertThat(textOf("outcome")).contains("second.one already");
        assertThat(value("account-post-field")).as("refused").isEqualTo("Half a po");
        choose("account-name-field", "first.one");
        click("account-save");
        assertThat(account("first.one").data().post()).isEqualTo("Half a po");
        assertThat(value("account-name-field")).isEqualTo("half.ty");
    }

    @Test
    void whatIsHalfTypedOnOnesOwnPageStaysWhileAnotherFormIsSaved() {
        Accounts.WithPassword added = add("own.page");
        SecurityContextHolder.getContext()
                .setAuthentication(signIn("own.page", added.password()).orElseThrow());
        open("account?lang=en");
        choose("password-so-far", added.password());
        choose("password-next", "one that I chose");
        choose("password-repeated", "one that I chose");
        click("password-change");
        choose("password-next", "half a passw");
        choose("token-label", "Report in R");
        click("token-make");
        assertThat(shows("secret")).isTrue();
        assertThat(value("token-label")).isEqualTo("");
        assertThat(value("password-next")).isEqualTo("half a passw");

        choose("token-label", "Half a la");
        choose("password-so-far", "one that I chose");
        choose("password-next", "the one after that");
        choose("password-repeated", "the one after that");
        click("password-change");
        assertThat(textOf("outcome")).contains("changed");
        assertThat(value("password-next")).isEqualTo("");
        assertThat(value("token-label")).isEqualTo("Half a la");
        click("token-make");
        assertThat(textOf("tokens")).contains("Report in R", "Half a la");
        Administrator.signIn(application, AccountName.ADMIN);
    }

    private static Object value(String id) {
        return ((HasValue<?, ?>) byId(id)).getValue();
    }

    private Accounts.WithPassword add(String name) {
        return application
                .getBean(Accounts.class)
                .add(AccountData.of(AccountName.of(name), "", Role.ANALYST));
    }

    private Account account(String name) {
        return accounts.find(AccountName.of(name)).orElseThrow();
    }

    /** As the sign-in page does it. */
    private Optional<AccountAuthentication> signIn(String name, String password) {
        try {
            return AccountAuthentication.in(
                    application
                            .getBean(SignIns.class)
                            .byPassword(Channel.PAGE)
                            .authenticate(
                                    UsernamePasswordAuthenticationToken.unauthenticated(
                                            name, password)));
        } catch (SignInException _) {
            return Optional.empty();
        }
    }

    private String newest(AuditAction action) {
        return audit.findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 1)
                .getFirst()
                .subject();
    }

    private void click(String id) {
        test((Button) byId(id)).click();
        roundTrip();
    }
}
