package districtkpi.db.extract;

import static districtkpi.db.jooq.Tables.EXTRACT;
import static districtkpi.db.jooq.Tables.EXTRACT_ANSWER;
import static districtkpi.db.jooq.Tables.EXTRACT_HEADING;
import static districtkpi.db.jooq.Tables.EXTRACT_LEFT_OUT;
import static districtkpi.db.jooq.Tables.EXTRACT_PART;
import static districtkpi.db.jooq.Tables.EXTRACT_ROW;
import static districtkpi.db.jooq.Tables.EXTRACT_SHEET;
import static districtkpi.db.jooq.Tables.EXTRACT_WORKING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;

import districtkpi.db.Batches;
import districtkpi.db.extract.FigureQuery.Part;
import districtkpi.db.outage.Room;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqExtractRepository implements ExtractRepository {

    private static final String COPY =
            "copy extract_row (extract_id, line, sheet, district_code, cells)"
                    + " from stdin (format binary)";

    /** A sheet and a line as one number, in the order of the file. */
    private static final long LINES_OF_A_SHEET = 1L << 32;

    private static final Field<Long> POSITION =
            EXTRACT_ROW
                    .SHEET
                    .cast(SQLDataType.BIGINT)
                    .mul(inline(LINES_OF_A_SHEET))
                    .add(EXTRACT_ROW.LINE);

    private final DSLContext dsl;
    private final Clock clock;
    private final Room room;

    JooqExtractRepository(DSLContext dsl, Clock clock, Room room) {
        this.dsl = dsl;
        this.clock = clock;
        this.room = room;
    }

    @Override
    public long nextId() {
        return dsl.select(
                        field(
                                "nextval(pg_get_serial_sequence('extract', 'extract_id'))",
                                SQLDataType.BIGINT))
                .fetchSingle()
                .value1();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void copyRows(long extractId, Consumer<ExtractRowWriter> rows) {
        dsl.connection(connection -> {
            try {
                copy(connection, extractId, rows);
            } catch (SQLException e) {
                throw new SQLExceptionSubclassTranslator().translate("Copying rows", COPY, e);
            }
        });
    }

    private void copy(Connection connection, long extractId, Consumer<ExtractRowWriter> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            ExtractRowWriter writer =
                    new ExtractRowWriter(
                            (buffer, offset, length) -> {
                                room.require();
                                copy.writeToCopy(buffer, offset, length);
                            },
                            extractId);
            rows.accept(writer);
            writer.finish();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The fields of one measure in the query of all of them. */
    private record Fields(
            FigureQuery query,
            Field<Integer> rows,
            Field<Integer> counted,
            Field<?> value,
            @Nullable Field<?> of,
            Field<Long> first) {

        static Fields of(FigureQuery query) {
            return new Fields(
                    query,
                    count().filterWhere(FigureSql.among(query)),
                    count().filterWhere(FigureSql.counted(query, query.value())),
                    FigureSql.aggregate(query, query.value()),
                    query.comparedWith().map(part -> FigureSql.aggregate(query, part)).orElse(null),
                    min(POSITION).filterWhere(FigureSql.among(query)));
        }

        Stream<Field<?>> all() {
            return Stream.of(rows, counted, value, of, first).filter(Objects::nonNull);
        }
    }

    @Override
    public List<DistrictFigure> figures(long extractId, List<FigureQuery> queries) {
        List<Fields> fields = queries.stream().map(Fields::of).toList();
        List<Field<?>> columns = new ArrayList<>(List.of(EXTRACT_ROW.DISTRICT_CODE));
        List<Integer> starts = new ArrayList<>();
        for (Fields some : fields) {
            starts.add(columns.size());
            some.all().forEach(columns::add);
        }
        List<DistrictFigure> figures = new ArrayList<>();
        dsl.select(columns)
                .from(EXTRACT_ROW)
                .where(EXTRACT_ROW.EXTRACT_ID.eq(extractId))
                .groupBy(EXTRACT_ROW.DISTRICT_CODE)
                .orderBy(EXTRACT_ROW.DISTRICT_CODE)
                .forEach(row -> {
                    for (int i = 0; i < fields.size(); i++) {
                        figure(row, starts.get(i), fields.get(i)).ifPresent(figures::add);
                    }
                });
        return figures;
    }

    /** Read by place: the same expression may stand in several measures. */
    private static Optional<DistrictFigure> figure(Record row, int start, Fields fields) {
        long rows = ((Number) Objects.requireNonNull(row.get(start))).longValue();
        if (rows == 0) {
            return Optional.empty();
        }
        @Nullable Object value = row.get(start + 2);
        boolean compared = fields.of() != null;
        return Optional.of(
                new DistrictFigure(
                        row.get(EXTRACT_ROW.DISTRICT_CODE),
                        fields.query().measure(),
                        rows,
                        ((Number) Objects.requireNonNull(row.get(start + 1))).longValue(),
                        number(value),
                        value instanceof LocalDate day ? day : null,
                        compared ? number(row.get(start + 3)) : null,
                        position(
                                ((Number)
                                                Objects.requireNonNull(
                                                        row.get(start + (compared ? 4 : 3))))
                                        .longValue())));
    }

    @Override
    public List<RowCount> rowCounts(long extractId, List<FigureQuery> queries) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(EXTRACT_ROW.DISTRICT_CODE);
        columns.add(EXTRACT_ROW.SHEET);
        queries.forEach(query -> columns.add(count().filterWhere(FigureSql.among(query))));
        List<RowCount> counts = new ArrayList<>();
        dsl.select(columns)
                .from(EXTRACT_ROW)
                .where(EXTRACT_ROW.EXTRACT_ID.eq(extractId))
                .groupBy(EXTRACT_ROW.DISTRICT_CODE, EXTRACT_ROW.SHEET)
                .forEach(row -> {
                    for (int i = 0; i < queries.size(); i++) {
                        int rows = ((Number) Objects.requireNonNull(row.get(i + 2))).intValue();
                        if (rows > 0) {
                            counts.add(
                                    new RowCount(
                                            new RowCount.Key(
                                                    row.get(EXTRACT_ROW.DISTRICT_CODE),
                                                    queries.get(i).measure(),
                                                    row.get(EXTRACT_ROW.SHEET)),
                                            rows));
                        }
                    }
                });
        return counts;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Integer count -> BigDecimal.valueOf(count);
            case Long count -> BigDecimal.valueOf(count);
            case null, default -> null;
        };
    }

    private static Position position(long number) {
        return new Position((int) (number / LINES_OF_A_SHEET), (int) (number % LINES_OF_A_SHEET));
    }

    @Override
    public Map<DistrictCode, List<Position>> missed(long extractId, FigureQuery query, int most) {
        Field<Integer> number =
                rowNumber()
                        .over()
                        .partitionBy(EXTRACT_ROW.DISTRICT_CODE)
                        .orderBy(EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE)
                        .as("number");
        var missed =
                dsl.select(EXTRACT_ROW.DISTRICT_CODE, EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE, number)
                        .from(EXTRACT_ROW)
                        .where(EXTRACT_ROW.EXTRACT_ID.eq(extractId))
                        .and(FigureSql.missed(query))
                        .asTable("missed");
        Map<DistrictCode, List<Position>> found = new HashMap<>();
        // The window stops counting at its limit, so that this holds few rows of however many.
        dsl.select(
                        missed.field(EXTRACT_ROW.DISTRICT_CODE),
                        missed.field(EXTRACT_ROW.SHEET),
                        missed.field(EXTRACT_ROW.LINE))
                .from(missed)
                .where(Objects.requireNonNull(missed.field(number)).le(most))
                .orderBy(1, 2, 3)
                .forEach(row ->
                        found.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                                .add(new Position(row.value2(), row.value3())));
        return found;
    }

    @Override
    public Map<Position, DistrictCode> districts(long extractId, Set<Position> rows) {
        Map<Position, DistrictCode> found = new HashMap<>();
        if (!rows.isEmpty()) {
            dsl.select(EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE, EXTRACT_ROW.DISTRICT_CODE)
                    .from(EXTRACT_ROW)
                    .where(EXTRACT_ROW.EXTRACT_ID.eq(extractId))
                    .and(
                            row(EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE)
                                    .in(
                                            rows.stream()
                                                    .map(one ->
                                                            row((short) one.sheet(), one.line()))
                                                    .toList()))
                    .forEach(row ->
                            found.put(
                                    new Position(
                                            row.get(EXTRACT_ROW.SHEET), row.get(EXTRACT_ROW.LINE)),
                                    row.get(EXTRACT_ROW.DISTRICT_CODE)));
        }
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(NewExtract extract) {
        dsl.insertInto(
                        EXTRACT,
                        EXTRACT.EXTRACT_ID,
                        EXTRACT.IMPORT_ID,
                        EXTRACT.ROUND_ID,
                        EXTRACT.SOURCE,
                        EXTRACT.AS_OF,
                        EXTRACT.DISTRICT_CODE,
                        EXTRACT.DESCRIPTION,
                        EXTRACT.DESCRIPTION_SHA256,
                        EXTRACT.LEFT_OUT_COUNT)
                .values(
                        extract.id(),
                        extract.importId(),
                        extract.round(),
                        extract.source(),
                        extract.asOf(),
                        extract.district(),
                        extract.description(),
                        extract.descriptionSha256(),
                        extract.leftOut())
                .execute();
        if (!extract.sheets().isEmpty()) {
            dsl.insertInto(
                            EXTRACT_SHEET,
                            EXTRACT_SHEET.EXTRACT_ID,
                            EXTRACT_SHEET.SHEET,
                            EXTRACT_SHEET.NAME,
                            EXTRACT_SHEET.HEADER_LINE)
                    .valuesOfRows(
                            extract.sheets().stream()
                                    .map(sheet ->
                                            row(
                                                    extract.id(),
                                                    sheet.number(),
                                                    sheet.name(),
                                                    sheet.headerLine()))
                                    .toList())
                    .execute();
        }
        addAnswers(extract);
        addParts(extract);
        addLeftOut(extract);
        Batches.forEach(extract.workings(), part -> addWorkings(extract.id(), part));
    }

    private void addAnswers(NewExtract extract) {
        extract.answers()
                .forEach(answer ->
                        dsl.insertInto(
                                        EXTRACT_ANSWER,
                                        EXTRACT_ANSWER.EXTRACT_ID,
                                        EXTRACT_ANSWER.QUESTION,
                                        EXTRACT_ANSWER.ANSWER)
                                .values(extract.id(), answer.question(), answer.answer())
                                .execute());
    }

    private void addParts(NewExtract extract) {
        Batches.forEach(
                extract.parts(),
                some ->
                        dsl.insertInto(
                                        EXTRACT_PART,
                                        EXTRACT_PART.EXTRACT_ID,
                                        EXTRACT_PART.DISTRICT_CODE,
                                        EXTRACT_PART.MEASURE,
                                        EXTRACT_PART.SHEET,
                                        EXTRACT_PART.ROW_COUNT,
                                        EXTRACT_PART.OTHER_COUNT)
                                .valuesOfRows(
                                        some.stream()
                                                .map(part ->
                                                        row(
                                                                extract.id(),
                                                                part.district(),
                                                                part.measure(),
                                                                part.sheet(),
                                                                part.rows(),
                                                                part.others()))
                                                .toList())
                                .execute());
    }

    private void addLeftOut(NewExtract extract) {
        List<NewExtract.LeftOut> all = extract.leftOutRows();
        Batches.forEach(
                IntStream.range(0, all.size()).boxed().toList(),
                some ->
                        dsl.insertInto(
                                        EXTRACT_LEFT_OUT,
                                        EXTRACT_LEFT_OUT.EXTRACT_ID,
                                        EXTRACT_LEFT_OUT.NUMBER,
                                        EXTRACT_LEFT_OUT.SHEET,
                                        EXTRACT_LEFT_OUT.DISTRICT_CODE,
                                        EXTRACT_LEFT_OUT.REASON,
                                        EXTRACT_LEFT_OUT.ROW_COUNT,
                                        EXTRACT_LEFT_OUT.FIRST_LINE)
                                .valuesOfRows(
                                        some.stream()
                                                .map(i ->
                                                        row(
                                                                extract.id(),
                                                                i + 1,
                                                                all.get(i).sheet(),
                                                                all.get(i).district(),
                                                                all.get(i).reason(),
                                                                all.get(i).rows(),
                                                                all.get(i).firstLine()))
                                                .toList())
                                .execute());
    }

    @Override
    public Set<NewExtract.Answer> answers(long extractId) {
        return Set.copyOf(
                dsl.select(EXTRACT_ANSWER.QUESTION, EXTRACT_ANSWER.ANSWER)
                        .from(EXTRACT_ANSWER)
                        .where(EXTRACT_ANSWER.EXTRACT_ID.eq(extractId))
                        .fetch(row ->
                                new NewExtract.Answer(
                                        row.get(EXTRACT_ANSWER.QUESTION),
                                        row.get(EXTRACT_ANSWER.ANSWER))));
    }

    @Override
    public List<NewExtract.Part> parts(long extractId) {
        return dsl.select(
                        EXTRACT_PART.DISTRICT_CODE,
                        EXTRACT_PART.MEASURE,
                        EXTRACT_PART.SHEET,
                        EXTRACT_PART.ROW_COUNT,
                        EXTRACT_PART.OTHER_COUNT)
                .from(EXTRACT_PART)
                .where(EXTRACT_PART.EXTRACT_ID.eq(extractId))
                .orderBy(EXTRACT_PART.DISTRICT_CODE, EXTRACT_PART.MEASURE, EXTRACT_PART.SHEET)
                .fetch(row ->
                        new NewExtract.Part(
                                row.get(EXTRACT_PART.DISTRICT_CODE),
                                row.get(EXTRACT_PART.MEASURE),
                                row.get(EXTRACT_PART.SHEET),
                                row.get(EXTRACT_PART.ROW_COUNT),
                                row.get(EXTRACT_PART.OTHER_COUNT)));
    }

    @Override
    public List<NewExtract.LeftOut> leftOut(long extractId) {
        return dsl.select(
                        EXTRACT_LEFT_OUT.SHEET,
                        EXTRACT_LEFT_OUT.DISTRICT_CODE,
                        EXTRACT_LEFT_OUT.REASON,
                        EXTRACT_LEFT_OUT.ROW_COUNT,
                        EXTRACT_LEFT_OUT.FIRST_LINE)
                .from(EXTRACT_LEFT_OUT)
                .where(EXTRACT_LEFT_OUT.EXTRACT_ID.eq(extractId))
                .orderBy(EXTRACT_LEFT_OUT.NUMBER)
                .fetch(row ->
                        new NewExtract.LeftOut(
                                row.get(EXTRACT_LEFT_OUT.SHEET),
                                row.get(EXTRACT_LEFT_OUT.DISTRICT_CODE),
                                row.get(EXTRACT_LEFT_OUT.REASON),
                                row.get(EXTRACT_LEFT_OUT.ROW_COUNT),
                                row.get(EXTRACT_LEFT_OUT.FIRST_LINE)));
    }

    private void addWorkings(long extractId, List<NewExtract.Working> workings) {
        dsl.insertInto(
                        EXTRACT_WORKING,
                        EXTRACT_WORKING.EXTRACT_ID,
                        EXTRACT_WORKING.DISTRICT_CODE,
                        EXTRACT_WORKING.MEASURE,
                        EXTRACT_WORKING.TH,
                        EXTRACT_WORKING.EN)
                .valuesOfRows(
                        workings.stream()
                                .map(working ->
                                        row(
                                                extractId,
                                                working.district(),
                                                working.measure(),
                                                working.text().th(),
                                                working.text().en()))
                                .toList())
                .execute();
    }

    @Override
    public Optional<StoredExtract> findByImport(long importId) {
        return dsl.select(
                        EXTRACT.EXTRACT_ID,
                        EXTRACT.IMPORT_ID,
                        EXTRACT.ROUND_ID,
                        EXTRACT.SOURCE,
                        EXTRACT.AS_OF,
                        EXTRACT.DISTRICT_CODE,
                        EXTRACT.DESCRIPTION,
                        EXTRACT.DESCRIPTION_SHA256,
                        EXTRACT.LEFT_OUT_COUNT)
                .from(EXTRACT)
                .where(EXTRACT.IMPORT_ID.eq(importId))
                .fetchOptional(row ->
                        new StoredExtract(
                                row.get(EXTRACT.EXTRACT_ID),
                                row.get(EXTRACT.IMPORT_ID),
                                row.get(EXTRACT.ROUND_ID),
                                row.get(EXTRACT.SOURCE),
                                row.get(EXTRACT.AS_OF),
                                row.get(EXTRACT.DISTRICT_CODE),
                                row.get(EXTRACT.DESCRIPTION),
                                row.get(EXTRACT.DESCRIPTION_SHA256),
                                row.get(EXTRACT.LEFT_OUT_COUNT)));
    }

    @Override
    public List<NewExtract.Working> workings(long extractId) {
        return dsl.select(
                        EXTRACT_WORKING.DISTRICT_CODE,
                        EXTRACT_WORKING.MEASURE,
                        EXTRACT_WORKING.TH,
                        EXTRACT_WORKING.EN)
                .from(EXTRACT_WORKING)
                .where(EXTRACT_WORKING.EXTRACT_ID.eq(extractId))
                .orderBy(EXTRACT_WORKING.DISTRICT_CODE, EXTRACT_WORKING.MEASURE)
                .fetch(row ->
                        new NewExtract.Working(
                                row.get(EXTRACT_WORKING.DISTRICT_CODE),
                                row.get(EXTRACT_WORKING.MEASURE),
                                new LocalizedText(
                                        row.get(EXTRACT_WORKING.TH), row.get(EXTRACT_WORKING.EN))));
    }

    @Override
    public List<ImportedWorking> workings(Set<Long> importIds, DistrictCode district) {
        return dsl.select(
                        EXTRACT.IMPORT_ID,
                        EXTRACT_WORKING.MEASURE,
                        EXTRACT_WORKING.TH,
                        EXTRACT_WORKING.EN)
                .from(EXTRACT_WORKING)
                .join(EXTRACT)
                .on(EXTRACT.EXTRACT_ID.eq(EXTRACT_WORKING.EXTRACT_ID))
                .where(EXTRACT.IMPORT_ID.in(importIds), EXTRACT_WORKING.DISTRICT_CODE.eq(district))
                .fetch(row ->
                        new ImportedWorking(
                                row.get(EXTRACT.IMPORT_ID),
                                row.get(EXTRACT_WORKING.MEASURE),
                                new LocalizedText(
                                        row.get(EXTRACT_WORKING.TH), row.get(EXTRACT_WORKING.EN))));
    }

    @Override
    @Transactional(readOnly = true)
    public void readRows(
            long extractId,
            List<ColumnKey> columns,
            List<FigureQuery> queries,
            Optional<DistrictCode> district,
            Optional<MeasureId> measure,
            Consumer<ExtractedRow> reader) {
        List<ExtractRowParser.Use> uses =
                queries.stream().flatMap(JooqExtractRepository::uses).toList();
        List<Field<?>> fields =
                new ArrayList<>(
                        List.of(EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE, EXTRACT_ROW.DISTRICT_CODE));
        uses.stream()
                .filter(use -> !use.always())
                .forEach(use -> fields.add(field(FigureSql.known(condition(use)))));
        // The cells together: to look each up in the row costs the database more than to send all
        // of them.
        fields.add(EXTRACT_ROW.CELLS);
        Condition some =
                measure.flatMap(id ->
                                queries.stream()
                                        .filter(query -> query.measure().equals(id))
                                        .findFirst())
                        .map(FigureSql::among)
                        .orElse(noCondition());
        var rows =
                dsl.select(fields)
                        .from(EXTRACT_ROW)
                        .where(EXTRACT_ROW.EXTRACT_ID.eq(extractId))
                        .and(district.map(EXTRACT_ROW.DISTRICT_CODE::eq).orElse(noCondition()))
                        .and(some)
                        .orderBy(EXTRACT_ROW.SHEET, EXTRACT_ROW.LINE);
        // Rows that were just written have no statistics. The primary key has them in order; to
        // sort millions would fill the disk before the first is sent.
        dsl.execute("set local enable_sort = off");
        String copy = "copy (%s) to stdout (format binary)".formatted(dsl.renderInlined(rows));
        ExtractRowParser parser = new ExtractRowParser(columns, sheets(extractId), uses, reader);
        dsl.connection(connection -> {
            try {
                copyOut(connection, copy, parser);
            } catch (SQLException e) {
                throw new SQLExceptionSubclassTranslator().translate("Reading rows", copy, e);
            }
        });
    }

    private static Stream<ExtractRowParser.Use> uses(FigureQuery query) {
        return Stream.concat(
                Stream.of(use(query, query.value(), true)),
                query.comparedWith().map(part -> use(query, part, false)).stream());
    }

    private static ExtractRowParser.Use use(FigureQuery query, Part part, boolean value) {
        return new ExtractRowParser.Use(query, value, FigureSql.everyRowCounts(query, part));
    }

    private static Condition condition(ExtractRowParser.Use use) {
        FigureQuery query = use.query();
        return FigureSql.counted(
                query, use.value() ? query.value() : query.comparedWith().orElseThrow());
    }

    @Override
    public Map<Integer, String> sheets(long extractId) {
        return dsl.select(EXTRACT_SHEET.SHEET, EXTRACT_SHEET.NAME)
                .from(EXTRACT_SHEET)
                .where(EXTRACT_SHEET.EXTRACT_ID.eq(extractId))
                .fetchMap(EXTRACT_SHEET.SHEET, EXTRACT_SHEET.NAME);
    }

    private static void copyOut(Connection connection, String statement, ExtractRowParser parser)
            throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
        try {
            for (byte[] message = copy.readFromCopy();
                    message != null;
                    message = copy.readFromCopy()) {
                parser.read(message);
            }
        } finally {
            if (copy.isActive()) {
                // Not cancelled: the cancel can arrive once everything was sent, and would end the
                // next statement of the connection, in whoever's request. The pool makes another.
                connection.abort(Runnable::run);
            }
        }
    }

    @Override
    public Map<String, ColumnKey> headings(String source) {
        Map<String, ColumnKey> headings = new LinkedHashMap<>();
        dsl.select(EXTRACT_HEADING.HEADING, EXTRACT_HEADING.COLUMN_KEY)
                .distinctOn(EXTRACT_HEADING.HEADING)
                .from(EXTRACT_HEADING)
                .where(EXTRACT_HEADING.SOURCE.eq(source))
                .orderBy(EXTRACT_HEADING.HEADING, EXTRACT_HEADING.HEADING_ID.desc())
                .forEach(row ->
                        headings.put(
                                row.get(EXTRACT_HEADING.HEADING),
                                new ColumnKey(row.get(EXTRACT_HEADING.COLUMN_KEY))));
        return headings;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addHeadings(String source, Map<String, ColumnKey> headings) {
        headings.forEach((heading, column) ->
                dsl.insertInto(
                                EXTRACT_HEADING,
                                EXTRACT_HEADING.SOURCE,
                                EXTRACT_HEADING.HEADING,
                                EXTRACT_HEADING.COLUMN_KEY,
                                EXTRACT_HEADING.MAPPED_AT)
                        .values(source, heading, column.value(), clock.instant())
                        .execute());
    }
}
