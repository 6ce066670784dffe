package districtkpi.db.recording;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.HANDED_IN_TEXT;
import static districtkpi.db.jooq.Tables.REVIEW_COURSE;
import static districtkpi.db.jooq.Tables.REVIEW_STEP;
import static districtkpi.db.jooq.Tables.UNDO;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.jooq.tables.Account;
import districtkpi.db.recording.ReviewStep.Undone;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqReviewRepository implements ReviewRepository {

    private static final districtkpi.db.jooq.tables.ReviewStep TAKEN_BACK =
            REVIEW_STEP.as("taken_back");
    private static final Account UNDONE_BY = ACCOUNT.as("undone_by");

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
        return steps(REVIEW_COURSE.ROUND_ID.eq(round));
    }

    @Override
    public List<ReviewStep> find(RoundId round, DistrictCode district) {
        return steps(
                REVIEW_COURSE.ROUND_ID.eq(round).and(REVIEW_COURSE.DISTRICT_CODE.eq(district)));
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
        insert(new Key(round, district, indicator), action, note, importId, Map.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addHandedIn(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalLong importId,
            HandedIn handedIn) {
        Map<Field<?>, Long> brought = new HashMap<>();
        handedIn.broughtImport().ifPresent(id -> brought.put(REVIEW_STEP.BROUGHT_IMPORT_ID, id));
        long step =
                insert(
                        new Key(round, district, indicator),
                        ReviewAction.SUBMITTED,
                        "",
                        importId,
                        brought);
        handedIn.texts()
                .forEach((field, text) ->
                        dsl.insertInto(
                                        HANDED_IN_TEXT,
                                        HANDED_IN_TEXT.REVIEW_STEP_ID,
                                        HANDED_IN_TEXT.FIELD,
                                        HANDED_IN_TEXT.TEXT)
                                .values(step, field.key(), text)
                                .execute());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(RoundId round, ReviewStep step, String note) {
        insert(
                new Key(round, step.district(), step.indicator()),
                ReviewAction.TAKEN_BACK,
                note,
                OptionalLong.empty(),
                Map.of(REVIEW_STEP.TAKES_BACK, step.id()));
    }

    private record Key(RoundId round, DistrictCode district, IndicatorId indicator) {

        Condition condition() {
            return REVIEW_STEP
                    .ROUND_ID
                    .eq(round)
                    .and(REVIEW_STEP.DISTRICT_CODE.eq(district))
                    .and(REVIEW_STEP.INDICATOR.eq(indicator));
        }
    }

    private long insert(
            Key key,
            ReviewAction action,
            String note,
            OptionalLong importId,
            Map<? extends Field<?>, Long> names) {
        return dsl.insertInto(REVIEW_STEP)
                .set(REVIEW_STEP.ROUND_ID, key.round())
                .set(REVIEW_STEP.DISTRICT_CODE, key.district())
                .set(REVIEW_STEP.INDICATOR, key.indicator())
                .set(REVIEW_STEP.ACTION, action.key())
                .set(REVIEW_STEP.HAPPENED_AT, clock.instant())
                .set(REVIEW_STEP.NOTE, note)
                .set(REVIEW_STEP.IMPORT_ID, importId.isPresent() ? importId.getAsLong() : null)
                .set(REVIEW_STEP.ACCOUNT_ID, current.accountId())
                .set(
                        REVIEW_STEP.HAND_IN_ID,
                        action == ReviewAction.SUBMITTED ? null : newestHandIn(key))
                .set(names)
                .returningResult(REVIEW_STEP.REVIEW_STEP_ID)
                .fetchSingle()
                .value1();
    }

    private @Nullable Long newestHandIn(Key key) {
        return dsl.select(max(REVIEW_STEP.REVIEW_STEP_ID))
                .from(REVIEW_STEP)
                .where(key.condition())
                .and(REVIEW_STEP.ACTION.eq(ReviewAction.SUBMITTED.key()))
                .and(
                        notExists(
                                selectOne()
                                        .from(TAKEN_BACK)
                                        .where(
                                                TAKEN_BACK.TAKES_BACK.eq(
                                                        REVIEW_STEP.REVIEW_STEP_ID))))
                .fetchSingle()
                .value1();
    }

    @Override
    public Map<Long, Map<RecordingField, String>> findTexts(Collection<ReviewStep> handedIn) {
        Map<Long, IndicatorId> indicators =
                handedIn.stream().collect(Collectors.toMap(ReviewStep::id, ReviewStep::indicator));
        Map<Long, Map<RecordingField, String>> texts = new HashMap<>();
        dsl.select(HANDED_IN_TEXT.REVIEW_STEP_ID, HANDED_IN_TEXT.FIELD, HANDED_IN_TEXT.TEXT)
                .from(HANDED_IN_TEXT)
                .where(HANDED_IN_TEXT.REVIEW_STEP_ID.in(indicators.keySet()))
                .forEach(found ->
                        texts.computeIfAbsent(
                                        found.get(HANDED_IN_TEXT.REVIEW_STEP_ID),
                                        _ -> new HashMap<>())
                                .put(
                                        RecordingField.parse(
                                                Objects.requireNonNull(
                                                        indicators.get(
                                                                found.get(
                                                                        HANDED_IN_TEXT
                                                                                .REVIEW_STEP_ID))),
                                                found.get(HANDED_IN_TEXT.FIELD)),
                                        found.get(HANDED_IN_TEXT.TEXT)));
        return texts;
    }

    private List<ReviewStep> steps(Condition condition) {
        return dsl.select(
                        REVIEW_COURSE.REVIEW_STEP_ID,
                        REVIEW_COURSE.DISTRICT_CODE,
                        REVIEW_COURSE.INDICATOR,
                        REVIEW_COURSE.ACTION,
                        REVIEW_COURSE.HAPPENED_AT,
                        coalesce(ACCOUNT.NAME, inline("")),
                        REVIEW_COURSE.NOTE,
                        REVIEW_COURSE.IMPORT_ID,
                        REVIEW_COURSE.BROUGHT_IMPORT_ID,
                        TAKEN_BACK.HAPPENED_AT,
                        UNDO.UNDONE_AT,
                        coalesce(UNDONE_BY.NAME, inline("")),
                        UNDO.REASON)
                .from(REVIEW_COURSE)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(REVIEW_COURSE.ACCOUNT_ID))
                .leftJoin(TAKEN_BACK)
                .on(TAKEN_BACK.REVIEW_STEP_ID.eq(REVIEW_COURSE.TAKEN_BACK_BY))
                .leftJoin(UNDO)
                .on(UNDO.UNDO_ID.eq(REVIEW_COURSE.UNDO_ID))
                .leftJoin(UNDONE_BY)
                .on(UNDONE_BY.ACCOUNT_ID.eq(UNDO.ACCOUNT_ID))
                .where(condition)
                .orderBy(REVIEW_COURSE.REVIEW_STEP_ID)
                .fetch(found ->
                        new ReviewStep(
                                found.get(REVIEW_COURSE.REVIEW_STEP_ID),
                                found.get(REVIEW_COURSE.DISTRICT_CODE),
                                found.get(REVIEW_COURSE.INDICATOR),
                                ReviewAction.parse(found.get(REVIEW_COURSE.ACTION)),
                                found.get(REVIEW_COURSE.HAPPENED_AT),
                                found.value6(),
                                found.get(REVIEW_COURSE.NOTE),
                                optional(found.get(REVIEW_COURSE.IMPORT_ID)),
                                optional(found.get(REVIEW_COURSE.BROUGHT_IMPORT_ID)),
                                Optional.ofNullable(found.get(TAKEN_BACK.HAPPENED_AT)),
                                Optional.ofNullable(found.get(UNDO.UNDONE_AT))
                                        .map(at ->
                                                new Undone(
                                                        at,
                                                        found.value12(),
                                                        found.get(UNDO.REASON)))));
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
