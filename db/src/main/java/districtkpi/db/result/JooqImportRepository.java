package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.IMPORT;
import static districtkpi.db.jooq.Tables.IMPORT_ROUND;
import static districtkpi.db.jooq.Tables.MEASUREMENT;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import districtkpi.db.round.RoundLock;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
class JooqImportRepository implements ImportRepository {

    /** Rows of one insert: well below the 65,535 values that a statement can take. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final Field<RoundId[]> ROUNDS =
            field(
                    select(arrayAgg(IMPORT_ROUND.ROUND_ID))
                            .from(IMPORT_ROUND)
                            .where(IMPORT_ROUND.IMPORT_ID.eq(IMPORT.IMPORT_ID)));

    private final DSLContext dsl;
    private final RoundLock roundLock;
    private final Clock clock;

    JooqImportRepository(DSLContext dsl, RoundLock roundLock, Clock clock) {
        this.dsl = dsl;
        this.roundLock = roundLock;
        this.clock = clock;
    }

    @Override
    public List<StoredImport> findNewest(long before, int limit) {
        return imports(IMPORT.IMPORT_ID.lt(before), limit);
    }

    @Override
    public Optional<StoredImport> find(long id) {
        return imports(IMPORT.IMPORT_ID.eq(id), 1).stream().findFirst();
    }

    @Override
    public Optional<StoredImport> findBySha256(String sha256) {
        return imports(IMPORT.SHA256.eq(sha256), 1).stream().findFirst();
    }

    @Override
    public Optional<byte[]> content(long id) {
        return dsl.select(IMPORT.CONTENT)
                .from(IMPORT)
                .where(IMPORT.IMPORT_ID.eq(id))
                .fetchOptional(IMPORT.CONTENT);
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
        long id =
                dsl.insertInto(
                                IMPORT,
                                IMPORT.FILE,
                                IMPORT.SHA256,
                                IMPORT.CONTENT,
                                IMPORT.COMMITTED_AT,
                                IMPORT.ROW_COUNT,
                                IMPORT.CREATED_COUNT,
                                IMPORT.CHANGED_COUNT,
                                IMPORT.UNCHANGED_COUNT,
                                IMPORT.WARNING_COUNT,
                                IMPORT.DEMONSTRATION)
                        .values(
                                newImport.file(),
                                newImport.sha256(),
                                newImport.content(),
                                clock.instant(),
                                newImport.rows(),
                                newImport.created(),
                                newImport.changed(),
                                newImport.unchanged(),
                                newImport.warnings(),
                                newImport.demonstration())
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
        return id;
    }

    @Override
    public List<Measurement> findCounting(RoundId round, LocalDate day) {
        return findCounting(MEASUREMENT.ROUND_ID.eq(round), day);
    }

    @Override
    public List<Measurement> findCounting(RoundId round, String provinceCode, LocalDate day) {
        // The codes of a province stand side by side in the index.
        return findCounting(
                MEASUREMENT
                        .ROUND_ID
                        .eq(round)
                        .and(
                                MEASUREMENT.DISTRICT_CODE.between(
                                        DistrictCode.of(provinceCode + "00"),
                                        DistrictCode.of(provinceCode + "99"))),
                day);
    }

    private List<Measurement> findCounting(Condition some, LocalDate day) {
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
                        .orderBy(
                                MEASUREMENT.DISTRICT_CODE.desc(),
                                MEASUREMENT.INDICATOR.desc(),
                                MEASUREMENT.MEASURE.desc(),
                                MEASUREMENT.AS_OF.desc(),
                                MEASUREMENT.IMPORT_ID.desc())
                        .asTable(counting);
        return fetch(
                counting,
                withOrigin(newest, counting)
                        .orderBy(counting.DISTRICT_CODE, counting.INDICATOR, counting.MEASURE));
    }

    @Override
    public List<Measurement> findAll(RoundId round) {
        return fetch(
                MEASUREMENT,
                withOrigin(MEASUREMENT, MEASUREMENT)
                        .where(MEASUREMENT.ROUND_ID.eq(round))
                        .orderBy(MEASUREMENT.MEASUREMENT_ID));
    }

    @Override
    public List<LocalDate> findDays(RoundId round) {
        return dsl.selectDistinct(MEASUREMENT.AS_OF)
                .from(MEASUREMENT)
                .where(MEASUREMENT.ROUND_ID.eq(round))
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
                        .orderBy(
                                MEASUREMENT.INDICATOR,
                                MEASUREMENT.MEASURE,
                                MEASUREMENT.AS_OF.desc(),
                                MEASUREMENT.IMPORT_ID)
                        .asTable(first);
        return fetch(first, withOrigin(reported, first).orderBy(first.INDICATOR, first.MEASURE));
    }

    private List<StoredImport> imports(Condition condition, int limit) {
        return dsl.select(
                        IMPORT.IMPORT_ID,
                        IMPORT.FILE,
                        IMPORT.SHA256,
                        IMPORT.COMMITTED_AT,
                        ROUNDS,
                        IMPORT.ROW_COUNT,
                        IMPORT.CREATED_COUNT,
                        IMPORT.CHANGED_COUNT,
                        IMPORT.UNCHANGED_COUNT,
                        IMPORT.WARNING_COUNT,
                        IMPORT.DEMONSTRATION)
                .from(IMPORT)
                .where(condition)
                .orderBy(IMPORT.IMPORT_ID.desc())
                .limit(limit)
                .fetch(row ->
                        new StoredImport(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                new TreeSet<>(List.of(row.value5())),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10(),
                                row.value11()));
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
                                            measurement.line(),
                                            measurement.rawText());
                                })
                                .toList())
                .execute();
    }

    private static List<Field<?>> columns(districtkpi.db.jooq.tables.Measurement table) {
        return List.of(
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
                table.LINE,
                table.RAW_TEXT);
    }

    private SelectOnConditionStep<Record> withOrigin(
            Table<?> rows, districtkpi.db.jooq.tables.Measurement table) {
        return dsl.select(columns(table))
                .select(IMPORT.FILE, IMPORT.SHA256, IMPORT.DEMONSTRATION)
                .from(rows)
                .join(IMPORT)
                .on(IMPORT.IMPORT_ID.eq(table.IMPORT_ID));
    }

    private static List<Measurement> fetch(
            districtkpi.db.jooq.tables.Measurement table, ResultQuery<Record> query) {
        return query.fetch(row ->
                new Measurement(
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
                                row.get(table.IMPORT_ID),
                                row.get(IMPORT.FILE),
                                row.get(IMPORT.SHA256),
                                row.get(table.LINE),
                                row.get(table.RAW_TEXT),
                                row.get(IMPORT.DEMONSTRATION))));
    }
}
