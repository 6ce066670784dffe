package districtkpi.db.register;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.DISTRICT_CODE;
import static districtkpi.db.jooq.Tables.OFFICE_ADDRESS;
import static districtkpi.db.jooq.Tables.REMINDER;
import static districtkpi.db.jooq.Tables.REMINDER_OUTCOME;
import static districtkpi.db.jooq.Tables.REVIEW_COURSE;
import static districtkpi.db.jooq.Tables.REVIEW_STEP;
import static districtkpi.db.jooq.Tables.SUBMISSION_STEP;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import districtkpi.db.jooq.tables.Account;
import districtkpi.db.jooq.tables.OfficeAddress;
import districtkpi.db.jooq.tables.ReviewStep;
import districtkpi.db.jooq.tables.SubmissionStep;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.register.RegisterEntry.Outcome;
import districtkpi.db.register.RegisterEntry.Receipt;
import districtkpi.db.register.RegisterEntry.Reminder;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** One statement, whatever the number of districts: each part is grouped before it is joined. */
@Repository
class JooqRegisterQuery implements RegisterQuery {

    private static final ReviewStep LAST_STEP = REVIEW_STEP.as("last_step");
    private static final SubmissionStep PRINTED = SUBMISSION_STEP.as("printed");
    private static final SubmissionStep RECEIPT = SUBMISSION_STEP.as("receipt");
    private static final OfficeAddress ADDRESS = OFFICE_ADDRESS.as("address");
    private static final Account LAST_BY = ACCOUNT.as("last_by");
    private static final Account PRINTED_BY = ACCOUNT.as("printed_by");
    private static final Account RECEIVED_BY = ACCOUNT.as("received_by");
    private static final Account REMINDED_BY = ACCOUNT.as("reminded_by");

    /** Of each indicator of each district. */
    private static final Name EACH = name("each");

    /** Of each district what was handed in, and when. */
    private static final class Recorded {
        static final Name TABLE = name("recorded");
        static final Field<DistrictCode> DISTRICT =
                field(TABLE.append("district_code"), REVIEW_STEP.DISTRICT_CODE.getDataType());
        static final Field<Integer> NOW = field(TABLE.append("now"), Integer.class);
        static final Field<Integer> EVER = field(TABLE.append("ever"), Integer.class);
        static final Field<Instant> COMPLETE_AT =
                field(TABLE.append("complete_at"), REVIEW_STEP.HAPPENED_AT.getDataType());
        static final Field<Long> LAST = field(TABLE.append("last"), Long.class);
    }

    /** Of each district how often it was reminded. */
    private static final class Reminded {
        static final Name TABLE = name("reminded");
        static final Field<DistrictCode> DISTRICT =
                field(TABLE.append("district_code"), REMINDER.DISTRICT_CODE.getDataType());
        static final Field<Integer> SENT = field(TABLE.append("sent"), Integer.class);
        static final Field<Long> LAST = field(TABLE.append("last"), Long.class);
    }

    private final DSLContext dsl;

