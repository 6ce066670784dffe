package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.CONFIRMATION;
import static districtkpi.db.jooq.Tables.DISTRICT_CODE;
import static districtkpi.db.jooq.Tables.IMPORT;
import static districtkpi.db.jooq.Tables.MEASUREMENT;
import static districtkpi.db.jooq.Tables.PUBLICATION_MEASUREMENT;
import static districtkpi.db.jooq.Tables.UNDO;
import static districtkpi.db.jooq.Tables.WITHDRAWAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import districtkpi.db.Batches;
import districtkpi.db.jooq.tables.Confirmation;
import districtkpi.db.jooq.tables.Undo;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqMeasurementRepository implements MeasurementRepository {

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

    JooqMeasurementRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long importId, List<NewMeasurement> measurements) {
        Batches.forEach(
                measurements,
                part ->
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
                                        part.stream()
                                                .map(measurement -> {
                                                    ValueColumns value =
                                                            ValueColumns.of(measurement.value());
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
                                .execute());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(long importId, List<NewConfirmation> confirmations) {
        Batches.forEach(
                confirmations,
                part ->
                        dsl.insertInto(
                                        CONFIRMATION,
                                        CONFIRMATION.MEASUREMENT_ID,
                                        CONFIRMATION.IMPORT_ID,
                                        CONFIRMATION.SHEET,
                                        CONFIRMATION.LINE,
                                        CONFIRMATION.RAW_TEXT)
                                .valuesOfRows(
                                        part.stream()
                                                .map(confirmation ->
                                                        row(
                                                                confirmation.measurementId(),
                                                                importId,
                                                                confirmation.sheet(),
                                                                confirmation.line(),
                                                                confirmation.rawText()))
                                                .toList())
                                .execute());
    }

    @Override
    public List<Long> findSaidOnlyBy(long importId) {
        return dsl.select(MEASUREMENT.MEASUREMENT_ID)
                .from(MEASUREMENT)
                .where(MEASUREMENT.ROUND_ID.in(JooqImportRepository.roundsOf(importId)))
                .and(counts(MEASUREMENT))
                .and(isSaidOnlyBy(importId, MEASUREMENT))
                .fetch(MEASUREMENT.MEASUREMENT_ID);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(List<Long> measurements, long undoId) {
        Batches.forEach(
                measurements,
                part ->
                        dsl.insertInto(WITHDRAWAL, WITHDRAWAL.MEASUREMENT_ID, WITHDRAWAL.UNDO_ID)
                                .valuesOfRows(
                                        part.stream()
                                                .map(measurement -> row(measurement, undoId))
                                                .toList())
                                .execute());
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
                .where(MEASUREMENT.ROUND_ID.in(JooqImportRepository.roundsOf(importId)))
                .and(MEASUREMENT.IMPORT_ID.eq(importId).or(own.IMPORT_ID.isNotNull()))
                .and(notExists(selectOne().from(UNDO).where(UNDO.IMPORT_ID.eq(importId))))
                .orderBy(FROM_LINE, MEASUREMENT.MEASUREMENT_ID)
                .fetch(row -> measurement(MEASUREMENT, row));
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
        Batches.forEach(
                all,
                part ->
                        dsl.insertInto(
                                        PUBLICATION_MEASUREMENT,
                                        PUBLICATION_MEASUREMENT.PUBLICATION_ID,
                                        PUBLICATION_MEASUREMENT.MEASUREMENT_ID,
                                        PUBLICATION_MEASUREMENT.IMPORT_ID,
                                        PUBLICATION_MEASUREMENT.SHEET,
                                        PUBLICATION_MEASUREMENT.LINE,
                                        PUBLICATION_MEASUREMENT.RAW_TEXT)
                                .valuesOfRows(
                                        part.stream()
                                                .map(entry ->
                                                        row(
                                                                publicationId,
                                                                entry.getKey(),
                                                                entry.getValue()
                                                                        .origin()
                                                                        .importId(),
                                                                entry.getValue().origin().sheet(),
                                                                entry.getValue().origin().line(),
                                                                entry.getValue()
                                                                        .origin()
                                                                        .rawText()))
                                                .toList())
                                .execute());
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
