package districtkpi.db.recording;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.REVIEW_STEP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqReviewRepository implements ReviewRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqReviewRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<ReviewStep> findAll(RoundId round) {
        return steps(REVIEW_STEP.ROUND_ID.eq(round));
    }

    @Override
    public List<ReviewStep> find(RoundId round, DistrictCode district) {
        return steps(REVIEW_STEP.ROUND_ID.eq(round).and(REVIEW_STEP.DISTRICT_CODE.eq(district)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            ReviewAction action,
            String note,
            OptionalLong importId) {
        dsl.insertInto(
                        REVIEW_STEP,
                        REVIEW_STEP.ROUND_ID,
                        REVIEW_STEP.DISTRICT_CODE,
                        REVIEW_STEP.INDICATOR,
                        REVIEW_STEP.ACTION,
                        REVIEW_STEP.HAPPENED_AT,
                        REVIEW_STEP.NOTE,
                        REVIEW_STEP.IMPORT_ID,
                        REVIEW_STEP.ACCOUNT_ID)
                .values(
                        round,
                        district,
                        indicator,
                        action.key(),
                        clock.instant(),
                        note,
                        importId.isPresent() ? importId.getAsLong() : null,
                        current.accountId())
                .execute();
    }

    private List<ReviewStep> steps(Condition condition) {
        return dsl.select(
                        REVIEW_STEP.REVIEW_STEP_ID,
                        REVIEW_STEP.DISTRICT_CODE,
                        REVIEW_STEP.INDICATOR,
                        REVIEW_STEP.ACTION,
                        REVIEW_STEP.HAPPENED_AT,
                        coalesce(ACCOUNT.NAME, inline("")),
                        REVIEW_STEP.NOTE,
                        REVIEW_STEP.IMPORT_ID)
                .from(REVIEW_STEP)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(REVIEW_STEP.ACCOUNT_ID))
                .where(condition)
                .orderBy(REVIEW_STEP.REVIEW_STEP_ID)
                .fetch(found ->
                        new ReviewStep(
                                found.value1(),
                                found.value2(),
                                found.value3(),
                                ReviewAction.parse(found.value4()),
                                found.value5(),
                                found.value6(),
                                found.value7(),
                                found.value8() == null
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(found.value8())));
    }
}
