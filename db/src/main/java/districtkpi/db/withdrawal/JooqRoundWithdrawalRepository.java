package districtkpi.db.withdrawal;

import static districtkpi.db.jooq.Tables.AGREEMENT;
import static districtkpi.db.jooq.Tables.AUDIT;
import static districtkpi.db.jooq.Tables.EVIDENCE;
import static districtkpi.db.jooq.Tables.IMPORT;
import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.LEVEL_OVERRIDE;
import static districtkpi.db.jooq.Tables.MEASUREMENT;
import static districtkpi.db.jooq.Tables.OFFICER_SHEET;
import static districtkpi.db.jooq.Tables.PUBLICATION;
import static districtkpi.db.jooq.Tables.ROUND;
import static districtkpi.db.jooq.Tables.SUBMISSION_STEP;
import static districtkpi.db.jooq.Tables.UNDO;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import districtkpi.db.audit.AuditAction;
import districtkpi.db.jooq.tables.ImportRound;
import districtkpi.db.register.SubmissionAction;
import districtkpi.db.result.ImportKind;
import districtkpi.db.withdrawal.RoundContents.RoundFile;
import districtkpi.domain.agreement.RoundId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqRoundWithdrawalRepository implements RoundWithdrawalRepository {

    private final DSLContext dsl;

    JooqRoundWithdrawalRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<RoundContents> find(RoundId round) {
        if (!dsl.fetchExists(ROUND, ROUND.ROUND_ID.eq(round))) {
            return Optional.empty();
        }
        return Optional.of(
                new RoundContents(
                        agreements(round),
                        files(round),
                        sharedFiles(round),
                        dsl.fetchCount(
                                IMPORT.join(IMPORT_ROUND)
                                        .on(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID)),
                                IMPORT_ROUND
                                        .ROUND_ID
                                        .eq(round)
                                        .and(IMPORT.KIND.eq(ImportKind.ONLINE.key()))),
                        dsl.fetchCount(MEASUREMENT, MEASUREMENT.ROUND_ID.eq(round)),
                        dsl.fetchCount(LEVEL_OVERRIDE, LEVEL_OVERRIDE.ROUND_ID.eq(round)),
                        dsl.fetchCount(EVIDENCE, EVIDENCE.ROUND_ID.eq(round)),
                        dsl.fetchCount(
                                SUBMISSION_STEP,
                                SUBMISSION_STEP
                                        .ROUND_ID
                                        .eq(round)
                                        .and(
                                                SUBMISSION_STEP.ACTION.eq(
                                                        SubmissionAction.RECEIVED.key()))),
                        dsl.fetchCount(OFFICER_SHEET, OFFICER_SHEET.ROUND_ID.eq(round)),
                        dsl.fetchCount(PUBLICATION, PUBLICATION.ROUND_ID.eq(round)),
                        dsl.fetchCount(ROUND, ROUND.ROUND_ID.ne(round))));
    }

    private List<RoundFile> agreements(RoundId round) {
        return dsl.select(AGREEMENT.FILE, AGREEMENT.SHA256)
                .from(AGREEMENT)
                .where(AGREEMENT.ROUND_ID.eq(round))
                .orderBy(AGREEMENT.VERSION)
                .fetch(row -> new RoundFile(row.value1(), row.value2()));
    }

    private List<RoundFile> files(RoundId round) {
        return dsl.select(IMPORT.FILE, IMPORT.SHA256)
                .from(IMPORT)
                .join(IMPORT_ROUND)
                .on(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID))
                .where(IMPORT_ROUND.ROUND_ID.eq(round))
                .and(IMPORT.KIND.ne(ImportKind.ONLINE.key()))
                .and(not(hasOtherRounds(round)))
                .orderBy(IMPORT.IMPORT_ID)
                .fetch(row -> new RoundFile(row.value1(), row.value2()));
    }

    private List<String> sharedFiles(RoundId round) {
        return dsl.select(IMPORT.IMPORT_ID, IMPORT.FILE)
                .from(IMPORT)
                .join(IMPORT_ROUND)
                .on(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID))
                .where(IMPORT_ROUND.ROUND_ID.eq(round))
                .and(hasOtherRounds(round))
                .andNotExists(selectOne().from(UNDO).where(UNDO.IMPORT_ID.eq(IMPORT.IMPORT_ID)))
                .orderBy(IMPORT.IMPORT_ID)
                .fetch(row -> "#" + row.value1() + " " + row.value2());
    }

    private static Condition hasOtherRounds(RoundId round) {
        ImportRound other = IMPORT_ROUND.as("other");
        return exists(
                selectOne()
                        .from(other)
                        .where(other.IMPORT_ID.eq(IMPORT.IMPORT_ID))
                        .and(other.ROUND_ID.ne(round)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockToWithdraw(RoundId round) {
        // Rows that refer to the round wait, too, unlike for its RoundLock. All in one step: who
        // took that lock first and this one then would wait for somebody who waits for the former.
        return dsl.select(ROUND.ROUND_ID)
                .from(ROUND)
                .where(ROUND.ROUND_ID.eq(round))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(RoundId round) {
        dsl.execute("select withdraw_round({0})", val(round.toString()));
    }

    @Override
    public boolean wasWithdrawn(RoundId round) {
        return dsl.fetchExists(
                AUDIT,
                AUDIT.ACTION
                        .eq(AuditAction.ROUND_WITHDRAWN.key())
                        .and(AUDIT.SUBJECT.eq("round " + round)));
    }
}