    JooqRegisterQuery(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<RegisterEntry> find(Agreement agreement, Collection<DistrictCode> districts) {
        RoundId round = agreement.round();
        List<IndicatorId> indicators = agreement.indicators().map(Indicator::id).toList();
        Field<DistrictCode> code = DISTRICT_CODE.DISTRICT_CODE_;
        return dsl.select(
                        code,
                        Recorded.NOW,
                        Recorded.EVER,
                        Recorded.COMPLETE_AT,
                        LAST_STEP.HAPPENED_AT,
                        LAST_BY.NAME,
                        PRINTED.HAPPENED_AT,
                        PRINTED_BY.NAME,
                        RECEIPT.SUBMISSION_STEP_ID,
                        RECEIPT.RECEIVED_ON,
                        RECEIPT.NOTE,
                        RECEIPT.HAPPENED_AT,
                        RECEIVED_BY.NAME,
                        Reminded.SENT,
                        REMINDER.STARTED_AT,
                        REMINDED_BY.NAME,
                        REMINDER_OUTCOME.REMINDER_ID,
                        REMINDER_OUTCOME.FAILURE,
                        ADDRESS.EMAIL)
                .from(DISTRICT_CODE)
                .leftJoin(recorded(agreement, indicators).asTable(Recorded.TABLE))
                .on(Recorded.DISTRICT.eq(code))
                .leftJoin(LAST_STEP)
                // The round is known from the id, but leads to the index.
                .on(LAST_STEP.REVIEW_STEP_ID.eq(Recorded.LAST))
                .and(LAST_STEP.ROUND_ID.eq(round))
                .leftJoin(LAST_BY)
                .on(LAST_BY.ACCOUNT_ID.eq(LAST_STEP.ACCOUNT_ID))
                .leftJoin(
                        newest(round, SUBMISSION_STEP.ACTION.eq(SubmissionAction.PRINTED.key()))
                                .asTable(PRINTED))
                .on(PRINTED.DISTRICT_CODE.eq(code))
                .leftJoin(PRINTED_BY)
                .on(PRINTED_BY.ACCOUNT_ID.eq(PRINTED.ACCOUNT_ID))
                .leftJoin(
                        newest(round, SUBMISSION_STEP.ACTION.ne(SubmissionAction.PRINTED.key()))
                                .asTable(RECEIPT))
                .on(RECEIPT.DISTRICT_CODE.eq(code))
                .leftJoin(RECEIVED_BY)
                .on(RECEIVED_BY.ACCOUNT_ID.eq(RECEIPT.ACCOUNT_ID))
                .leftJoin(reminded(round).asTable(Reminded.TABLE))
                .on(Reminded.DISTRICT.eq(code))
                .leftJoin(REMINDER)
                .on(REMINDER.REMINDER_ID.eq(Reminded.LAST))
                .and(REMINDER.ROUND_ID.eq(round))
                .leftJoin(REMINDER_OUTCOME)
                .on(REMINDER_OUTCOME.REMINDER_ID.eq(REMINDER.REMINDER_ID))
                .leftJoin(REMINDED_BY)
                .on(REMINDED_BY.ACCOUNT_ID.eq(REMINDER.ACCOUNT_ID))
                .leftJoin(addresses().asTable(ADDRESS))
                .on(ADDRESS.DISTRICT_CODE.eq(code))
                .where(code.in(districts))
                .orderBy(code)
                .fetch(found -> entry(found, applicable(agreement, found.get(code))));
    }

    /** How many indicators a district has something to report of. */
    private static int applicable(Agreement agreement, DistrictCode district) {
        return (int)
                agreement.indicators().filter(indicator -> indicator.appliesIn(district)).count();
    }

    /** What is none of a district's is not missing, and does not count where it came. */
    private static Condition applies(Agreement agreement) {
        Condition applies = noCondition();
        for (DistrictCode district : agreement.districtsWithTerms()) {
            List<IndicatorId> none =
                    agreement
                            .indicators()
                            .filter(indicator -> !indicator.appliesIn(district))
                            .map(Indicator::id)
                            .toList();
            if (!none.isEmpty()) {
                applies =
                        applies.and(
                                not(
                                        REVIEW_COURSE
                                                .DISTRICT_CODE
                                                .eq(district)
                                                .and(REVIEW_COURSE.INDICATOR.in(none))));
            }
        }
        return applies;
    }

    /** What was taken back was never handed in; what was undone was, but is not now. */
    private static Select<?> recorded(Agreement agreement, List<IndicatorId> indicators) {
        RoundId round = agreement.round();
        Condition submitted =
                REVIEW_COURSE
                        .ACTION
                        .eq(ReviewAction.SUBMITTED.key())
                        .and(REVIEW_COURSE.TAKEN_BACK_BY.isNull());
        Condition inForce =
                REVIEW_COURSE
                        .TAKEN_BACK_BY
                        .isNull()
                        .and(REVIEW_COURSE.UNDO_ID.isNull())
                        .and(REVIEW_COURSE.ACTION.ne(ReviewAction.TAKEN_BACK.key()));
        Field<Instant> first = min(REVIEW_COURSE.HAPPENED_AT).filterWhere(submitted).as("first");
        Field<Long> last = max(REVIEW_COURSE.REVIEW_STEP_ID).filterWhere(submitted).as("last");
        Field<String> newest =
                arrayGet(
                                arrayAgg(REVIEW_COURSE.ACTION)
                                        .orderBy(REVIEW_COURSE.REVIEW_STEP_ID.desc())
                                        .filterWhere(inForce),
                                1)
                        .as("newest");
        Table<?> each =
                select(REVIEW_COURSE.DISTRICT_CODE, first, last, newest)
                        .from(REVIEW_COURSE)
                        .where(REVIEW_COURSE.ROUND_ID.eq(round))
                        .and(REVIEW_COURSE.INDICATOR.in(indicators))
                        .and(applies(agreement))
                        .groupBy(REVIEW_COURSE.DISTRICT_CODE, REVIEW_COURSE.INDICATOR)
                        .asTable(EACH);
        Field<DistrictCode> district = inEach(REVIEW_COURSE.DISTRICT_CODE);
        return select(
                        district,
                        count().filterWhere(inEach(newest).ne(ReviewAction.SENT_BACK.key()))
                                .as(Recorded.NOW),
                        count(inEach(first)).as(Recorded.EVER),
                        max(inEach(first)).as(Recorded.COMPLETE_AT),
                        max(inEach(last)).as(Recorded.LAST))
                .from(each)
                .groupBy(district);
    }

    private static <T> Field<T> inEach(Field<T> one) {
        return field(EACH.append(one.getUnqualifiedName()), one.getDataType());
    }

    private static Select<?> newest(RoundId round, Condition condition) {
        return select(SUBMISSION_STEP.fields())
                .distinctOn(SUBMISSION_STEP.DISTRICT_CODE)
                .from(SUBMISSION_STEP)
                .where(SUBMISSION_STEP.ROUND_ID.eq(round))
                .and(condition)
                .orderBy(SUBMISSION_STEP.DISTRICT_CODE, SUBMISSION_STEP.SUBMISSION_STEP_ID.desc());
    }

    private static Select<?> reminded(RoundId round) {
        return select(
                        REMINDER.DISTRICT_CODE,
                        count(REMINDER_OUTCOME.REMINDER_ID)
                                .filterWhere(REMINDER_OUTCOME.FAILURE.isNull())
                                .as(Reminded.SENT),
                        max(REMINDER.REMINDER_ID).as(Reminded.LAST))
                .from(REMINDER)
                .leftJoin(REMINDER_OUTCOME)
                .on(REMINDER_OUTCOME.REMINDER_ID.eq(REMINDER.REMINDER_ID))
                .where(REMINDER.ROUND_ID.eq(round))
                .groupBy(REMINDER.DISTRICT_CODE);
    }

    private static Select<?> addresses() {
        return select(OFFICE_ADDRESS.fields())
                .distinctOn(OFFICE_ADDRESS.DISTRICT_CODE)
                .from(OFFICE_ADDRESS)
                .orderBy(OFFICE_ADDRESS.DISTRICT_CODE, OFFICE_ADDRESS.OFFICE_ADDRESS_ID.desc());
    }

    private static RegisterEntry entry(Record found, int indicators) {
        LocalDate receivedOn = found.get(RECEIPT.RECEIVED_ON);
        Long receiptStep = found.get(RECEIPT.SUBMISSION_STEP_ID);
        return new RegisterEntry(
                found.get(DISTRICT_CODE.DISTRICT_CODE_),
                indicators,
                number(found.get(Recorded.NOW)),
                number(found.get(Recorded.EVER)) == indicators
                        ? Optional.ofNullable(found.get(Recorded.COMPLETE_AT))
                        : Optional.empty(),
                done(found.get(LAST_STEP.HAPPENED_AT), found.get(LAST_BY.NAME)),
                done(found.get(PRINTED.HAPPENED_AT), found.get(PRINTED_BY.NAME)),
                receivedOn == null
                        ? Optional.empty()
                        : done(found.get(RECEIPT.HAPPENED_AT), found.get(RECEIVED_BY.NAME))
                                .map(recorded ->
                                        new Receipt(receivedOn, found.get(RECEIPT.NOTE), recorded)),
                receiptStep == null ? OptionalLong.empty() : OptionalLong.of(receiptStep),
                number(found.get(Reminded.SENT)),
                done(found.get(REMINDER.STARTED_AT), found.get(REMINDED_BY.NAME))
                        .map(sent -> new Reminder(sent, outcome(found))),
                Optional.ofNullable(found.get(ADDRESS.EMAIL))
                        .filter(email -> !email.isEmpty())
                        .map(EmailAddress::of));
    }

    private static int number(@Nullable Integer found) {
        return found == null ? 0 : found;
    }

    private static Optional<Done> done(@Nullable Instant at, @Nullable String by) {
        return at == null ? Optional.empty() : Optional.of(new Done(at, by == null ? "" : by));
    }

    private static Outcome outcome(Record found) {
        if (found.get(REMINDER_OUTCOME.REMINDER_ID) == null) {
            return new Outcome.Unknown();
        }
        String failure = found.get(REMINDER_OUTCOME.FAILURE);
        return failure == null
                ? new Outcome.Sent()
                : new Outcome.Failed(ReminderFailure.parse(failure));
    }
}
