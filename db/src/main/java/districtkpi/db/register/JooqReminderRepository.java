package districtkpi.db.register;

import static districtkpi.db.jooq.Tables.REMINDER;
import static districtkpi.db.jooq.Tables.REMINDER_OUTCOME;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqReminderRepository implements ReminderRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqReminderRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong begin(
            RoundId round,
            DistrictCode district,
            EmailAddress address,
            Optional<Occasion> occasion) {
        if (occasion.filter(one -> wasSent(round, district, one)).isPresent()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                dsl.insertInto(REMINDER)
                        .set(REMINDER.ROUND_ID, round)
                        .set(REMINDER.DISTRICT_CODE, district)
                        .set(REMINDER.EMAIL, address.value())
                        .set(REMINDER.DUE_ON, occasion.map(Occasion::dueOn).orElse(null))
                        .set(REMINDER.OFFSET_DAYS, occasion.map(Occasion::offset).orElse(null))
                        .set(REMINDER.STARTED_AT, clock.instant())
                        .set(REMINDER.ACCOUNT_ID, current.accountId())
                        .returningResult(REMINDER.REMINDER_ID)
                        .fetchSingle()
                        .value1());
    }

    /** One whose end is not known counts as sent. */
    private boolean wasSent(RoundId round, DistrictCode district, Occasion occasion) {
        return dsl.fetchExists(
                dsl.selectOne()
                        .from(REMINDER)
                        .leftJoin(REMINDER_OUTCOME)
                        .on(REMINDER_OUTCOME.REMINDER_ID.eq(REMINDER.REMINDER_ID))
                        .where(REMINDER.ROUND_ID.eq(round))
                        .and(REMINDER.DISTRICT_CODE.eq(district))
                        .and(REMINDER.DUE_ON.eq(occasion.dueOn()))
                        .and(REMINDER.OFFSET_DAYS.eq(occasion.offset()))
                        .and(REMINDER_OUTCOME.FAILURE.isNull()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(long id) {
        end(id, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(long id, ReminderFailure failure) {
        end(id, failure.key());
    }

    private void end(long id, @Nullable String failure) {
        dsl.insertInto(REMINDER_OUTCOME)
                .set(REMINDER_OUTCOME.REMINDER_ID, id)
                .set(REMINDER_OUTCOME.ENDED_AT, clock.instant())
                .set(REMINDER_OUTCOME.FAILURE, failure)
                .execute();
    }
}
