package districtkpi.db.setting;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.SETTING_CHANGE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqSettingRepository implements SettingRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqSettingRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<SettingChange> findNewest() {
        return dsl.select(
                        SETTING_CHANGE.SETTING,
                        SETTING_CHANGE.VERSION,
                        SETTING_CHANGE.VALUE,
                        SETTING_CHANGE.CHANGED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .distinctOn(SETTING_CHANGE.SETTING)
                .from(SETTING_CHANGE)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(SETTING_CHANGE.ACCOUNT_ID))
                .orderBy(SETTING_CHANGE.SETTING, SETTING_CHANGE.VERSION.desc())
                .fetch(found ->
                        new SettingChange(
                                found.get(SETTING_CHANGE.SETTING),
                                found.get(SETTING_CHANGE.VERSION),
                                Optional.ofNullable(found.get(SETTING_CHANGE.VALUE)),
                                found.get(SETTING_CHANGE.CHANGED_AT),
                                found.value5()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String setting, int version, Optional<String> value) {
        dsl.insertInto(SETTING_CHANGE)
                .set(SETTING_CHANGE.SETTING, setting)
                .set(SETTING_CHANGE.VERSION, version)
                .set(SETTING_CHANGE.VALUE, value.orElse(null))
                .set(SETTING_CHANGE.CHANGED_AT, clock.instant())
                .set(SETTING_CHANGE.ACCOUNT_ID, current.accountId())
                .execute();
    }
}
