package districtkpi.db.register;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.SUBMISSION_STEP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqSubmissionRepository implements SubmissionRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqSubmissionRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<SubmissionStep> find(RoundId round, DistrictCode district) {
        return dsl.select(
                        SUBMISSION_STEP.SUBMISSION_STEP_ID,
                        SUBMISSION_STEP.ACTION,
                        SUBMISSION_STEP.RECEIVED_ON,
                        SUBMISSION_STEP.NOTE,
                        SUBMISSION_STEP.HAPPENED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(SUBMISSION_STEP)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(SUBMISSION_STEP.ACCOUNT_ID))
                .where(SUBMISSION_STEP.ROUND_ID.eq(round))
                .and(SUBMISSION_STEP.DISTRICT_CODE.eq(district))
                .orderBy(SUBMISSION_STEP.SUBMISSION_STEP_ID)
                .fetch(found ->
                        new SubmissionStep(
                                found.get(SUBMISSION_STEP.SUBMISSION_STEP_ID),
                                SubmissionAction.parse(found.get(SUBMISSION_STEP.ACTION)),
                                found.get(SUBMISSION_STEP.RECEIVED_ON),
                                found.get(SUBMISSION_STEP.NOTE),
                                new Done(found.get(SUBMISSION_STEP.HAPPENED_AT), found.value6())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addPrinted(RoundId round, DistrictCode district) {
        add(round, district, SubmissionAction.PRINTED, null, "");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addReceived(RoundId round, DistrictCode district, LocalDate day, String note) {
        add(round, district, SubmissionAction.RECEIVED, day, note);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addWithdrawn(RoundId round, DistrictCode district, String note) {
        add(round, district, SubmissionAction.RECEIPT_WITHDRAWN, null, note);
    }

    private void add(
            RoundId round,
            DistrictCode district,
            SubmissionAction action,
            @Nullable LocalDate receivedOn,
            String note) {
        dsl.insertInto(SUBMISSION_STEP)
                .set(SUBMISSION_STEP.ROUND_ID, round)
                .set(SUBMISSION_STEP.DISTRICT_CODE, district)
                .set(SUBMISSION_STEP.ACTION, action.key())
                .set(SUBMISSION_STEP.RECEIVED_ON, receivedOn)
                .set(SUBMISSION_STEP.NOTE, note)
                .set(SUBMISSION_STEP.HAPPENED_AT, clock.instant())
                .set(SUBMISSION_STEP.ACCOUNT_ID, current.accountId())
                .execute();
    }
}
