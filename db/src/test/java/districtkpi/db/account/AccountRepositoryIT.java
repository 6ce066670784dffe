package districtkpi.db.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.place.DistrictCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

class AccountRepositoryIT {

    private static final String HASH = "{noop}x";
    private static final NewPassword PASSWORD = new NewPassword(HASH, false);

    private static DatabaseContext database;
    private static AccountRepository accounts;

    @BeforeAll
    static void start() {
        database = new DatabaseContext();
        accounts = database.get(AccountRepository.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anAccountOfDemonstrationOrWithoutAPasswordIsNobodyToCountOn() {
        database.rolledBack(() -> {
            accounts.add(administrator("demo"), PASSWORD, true);
            assertThat(accounts.hasEnabled(Role.ADMINISTRATOR)).isFalse();
            assertThat(accounts.hasAny()).isFalse();

            Account own = accounts.add(administrator("own"), PASSWORD, false);
            assertThat(accounts.hasEnabled(Role.ADMINISTRATOR)).isTrue();
            assertThat(accounts.hasAny()).isTrue();

            Account left = accounts.setPassword(own.id(), NewPassword.NONE);
            assertThat(left.withPassword()).isFalse();
            assertThat(accounts.hasEnabled(Role.ADMINISTRATOR)).isFalse();
            // A sign-in that was about to write the same password down anew does not bring it back.
            accounts.rehash(own.id(), HASH, "another form of it");
            assertThat(accounts.find(own.id()).orElseThrow().withPassword()).isFalse();

            Account back = accounts.setPassword(own.id(), PASSWORD);
            assertThat(accounts.hasEnabled(Role.ADMINISTRATOR)).isTrue();
            accounts.change(back.id(), back.version(), back.data(), false);
            assertThat(accounts.hasEnabled(Role.ADMINISTRATOR)).isFalse();
            assertThat(accounts.hasAny()).isTrue();
        });
    }

    @Test
    void nobodyOverwritesWhatSomebodyElseChanged() {
        database.rolledBack(() -> {
            Account seen = accounts.add(administrator("seen"), PASSWORD, false);
            accounts.change(seen.id(), seen.version(), seen.data(), false);

            assertThatThrownBy(() -> accounts.change(seen.id(), seen.version(), seen.data(), true))
                    .isInstanceOf(OptimisticLockingFailureException.class);
        });
    }

    /** Each of the two would see the other one's administrator as still there. */
    @Test
    void ofTwoChangesAtOnceTheSecondSeesWhatTheFirstDid() throws Exception {
        Account first = added("first");
        Account second = added("second");

        CompletableFuture<Boolean> isAnyLeft =
                database.inTransaction(() -> {
                    accounts.change(first.id(), first.version(), first.data(), false);
                    CompletableFuture<Boolean> waiting =
                            CompletableFuture.supplyAsync(() ->
                                    database.inTransaction(() -> {
                                        accounts.change(
                                                second.id(),
                                                second.version(),
                                                second.data(),
                                                false);
                                        return accounts.hasEnabled(Role.ADMINISTRATOR);
                                    }));
                    database.awaitWaitingTransaction();
                    return waiting;
                });

        assertThat(isAnyLeft.get(60, TimeUnit.SECONDS)).isFalse();
    }

    private static Account added(String name) {
        return database.inTransaction(() -> accounts.add(administrator(name), PASSWORD, false));
    }

    @Test
    void aNameIsGivenOnceHoweverItIsWritten() {
        database.rolledBack(() -> {
            accounts.add(administrator("twice"), PASSWORD, false);

            assertThatThrownBy(() -> accounts.add(administrator(" Twice "), PASSWORD, false))
                    .isInstanceOf(DuplicateKeyException.class);
        });
    }

    @Test
    void aDistrictsAccountHasADistrictAndNoOtherHas() {
        AccountName name = AccountName.of("somebody");

        assertThatThrownBy(() -> AccountData.of(name, "", Role.DISTRICT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccountData.of(name, "", Role.PLANNER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new AccountData(name, "", Role.DIRECTOR, DistrictCode.of("4301"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AccountData administrator(String name) {
        return AccountData.of(AccountName.of(name), "", Role.ADMINISTRATOR);
    }
}
