package districtkpi.db.recording;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.RECORDING_DRAFT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqDraftRepository implements DraftRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqDraftRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<Draft> find(RoundId round, DistrictCode district) {
        return drafts(of(round, district));
    }

    @Override
    public long countIndicators(RoundId round, Collection<DistrictCode> districts) {
        return dsl.fetchCount(
                dsl.selectDistinct(RECORDING_DRAFT.DISTRICT_CODE, RECORDING_DRAFT.INDICATOR)
                        .from(RECORDING_DRAFT)
                        .where(
                                RECORDING_DRAFT.ROUND_ID.eq(round),
                                RECORDING_DRAFT.DISTRICT_CODE.in(districts)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Saving save(
            RoundId round, DistrictCode district, RecordingField field, String text, int version) {
        boolean kept =
                dsl.insertInto(
                                        RECORDING_DRAFT,
                                        RECORDING_DRAFT.ROUND_ID,
                                        RECORDING_DRAFT.DISTRICT_CODE,
                                        RECORDING_DRAFT.INDICATOR,
                                        RECORDING_DRAFT.FIELD,
                                        RECORDING_DRAFT.TEXT,
                                        RECORDING_DRAFT.VERSION,
                                        RECORDING_DRAFT.CHANGED_AT,
                                        RECORDING_DRAFT.ACCOUNT_ID)
                                .values(
                                        round,
                                        district,
                                        field.indicator(),
                                        field.key(),
                                        text,
                                        1,
                                        clock.instant(),
                                        current.accountId())
                                .onConflict(
                                        RECORDING_DRAFT.ROUND_ID,
                                        RECORDING_DRAFT.DISTRICT_CODE,
                                        RECORDING_DRAFT.INDICATOR,
                                        RECORDING_DRAFT.FIELD)
                                .doUpdate()
                                .set(RECORDING_DRAFT.TEXT, excluded(RECORDING_DRAFT.TEXT))
                                .set(RECORDING_DRAFT.VERSION, RECORDING_DRAFT.VERSION.plus(1))
                                .set(
                                        RECORDING_DRAFT.CHANGED_AT,
                                        excluded(RECORDING_DRAFT.CHANGED_AT))
                                .set(
                                        RECORDING_DRAFT.ACCOUNT_ID,
                                        excluded(RECORDING_DRAFT.ACCOUNT_ID))
                                .where(RECORDING_DRAFT.VERSION.eq(version))
                                .execute()
                        > 0;
        Draft found =
                drafts(
                                of(round, district)
                                        .and(RECORDING_DRAFT.INDICATOR.eq(field.indicator()))
                                        .and(RECORDING_DRAFT.FIELD.eq(field.key())))
                        .getFirst();
        return kept || found.text().equals(text)
                ? new Saving.Saved(found)
                : new Saving.Conflict(found);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clear(RoundId round, DistrictCode district, IndicatorId indicator) {
        dsl.deleteFrom(RECORDING_DRAFT)
                .where(of(round, district))
                .and(RECORDING_DRAFT.INDICATOR.eq(indicator))
                .execute();
    }

    private static Condition of(RoundId round, DistrictCode district) {
        return RECORDING_DRAFT.ROUND_ID.eq(round).and(RECORDING_DRAFT.DISTRICT_CODE.eq(district));
    }

    private List<Draft> drafts(Condition condition) {
        return dsl.select(
                        RECORDING_DRAFT.INDICATOR,
                        RECORDING_DRAFT.FIELD,
                        RECORDING_DRAFT.TEXT,
                        RECORDING_DRAFT.VERSION,
                        RECORDING_DRAFT.CHANGED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(RECORDING_DRAFT)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(RECORDING_DRAFT.ACCOUNT_ID))
                .where(condition)
                .orderBy(RECORDING_DRAFT.INDICATOR, RECORDING_DRAFT.FIELD)
                .fetch(found ->
                        new Draft(
                                RecordingField.parse(
                                        found.get(RECORDING_DRAFT.INDICATOR),
                                        found.get(RECORDING_DRAFT.FIELD)),
                                found.get(RECORDING_DRAFT.TEXT),
                                found.get(RECORDING_DRAFT.VERSION),
                                found.get(RECORDING_DRAFT.CHANGED_AT),
                                found.value6()));
    }
}
