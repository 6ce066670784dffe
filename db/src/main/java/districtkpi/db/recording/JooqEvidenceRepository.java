package districtkpi.db.recording;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.EVIDENCE;
import static districtkpi.db.jooq.Tables.EVIDENCE_WITHDRAWAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.outage.Room;
import districtkpi.db.recording.Evidence.Form;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
    private final Room room;

    JooqEvidenceRepository(DSLContext dsl, Clock clock, CurrentAccount current, Room room) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
        this.room = room;
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
        room.require();
        return add(
                round,
                district,
                indicator,
                file,
                Map.of(EVIDENCE.MEDIA_TYPE, type.mediaType(), EVIDENCE.CONTENT, content));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long addPaper(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String what,
            LocalDate day) {
        return add(round, district, indicator, what, Map.of(EVIDENCE.PAPER_DAY, day));
    }

    private long add(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            String name,
            Map<Field<?>, ?> form) {
        return dsl.insertInto(EVIDENCE)
                .set(EVIDENCE.ROUND_ID, round)
                .set(EVIDENCE.DISTRICT_CODE, district)
                .set(EVIDENCE.INDICATOR, indicator)
                .set(EVIDENCE.FILE, name)
                .set(form)
                .set(EVIDENCE.RECEIVED_AT, clock.instant())
                .set(EVIDENCE.ACCOUNT_ID, current.accountId())
                .returningResult(EVIDENCE.EVIDENCE_ID)
                .fetchSingle()
                .value1();
    }

    @Override
    public int countPaperSteps(RoundId round, DistrictCode district, IndicatorId indicator) {
        return dsl.select(count().plus(count(EVIDENCE_WITHDRAWAL.EVIDENCE_ID)))
                .from(EVIDENCE)
                .leftJoin(EVIDENCE_WITHDRAWAL)
                .on(EVIDENCE_WITHDRAWAL.EVIDENCE_ID.eq(EVIDENCE.EVIDENCE_ID))
                .where(EVIDENCE.ROUND_ID.eq(round))
                .and(EVIDENCE.DISTRICT_CODE.eq(district))
                .and(EVIDENCE.INDICATOR.eq(indicator))
                .and(EVIDENCE.PAPER_DAY.isNotNull())
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
                        EVIDENCE.PAPER_DAY,
                        EVIDENCE.RECEIVED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(EVIDENCE)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(EVIDENCE.ACCOUNT_ID))
                .where(condition)
                .orderBy(EVIDENCE.EVIDENCE_ID)
                .fetch(found ->
                        new Evidence(
                                found.get(EVIDENCE.EVIDENCE_ID),
                                found.get(EVIDENCE.ROUND_ID),
                                found.get(EVIDENCE.DISTRICT_CODE),
                                found.get(EVIDENCE.INDICATOR),
                                found.get(EVIDENCE.FILE),
                                found.get(EVIDENCE.PAPER_DAY) == null
                                        ? new Form.File(
                                                EvidenceType.parse(found.get(EVIDENCE.MEDIA_TYPE)),
                                                found.get(EVIDENCE.BYTE_COUNT),
                                                found.get(EVIDENCE.SHA256))
                                        : new Form.Paper(found.get(EVIDENCE.PAPER_DAY)),
                                found.get(EVIDENCE.RECEIVED_AT),
                                found.value11()));
    }
}
