package districtkpi.db.recording;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.EVIDENCE;
import static districtkpi.db.jooq.Tables.EVIDENCE_WITHDRAWAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqEvidenceRepository implements EvidenceRepository {

    private static final Condition COUNTS =
            notExists(
                    selectOne()
                            .from(EVIDENCE_WITHDRAWAL)
                            .where(EVIDENCE_WITHDRAWAL.EVIDENCE_ID.eq(EVIDENCE.EVIDENCE_ID)));

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqEvidenceRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<Evidence> findAll(RoundId round) {
        return evidence(EVIDENCE.ROUND_ID.eq(round).and(COUNTS));
    }

    @Override
    public List<Evidence> find(RoundId round, DistrictCode district) {
        return evidence(
                EVIDENCE.ROUND_ID.eq(round).and(EVIDENCE.DISTRICT_CODE.eq(district)).and(COUNTS));
    }

    @Override
    public Optional<Evidence> find(long id) {
        return evidence(EVIDENCE.EVIDENCE_ID.eq(id)).stream().findFirst();
    }

    @Override
    public Optional<byte[]> findContent(long id) {
        return dsl.select(EVIDENCE.CONTENT)
                .from(EVIDENCE)
                .where(EVIDENCE.EVIDENCE_ID.eq(id))
                .fetchOptional(EVIDENCE.CONTENT);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String file,
            EvidenceType type,
            byte[] content) {
        return dsl.insertInto(
                        EVIDENCE,
                        EVIDENCE.ROUND_ID,
                        EVIDENCE.DISTRICT_CODE,
                        EVIDENCE.INDICATOR,
                        EVIDENCE.FILE,
                        EVIDENCE.MEDIA_TYPE,
                        EVIDENCE.CONTENT,
                        EVIDENCE.RECEIVED_AT,
                        EVIDENCE.ACCOUNT_ID)
                .values(
                        round,
                        district,
                        indicator,
                        file,
                        type.mediaType(),
                        content,
                        clock.instant(),
                        current.accountId())
                .returningResult(EVIDENCE.EVIDENCE_ID)
                .fetchSingle()
                .value1();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long id) {
        dsl.insertInto(
                        EVIDENCE_WITHDRAWAL,
                        EVIDENCE_WITHDRAWAL.EVIDENCE_ID,
                        EVIDENCE_WITHDRAWAL.WITHDRAWN_AT,
                        EVIDENCE_WITHDRAWAL.ACCOUNT_ID)
                .values(id, clock.instant(), current.accountId())
                .onConflictDoNothing()
                .execute();
    }

    private List<Evidence> evidence(Condition condition) {
        return dsl.select(
                        EVIDENCE.EVIDENCE_ID,
                        EVIDENCE.ROUND_ID,
                        EVIDENCE.DISTRICT_CODE,
                        EVIDENCE.INDICATOR,
                        EVIDENCE.FILE,
                        EVIDENCE.MEDIA_TYPE,
                        EVIDENCE.BYTE_COUNT,
                        EVIDENCE.SHA256,
                        EVIDENCE.RECEIVED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(EVIDENCE)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(EVIDENCE.ACCOUNT_ID))
                .where(condition)
                .orderBy(EVIDENCE.EVIDENCE_ID)
                .fetch(found ->
                        new Evidence(
                                found.value1(),
                                found.value2(),
                                found.value3(),
                                found.value4(),
                                found.value5(),
                                EvidenceType.parse(found.value6()),
                                found.value7(),
                                found.value8(),
                                found.value9(),
                                found.value10()));
    }
}
