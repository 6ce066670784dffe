package districtkpi.db.override;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.LEVEL_OVERRIDE;
import static districtkpi.db.jooq.Tables.LEVEL_OVERRIDE_END;
import static districtkpi.db.jooq.Tables.PUBLICATION_OVERRIDE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Overrides, in the order of their ids.
 *
 * @see "Decision record 0039: a level is set beside the computed one"
 */
@Repository
class JooqOverrideRepository implements OverrideRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqOverrideRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<LevelOverride> findInForce(RoundId round) {
        return overrides(
                LEVEL_OVERRIDE
                        .LEVEL_OVERRIDE_ID
                        .in(
                                select(max(LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID))
                                        .from(LEVEL_OVERRIDE)
                                        .where(LEVEL_OVERRIDE.ROUND_ID.eq(round))
                                        .groupBy(
                                                LEVEL_OVERRIDE.DISTRICT_CODE,
                                                LEVEL_OVERRIDE.INDICATOR))
                        .and(
                                LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID.notIn(
                                        select(LEVEL_OVERRIDE_END.LEVEL_OVERRIDE_ID)
                                                .from(LEVEL_OVERRIDE_END))));
    }

    @Override
    public List<LevelOverride> findFrozen(long publicationId) {
        return overrides(
                LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID.in(
                        select(PUBLICATION_OVERRIDE.LEVEL_OVERRIDE_ID)
                                .from(PUBLICATION_OVERRIDE)
                                .where(PUBLICATION_OVERRIDE.PUBLICATION_ID.eq(publicationId))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            RoundId round, DistrictCode district, IndicatorId indicator, int level, String reason) {
        dsl.insertInto(
                        LEVEL_OVERRIDE,
                        LEVEL_OVERRIDE.ROUND_ID,
                        LEVEL_OVERRIDE.DISTRICT_CODE,
                        LEVEL_OVERRIDE.INDICATOR,
                        LEVEL_OVERRIDE.LEVEL,
                        LEVEL_OVERRIDE.REASON,
                        LEVEL_OVERRIDE.SET_AT,
                        LEVEL_OVERRIDE.ACCOUNT_ID)
                .values(
                        round,
                        district,
                        indicator,
                        level,
                        reason,
                        clock.instant(),
                        current.accountId())
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(LevelOverride override, String reason) {
        dsl.insertInto(
                        LEVEL_OVERRIDE_END,
                        LEVEL_OVERRIDE_END.LEVEL_OVERRIDE_ID,
                        LEVEL_OVERRIDE_END.WITHDRAWN_AT,
                        LEVEL_OVERRIDE_END.REASON,
                        LEVEL_OVERRIDE_END.ACCOUNT_ID)
                .values(override.id(), clock.instant(), reason, current.accountId())
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(long publicationId, Collection<LevelOverride> inForce) {
        if (!inForce.isEmpty()) {
            dsl.insertInto(
                            PUBLICATION_OVERRIDE,
                            PUBLICATION_OVERRIDE.PUBLICATION_ID,
                            PUBLICATION_OVERRIDE.LEVEL_OVERRIDE_ID)
                    .valuesOfRows(
                            inForce.stream()
                                    .map(override -> row(publicationId, override.id()))
                                    .toList())
                    .execute();
        }
    }

    private List<LevelOverride> overrides(Condition condition) {
        return dsl.select(
                        LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID,
                        LEVEL_OVERRIDE.DISTRICT_CODE,
                        LEVEL_OVERRIDE.INDICATOR,
                        LEVEL_OVERRIDE.LEVEL,
                        LEVEL_OVERRIDE.REASON,
                        LEVEL_OVERRIDE.SET_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(LEVEL_OVERRIDE)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(LEVEL_OVERRIDE.ACCOUNT_ID))
                .where(condition)
                .orderBy(LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID)
                .fetch(found ->
                        new LevelOverride(
                                found.get(LEVEL_OVERRIDE.LEVEL_OVERRIDE_ID),
                                found.get(LEVEL_OVERRIDE.DISTRICT_CODE),
                                found.get(LEVEL_OVERRIDE.INDICATOR),
                                found.get(LEVEL_OVERRIDE.LEVEL),
                                found.get(LEVEL_OVERRIDE.REASON),
                                found.get(LEVEL_OVERRIDE.SET_AT),
                                found.value7()));
    }
}
