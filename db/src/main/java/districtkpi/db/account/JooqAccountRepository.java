package districtkpi.db.account;

import static districtkpi.db.jooq.Tables.ACCOUNT;

import districtkpi.domain.agreement.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqAccountRepository implements AccountRepository {

    private static final Field<Boolean> WITH_PASSWORD =
            DSL.field(ACCOUNT.PASSWORD_HASH.isNotNull()).as("with_password");

    private static final List<Field<?>> COLUMNS =
            List.of(
                    ACCOUNT.ACCOUNT_ID,
                    ACCOUNT.VERSION,
                    ACCOUNT.NAME,
                    ACCOUNT.POST,
                    ACCOUNT.ROLE,
                    ACCOUNT.DISTRICT_CODE,
                    ACCOUNT.UNIT_ID,
                    ACCOUNT.ENABLED,
                    WITH_PASSWORD,
                    ACCOUNT.PASSWORD_TEMPORARY,
                    ACCOUNT.DEMONSTRATION,
                    ACCOUNT.CREATED_AT);

    private final DSLContext dsl;
    private final Clock clock;

    JooqAccountRepository(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    @Override
    public Optional<Account> find(long id) {
        return accounts(ACCOUNT.ACCOUNT_ID.eq(id)).stream().findFirst();
    }

    @Override
    public Optional<Account> find(AccountName name) {
        return accounts(ACCOUNT.NAME.eq(name.value())).stream().findFirst();
    }

    @Override
    public Optional<Credentials> findCredentials(AccountName name) {
        return dsl.select(COLUMNS)
                .select(ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.NAME.eq(name.value()))
                .fetchOptional(
                        row -> new Credentials(account(row), row.get(ACCOUNT.PASSWORD_HASH)));
    }

    @Override
    public List<Account> findAll() {
        return accounts(ACCOUNT.ACCOUNT_ID.isNotNull());
    }

    @Override
    public boolean hasEnabled(Role role) {
        return dsl.fetchExists(
                ACCOUNT,
                ACCOUNT.ROLE
                        .eq(role.key())
                        .and(ACCOUNT.ENABLED)
                        .and(ACCOUNT.PASSWORD_HASH.isNotNull())
                        .and(ACCOUNT.DEMONSTRATION.isFalse()));
    }

    @Override
    public boolean hasAny() {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.DEMONSTRATION.isFalse());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Account add(AccountData data, NewPassword password, boolean demonstration) {
        Record row =
                dsl.insertInto(ACCOUNT)
                        .set(ACCOUNT.NAME, data.name().value())
                        .set(ACCOUNT.POST, data.post())
                        .set(ACCOUNT.ROLE, data.role().key())
                        .set(ACCOUNT.DISTRICT_CODE, data.districtCode())
                        .set(ACCOUNT.UNIT_ID, unit(data))
                        .set(ACCOUNT.PASSWORD_HASH, password.hash())
                        .set(ACCOUNT.PASSWORD_TEMPORARY, password.temporary())
                        .set(ACCOUNT.ENABLED, true)
                        .set(ACCOUNT.DEMONSTRATION, demonstration)
                        .set(ACCOUNT.CREATED_AT, clock.instant())
                        .set(ACCOUNT.VERSION, 1)
                        .returningResult(COLUMNS)
                        .fetchSingle();
        return account(row);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Account change(long id, int version, AccountData data, boolean enabled) {
        lockAdministrators();
        return dsl.update(ACCOUNT)
                .set(ACCOUNT.NAME, data.name().value())
                .set(ACCOUNT.POST, data.post())
                .set(ACCOUNT.ROLE, data.role().key())
                .set(ACCOUNT.DISTRICT_CODE, data.districtCode())
                .set(ACCOUNT.UNIT_ID, unit(data))
                .set(ACCOUNT.ENABLED, enabled)
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(ACCOUNT.VERSION.eq(version))
                .returningResult(COLUMNS)
                .fetchOptional(JooqAccountRepository::account)
                .orElseThrow(() ->
                        new OptimisticLockingFailureException(
                                "Somebody else changed account " + id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Account setPassword(long id, NewPassword password) {
        if (password.hash() == null) {
            lockAdministrators();
        }
        return dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, password.hash())
                .set(ACCOUNT.PASSWORD_TEMPORARY, password.temporary())
                .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .returningResult(COLUMNS)
                .fetchSingle(JooqAccountRepository::account);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rehash(long id, String soFar, String hash) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .where(ACCOUNT.ACCOUNT_ID.eq(id))
                .and(ACCOUNT.PASSWORD_HASH.eq(soFar))
                .execute();
    }

    /**
     * Two changes at once, each of which leaves the other's administrator, would leave none; in one
     * order for all, so that nobody waits for whom waits for them.
     */
    private void lockAdministrators() {
        dsl.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq(Role.ADMINISTRATOR.key()))
                .orderBy(ACCOUNT.ACCOUNT_ID)
                .forUpdate()
                .execute();
    }

    private List<Account> accounts(Condition condition) {
        return dsl.select(COLUMNS)
                .from(ACCOUNT)
                .where(condition)
                .orderBy(ACCOUNT.NAME)
                .fetch(JooqAccountRepository::account);
    }

    private static @Nullable String unit(AccountData data) {
        return data.unit().map(UnitId::value).orElse(null);
    }

    private static Account account(Record row) {
        String unit = row.get(ACCOUNT.UNIT_ID);
        return new Account(
                row.get(ACCOUNT.ACCOUNT_ID),
                row.get(ACCOUNT.VERSION),
                new AccountData(
                        AccountName.of(row.get(ACCOUNT.NAME)),
                        row.get(ACCOUNT.POST),
                        Role.parse(row.get(ACCOUNT.ROLE)),
                        row.get(ACCOUNT.DISTRICT_CODE),
                        unit == null ? null : UnitId.of(unit)),
                row.get(ACCOUNT.ENABLED),
                row.get(WITH_PASSWORD),
                row.get(ACCOUNT.PASSWORD_TEMPORARY),
                row.get(ACCOUNT.DEMONSTRATION),
                row.get(ACCOUNT.CREATED_AT));
    }
}
