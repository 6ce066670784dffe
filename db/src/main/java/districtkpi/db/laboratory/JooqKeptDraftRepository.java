package districtkpi.db.laboratory;

import static districtkpi.db.jooq.Tables.LABORATORY_DRAFT;

import districtkpi.domain.agreement.RoundId;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqKeptDraftRepository implements KeptDraftRepository {

    private final DSLContext dsl;
    private final Clock clock;

    JooqKeptDraftRepository(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    @Override
    public List<KeptDraft> find(long accountId, RoundId round) {
        return dsl.select(
                        LABORATORY_DRAFT.LABORATORY_DRAFT_ID,
                        LABORATORY_DRAFT.NAME,
                        LABORATORY_DRAFT.DRAFT,
                        LABORATORY_DRAFT.KEPT_AT)
                .from(LABORATORY_DRAFT)
                .where(LABORATORY_DRAFT.ACCOUNT_ID.eq(accountId))
                .and(LABORATORY_DRAFT.ROUND_ID.eq(round))
                .orderBy(LABORATORY_DRAFT.NAME)
                .fetch(found ->
                        new KeptDraft(
                                found.get(LABORATORY_DRAFT.LABORATORY_DRAFT_ID),
                                found.get(LABORATORY_DRAFT.NAME),
                                found.get(LABORATORY_DRAFT.DRAFT),
                                found.get(LABORATORY_DRAFT.KEPT_AT)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(long accountId, RoundId round, String name, String draft) {
        return dsl.insertInto(LABORATORY_DRAFT)
                        .set(LABORATORY_DRAFT.ACCOUNT_ID, accountId)
                        .set(LABORATORY_DRAFT.ROUND_ID, round)
                        .set(LABORATORY_DRAFT.NAME, name)
                        .set(LABORATORY_DRAFT.DRAFT, draft)
                        .set(LABORATORY_DRAFT.KEPT_AT, clock.instant())
                        .onConflict(
                                LABORATORY_DRAFT.ACCOUNT_ID,
                                LABORATORY_DRAFT.ROUND_ID,
                                LABORATORY_DRAFT.NAME)
                        .doNothing()
                        .execute()
                > 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(long accountId, long id) {
        dsl.deleteFrom(LABORATORY_DRAFT)
                .where(LABORATORY_DRAFT.LABORATORY_DRAFT_ID.eq(id))
                .and(LABORATORY_DRAFT.ACCOUNT_ID.eq(accountId))
                .execute();
    }
}
