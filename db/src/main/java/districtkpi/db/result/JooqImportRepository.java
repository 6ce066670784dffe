package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.CELL_CORRECTION;
import static districtkpi.db.jooq.Tables.CONFIRMATION;
import static districtkpi.db.jooq.Tables.DISTRICT_CODE;
import static districtkpi.db.jooq.Tables.IMPORT;
import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.MEASUREMENT;
import static districtkpi.db.jooq.Tables.PUBLICATION_MEASUREMENT;
import static districtkpi.db.jooq.Tables.UNDO;
import static districtkpi.db.jooq.Tables.WITHDRAWAL;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.jooq.tables.Confirmation;
import districtkpi.db.jooq.tables.Undo;
import districtkpi.db.outage.Room;
import districtkpi.db.round.RoundLock;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqImportRepository implements ImportRepository {

    /** Rows of one insert: well below the 65,535 values that a statement can take. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final Field<RoundId[]> ROUNDS =
            field(
                    select(arrayAgg(IMPORT_ROUND.ROUND_ID))
                            .from(IMPORT_ROUND)
                            .where(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID)));

    /** The row that a measurement is from: its own, or the first that still says it. */
    private static final Field<Long> FROM_IMPORT =
            field(name("from_import"), CONFIRMATION.IMPORT_ID.getDataType());

    private static final Field<String> FROM_SHEET =
            field(name("from_sheet"), CONFIRMATION.SHEET.getDataType());
    private static final Field<Integer> FROM_LINE =
            field(name("from_line"), CONFIRMATION.LINE.getDataType());
    private static final Field<String> FROM_TEXT =
            field(name("from_text"), CONFIRMATION.RAW_TEXT.getDataType());

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final ImportContents contents;
    private final Clock clock;
    private final AuditTrail audit;
    private final CurrentAccount current;

    JooqImportRepository(
            DSLContext dsl,
            RoundLock roundLock,
            Clock clock,
            AuditTrail audit,
            CurrentAccount current,
            Room room) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.contents = new ImportContents(dsl, room);
        this.clock = clock;
        this.audit = audit;
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
        for (int from = 0; from < measurements.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, measurements.size());
            insert(id, measurements.subList(from, to));
        }
        insertCorrections(id, newImport.cellCorrections());
        Map<String, String> audited = new TreeMap<>();
        audited.put("file", newImport.file());
        audited.put(
                "rounds", rounds.stream().map(RoundId::toString).collect(Collectors.joining(" ")));
        audited.put("rows", String.valueOf(newImport.rows()));
        audited.put("created", String.valueOf(newImport.created()));
        audited.put("changed", String.valueOf(newImport.changed()));
        if (!newImport.cellCorrections().isEmpty()) {
            audited.put("mended-cells", String.valueOf(newImport.cellCorrections().size()));
        }
        audit.record(AuditAction.IMPORTED, "import " + id, Map.of(), audited);
        return id;
    }

    private void insertCorrections(long importId, List<NewCellCorrection> corrections) {
        for (int from = 0; from < corrections.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, corrections.size());
            dsl.insertInto(
                            CELL_CORRECTION,
                            CELL_CORRECTION.IMPORT_ID,
                            CELL_CORRECTION.SHEET,
                            CELL_CORRECTION.LINE,
                            CELL_CORRECTION.COLUMN_NUMBER,
                            CELL_CORRECTION.HEADING,
                            CELL_CORRECTION.VALUE_BEFORE,
                            CELL_CORRECTION.VALUE_AFTER,
                            CELL_CORRECTION.DISTRICT_CODE,
                            CELL_CORRECTION.CORRECTED_AT,
                            CELL_CORRECTION.ACCOUNT_ID)
                    .valuesOfRows(
                            corrections.subList(from, to).stream()
                                    .map(correction ->
                                            row(
                                                    importId,
                                                    correction.sheet(),
                                                    correction.line(),
                                                    correction.column(),
                                                    correction.heading(),
                                                    correction.before(),
                                                    correction.after(),
                                                    correction.district(),
                                                    correction.correctedAt(),
                                                    current.accountId()))
                                    .toList())
                    .execute();
        }
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
    public void confirm(long importId, List<NewConfirmation> confirmations) {
        for (int from = 0; from < confirmations.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, confirmations.size());
            dsl.insertInto(
                            CONFIRMATION,
                            CONFIRMATION.MEASUREMENT_ID,
                            CONFIRMATION.IMPORT_ID,
                            CONFIRMATION.SHEET,
                            CONFIRMATION.LINE,
                            CONFIRMATION.RAW_TEXT)
                    .valuesOfRows(
                            confirmations.subList(from, to).stream()
                                    .map(confirmation ->
                                            row(
                                                    confirmation.measurementId(),
                                                    importId,
                                                    confirmation.sheet(),
                                                    confirmation.line(),
                                                    confirmation.rawText()))
                                    .toList())
                    .execute();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long undo(long importId, String reason) {
        find(importId)
                .orElseThrow(() -> new IllegalArgumentException("No import " + importId))
                .rounds()
                .forEach(roundLock::lock);
        // Found before the import counts as undone.
        List<Long> withdrawn =
                dsl.select(MEASUREMENT.MEASUREMENT_ID)
                        .from(MEASUREMENT)
                        .where(MEASUREMENT.ROUND_ID.in(roundsOf(importId)))
                        .and(counts(MEASUREMENT))
                        .and(isSaidOnlyBy(importId, MEASUREMENT))
                        .fetch(MEASUREMENT.MEASUREMENT_ID);
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
        audit.record(
                AuditAction.UNDONE,
                "import " + importId,
                Map.of(),
                Map.of("reason", reason, "withdrawn", String.valueOf(withdrawn.size())));
        for (int from = 0; from < withdrawn.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, withdrawn.size());
            dsl.insertInto(WITHDRAWAL, WITHDRAWAL.MEASUREMENT_ID, WITHDRAWAL.UNDO_ID)
                    .valuesOfRows(
                            withdrawn.subList(from, to).stream()
                                    .map(measurement -> row(measurement, id))
                                    .toList())
                    .execute();
        }
        return id;
    }

    @Override
    public List<Measurement> findSaid(long importId) {
        Confirmation own = CONFIRMATION.as("own");
        return dsl.select(columns(MEASUREMENT))
                .select(
                        IMPORT.IMPORT_ID.as(FROM_IMPORT),
                        coalesce(own.SHEET, MEASUREMENT.SHEET).as(FROM_SHEET),
                        coalesce(own.LINE, MEASUREMENT.LINE).as(FROM_LINE),
                        coalesce(own.RAW_TEXT, MEASUREMENT.RAW_TEXT).as(FROM_TEXT),
                        IMPORT.FILE,
                        IMPORT.SHA256,
                        IMPORT.DEMONSTRATION,
                        IMPORT.CELL_CORRECTION_COUNT)
                .from(MEASUREMENT)
                .leftJoin(own)
                .on(own.MEASUREMENT_ID.eq(MEASUREMENT.MEASUREMENT_ID))
                .and(own.IMPORT_ID.eq(importId))
                .join(IMPORT)
                .on(IMPORT.IMPORT_ID.eq(importId))
                .where(MEASUREMENT.ROUND_ID.in(roundsOf(importId)))
                .and(MEASUREMENT.IMPORT_ID.eq(importId).or(own.IMPORT_ID.isNotNull()))
                .and(notExists(selectOne().from(UNDO).where(UNDO.IMPORT_ID.eq(importId))))
                .orderBy(FROM_LINE, MEASUREMENT.MEASUREMENT_ID)
                .fetch(row -> measurement(MEASUREMENT, row));
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

    @Override
    public List<Measurement> findCounting(RoundId round, LocalDate day) {
        return List.copyOf(findCountingById(round, day).values());
    }

    @Override
    public Map<Long, Measurement> findCountingById(RoundId round, LocalDate day) {
        return findCounting(MEASUREMENT.ROUND_ID.eq(round), day);
    }

    @Override
    public List<Measurement> findCountingWithout(long importId, RoundId round, LocalDate day) {
        return List.copyOf(
                findCounting(
                                MEASUREMENT
                                        .ROUND_ID
                                        .eq(round)
                                        .andNot(isSaidOnlyBy(importId, MEASUREMENT)),
                                day)
                        .values());
    }

    @Override
    public List<Measurement> findCounting(RoundId round, String provinceCode, LocalDate day) {
        // The codes of a province stand side by side in the index.
        return List.copyOf(
                findCounting(
                                MEASUREMENT
                                        .ROUND_ID
                                        .eq(round)
                                        .and(
                                                MEASUREMENT.DISTRICT_CODE.between(
                                                        code(
                                                                provinceCode,
                                                                min(DISTRICT_CODE.DISTRICT_CODE_)),
                                                        code(
                                                                provinceCode,
                                                                max(
                                                                        DISTRICT_CODE
                                                                                .DISTRICT_CODE_)))),
                                day)
                        .values());
    }

    /** The first or the last code of a province. */
    private Field<DistrictCode> code(String provinceCode, Field<DistrictCode> firstOrLast) {
        return select(firstOrLast)
                .from(DISTRICT_CODE)
                .where(DISTRICT_CODE.PROVINCE_CODE.eq(provinceCode))
                .asField();
    }

    /** By the number that each is stored under, in the order of districts and measures. */
    private Map<Long, Measurement> findCounting(Condition some, LocalDate day) {
        districtkpi.db.jooq.tables.Measurement counting = MEASUREMENT.as("counting");
        // All columns descending: the unique index read backwards has this order already, and the
        // figure that counts comes first among those of its measure.
        Table<?> newest =
                dsl.select(columns(MEASUREMENT))
                        .distinctOn(
                                MEASUREMENT.DISTRICT_CODE,
                                MEASUREMENT.INDICATOR,
                                MEASUREMENT.MEASURE)
                        .from(MEASUREMENT)
                        .where(some)
                        .and(MEASUREMENT.AS_OF.le(day))
                        .and(counts(MEASUREMENT))
                        .orderBy(
                                MEASUREMENT.DISTRICT_CODE.desc(),
                                MEASUREMENT.INDICATOR.desc(),
                                MEASUREMENT.MEASURE.desc(),
                                MEASUREMENT.AS_OF.desc(),
                                MEASUREMENT.IMPORT_ID.desc())
                        .asTable(counting);
        Map<Long, Measurement> found = new LinkedHashMap<>();
        withOrigin(newest, counting)
                .orderBy(counting.DISTRICT_CODE, counting.INDICATOR, counting.MEASURE)
                .forEach(row ->
                        found.put(row.get(counting.MEASUREMENT_ID), measurement(counting, row)));
        return found;
    }

    /** Whether no undo has withdrawn a measurement. */
    private static Condition counts(districtkpi.db.jooq.tables.Measurement table) {
        return notExists(
                selectOne()
                        .from(WITHDRAWAL)
                        .where(WITHDRAWAL.MEASUREMENT_ID.eq(table.MEASUREMENT_ID)));
    }

    /**
     * Whether a measurement that counts would count no longer if an import in force were undone:
     * the import brought or confirmed it, and no other one in force did.
     */
    private static Condition isSaidOnlyBy(
            long importId, districtkpi.db.jooq.tables.Measurement table) {
        Confirmation own = CONFIRMATION.as("own");
        Confirmation other = CONFIRMATION.as("other");
        Undo undone = UNDO.as("undone");
        Condition confirmed =
                table.MEASUREMENT_ID.in(
                        select(own.MEASUREMENT_ID).from(own).where(own.IMPORT_ID.eq(importId)));
        Condition broughtByUndone = table.IMPORT_ID.in(select(undone.IMPORT_ID).from(undone));
        return table.IMPORT_ID
                .eq(importId)
                .or(confirmed.and(broughtByUndone))
                .and(
                        notExists(
                                selectOne()
                                        .from(other)
                                        .where(other.MEASUREMENT_ID.eq(table.MEASUREMENT_ID))
                                        .and(other.IMPORT_ID.ne(importId))
                                        .and(
                                                other.IMPORT_ID.notIn(
                                                        select(undone.IMPORT_ID).from(undone)))));
    }

    private static Select<Record1<RoundId>> roundsOf(long importId) {
        return select(IMPORT_ROUND.ROUND_ID)
                .from(IMPORT_ROUND)
                .where(IMPORT_ROUND.IMPORT_ID.eq(importId));
    }

    @Override
    public List<Measurement> findAll(RoundId round) {
        return fetch(
                MEASUREMENT,
                withOrigin(MEASUREMENT, MEASUREMENT)
                        .where(MEASUREMENT.ROUND_ID.eq(round))
                        .and(counts(MEASUREMENT))
                        .orderBy(MEASUREMENT.MEASUREMENT_ID));
    }

    @Override
    public List<LocalDate> findDays(RoundId round) {
        return dsl.selectDistinct(MEASUREMENT.AS_OF)
                .from(MEASUREMENT)
                .where(MEASUREMENT.ROUND_ID.eq(round))
                .and(counts(MEASUREMENT))
                .orderBy(MEASUREMENT.AS_OF.desc())
                .fetch(MEASUREMENT.AS_OF);
    }

    @Override
    public List<Measurement> findAll(RoundId round, DistrictCode district) {
        return fetch(
                MEASUREMENT,
                withOrigin(MEASUREMENT, MEASUREMENT)
                        .where(MEASUREMENT.ROUND_ID.eq(round))
                        .and(MEASUREMENT.DISTRICT_CODE.eq(district))
                        .and(counts(MEASUREMENT))
                        .orderBy(MEASUREMENT.MEASUREMENT_ID));
    }

    @Override
    public List<Measurement> findFirstReported(
            RoundId round, DistrictCode district, LocalDate day) {
        districtkpi.db.jooq.tables.Measurement first = MEASUREMENT.as("first_reported");
        Table<?> reported =
                dsl.select(columns(MEASUREMENT))
                        .distinctOn(MEASUREMENT.INDICATOR, MEASUREMENT.MEASURE)
                        .from(MEASUREMENT)
                        .where(MEASUREMENT.ROUND_ID.eq(round))
                        .and(MEASUREMENT.DISTRICT_CODE.eq(district))
                        .and(MEASUREMENT.AS_OF.le(day))
                        .and(counts(MEASUREMENT))
                        .orderBy(
                                MEASUREMENT.INDICATOR,
                                MEASUREMENT.MEASURE,
                                MEASUREMENT.AS_OF.desc(),
                                MEASUREMENT.IMPORT_ID)
                        .asTable(first);
        return fetch(first, withOrigin(reported, first).orderBy(first.INDICATOR, first.MEASURE));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(long publicationId, Map<Long, Measurement> measurements) {
        List<Map.Entry<Long, Measurement>> all = List.copyOf(measurements.entrySet());
        for (int from = 0; from < all.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(from + ROWS_AT_ONCE, all.size());
            dsl.insertInto(
                            PUBLICATION_MEASUREMENT,
                            PUBLICATION_MEASUREMENT.PUBLICATION_ID,
                            PUBLICATION_MEASUREMENT.MEASUREMENT_ID,
                            PUBLICATION_MEASUREMENT.IMPORT_ID,
                            PUBLICATION_MEASUREMENT.SHEET,
                            PUBLICATION_MEASUREMENT.LINE,
                            PUBLICATION_MEASUREMENT.RAW_TEXT)
                    .valuesOfRows(
                            all.subList(from, to).stream()
                                    .map(entry ->
                                            row(
                                                    publicationId,
                                                    entry.getKey(),
                                                    entry.getValue().origin().importId(),
                                                    entry.getValue().origin().sheet(),
                                                    entry.getValue().origin().line(),
                                                    entry.getValue().origin().rawText()))
                                    .toList())
                    .execute();
        }
    }

    @Override
    public List<Measurement> findFrozen(long publicationId) {
        return dsl.select(columns(MEASUREMENT))
                .select(
                        PUBLICATION_MEASUREMENT.IMPORT_ID.as(FROM_IMPORT),
                        PUBLICATION_MEASUREMENT.SHEET.as(FROM_SHEET),
                        PUBLICATION_MEASUREMENT.LINE.as(FROM_LINE),
                        PUBLICATION_MEASUREMENT.RAW_TEXT.as(FROM_TEXT),
                        IMPORT.FILE,
                        IMPORT.SHA256,
                        IMPORT.DEMONSTRATION,
                        IMPORT.CELL_CORRECTION_COUNT)
                .from(PUBLICATION_MEASUREMENT)
                .join(MEASUREMENT)
                .on(MEASUREMENT.MEASUREMENT_ID.eq(PUBLICATION_MEASUREMENT.MEASUREMENT_ID))
                .join(IMPORT)
                .on(IMPORT.IMPORT_ID.eq(PUBLICATION_MEASUREMENT.IMPORT_ID))
                .where(PUBLICATION_MEASUREMENT.PUBLICATION_ID.eq(publicationId))
                .orderBy(MEASUREMENT.DISTRICT_CODE, MEASUREMENT.INDICATOR, MEASUREMENT.MEASURE)
                .fetch(row -> measurement(MEASUREMENT, row));
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
                                row.value1(),
                                ImportKind.parse(row.value2()),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                new TreeSet<>(List.of(row.value6())),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10(),
                                row.value11(),
                                row.value12(),
                                row.value13() == null
                                        ? null
                                        : new StoredUndo(
                                                row.value13(), row.value14(), row.value15()),
                                row.value16() == null ? null : AccountName.of(row.value16()),
                                row.value17()));
    }

    private void insert(long importId, List<NewMeasurement> measurements) {
        dsl.insertInto(
                        MEASUREMENT,
                        MEASUREMENT.ROUND_ID,
                        MEASUREMENT.DISTRICT_CODE,
                        MEASUREMENT.INDICATOR,
                        MEASUREMENT.MEASURE,
                        MEASUREMENT.VALUE_KIND,
                        MEASUREMENT.VALUE,
                        MEASUREMENT.OF,
                        MEASUREMENT.PERCENT,
                        MEASUREMENT.DAY,
                        MEASUREMENT.REASON,
                        MEASUREMENT.AS_OF,
                        MEASUREMENT.SOURCE,
                        MEASUREMENT.NOTE,
                        MEASUREMENT.IMPORT_ID,
                        MEASUREMENT.SHEET,
                        MEASUREMENT.LINE,
                        MEASUREMENT.RAW_TEXT)
                .valuesOfRows(
                        measurements.stream()
                                .map(measurement -> {
                                    ValueColumns value = ValueColumns.of(measurement.value());
                                    return row(
                                            measurement.round(),
                                            measurement.district(),
                                            measurement.measure().indicator(),
                                            measurement.measure().measure(),
                                            value.kind(),
                                            value.value(),
                                            value.of(),
                                            value.percent(),
                                            value.day(),
                                            value.reason(),
                                            measurement.asOf(),
                                            measurement.source(),
                                            measurement.note(),
                                            importId,
                                            measurement.sheet(),
                                            measurement.line(),
                                            measurement.rawText());
                                })
                                .toList())
                .execute();
    }

    private static List<Field<?>> columns(districtkpi.db.jooq.tables.Measurement table) {
        return List.of(
                table.MEASUREMENT_ID,
                table.ROUND_ID,
                table.DISTRICT_CODE,
                table.INDICATOR,
                table.MEASURE,
                table.VALUE_KIND,
                table.VALUE,
                table.OF,
                table.PERCENT,
                table.DAY,
                table.REASON,
                table.AS_OF,
                table.SOURCE,
                table.NOTE,
                table.IMPORT_ID,
                table.SHEET,
                table.LINE,
                table.RAW_TEXT);
    }

    /**
     * With the row that each measurement is from. Where the import that brought it is undone, the
     * first one in force that confirmed it says so still.
     */
    private SelectOnConditionStep<Record> withOrigin(
            Table<?> rows, districtkpi.db.jooq.tables.Measurement table) {
        Undo undone = UNDO.as("undone");
        Undo undoneToo = UNDO.as("undone_too");
        Confirmation any = CONFIRMATION.as("any_confirmation");
        Confirmation first = CONFIRMATION.as("first_confirmation");
        Table<?> stillSaid =
                select(any.IMPORT_ID, any.SHEET, any.LINE, any.RAW_TEXT)
                        .from(any)
                        .where(any.MEASUREMENT_ID.eq(table.MEASUREMENT_ID))
                        // Few are: the others are not looked for at all.
                        .and(undone.UNDO_ID.isNotNull())
                        .and(
                                notExists(
                                        selectOne()
                                                .from(undoneToo)
                                                .where(undoneToo.IMPORT_ID.eq(any.IMPORT_ID))))
                        .orderBy(any.IMPORT_ID)
                        .limit(1)
                        .asTable(first);
        Field<Long> importId = coalesce(first.IMPORT_ID, table.IMPORT_ID);
        return dsl.select(columns(table))
                .select(
                        importId.as(FROM_IMPORT),
                        coalesce(first.SHEET, table.SHEET).as(FROM_SHEET),
                        coalesce(first.LINE, table.LINE).as(FROM_LINE),
                        coalesce(first.RAW_TEXT, table.RAW_TEXT).as(FROM_TEXT),
                        IMPORT.FILE,
                        IMPORT.SHA256,
                        IMPORT.DEMONSTRATION,
                        IMPORT.CELL_CORRECTION_COUNT)
                .from(rows)
                .leftJoin(undone)
                .on(undone.IMPORT_ID.eq(table.IMPORT_ID))
                .leftJoin(lateral(stillSaid))
                .on(trueCondition())
                .join(IMPORT)
                .on(IMPORT.IMPORT_ID.eq(importId));
    }

    private static List<Measurement> fetch(
            districtkpi.db.jooq.tables.Measurement table, ResultQuery<Record> query) {
        return query.fetch(row -> measurement(table, row));
    }

    private static Measurement measurement(
            districtkpi.db.jooq.tables.Measurement table, Record row) {
        return new Measurement(
                row.get(table.ROUND_ID),
                row.get(table.DISTRICT_CODE),
                new MeasureKey(row.get(table.INDICATOR), row.get(table.MEASURE)),
                new ValueColumns(
                                row.get(table.VALUE_KIND),
                                row.get(table.VALUE),
                                row.get(table.OF),
                                row.get(table.PERCENT),
                                row.get(table.DAY),
                                row.get(table.REASON))
                        .toValue(),
                row.get(table.AS_OF),
                row.get(table.SOURCE),
                row.get(table.NOTE),
                new Origin(
                        row.get(FROM_IMPORT),
                        row.get(IMPORT.FILE),
                        row.get(IMPORT.SHA256),
                        row.get(FROM_SHEET),
                        row.get(FROM_LINE),
                        row.get(FROM_TEXT),
                        row.get(IMPORT.DEMONSTRATION),
                        row.get(IMPORT.CELL_CORRECTION_COUNT)));
    }
}
