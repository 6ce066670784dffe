package districtkpi.db.cascade;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.AGREEMENT_ACKNOWLEDGEMENT;
import static districtkpi.db.jooq.Tables.DISTRICT_CODE;
import static districtkpi.db.jooq.Tables.OFFICER;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_ACKNOWLEDGEMENT;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_IN_FORCE;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_LINE;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqCascadeRepository implements CascadeRepository {

    private static final Field<Integer> OFFICERS = count().as("officers");
    private static final Field<Integer> SHEETS =
            count(OFFICER_SHEET_IN_FORCE.OFFICER_SHEET_ID).as("sheets");
    private static final Field<Integer> ACKNOWLEDGED =
            count(OFFICER_SHEET_ACKNOWLEDGEMENT.OFFICER_SHEET_ID).as("acknowledged");
    private static final Field<IndicatorId[]> INDICATORS =
            arrayAggDistinct(OFFICER_SHEET_LINE.INDICATOR).as("indicators");
    private static final Field<String> BY = coalesce(ACCOUNT.NAME, inline("")).as("by");

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqCascadeRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public Map<DistrictCode, DistrictCascade> findAll(RoundId round) {
        Map<DistrictCode, DistrictCascade> found = new LinkedHashMap<>();
        cascades(round, noCondition()).forEach(one -> found.put(one.district(), one));
        return found;
    }

    @Override
    public DistrictCascade find(RoundId round, DistrictCode district) {
        return cascades(round, DISTRICT_CODE.DISTRICT_CODE_.eq(district)).stream()
                .findFirst()
                .orElseGet(() -> DistrictCascade.none(district));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void acknowledge(RoundId round, int agreementVersion, DistrictCode district) {
        dsl.insertInto(AGREEMENT_ACKNOWLEDGEMENT)
                .set(AGREEMENT_ACKNOWLEDGEMENT.ROUND_ID, round)
                .set(AGREEMENT_ACKNOWLEDGEMENT.AGREEMENT_VERSION, agreementVersion)
                .set(AGREEMENT_ACKNOWLEDGEMENT.DISTRICT_CODE, district)
                .set(AGREEMENT_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT, clock.instant())
                .set(AGREEMENT_ACKNOWLEDGEMENT.ACCOUNT_ID, current.accountId())
                .onConflictDoNothing()
                .execute();
    }

    /** One statement, however many districts there are. */
    private List<DistrictCascade> cascades(RoundId round, Condition condition) {
        Table<?> agreed = agreed(round).asTable("agreed");
        Table<?> serving = serving(round).asTable("serving");
        Table<?> shared = shared(round).asTable("shared");
        return dsl.select(
                        DISTRICT_CODE.DISTRICT_CODE_,
                        agreed.field(AGREEMENT_ACKNOWLEDGEMENT.AGREEMENT_VERSION),
                        agreed.field(AGREEMENT_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT),
                        agreed.field(BY),
                        coalesce(serving.field(OFFICERS), inline(0)),
                        coalesce(serving.field(SHEETS), inline(0)),
                        coalesce(serving.field(ACKNOWLEDGED), inline(0)),
                        shared.field(INDICATORS))
                .from(DISTRICT_CODE)
                .leftJoin(agreed)
                .on(
                        DISTRICT_CODE.DISTRICT_CODE_.eq(
                                code(agreed, AGREEMENT_ACKNOWLEDGEMENT.DISTRICT_CODE)))
                .leftJoin(serving)
                .on(DISTRICT_CODE.DISTRICT_CODE_.eq(code(serving, OFFICER.DISTRICT_CODE)))
                .leftJoin(shared)
                .on(DISTRICT_CODE.DISTRICT_CODE_.eq(code(shared, OFFICER.DISTRICT_CODE)))
                .where(condition)
                .orderBy(DISTRICT_CODE.DISTRICT_CODE_)
                .fetch(found ->
                        new DistrictCascade(
                                found.get(DISTRICT_CODE.DISTRICT_CODE_),
                                found.value2() == null
                                        ? Optional.empty()
                                        : Optional.of(
                                                new AgreementAcknowledgement(
                                                        found.value2(),
                                                        found.value3(),
                                                        found.value4())),
                                found.value5(),
                                found.value5() - found.value6(),
                                found.value6() - found.value7(),
                                found.value8() == null ? Set.of() : Set.of(found.value8())));
    }

    /** Of each district the newest version that it acknowledged. */
    private static Select<?> agreed(RoundId round) {
        return select(
                        AGREEMENT_ACKNOWLEDGEMENT.DISTRICT_CODE,
                        AGREEMENT_ACKNOWLEDGEMENT.AGREEMENT_VERSION,
                        AGREEMENT_ACKNOWLEDGEMENT.ACKNOWLEDGED_AT,
                        BY)
                .distinctOn(AGREEMENT_ACKNOWLEDGEMENT.DISTRICT_CODE)
                .from(AGREEMENT_ACKNOWLEDGEMENT)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(AGREEMENT_ACKNOWLEDGEMENT.ACCOUNT_ID))
                .where(AGREEMENT_ACKNOWLEDGEMENT.ROUND_ID.eq(round))
                .orderBy(
                        AGREEMENT_ACKNOWLEDGEMENT.DISTRICT_CODE,
                        AGREEMENT_ACKNOWLEDGEMENT.AGREEMENT_VERSION.desc());
    }

    /** How many officers serve, have a sheet, and acknowledged it. */
    private static Select<?> serving(RoundId round) {
        return select(OFFICER.DISTRICT_CODE, OFFICERS, SHEETS, ACKNOWLEDGED)
                .from(OFFICER)
                .leftJoin(OFFICER_SHEET_IN_FORCE)
                .on(OFFICER_SHEET_IN_FORCE.OFFICER_ID.eq(OFFICER.OFFICER_ID))
                .and(OFFICER_SHEET_IN_FORCE.ROUND_ID.eq(round))
                .leftJoin(OFFICER_SHEET_ACKNOWLEDGEMENT)
                .on(
                        OFFICER_SHEET_ACKNOWLEDGEMENT.OFFICER_SHEET_ID.eq(
                                OFFICER_SHEET_IN_FORCE.OFFICER_SHEET_ID))
                .where(OFFICER.RETIRED.isFalse())
                .groupBy(OFFICER.DISTRICT_CODE);
    }

    /** Which indicators somebody has. */
    private static Select<?> shared(RoundId round) {
        return select(OFFICER.DISTRICT_CODE, INDICATORS)
                .from(OFFICER_SHEET_IN_FORCE)
                .join(OFFICER)
                .on(OFFICER.OFFICER_ID.eq(OFFICER_SHEET_IN_FORCE.OFFICER_ID))
                .join(OFFICER_SHEET_LINE)
                .on(OFFICER_SHEET_LINE.OFFICER_SHEET_ID.eq(OFFICER_SHEET_IN_FORCE.OFFICER_SHEET_ID))
                .where(OFFICER_SHEET_IN_FORCE.ROUND_ID.eq(round))
                .groupBy(OFFICER.DISTRICT_CODE);
    }

    private static Field<DistrictCode> code(Table<?> table, Field<DistrictCode> column) {
        return Objects.requireNonNull(table.field(column));
    }
}
