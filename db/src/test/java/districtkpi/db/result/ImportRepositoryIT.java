package districtkpi.db.result;

import static districtkpi.db.testing.Figures.count;
import static districtkpi.db.testing.Figures.figure;
import static districtkpi.db.testing.Figures.key;
import static districtkpi.db.testing.Figures.ratio;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.scope.Moments;
import districtkpi.db.testing.DatabaseContext;
import districtkpi.db.testing.StatementCount;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

class ImportRepositoryIT {

    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 3, 31);

    private static DatabaseContext database;
    private static ImportRepository imports;
    private static MeasurementRepository measurements;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        imports = database.get(ImportRepository.class);
        measurements = database.get(MeasurementRepository.class);
    }

    @BeforeEach
    void openRounds() {
        database.clear();
        database.agree("2565-1 70");
        database.agree("2565-2 70");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void keepsTheFileAndWhatItBrought() {
        byte[] content = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 0, 13, 10};
        NewImport file =
                new NewImport(
                        ImportKind.RESULTS,
                        "ผลงาน.csv",
                        content,
                        DatabaseContext.sha256(content),
                        Set.of(RoundId.parse("2565-2"), ROUND),
                        9,
                        4,
                        3,
                        2,
                        1,
                        true);
        long id = database.inTransaction(() -> imports.add(file, List.of()));
        StoredImport stored = imports.find(id).orElseThrow();
        assertThat(stored.file()).isEqualTo("ผลงาน.csv");
        assertThat(stored.committedAt()).isEqualTo(Instant.parse("2022-06-01T05:00:00Z"));
        assertThat(stored.rounds()).containsExactly(ROUND, RoundId.parse("2565-2"));
        assertThat(stored.rows()).isEqualTo(9);
        assertThat(stored.created()).isEqualTo(4);
        assertThat(stored.changed()).isEqualTo(3);
        assertThat(stored.unchanged()).isEqualTo(2);
        assertThat(stored.warnings()).isEqualTo(1);
        assertThat(stored.demonstration()).isTrue();
        assertThat(imports.content(id)).hasValueSatisfying(b -> assertThat(b).isEqualTo(content));
        assertThat(imports.findBySha256(file.sha256())).contains(stored);
    }

    @Test
    void refusesADigestThatIsNotTheFiles() {
        NewImport file =
                new NewImport(
                        ImportKind.RESULTS,
                        "results.csv",
                        new byte[] {1},
                        "0".repeat(64),
                        Set.of(ROUND),
                        0,
                        0,
                        0,
                        0,
                        0,
                        false);
        assertThatThrownBy(() -> database.inTransaction(() -> imports.add(file, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digest");
        assertThat(imports.findNewest(1)).isEmpty();
    }

    @Test
    void knowsNothingOfAFileThatNobodyImported() {
        assertThat(imports.find(1)).isEmpty();
        assertThat(imports.content(1)).isEmpty();
        assertThat(imports.findBySha256("0".repeat(64))).isEmpty();
        assertThat(imports.findNewest(10)).isEmpty();
    }

    @Test
    void listsTheNewestImportsFirst() {
        long first = database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        long second = database.commit(figure("2565-1", "4301", "P1.channels", count("2")));
        long third = database.commit(figure("2565-2", "4301", "P1.channels", count("3")));
        assertThat(imports.findNewest(2))
                .extracting(StoredImport::id)
                .containsExactly(third, second);
        assertThat(imports.findNewest(9)).extracting(StoredImport::id).endsWith(first);
    }

    @Test
    void listsOnlyImportsOfAWayInAndOfARound() {
        long file = database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        long other = database.commit(figure("2565-2", "4301", "P1.channels", count("2")));
        long online =
                database.inTransaction(() -> imports.add(recordedOnline("2565-1"), List.of()));
        long newer = database.inTransaction(() -> imports.add(recordedOnline("2565-2"), List.of()));
        assertThat(found(ImportKind.ONLINE, null)).containsExactly(newer, online);
        assertThat(found(ImportKind.RESULTS, null)).containsExactly(other, file);
        assertThat(found(null, ROUND)).containsExactly(online, file);
        assertThat(found(ImportKind.ONLINE, ROUND)).containsExactly(online);
        assertThat(found(ImportKind.EXTRACT, ROUND)).isEmpty();
        assertThat(imports.findNewest(new ImportFilter(ImportKind.ONLINE, null), newer, 9))
                .extracting(StoredImport::id)
                .containsExactly(online);
        assertThat(imports.find(online).orElseThrow().kind()).isEqualTo(ImportKind.ONLINE);
    }

    private List<Long> found(@Nullable ImportKind kind, @Nullable RoundId round) {
        return imports.findNewest(new ImportFilter(kind, round), Long.MAX_VALUE, 9).stream()
                .map(StoredImport::id)
                .toList();
    }

    private static NewImport mended(String sha256, String... after) {
        List<NewCellCorrection> corrections = new ArrayList<>();
        for (String text : after) {
            corrections.add(
                    new NewCellCorrection(
                            "",
                            2 + corrections.size(),
                            5,
                            "value",
                            "abc",
                            text,
                            DistrictCode.of("4301"),
                            Instant.parse("2022-05-31T05:00:00Z")));
        }
        return new NewImport(
                ImportKind.RESULTS,
                "mended.csv",
                new byte[] {1},
                DatabaseContext.sha256(new byte[] {1}),
                Set.of(ROUND),
                1,
                0,
                0,
                0,
                0,
                false,
                corrections,
                sha256);
    }

    @Test
    void keepsWhatWasMendedBesideTheFile() {
        CellCorrectionRepository corrections = database.get(CellCorrectionRepository.class);
        String digest = "a".repeat(64);
        long id = database.inTransaction(() -> imports.add(mended(digest, "1", "2"), List.of()));

        StoredImport stored = imports.find(id).orElseThrow();
        assertThat(stored.mendedCells()).isEqualTo(2);
        assertThat(imports.findBySha256(stored.sha256(), digest)).contains(stored);
        assertThat(imports.findBySha256(stored.sha256())).isEmpty();
        assertThat(imports.findBySha256(stored.sha256(), "b".repeat(64))).isEmpty();
        assertThat(imports.wasImported(stored.sha256())).isTrue();
        assertThat(corrections.find(List.of(id)))
                .extracting(StoredCellCorrection::line, StoredCellCorrection::after)
                .containsExactly(tuple(2, "1"), tuple(3, "2"));
    }

    @Test
    void whatWasMendedInAFileIsAskedForOnceWhileAPageIsMade() {
        CellCorrectionRepository corrections = database.get(CellCorrectionRepository.class);
        NewMeasurement[] figures = {
            figure("2565-1", "4301", "P1.channels", count("1")),
            figure("2565-1", "4301", "P1.officers", count("2"))
        };
        database.inTransaction(
                () -> imports.add(mended("a".repeat(64), "1", "2"), List.of(figures)));
        List<Measurement> stored = measurements.findAll(ROUND);
        StatementCount statements = StatementCount.in(database::get);
        try (Moments.Moment _ = database.get(Moments.class).begin()) {
            assertThat(stored)
                    .hasSize(2)
                    .allSatisfy(one ->
                            assertThat(corrections.findBehind(List.of(one)).get(one))
                                    .extracting(StoredCellCorrection::line)
                                    .containsExactly(2));
        }
        assertThat(statements.get()).as("the kind of the import, and its cells").isEqualTo(2);
    }

    @Test
    void ofOneFileEachWayOfMendingIsInForceOnceAtTheMost() {
        String one = "a".repeat(64);
        long first = database.inTransaction(() -> imports.add(mended(one, "1"), List.of()));
        assertThatThrownBy(() ->
                        database.inTransaction(() -> imports.add(mended(one, "1"), List.of())))
                .isInstanceOf(DuplicateKeyException.class);
        database.inTransaction(() -> imports.add(mended("b".repeat(64), "2"), List.of()));
        database.inTransaction(() -> imports.add(mended(""), List.of()));

        database.inTransaction(() -> imports.undo(first, ""));
        long again = database.inTransaction(() -> imports.add(mended(one, "1"), List.of()));

        assertThat(again).isNotEqualTo(first);
        assertThat(imports.findBySha256(DatabaseContext.sha256(new byte[] {1}), one))
                .map(StoredImport::id)
                .contains(again);
    }

    @Test
    void aMendedImportSaysHowManyCells() {
        assertThatThrownBy(
                        () -> database.inTransaction(() -> imports.add(mended("", "1"), List.of())))
                .rootCause()
                .hasMessageContaining("import_cell_corrections_counted");
    }

    private static NewImport recordedOnline(String round) {
        byte[] content = ("online " + round).getBytes(UTF_8);
        return new NewImport(
                ImportKind.ONLINE,
                "online.csv",
                content,
                DatabaseContext.sha256(content),
                Set.of(RoundId.parse(round)),
                1,
                0,
                0,
                1,
                0,
                false);
    }

    @Test
    void givesEveryKindOfValueBackAsItWasReported() {
        List<MeasuredValue> values =
                List.of(
                        ratio("12345678901234567890.10", "0.000000000000000000000000000001"),
                        ratio("0", "85.00"),
                        new MeasuredValue.Percentage(new BigDecimal("-12.50")),
                        count("0"),
                        count("1E+3"),
                        new MeasuredValue.Done(null),
                        new MeasuredValue.Done(LocalDate.of(2022, 3, 4)),
                        new MeasuredValue.NotDone(),
                        new MeasuredValue.Day(LocalDate.of(2022, 3, 5)),
                        new MeasuredValue.NotApplicable("ไม่มีเป้าหมาย"));
        NewMeasurement[] figures =
                IntStream.range(0, values.size())
                        .mapToObj(i -> figure("2565-1", "4301", "T1.m" + i, values.get(i)))
                        .toArray(NewMeasurement[]::new);
        database.commit(figures);
        assertThat(measurements.findAll(ROUND))
                .extracting(Measurement::value)
                .usingElementComparator(
                        (one, other) -> one.toString().equals(other.toString()) ? 0 : 1)
                .containsExactly(
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        count("1000"),
                        values.get(5),
                        values.get(6),
                        values.get(7),
                        values.get(8),
                        values.get(9));
    }

    @Test
    void knowsTheFileRowOfEveryFigure() {
        NewMeasurement figure =
                new NewMeasurement(
                        ROUND,
                        DistrictCode.of("4301"),
                        key("P1.channels"),
                        count("2"),
                        LAST_DAY,
                        "รายงาน",
                        "หมายเหตุ",
                        14,
                        "2565-1,เมืองหนองคาย,P1,channels,๒");
        long id = database.commit(figure);
        StoredImport stored = imports.find(id).orElseThrow();
        assertThat(measurements.findAll(ROUND))
                .containsExactly(
                        new Measurement(
                                ROUND,
                                figure.district(),
                                figure.measure(),
                                count("2"),
                                LAST_DAY,
                                "รายงาน",
                                "หมายเหตุ",
                                new Origin(
                                        id,
                                        "results.csv",
                                        stored.sha256(),
                                        14,
                                        "2565-1,เมืองหนองคาย,P1,channels,๒",
                                        false)));
    }

    @Test
    void countsTheNewestDayThatIsNotAfterTheOneAskedFor() {
        database.commit(figure("2565-1", "4301", "P1.channels", count("3"), "2022-03-01"));
        database.commit(figure("2565-1", "4301", "P1.channels", count("1"), "2022-01-31"));
        assertThat(counting("2022-01-30")).isEmpty();
        assertThat(counting("2022-01-31")).containsExactly(count("1"));
        assertThat(counting("2022-02-28")).containsExactly(count("1"));
        assertThat(counting("2022-03-01")).containsExactly(count("3"));
        assertThat(counting("9999-12-31")).containsExactly(count("3"));
    }

    @Test
    void countsTheLaterImportOfTheSameDay() {
        database.commit(figure("2565-1", "4301", "P1.channels", count("3")));
        database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        assertThat(counting("2022-03-31")).containsExactly(count("1"));
    }

    @Test
    void countsEachMeasureOfEachDistrictOfTheRoundByItself() {
        database.commit(
                figure("2565-1", "4302", "P1.channels", count("1")),
                figure("2565-1", "4301", "P1.links", count("2")),
                figure("2565-1", "4301", "P1.channels", count("3")),
                figure("2565-2", "4301", "P1.channels", count("4"), "2022-04-30"));
        assertThat(measurements.findCounting(ROUND, LAST_DAY))
                .extracting(m -> m.district() + " " + m.measure() + " " + m.value())
                .containsExactly(
                        "4301 P1.channels Count[count=3]",
                        "4301 P1.links Count[count=2]",
                        "4302 P1.channels Count[count=1]");
        assertThat(measurements.findCounting(ROUND, "43", LAST_DAY))
                .isEqualTo(measurements.findCounting(ROUND, LAST_DAY));
        assertThat(measurements.findCounting(ROUND, "42", LAST_DAY)).isEmpty();
        assertThat(measurements.findAll(ROUND))
                .extracting(Measurement::value)
                .containsExactly(count("1"), count("2"), count("3"));
    }

    @Test
    void knowsWhatWasFirstReportedForTheDayThatCounts() {
        database.commit(
                figure("2565-1", "4301", "P1.channels", count("1"), "2022-01-31"),
                figure("2565-1", "4301", "P1.links", count("5"), "2022-01-31"));
        database.commit(figure("2565-1", "4301", "P1.channels", count("4"), "2022-02-28"));
        database.commit(figure("2565-1", "4301", "P1.channels", count("3"), "2022-02-28"));
        database.commit(figure("2565-1", "4301", "P1.channels", count("2"), "2022-02-28"));
        database.commit(
                figure("2565-1", "4301", "P1.channels", count("9"), "2022-01-31"),
                figure("2565-1", "4302", "P1.channels", count("7"), "2022-03-01"));
        assertThat(firstReported("2022-01-30")).isEmpty();
        assertThat(firstReported("2022-01-31"))
                .containsExactly("P1.channels Count[count=1]", "P1.links Count[count=5]");
        assertThat(firstReported("2022-02-28"))
                .containsExactly("P1.channels Count[count=4]", "P1.links Count[count=5]");
    }

    @Test
    void listsTheMeasurementsOfOneDistrict() {
        database.commit(
                figure("2565-1", "4302", "P1.channels", count("1")),
                figure("2565-1", "4301", "P1.channels", count("2")));
        database.commit(figure("2565-1", "4301", "P1.channels", count("3")));
        assertThat(measurements.findAll(ROUND, DistrictCode.of("4301")))
                .extracting(Measurement::value)
                .containsExactly(count("2"), count("3"));
        assertThat(measurements.findAll(ROUND, DistrictCode.of("4303"))).isEmpty();
    }

    @Test
    void listsTheDaysOfARoundOnceEach() {
        assertThat(measurements.findDays(ROUND)).isEmpty();
        database.commit(
                figure("2565-1", "4301", "P1.channels", count("1"), "2022-01-31"),
                figure("2565-1", "4302", "P1.channels", count("1"), "2022-02-28"),
                figure("2565-1", "4302", "P1.links", count("1"), "2022-01-31"));
        database.commit(figure("2565-1", "4301", "P1.channels", count("2"), "2022-01-31"));
        assertThat(measurements.findDays(ROUND))
                .containsExactly(LocalDate.of(2022, 2, 28), LocalDate.of(2022, 1, 31));
    }

    @Test
    void takesThousandsOfMeasurementsAtOnce() {
        NewMeasurement[] many =
                IntStream.range(0, 2_500)
                        .mapToObj(
                                i -> figure("2565-1", "4301", "P1.m" + i, count(String.valueOf(i))))
                        .toArray(NewMeasurement[]::new);
        database.commit(many);
        assertThat(measurements.findAll(ROUND))
                .hasSize(2_500)
                .extracting(Measurement::value)
                .endsWith(count("2499"));
    }

    @Test
    void leavesNothingBehindWhenTheTransactionIsRolledBack() throws SQLException {
        database.rolledBack(
                () -> database.add(figure("2565-1", "4301", "P1.channels", count("1"))));
        assertThat(database.rows("select 1 from import")).isEmpty();
        assertThat(database.rows("select 1 from import_round")).isEmpty();
        assertThat(database.rows("select 1 from measurement")).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenOneOfManyRowsIsRefused() throws SQLException {
        assertThatThrownBy(() ->
                        database.commit(
                                figure("2565-1", "4301", "P1.channels", count("1")),
                                figure("2565-1", "9999", "P1.channels", count("1"))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("measurement_district_code_fk");
        assertThat(database.rows("select 1 from import")).isEmpty();
    }

    @Test
    void refusesTheSameFileAgain() {
        NewMeasurement figure = figure("2565-1", "4301", "P1.channels", count("1"));
        NewImport file = DatabaseContext.newImport(figure);
        database.inTransaction(() -> imports.add(file, List.of(figure)));
        assertThatThrownBy(() -> database.inTransaction(() -> imports.add(file, List.of(figure))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("import_sha256_uq");
    }

    @Test
    void refusesARoundThatWasNotOpened() {
        assertThatThrownBy(
                        () -> database.commit(figure("2566-1", "4301", "P1.channels", count("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Round 2566-1 was not opened");
    }

    @Test
    void addsAndLocksOnlyInATransactionOfTheCaller() {
        assertThatThrownBy(() -> database.add(figure("2565-1", "4301", "P1.channels", count("1"))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> imports.lock(ROUND))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void makesASecondImportOfTheRoundWaitForTheFirst() throws Exception {
        CompletableFuture<Long> second =
                database.inTransaction(() -> {
                    imports.lock(ROUND);
                    CompletableFuture<Long> waiting =
                            CompletableFuture.supplyAsync(() ->
                                    database.commit(
                                            figure("2565-1", "4301", "P1.channels", count("2"))));
                    database.awaitWaitingTransaction();
                    database.add(figure("2565-1", "4301", "P1.channels", count("1")));
                    assertThat(waiting).isNotDone();
                    return waiting;
                });
        long id = second.get(60, TimeUnit.SECONDS);
        assertThat(imports.findNewest(1)).extracting(StoredImport::id).containsExactly(id);
        assertThat(counting("2022-03-31")).containsExactly(count("2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "measurement",
                "import",
                "import_round",
                "import_issue",
                "cell_correction",
                "agreement",
                "round"
            })
    void refusesToChangeOrDeleteWhatWasRecorded(String table) throws SQLException {
        database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        database.execute(
                """
                insert into import_issue
                select import_id, 1, 'WARNING', 'ABOVE_ONE_HUNDRED_PERCENT', 2, 'value', '103', 'ก', 'a'
                from import
                """);
        database.execute(
                """
                insert into cell_correction
                select import_id, '', 2, 5, 'value', 'abc', '1', null, now(), null from import
                """);
        List<String> before = database.rows("select * from " + table);
        String column =
                database.rows(
                                "select attname from pg_attribute where attnum > 0 and attidentity = '' and attrelid = '%s'::regclass order by attnum limit 1"
                                        .formatted(table))
                        .getFirst()
                        .replaceAll("[()]", "");
        for (String change :
                List.of(
                        "update %s set %s = %s".formatted(table, column, column),
                        "update %s set %s = %s where false".formatted(table, column, column),
                        "delete from " + table,
                        "truncate %s cascade".formatted(table))) {
            assertThatThrownBy(() -> database.execute(change))
                    .as(change)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("is append-only");
        }
        assertThat(database.rows("select * from " + table)).isNotEmpty().isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ratio', 1, 0, null, null, null",
                "'ratio', -1, 1, null, null, null",
                "'ratio', 1, null, null, null, null",
                "'ratio', 1, 1, 100, null, null",
                "'ratio', 'NaN', 1, null, null, null",
                "'ratio', 1, 'Infinity', null, null, null",
                "'percentage', null, null, null, null, null",
                "'percentage', null, null, '-Infinity', null, null",
                "'count', 1.5, null, null, null, null",
                "'count', -1, null, null, null, null",
                "'count', null, null, null, null, null",
                "'done', 1, null, null, null, null",
                "'not_done', null, null, null, '2022-03-04', null",
                "'day', null, null, null, null, null",
                "'not_applicable', null, null, null, null, ' '",
                "'not_applicable', null, null, null, null, null",
                "'guess', null, null, null, null, null"
            })
    void refusesValuesThatCannotBe(String columns) {
        long id = database.commit(figure("2565-1", "4301", "P1.channels", count("1")));
        assertThatThrownBy(() ->
                        database.execute(
                                String.format(
                                        Locale.ROOT,
                                        """
                                        insert into measurement (value_kind, value, "of", percent, day,
                                            reason, round_id, district_code, indicator, measure, as_of,
                                            source, note, import_id, line, raw_text)
                                        values (%s, '2565-1', '4301', 'P1', 'links', '2022-03-31',
                                            '', '', %d, 2, '')
                                        """,
                                        columns,
                                        id)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("measurement_");
    }

    private List<MeasuredValue> counting(String day) {
        return measurements.findCounting(ROUND, LocalDate.parse(day)).stream()
                .map(Measurement::value)
                .toList();
    }

    private List<String> firstReported(String day) {
        return measurements
                .findFirstReported(ROUND, DistrictCode.of("4301"), LocalDate.parse(day))
                .stream()
                .map(figure -> figure.measure() + " " + figure.value())
                .toList();
    }
}
