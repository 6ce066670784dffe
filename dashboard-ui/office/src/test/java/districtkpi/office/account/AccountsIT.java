package districtkpi.office.account;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.ApiToken;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.account.TokenScope;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import districtkpi.office.account.Accounts.PasswordChange;
import districtkpi.office.account.Accounts.WithPassword;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Every act on accounts, their passwords and tokens, on a real database and without a page. */
class AccountsIT {

    private static final String PASSWORD = "a password of tests";
    private static final AccountData ANALYST =
            AccountData.of(AccountName.of("analyst"), "", Role.ANALYST);

    private TestDatabase database;
    private RecordingContext context;
    private Accounts accounts;
    private Tokens tokens;
    private AdministratorRecovery recovery;
    private Account administrator;

    @BeforeEach
    void addTheAdministrator() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        accounts = context.get(Accounts.class);
        tokens = context.get(Tokens.class);
        recovery =
                new AdministratorRecovery(
                        context.get(AccountRepository.class),
                        context.get(PasswordEncoder.class),
                        context.get(AuditTrail.class),
                        context.get(WriteTransaction.class),
                        false);
        administrator =
                add(AccountData.of(AccountName.ADMIN, "", Role.ADMINISTRATOR), PASSWORD, false);
        context.signIn(SignedIn.of(administrator));
    }

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    private Account add(AccountData data, String password, boolean demonstration) {
        String hash = context.get(PasswordEncoder.class).encode(password);
        assertThat(hash).isNotNull();
        return context.get(WriteTransaction.class)
                .get(() ->
                        context.get(AccountRepository.class)
                                .add(data, new NewPassword(hash, false), demonstration));
    }

    private List<AuditAction> audited() {
        return context
                .get(AuditTrail.class)
                .findNewest(AuditFilter.ALL, Long.MAX_VALUE, 20)
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void anAccountIsAddedAndChangedAsItWasShown() {
        WithPassword added = accounts.add(ANALYST);
        assertThat(added.account().passwordTemporary()).isTrue();
        assertThat(added.toString()).doesNotContain(added.password());
        assertRefused(Reason.ACCOUNT_TAKEN, () -> accounts.add(ANALYST));
        assertRefused(Reason.ACCOUNT_TAKEN, () -> accounts.addOfProvider(ANALYST));
        Account ofProvider =
                accounts.addOfProvider(
                        AccountData.of(AccountName.of("director"), "", Role.DIRECTOR));
        assertThat(ofProvider.withPassword()).isFalse();

        Account disabled = accounts.change(added.account(), ANALYST, false);

        assertThat(disabled.enabled()).isFalse();
        assertRefused(Reason.ACCOUNT_MOVED, () -> accounts.change(added.account(), ANALYST, true));
        assertRefused(
                Reason.ACCOUNT_TAKEN, () -> accounts.change(disabled, administrator.data(), false));
        assertThat(accounts.all()).hasSize(3);
        assertThat(audited())
                .containsExactly(
                        AuditAction.ACCOUNT_CHANGED,
                        AuditAction.ACCOUNT_ADDED,
                        AuditAction.ACCOUNT_ADDED);
    }

    @Test
    void anAdministratorWithAPasswordIsLeft() {
        assertRefused(
                Reason.LAST_ADMINISTRATOR,
                () -> accounts.change(administrator, administrator.data(), false));
        Account second =
                accounts.add(AccountData.of(AccountName.of("second"), "", Role.ADMINISTRATOR))
                        .account();
        Account left = accounts.leaveToProvider(second);
        assertThat(left.withPassword()).isFalse();
        assertRefused(
                Reason.LAST_ADMINISTRATOR,
                () ->
                        accounts.change(
                                administrator,
                                AccountData.of(AccountName.ADMIN, "", Role.ANALYST),
                                true));
        accounts.resetPassword(left);
        assertThat(accounts.change(administrator, administrator.data(), false).enabled()).isFalse();
    }

    @Test
    void onesOwnPasswordIsChangedByOnesOwnHand() {
        assertRefused(Reason.OWN_PASSWORD, () -> accounts.resetPassword(administrator));
        assertRefused(Reason.OWN_PASSWORD, () -> accounts.leaveToProvider(administrator));
        SignedIn who = SignedIn.of(administrator);
        assertThat(accounts.changeOwnPassword(who, "wrong", "another password"))
                .isEqualTo(PasswordChange.WRONG);
        assertThat(accounts.changeOwnPassword(who, PASSWORD, "another password"))
                .isEqualTo(PasswordChange.DONE);
        Account changed = accounts.of(who);
        assertThat(changed.version()).isGreaterThan(administrator.version());
        SignedIn now = SignedIn.of(changed);
        for (int time = 0; time < Setting.MAX_FAILURES.builtIn(); time++) {
            accounts.changeOwnPassword(now, "wrong", "x".repeat(10));
        }
        assertThat(accounts.changeOwnPassword(now, "another password", PASSWORD))
                .isEqualTo(PasswordChange.LOCKED);
        assertThat(accounts.lockedUntil(changed)).isPresent();
        accounts.unlock(changed);
        assertThat(accounts.changeOwnPassword(now, "another password", PASSWORD))
                .isEqualTo(PasswordChange.DONE);
    }

    @Test
    void anAccountOfDemonstrationStaysAsItIs() {
        Account demonstration = add(ANALYST, PASSWORD, true);
        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> accounts.change(demonstration, ANALYST, false),
                        () -> accounts.resetPassword(demonstration),
                        () -> accounts.leaveToProvider(demonstration),
                        () ->
                                accounts.changeOwnPassword(
                                        SignedIn.of(demonstration), PASSWORD, "another one"),
                        () -> recovery.letIn(ANALYST.name()))) {
            assertRefused(Reason.DEMONSTRATION_ACCOUNT, act);
        }
    }

    @Test
    void onlyAnAdministratorLooksAfterAccounts() {
        Account analyst = accounts.add(ANALYST).account();
        context.signIn(SignedIn.of(analyst));
        refuseAll();
        context.signOut();
        refuseAll();
    }

    private void refuseAll() {
        AccountData next = AccountData.of(AccountName.of("next"), "", Role.ANALYST);
        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        accounts::all,
                        () -> accounts.add(next),
                        () -> accounts.addOfProvider(next),
                        () -> accounts.change(administrator, administrator.data(), false),
                        () -> accounts.resetPassword(administrator),
                        () -> accounts.leaveToProvider(administrator),
                        () -> accounts.unlock(administrator))) {
            assertRefused(Reason.NOT_YOURS, act);
        }
    }

    @Test
    void aTokenLetsItsOwnerInUntilItIsRevokedOrOutOfDateOrTheAccountIsShut() {
        Account analyst = accounts.add(ANALYST).account();
        SignedIn who = SignedIn.of(analyst);
        Tokens.Made made = tokens.make(who, "reads", TokenScope.READ, Duration.ofDays(1));
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(tokens.of(who)).extracting(ApiToken::label).containsExactly("reads");
        SignedIn caller = tokens.find(made.secret()).orElseThrow();
        assertThat(caller.accountId()).isEqualTo(analyst.id());
        assertThat(caller.may(Permission.READ)).isTrue();
        assertThat(caller.may(Permission.IMPORT)).isFalse();
        assertRefused(
                Reason.NOT_YOURS,
                () -> tokens.make(caller, "more", TokenScope.IMPORT, Duration.ofDays(1)));
        assertRefused(Reason.NOT_YOURS, () -> tokens.revoke(caller, made.token().id()));
        assertThat(tokens.find("dkpi_unheard")).isEqualTo(Optional.empty());

        // Nobody revokes somebody else's.
        tokens.revoke(SignedIn.of(administrator), made.token().id());
        assertThat(tokens.find(made.secret())).isPresent();
        Account shut = accounts.change(analyst, ANALYST, false);
        assertThat(tokens.find(made.secret())).isEmpty();
        accounts.change(shut, ANALYST, true);
        assertThat(tokens.find(made.secret())).isPresent();
        context.setTime("2022-04-01T17:30:01Z");
        assertThat(tokens.find(made.secret())).as("a day later").isEmpty();
        context.setTime("2022-04-01T00:00:00Z");
        tokens.revoke(who, made.token().id());
        assertThat(tokens.find(made.secret())).isEmpty();
    }

    @Test
    void theProgramAloneAddsTheFirstAccounts() {
        FirstAccounts first = context.get(FirstAccounts.class);
        assertRefused(Reason.NOT_YOURS, () -> first.add(PASSWORD));
        assertRefused(Reason.NOT_YOURS, () -> Permit.byProgram(() -> first.add(PASSWORD)));
        context.signOut();
        assertRefused(Reason.NOT_YOURS, () -> first.add(PASSWORD));

        Permit.byProgram(() -> first.add(PASSWORD));

        context.signIn(SignedIn.of(administrator));
        assertThat(accounts.all())
                .filteredOn(Account::demonstration)
                .hasSize(context.get(DemonstrationAccounts.class).accounts().size())
                .allMatch(Account::enabled);
        assertThat(accounts.of(SignedIn.of(administrator))).isEqualTo(administrator);
    }

    @Test
    void whoHasTheServerLetsAnAdministratorIn() {
        accounts.add(ANALYST);
        assertThat(recovery.administrators()).containsExactly(AccountName.ADMIN);
        assertRefused(Reason.NO_ACCOUNT, () -> recovery.letIn(AccountName.of("unheard")));
        assertRefused(Reason.NO_ADMINISTRATOR, () -> recovery.letIn(ANALYST.name()));
        context.signOut();

        String password = recovery.letIn(AccountName.ADMIN);

        SignedIn now =
                SignedIn.of(
                        context.get(AccountRepository.class).find(AccountName.ADMIN).orElseThrow());
        assertThat(accounts.of(now).passwordTemporary()).isTrue();
        assertThat(accounts.changeOwnPassword(now, password, PASSWORD))
                .isEqualTo(PasswordChange.DONE);
        assertThat(audited()).contains(AuditAction.PASSWORD_RESET);
    }
}
