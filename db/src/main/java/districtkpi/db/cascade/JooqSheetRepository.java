package districtkpi.db.cascade;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.OFFICER;
import static districtkpi.db.jooq.Tables.OFFICER_DRAFT;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_ACKNOWLEDGEMENT;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_IN_FORCE;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET_LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.cascade.OfficerSheet.Acknowledgement;
import districtkpi.db.jooq.tables.Account;
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
import org.jooq.Records;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqSheetRepository implements SheetRepository {

    private static final Account RECORDER = ACCOUNT.as("recorder");

    private static final Field<List<Assignment>> ASSIGNMENTS =
            multiset(
                            select(
                                            OFFICER_SHEET_LINE.INDICATOR,
                                            OFFICER_SHEET_LINE.WEIGHT,
                                            OFFICER_SHEET_LINE.TARGET_LEVEL,
                                            OFFICER_SHEET_LINE.TARGET_TEXT)
                                    .from(OFFICER_SHEET_LINE)
                                    .where(
                                            OFFICER_SHEET_LINE.OFFICER_SHEET_ID.eq(
                                                    OFFICER_SHEET.OFFICER_SHEET_ID)))
                    .convertFrom(rows -> rows.map(Records.mapping(Assignment::new)));

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqSheetRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<Assignment> findDraft(RoundId round, long officer) {
        return dsl.select(
                        OFFICER_DRAFT.INDICATOR,
                        OFFICER_DRAFT.WEIGHT,
                        OFFICER_DRAFT.TARGET_LEVEL,
                        OFFICER_DRAFT.TARGET_TEXT)
                .from(OFFICER_DRAFT)
                .where(OFFICER_DRAFT.ROUND_ID.eq(round))
                .and(OFFICER_DRAFT.OFFICER_ID.eq(officer))
                .orderBy(OFFICER_DRAFT.INDICATOR)
                .fetch(Records.mapping(Assignment::new));
    }

    @Override
    public Map<Long, List<Assignment>> findDrafts(RoundId round, DistrictCode district) {
        return dsl.select(
                        OFFICER_DRAFT.OFFICER_ID,
                        OFFICER_DRAFT.INDICATOR,
                        OFFICER_DRAFT.WEIGHT,
                        OFFICER_DRAFT.TARGET_LEVEL,
                        OFFICER_DRAFT.TARGET_TEXT)
                .from(OFFICER_DRAFT)
                .join(OFFICER)
                .on(OFFICER.OFFICER_ID.eq(OFFICER_DRAFT.OFFICER_ID))
                .where(OFFICER_DRAFT.ROUND_ID.eq(round))
                .and(OFFICER.DISTRICT_CODE.eq(district))
                .orderBy(OFFICER_DRAFT.OFFICER_ID, OFFICER_DRAFT.INDICATOR)
                .fetchGroups(
                        found -> found.get(OFFICER_DRAFT.OFFICER_ID),
                        found ->
                                new Assignment(
                                        found.get(OFFICER_DRAFT.INDICATOR),
                                        found.get(OFFICER_DRAFT.WEIGHT),
                                        found.get(OFFICER_DRAFT.TARGET_LEVEL),
                                        found.get(OFFICER_DRAFT.TARGET_TEXT)));
    }

    @Override
    public List<OfficerSheet> findAll(RoundId round, long officer) {
        return sheets(OFFICER_SHEET.ROUND_ID.eq(round).and(OFFICER_SHEET.OFFICER_ID.eq(officer)));
    }

    @Override
    public List<OfficerSheet> findInForce(RoundId round) {
        return sheets(inForce(round));
    }

    @Override
    public List<OfficerSheet> findInForce(RoundId round, DistrictCode district) {
        return sheets(inForce(round).and(OFFICER.DISTRICT_CODE.eq(district)));
    }

    private static Condition inForce(RoundId round) {
        return OFFICER_SHEET
                .ROUND_ID
                .eq(round)
                .and(
                        OFFICER_SHEET.OFFICER_SHEET_ID.in(
                                select(OFFICER_SHEET_IN_FORCE.OFFICER_SHEET_ID)
                                        .from(OFFICER_SHEET_IN_FORCE)
                                        .where(OFFICER_SHEET_IN_FORCE.ROUND_ID.eq(round))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void saveDraft(RoundId round, long officer, Assignment assignment) {
        dsl.insertInto(OFFICER_DRAFT)
                .set(OFFICER_DRAFT.ROUND_ID, round)
                .set(OFFICER_DRAFT.OFFICER_ID, officer)
                .set(OFFICER_DRAFT.INDICATOR, assignment.indicator())
                .set(OFFICER_DRAFT.WEIGHT, assignment.weight())
                .set(OFFICER_DRAFT.TARGET_LEVEL, assignment.targetLevel())
                .set(OFFICER_DRAFT.TARGET_TEXT, assignment.targetText())
                .onConflict(
                        OFFICER_DRAFT.ROUND_ID, OFFICER_DRAFT.OFFICER_ID, OFFICER_DRAFT.INDICATOR)
                .doUpdate()
                .set(OFFICER_DRAFT.WEIGHT, assignment.weight())
                .set(OFFICER_DRAFT.TARGET_LEVEL, assignment.targetLevel())
                .set(OFFICER_DRAFT.TARGET_TEXT, assignment.targetText())
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeDraft(RoundId round, long officer, IndicatorId indicator) {
        dsl.deleteFrom(OFFICER_DRAFT)
                .where(OFFICER_DRAFT.ROUND_ID.eq(round))
                .and(OFFICER_DRAFT.OFFICER_ID.eq(officer))
                .and(OFFICER_DRAFT.INDICATOR.eq(indicator))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clearDraft(RoundId round, long officer) {
        dsl.deleteFrom(OFFICER_DRAFT)
                .where(OFFICER_DRAFT.ROUND_ID.eq(round))
                .and(OFFICER_DRAFT.OFFICER_ID.eq(officer))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(
            RoundId round, Officer officer, int agreementVersion, List<Assignment> assignments) {
        int version =
                1
                        + dsl.fetchCount(
                                OFFICER_SHEET,
                                OFFICER_SHEET.ROUND_ID.eq(round),
                                OFFICER_SHEET.OFFICER_ID.eq(officer.id()));
        long id =
                dsl.insertInto(OFFICER_SHEET)
                        .set(OFFICER_SHEET.ROUND_ID, round)
                        .set(OFFICER_SHEET.OFFICER_ID, officer.id())
                        .set(OFFICER_SHEET.VERSION, version)
                        .set(OFFICER_SHEET.AGREEMENT_VERSION, agreementVersion)
                        .set(OFFICER_SHEET.POST, officer.data().post())
                        .set(OFFICER_SHEET.NAME, officer.data().name())
                        .set(OFFICER_SHEET.HANDED_OVER_AT, clock.instant())
                        .set(OFFICER_SHEET.ACCOUNT_ID, current.accountId())
                        .returning(OFFICER_SHEET.OFFICER_SHEET_ID)
                        .fetchSingle()
                        .get(OFFICER_SHEET.OFFICER_SHEET_ID);
        assignments.forEach(one ->
                dsl.insertInto(OFFICER_SHEET_LINE)
                        .set(OFFICER_SHEET_LINE.OFFICER_SHEET_ID, id)
                        .set(OFFICER_SHEET_LINE.INDICATOR, one.indicator())
                        .set(OFFICER_SHEET_LINE.WEIGHT, one.weight())
                        .set(OFFICER_SHEET_LINE.TARGET_LEVEL, one.targetLevel())
                        .set(OFFICER_SHEET_LINE.TARGET_TEXT, one.targetText())
                        .execute());
        return version;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void acknowledge(long sheet, LocalDate on) {
        dsl.insertInto(OFFICER_SHEET_ACKNOWLEDGEMENT)
                .set(OFFICER_SHEET_ACKNOWLEDGEMENT.OFFICER_SHEET_ID, sheet)
                .set(OFFICER_SHEET_ACKNOWLEDGEMENT.ACKNOWLEDGED_ON, on)
                .set(OFFICER_SHEET_ACKNOWLEDGEMENT.RECORDED_AT, clock.instant())
                .set(OFFICER_SHEET_ACKNOWLEDGEMENT.ACCOUNT_ID, current.accountId())
                .execute();
    }

    private List<OfficerSheet> sheets(Condition condition) {
        return dsl.select(
                        OFFICER_SHEET.OFFICER_SHEET_ID,
                        OFFICER_SHEET.ROUND_ID,
                        OFFICER.DISTRICT_CODE,
                        OFFICER_SHEET.OFFICER_ID,
                        OFFICER_SHEET.VERSION,
                        OFFICER_SHEET.AGREEMENT_VERSION,
                        OFFICER_SHEET.POST,
                        OFFICER_SHEET.NAME,
                        ASSIGNMENTS,
                        OFFICER_SHEET.HANDED_OVER_AT,
                        coalesce(ACCOUNT.NAME, inline("")),
                        OFFICER_SHEET_ACKNOWLEDGEMENT.ACKNOWLEDGED_ON,
                        OFFICER_SHEET_ACKNOWLEDGEMENT.RECORDED_AT,
                        coalesce(RECORDER.NAME, inline("")))
                .from(OFFICER_SHEET)
                .join(OFFICER)
                .on(OFFICER.OFFICER_ID.eq(OFFICER_SHEET.OFFICER_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(OFFICER_SHEET.ACCOUNT_ID))
                .leftJoin(OFFICER_SHEET_ACKNOWLEDGEMENT)
                .on(
                        OFFICER_SHEET_ACKNOWLEDGEMENT.OFFICER_SHEET_ID.eq(
                                OFFICER_SHEET.OFFICER_SHEET_ID))
                .leftJoin(RECORDER)
                .on(RECORDER.ACCOUNT_ID.eq(OFFICER_SHEET_ACKNOWLEDGEMENT.ACCOUNT_ID))
                .where(condition)
                .orderBy(OFFICER.DISTRICT_CODE, OFFICER_SHEET.OFFICER_ID, OFFICER_SHEET.VERSION)
                .fetch(found ->
                        new OfficerSheet(
                                found.get(OFFICER_SHEET.OFFICER_SHEET_ID),
                                found.get(OFFICER_SHEET.ROUND_ID),
                                found.get(OFFICER.DISTRICT_CODE),
                                found.get(OFFICER_SHEET.OFFICER_ID),
                                found.get(OFFICER_SHEET.VERSION),
                                found.get(OFFICER_SHEET.AGREEMENT_VERSION),
                                new OfficerData(
                                        found.get(OFFICER_SHEET.POST),
                                        found.get(OFFICER_SHEET.NAME)),
                                found.get(ASSIGNMENTS),
                                found.get(OFFICER_SHEET.HANDED_OVER_AT),
                                found.value11(),
                                found.get(OFFICER_SHEET_ACKNOWLEDGEMENT.ACKNOWLEDGED_ON) == null
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Acknowledgement(
                                                        found.get(
                                                                OFFICER_SHEET_ACKNOWLEDGEMENT
                                                                        .ACKNOWLEDGED_ON),
                                                        found.get(
                                                                OFFICER_SHEET_ACKNOWLEDGEMENT
                                                                        .RECORDED_AT),
                                                        found.value14()))));
    }
}
