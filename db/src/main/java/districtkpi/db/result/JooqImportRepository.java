package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.IMPORT;
import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.UNDO;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.outage.Room;
import districtkpi.db.round.RoundLock;
import districtkpi.domain.agreement.RoundId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqImportRepository implements ImportRepository {

    private static final Field<RoundId[]> ROUNDS =
            field(
                    select(arrayAgg(IMPORT_ROUND.ROUND_ID))
                            .from(IMPORT_ROUND)
                            .where(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID)));

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final ImportContents contents;
    private final MeasurementRepository figures;
    private final CellCorrectionRepository corrections;
    private final Clock clock;
    private final CurrentAccount current;

    JooqImportRepository(
            DSLContext dsl,
            RoundLock roundLock,
            MeasurementRepository figures,
            CellCorrectionRepository corrections,
            Clock clock,
            CurrentAccount current,
            Room room) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.figures = figures;
        this.corrections = corrections;
        this.contents = new ImportContents(dsl, room);
        this.clock = clock;
        this.current = current;
    }

    @Override
    public List<StoredImport> findNewest(ImportFilter filter, long before, int limit) {
        Condition asked = IMPORT.IMPORT_ID.lt(before);
        if (filter.kind() != null) {
            asked = asked.and(IMPORT.KIND.eq(filter.kind().key()));
        }
        if (filter.round() != null) {
            asked = asked.and(isOf(IMPORT_ROUND.ROUND_ID.eq(filter.round())));
        }
        return imports(asked, limit);
    }

    private static Condition isOf(Condition rounds) {
        return IMPORT.IMPORT_ID.in(select(IMPORT_ROUND.IMPORT_ID).from(IMPORT_ROUND).where(rounds));
    }

    @Override
    public Optional<StoredImport> find(long id) {
        return imports(IMPORT.IMPORT_ID.eq(id), 1).stream().findFirst();
    }

    @Override
    public Optional<StoredImport> findBySha256(String sha256, String cellCorrectionsSha256) {
        return imports(isOf(sha256, cellCorrectionsSha256).and(UNDO.UNDO_ID.isNull()), 1).stream()
                .findFirst();
    }

    private static Condition isOf(String sha256, String cellCorrectionsSha256) {
        return IMPORT.SHA256
                .eq(sha256)
                .and(IMPORT.CELL_CORRECTIONS_SHA256.eq(cellCorrectionsSha256));
    }

    @Override
    public boolean wasImported(String sha256) {
        return dsl.fetchExists(IMPORT, IMPORT.SHA256.eq(sha256));
    }

    @Override
    public Optional<byte[]> content(long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            return writeContent(id, bytes) ? Optional.of(bytes.toByteArray()) : Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory could not be written", impossible);
        }
    }

    @Override
    public boolean writeContent(long id, OutputStream target) throws IOException {
        Optional<String> sha256 =
                dsl.select(IMPORT.SHA256)
                        .from(IMPORT)
                        .where(IMPORT.IMPORT_ID.eq(id))
                        .fetchOptional(IMPORT.SHA256);
        if (sha256.isEmpty()) {
            return false;
        }
        contents.write(sha256.get(), target);
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addContent(String sha256, InputStream content) throws IOException {
        contents.add(sha256, content);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(RoundId round) {
        roundLock.lock(round);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(NewImport newImport, List<NewMeasurement> measurements) {
        SortedSet<RoundId> rounds = new TreeSet<>(newImport.rounds());
        rounds.forEach(roundLock::lock);
        try {
            contents.add(newImport.sha256(), new ByteArrayInputStream(newImport.content()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory could not be read", impossible);
        }
        long id =
                dsl.insertInto(
                                IMPORT,
                                IMPORT.KIND,
                                IMPORT.FILE,
                                IMPORT.SHA256,
                                IMPORT.AFTER_UNDO,
                                IMPORT.COMMITTED_AT,
                                IMPORT.ROW_COUNT,
                                IMPORT.CREATED_COUNT,
                                IMPORT.CHANGED_COUNT,
                                IMPORT.UNCHANGED_COUNT,
                                IMPORT.WARNING_COUNT,
                                IMPORT.DEMONSTRATION,
                                IMPORT.ACCOUNT_ID,
                                IMPORT.CELL_CORRECTION_COUNT,
                                IMPORT.CELL_CORRECTIONS_SHA256)
                        .values(
                                newImport.kind().key(),
                                newImport.file(),
                                newImport.sha256(),
                                lastUndo(newImport),
                                clock.instant(),
                                newImport.rows(),
                                newImport.created(),
                                newImport.changed(),
                                newImport.unchanged(),
                                newImport.warnings(),
                                newImport.demonstration(),
                                current.accountId(),
                                newImport.cellCorrections().size(),
                                newImport.cellCorrectionsSha256())
                        .returningResult(IMPORT.IMPORT_ID)
                        .fetchSingle()
                        .value1();
        dsl.insertInto(IMPORT_ROUND, IMPORT_ROUND.ROUND_ID, IMPORT_ROUND.IMPORT_ID)
                .valuesOfRows(rounds.stream().map(round -> row(round, id)).toList())
                .execute();
        figures.add(id, measurements);
        corrections.add(id, newImport.cellCorrections());
        return id;
    }

    /** Of an import of the same bytes with the same cells mended; nothing if there was none. */
    private @Nullable Long lastUndo(NewImport newImport) {
        return dsl.select(max(UNDO.UNDO_ID))
                .from(UNDO)
                .join(IMPORT)
                .on(IMPORT.IMPORT_ID.eq(UNDO.IMPORT_ID))
                .where(isOf(newImport.sha256(), newImport.cellCorrectionsSha256()))
                .fetchSingle()
                .value1();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UndoneImport undo(long importId, String reason) {
        find(importId)
                .orElseThrow(() -> new IllegalArgumentException("No import " + importId))
                .rounds()
                .forEach(roundLock::lock);
        // Found before the import counts as undone.
        List<Long> withdrawn = figures.findSaidOnlyBy(importId);
        long id =
                dsl.insertInto(
                                UNDO,
                                UNDO.IMPORT_ID,
                                UNDO.SHA256,
                                UNDO.CELL_CORRECTIONS_SHA256,
                                UNDO.UNDONE_AT,
                                UNDO.REASON,
                                UNDO.ACCOUNT_ID)
                        .select(
                                select(
                                                IMPORT.IMPORT_ID,
                                                IMPORT.SHA256,
                                                IMPORT.CELL_CORRECTIONS_SHA256,
                                                val(clock.instant()),
                                                val(reason),
                                                val(current.accountId(), UNDO.ACCOUNT_ID))
                                        .from(IMPORT)
                                        .where(IMPORT.IMPORT_ID.eq(importId)))
                        .returningResult(UNDO.UNDO_ID)
                        .fetchSingle()
                        .value1();
        figures.withdraw(withdrawn, id);
        return new UndoneImport(id, withdrawn.size());
    }

    @Override
    public Optional<StoredImport> findUnrecordedAfter(long importId) {
        return imports(
                        IMPORT.IMPORT_ID
                                .gt(importId)
                                .and(not(IMPORT.CONFIRMATIONS_RECORDED))
                                .and(IMPORT.UNCHANGED_COUNT.gt(0))
                                .and(UNDO.UNDO_ID.isNull())
                                .and(isOf(IMPORT_ROUND.ROUND_ID.in(roundsOf(importId)))),
                        1)
                .stream()
                .findFirst();
    }

    /** The rounds of an import. */
    static Select<Record1<RoundId>> roundsOf(long importId) {
        return select(IMPORT_ROUND.ROUND_ID)
                .from(IMPORT_ROUND)
                .where(IMPORT_ROUND.IMPORT_ID.eq(importId));
    }

    private List<StoredImport> imports(Condition condition, int limit) {
        return dsl.select(
                        IMPORT.IMPORT_ID,
                        IMPORT.KIND,
                        IMPORT.FILE,
                        IMPORT.SHA256,
                        IMPORT.COMMITTED_AT,
                        ROUNDS,
                        IMPORT.ROW_COUNT,
                        IMPORT.CREATED_COUNT,
                        IMPORT.CHANGED_COUNT,
                        IMPORT.UNCHANGED_COUNT,
                        IMPORT.WARNING_COUNT,
                        IMPORT.DEMONSTRATION,
                        UNDO.UNDO_ID,
                        UNDO.UNDONE_AT,
                        UNDO.REASON,
                        ACCOUNT.NAME,
                        IMPORT.CELL_CORRECTION_COUNT)
                .from(IMPORT)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(IMPORT.ACCOUNT_ID))
                .leftJoin(UNDO)
                .on(UNDO.IMPORT_ID.eq(IMPORT.IMPORT_ID))
                .where(condition)
                .orderBy(IMPORT.IMPORT_ID.desc())
                .limit(limit)
                .fetch(row ->
                        new StoredImport(
                                row.get(IMPORT.IMPORT_ID),
                                ImportKind.parse(row.get(IMPORT.KIND)),
                                row.get(IMPORT.FILE),
                                row.get(IMPORT.SHA256),
                                row.get(IMPORT.COMMITTED_AT),
                                new TreeSet<>(List.of(row.get(ROUNDS))),
                                row.get(IMPORT.ROW_COUNT),
                                row.get(IMPORT.CREATED_COUNT),
                                row.get(IMPORT.CHANGED_COUNT),
                                row.get(IMPORT.UNCHANGED_COUNT),
                                row.get(IMPORT.WARNING_COUNT),
                                row.get(IMPORT.DEMONSTRATION),
                                row.get(UNDO.UNDO_ID) == null
                                        ? null
                                        : new StoredUndo(
                                                row.get(UNDO.UNDO_ID),
                                                row.get(UNDO.UNDONE_AT),
                                                row.get(UNDO.REASON)),
                                row.get(ACCOUNT.NAME) == null
                                        ? null
                                        : AccountName.of(row.get(ACCOUNT.NAME)),
                                row.get(IMPORT.CELL_CORRECTION_COUNT)));
    }
}
