package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.table.TestDistricts;
import districtkpi.importer.table.WorkbookBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultImportServiceIT {

    private static final RoundId ROUND = TestRounds.FIRST;
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of,note";

    private static TestDatabase database;
    private static ImportContext context;
    private static ResultImportService service;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        context = new ImportContext(database.dataSource());
        service = context.service();
    }

    @BeforeEach
    void openRounds() {
        database.clear();
        context.open("2565-1", "2565-2");
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    private ImportReport commit(String... lines) {
        return service.commit(file(lines), Optional.empty());
    }

    private static ImportFile file(String... lines) {
        List<String> all = new ArrayList<>(List.of(HEADER));
        all.addAll(List.of(lines));
        return RoundFile.file("results.csv", all);
    }

    private List<Measurement> stored() {
        return context.get(MeasurementRepository.class).findAll(ROUND);
    }

    private static void assertCounts(ImportReport report, int created, int changed, int unchanged) {
        assertThat(List.of(report.created(), report.changed(), report.unchanged()))
                .as("created, changed, unchanged")
                .isEqualTo(List.of(created, changed, unchanged));
    }

    @Test
    void dryRunSaysWhatACommitDoesAndWritesNothing() throws SQLException {
        ImportFile file = RoundFile.of("2565-1", "2022-03-15", 1);
        String before = Tables.text(database.dataSource());

        ImportReport dryRun = service.dryRun(file, Optional.empty());

        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertThat(dryRun.status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun.id()).isEmpty();
        assertThat(dryRun.rows()).isEqualTo(252);
        assertCounts(dryRun, 252, 0, 0);

        ImportReport commit = service.commit(file, Optional.empty());

        assertThat(commit.status()).isEqualTo(Status.COMMITTED);
        assertThat(commit.id()).isPresent();
        assertThat(commit)
                .usingRecursiveComparison()
                .ignoringFields("id", "status")
                .isEqualTo(dryRun);
    }

    @Test
    void commitStoresEveryFigureWithItsRow() {
        ImportFile file = RoundFile.of("2565-1", "2022-03-15", 1);

        ImportReport report = service.commit(file, Optional.empty());

        StoredImport stored =
                context.get(ImportRepository.class).find(report.id().orElseThrow()).orElseThrow();
        assertThat(stored.file()).isEqualTo("results-1.csv");
        assertThat(stored.sha256()).isEqualTo(report.sha256()).hasSize(64);
        assertThat(stored.rounds()).containsExactly(ROUND);
        assertThat(stored.rows()).isEqualTo(252);
        assertThat(stored.created()).isEqualTo(252);
        assertThat(stored.demonstration()).isFalse();
        assertThat(context.get(ImportRepository.class).content(stored.id()))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(file.content()));
        List<String> lines = new String(file.content(), StandardCharsets.UTF_8).lines().toList();
        assertThat(stored()).hasSize(252);
        assertThat(stored())
                .allSatisfy(measurement ->
                        assertThat(measurement.origin().rawText())
                                .isEqualTo(lines.get(measurement.origin().line() - 1)));
    }

    @Test
    void impactIsWhatTheRankingsSay() {
        service.commit(RoundFile.of("2565-1", "2022-03-01", 1), Optional.empty());
        var before = context.get(ScoreboardQuery.class).find(ROUND).orElseThrow().ranking();

        ImportReport report =
                service.commit(RoundFile.of("2565-1", "2022-03-15", 2), Optional.empty());

        var after = context.get(ScoreboardQuery.class).find(ROUND).orElseThrow().ranking();
        assertThat(report.impact())
                .extracting(impact -> impact.district().value())
                .containsExactlyElementsOf(
                        TestDistricts.NONG_KHAI.stream().map(d -> d.code().value()).toList());
        assertThat(report.impact())
                .allSatisfy(impact -> {
                    var old = before.row(impact.district()).orElseThrow();
                    var now = after.row(impact.district()).orElseThrow();
                    assertThat(impact.totalBefore()).isEqualTo(old.scorecard().total().points());
                    assertThat(impact.totalAfter()).isEqualTo(now.scorecard().total().points());
                    assertThat(impact.rankBefore()).isEqualTo(old.rank());
                    assertThat(impact.rankAfter()).isEqualTo(now.rank());
                });
        assertThat(report.impact())
                .anySatisfy(impact ->
                        assertThat(impact.totalAfter()).isNotEqualTo(impact.totalBefore()));
    }

    @Test
    void impactHasNoTotalWhereNothingIsKnown() {
        ImportReport report = commit("2565-1,4301,T1,spending,90,100,2022-03-01,");

        Impact capital = report.impact().getFirst();
        assertThat(capital.district()).isEqualTo(DistrictCode.of("4301"));
        assertThat(capital.totalBefore()).isEmpty();
        assertThat(capital.rankBefore()).isEmpty();
        // 40 of 100 points of the team section, half of the combined total
        assertThat(capital.totalAfter())
                .hasValueSatisfying(
                        total -> assertThat(total.bigDecimalValue()).isEqualByComparingTo("20"));
        assertThat(capital.rankAfter()).hasValue(1);
        assertThat(report.impact().get(1).totalAfter()).isEmpty();
        assertThat(report.impact().get(1).rankAfter()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() throws SQLException {
        ImportFile file = RoundFile.of("2565-1", "2022-03-15", 1);
        ImportReport first = service.commit(file, Optional.empty());
        String before = Tables.text(database.dataSource());

        ImportReport again =
                service.commit(new ImportFile("renamed.csv", file.content()), Optional.empty());
        ImportReport dryRun = service.dryRun(file, Optional.of(ROUND));

        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertThat(again.status()).isEqualTo(Status.COMMITTED);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.rows()).isEqualTo(252);
        assertCounts(again, 0, 0, 252);
        assertThat(again.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(Issue.Severity.INFORMATION);
                    assertThat(issue.code()).isEqualTo("ALREADY_IMPORTED");
                    assertThat(issue.message().en())
                            .isEqualTo(
                                    String.format(
                                            Locale.ROOT,
                                            "This file was imported already on 2022-04-01 at 00:30 (import %d); nothing was changed.",
                                            first.id().orElseThrow()));
                    assertThat(issue.message().th())
                            .isEqualTo(
                                    String.format(
                                            Locale.ROOT,
                                            "ไฟล์นี้นำเข้าแล้วเมื่อ 1 เม.ย. 2565 เวลา 00:30 น. (การนำเข้าครั้งที่ %d) จึงไม่มีการเปลี่ยนแปลงใด ๆ",
                                            first.id().orElseThrow()));
                });
        assertThat(again.impact()).hasSize(9);
        assertThat(again.impact())
                .allSatisfy(impact -> {
                    assertThat(impact.totalAfter()).isPresent();
                    assertThat(impact.totalAfter()).isEqualTo(impact.totalBefore());
                    assertThat(impact.rankAfter()).isEqualTo(impact.rankBefore());
                });
        assertThat(dryRun.status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun.id()).isEqualTo(first.id());
    }

    @Test
    void saysOnWhichSheetAFigureStandsThatANewerOneOvertakes() {
        commit("2565-1,4301,P7,channels,2,,2022-03-10,");
        String[] header = HEADER.split(",", -1);
        byte[] workbook =
                new WorkbookBytes()
                        .sheet(
                                "เมืองหนองคาย",
                                row(1, header)
                                        + row(
                                                2,
                                                "2565-1",
                                                "4301",
                                                "P7",
                                                "channels",
                                                "3",
                                                "",
                                                "2022-03-09",
                                                ""))
                        .sheet(
                                "ท่าบ่อ",
                                row(1, header)
                                        + row(
                                                2,
                                                "2565-1",
                                                "4302",
                                                "P7",
                                                "channels",
                                                "3",
                                                "",
                                                "2022-03-09",
                                                ""))
                        .bytes();

        ImportReport report =
                service.commit(new ImportFile("results.xlsx", workbook), Optional.empty());

        assertThat(report.issues())
                .filteredOn(issue -> issue.code().equals("OVERTAKEN"))
                .extracting(issue -> issue.sheet() + "!" + issue.line())
                .containsExactly("เมืองหนองคาย!2");
    }

    @Test
    void comparesEachFigureWithTheOneThatCountsOnItsDay() {
        commit(
                "2565-1,4301,P7,channels,2,,2022-03-10,",
                "2565-1,4302,P7,channels,2,,2022-03-10,",
                "2565-1,4305,P7,channels,2,,2022-03-10,",
                "2565-1,4307,P7,channels,2,,2022-03-10,",
                "2565-1,4308,P4,overdue_debt,80.0,100,2022-03-10,");

        ImportReport report =
                commit(
                        // another value of the same day
                        "2565-1,4301,P7,channels,3,,2022-03-10,",
                        // the same value of the same day
                        "2565-1,4302,P7,channels,2.0,,10/3/2565,",
                        // the same value of a later day
                        "2565-1,4305,P7,channels,2,,2022-03-11,",
                        // of a day before anything was known
                        "2565-1,4307,P7,channels,2,,2022-03-09,",
                        // the same amounts, written in another way
                        "2565-1,4308,P4,overdue_debt,80,100.00,2022-03-10,",
                        // never heard of
                        "2565-1,4314,P7,channels,2,,2022-03-10,");

        // What a newer figure overtakes is kept, but neither new nor changed.
        assertCounts(report, 1, 1, 3);
        assertThat(report.overtaken()).isEqualTo(1);
        assertThat(report.changes())
                .filteredOn(change -> change.kind() == ImportEffect.Kind.OVERTAKEN)
                .singleElement()
                .satisfies(change -> assertThat(change.line()).isEqualTo(5));
        assertThat(report.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("OVERTAKEN");
                    assertThat(issue.line()).isEqualTo(5);
                    assertThat(issue.message().en())
                            .startsWith(
                                    "The result of district 4307 (P7.channels) as of 2022-03-09 is"
                                            + " kept but does not count today: there is a newer one"
                                            + " as of 2022-03-10 (import ");
                });
        assertThat(stored().subList(5, stored().size()))
                .extracting(measurement -> measurement.origin().line())
                .containsExactly(2, 4, 5, 7);
        assertThat(
                        context.get(MeasurementRepository.class)
                                .findCounting(ROUND, LocalDate.of(2022, 3, 31)))
                .filteredOn(measurement -> measurement.district().value().equals("4301"))
                .singleElement()
                .satisfies(measurement ->
                        assertThat(measurement.value().toString()).isEqualTo("Count[count=3]"));
    }

    @Test
    void saysOfADistrictThatEndedWithinTheRoundWhenItDid() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into district_code (district_code) values ('4303')");
            statement.execute(
                    "insert into district values ('4303', '2011-03-23', '2022-01-31', 'เก่า', 'Old')");
        }

        ImportReport report =
                service.dryRun(
                        file(
                                "2565-1,4303,P7,channels,2,,2022-01-10,",
                                "2565-1,อ.เก่า,P7,channels,2,,2022-01-11,",
                                "2565-2,4303,T1,spending,2,5,2022-04-01,"),
                        Optional.empty());

        assertThat(report.issues())
                .extracting(issue -> issue.code() + " " + issue.line())
                .containsExactly("DISTRICT_ENDED 2", "DISTRICT_ENDED 3", "UNKNOWN_DISTRICT 4");
        assertThat(report.issues().getFirst().message().en())
                .isEqualTo(
                        "“4303” ended on 2022-01-31, before the last day of round 2565-1, so that its"
                                + " results do not count there. Use the district that followed it.");
    }

    /** Which of two numbers is the month is asked once for the column, and only if it matters. */
    @Test
    void asksWhetherTheDayOrTheMonthStandsFirst() {
        String[] rows = {
            "2565-1,4301,P7,channels,1,,1/2/2022,", "2565-1,4301,P7,channels,3,,1/12/2021,"
        };

        // The 1st of February or the 2nd of January; the 1st of December or no day of the round.
        ImportReport asked = service.dryRun(file(rows), Optional.empty());
        ImportReport dayFirst =
                service.dryRun(file(rows).with(DateAnswer.all(DateOrder.DMY)), Optional.empty());

        assertThat(asked.issues())
                .extracting(issue -> issue.code() + " " + issue.column())
                .containsExactly("DAY_OR_MONTH as_of");
        assertThat(dayFirst.status()).isEqualTo(ImportReport.Status.DRY_RUN);
        assertThat(
                        service.dryRun(
                                        file("2565-1,4301,P7,channels,1,,1/2/2022,"),
                                        Optional.empty())
                                .issues())
                .isEmpty();
        assertThat(
                        service.dryRun(
                                        file(
                                                "2565-1,4301,P7,channels,1,,1/2/2022,",
                                                "2565-1,4302,P7,channels,1,,25/2/2022,"),
                                        Optional.empty())
                                .issues())
                .isEmpty();
    }

    /** What counts from a day to come counts from another one by the other reading. */
    @Test
    void asksForDaysThatAreStillToCome() {
        String row = "2565-2,4301,T1,spending,80,100,5/6/2022,";

        ImportReport asked = service.dryRun(file(row), Optional.empty());

        assertThat(asked.issues())
                .extracting(issue -> issue.code() + " " + issue.column())
                .contains("DAY_OR_MONTH as_of");
        assertThat(asked.status()).isEqualTo(ImportReport.Status.REJECTED);
        assertThat(
                        service.dryRun(
                                        file(row).with(DateAnswer.all(DateOrder.DMY)),
                                        Optional.empty())
                                .status())
                .isEqualTo(ImportReport.Status.DRY_RUN);
    }

    /** A level may wait for another measure, as those of T3 and P2 do. */
    @Test
    void asksWhereTheDaysDifferThoughTheLevelsDoNotYet() {
        ImportReport evidence =
                service.dryRun(
                        file("2565-1,4301,T3,evidence_received,3/2/2022,,,"), Optional.empty());
        ImportReport step =
                service.dryRun(file("2565-1,4301,P2,support_plan,3/2/2022,,,"), Optional.empty());

        assertThat(evidence.issues())
                .extracting(issue -> issue.code() + " " + issue.column())
                .containsExactly("DAY_OR_MONTH value");
        assertThat(step.issues())
                .extracting(issue -> issue.code() + " " + issue.column())
                .containsExactly("DAY_OR_MONTH value");
        for (String settled :
                List.of("2022-03-02", "3/2/2565", "3 Feb 2022", "๓/๒/๒๕๖๕", "2/2/2022")) {
            assertThat(
                            service.dryRun(
                                            file(
                                                    "2565-1,4301,T3,evidence_received,"
                                                            + settled
                                                            + ",,,"),
                                            Optional.empty())
                                    .issues())
                    .as(settled)
                    .extracting(Issue::code)
                    .doesNotContain("DAY_OR_MONTH");
        }
    }

    /** Two programs wrote two columns: each has its answer. */
    @Test
    void eachColumnHasItsOwnOrderOfDayAndMonth() {
        ImportFile file =
                file(
                        "2565-1,4301,T3,evidence_received,3/2/2022,,2/12/2021,",
                        "2565-1,4301,P7,channels,1,,2/12/2021,");
        ImportReport asked = service.dryRun(file, Optional.empty());
        assertThat(asked.issues())
                .filteredOn(issue -> issue.severity() == Issue.Severity.ERROR)
                .extracting(issue -> issue.code() + " " + issue.column())
                .containsExactlyInAnyOrder("DAY_OR_MONTH value", "DAY_OR_MONTH as_of");

        ImportReport half =
                service.dryRun(file.with(DateAnswer.parse("value:mdy")), Optional.empty());
        assertThat(half.issues())
                .filteredOn(issue -> issue.severity() == Issue.Severity.ERROR)
                .extracting(issue -> issue.code() + " " + issue.column())
                .containsExactly("DAY_OR_MONTH as_of");

        DateAnswer both = DateAnswer.parse("value:mdy;as_of:dmy");
        service.commit(file.with(both), Optional.empty());
        assertThat(stored())
                .extracting(figure -> figure.asOf() + " " + figure.value())
                .containsExactly("2021-12-02 Day[day=2022-03-02]", "2021-12-02 Count[count=1]");
        assertThat(service.commit(file.with(both), Optional.empty()).issues())
                .extracting(Issue::code)
                .containsExactly("ALREADY_IMPORTED");
        assertThat(
                        service.commit(
                                        file.with(DateAnswer.parse("value:dmy;as_of:dmy")),
                                        Optional.empty())
                                .issues())
                .extracting(Issue::code)
                .containsExactly("IMPORTED_WITH_OTHER_DATES");
    }

    /** The same bytes with the other order are other figures: that is no repetition. */
    @Test
    void theSameFileWithTheOtherOrderOfDayAndMonthIsRefused() {
        ImportFile file = file("2565-1,4301,P7,channels,1,,1/2/2022,");
        long id =
                service.commit(file.with(DateAnswer.all(DateOrder.MDY)), Optional.empty())
                        .id()
                        .orElseThrow();

        ImportReport same =
                service.commit(file.with(DateAnswer.all(DateOrder.MDY)), Optional.empty());
        ImportReport other =
                service.commit(file.with(DateAnswer.all(DateOrder.DMY)), Optional.empty());

        assertThat(same.issues()).extracting(Issue::code).containsExactly("ALREADY_IMPORTED");
        assertThat(other.status()).isEqualTo(Status.REJECTED);
        assertThat(other.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("IMPORTED_WITH_OTHER_DATES");
                    assertThat(issue.message().en()).contains("import " + id);
                });
        ImportFile plain = file("2565-1,4302,P7,channels,1,,2022-02-01,");
        service.commit(plain, Optional.empty());
        assertThat(
                        service.commit(plain.with(DateAnswer.all(DateOrder.MDY)), Optional.empty())
                                .issues())
                .extracting(Issue::code)
                .containsExactly("ALREADY_IMPORTED");
    }

    @Test
    void storesARemarkThatChangedThoughTheFigureDidNot() {
        commit("2565-1,4301,P7,channels,2,,2022-03-10,draft");

        ImportReport report = commit("2565-1,4301,P7,channels,2,,2022-03-10,checked");

        assertCounts(report, 0, 0, 1);
        assertThat(stored()).extracting(Measurement::note).containsExactly("draft", "checked");
    }

    @Test
    void keepsAFileThatSaysNothingNew() {
        commit("2565-1,4301,P7,channels,2,,2022-03-10,");

        ImportReport report = commit("2565-1,4301,P7,channels,02,,2022-03-10,");

        assertCounts(report, 0, 0, 1);
        assertThat(report.id()).isPresent();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void figuresWithoutADayAreOfTheDayOfImportInBangkok() {
        commit("2565-1,4301,P7,channels,2,,,");

        assertThat(stored())
                .extracting(Measurement::asOf)
                .containsExactly(LocalDate.of(2022, 4, 1));
    }

    @Test
    void takesSeveralRoundsInOneFile() {
        ImportReport report =
                commit(
                        "2565-1,4301,T1,spending,90,100,2022-03-01,",
                        "2565-2,4301,T1,spending,90,100,2022-04-01,");

        assertCounts(report, 2, 0, 0);
        assertThat(report.impact()).hasSize(18);
        assertThat(report.impact().get(9).round()).isEqualTo(TestRounds.SECOND);
        assertThat(report.impact().get(9).rankAfter()).hasValue(1);
    }

    @Test
    void anErrorStoresNothingAtAll() throws SQLException {
        String before = Tables.text(database.dataSource());

        ImportReport report =
                commit(
                        "2565-1,4301,P7,channels,2,,2022-03-10,",
                        "2565-1,4302,P7,channels,two,,2022-03-10,",
                        "2565-1,4399,P7,channels,2,,2022-03-10,");

        assertThat(Tables.text(database.dataSource())).isEqualTo(before);
        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(report.id()).isEmpty();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(2);
        assertCounts(report, 0, 0, 0);
        assertThat(report.impact()).isEmpty();
        assertThat(report.issues())
                .extracting(Issue::code)
                .containsExactly("NOT_A_NUMBER", "UNKNOWN_DISTRICT");
        // What is good is shown all the same, so that only the rest has to be looked at.
        assertThat(report.changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.line()).isEqualTo(2);
                    assertThat(change.kind()).isEqualTo(ImportEffect.Kind.CREATED);
                    assertThat(change.district()).hasToString("4301");
                });
        assertThat(report.levels()).isEmpty();
    }

    @Test
    void warningsAreCountedAndLetTheFileIn() {
        ImportReport report =
                commit(
                        "2565-1,4301,T1,spending,120,100,2022-03-10,",
                        "2565-1,4302,T1,spending,90,100,2022-03-10,");

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(report.rejected()).isZero();
        assertThat(
                        context.get(ImportRepository.class)
                                .find(report.id().orElseThrow())
                                .orElseThrow()
                                .warnings())
                .isEqualTo(1);
    }

    @Test
    void aPersonalNumberIsNeverStoredNorRepeated() throws SQLException {
        List<ImportReport> reports =
                List.of(
                        commit("2565-1,4301,P7,channels,2,,2022-03-10,นาย ก 1-2345-67890-12-3"),
                        commit("2565-1,4302,P7,channels,1234567890123,,2022-03-10,"),
                        service.commit(
                                new ImportFile(
                                        "1234567890123.csv",
                                        file("2565-1,4305,P7,channels,2,,2022-03-10,").content()),
                                Optional.empty()),
                        service.dryRun(
                                file("2565-1,4301,P7,channels,2,,2022-03-10,๑๒๓๔๕๖๗๘๙๐๑๒๓"),
                                Optional.empty()));

        assertThat(reports)
                .allSatisfy(report -> {
                    assertThat(report.status()).isEqualTo(Status.REJECTED);
                    assertThat(report.issues())
                            .extracting(Issue::code)
                            .containsExactly("PERSONAL_NUMBER");
                    assertThat(report.toString()).doesNotContain("67890", "1234567890123", "๑๒๓๔๕");
                });
        assertThat(reports.get(2).file()).isEqualTo("•••••••••••••.csv");
        assertThat(Tables.text(database.dataSource())).doesNotContain("67890", "๖๗๘๙๐");
        assertThat(stored()).isEmpty();
    }

    @Test
    void theSameFileForAnotherRoundIsAQuestion() {
        ImportFile file = RoundFile.file("r.csv", List.of("district,P7.channels", "4301,2"));
        ImportReport first = service.commit(file, Optional.of(ROUND));

        ImportReport second = service.commit(file, Optional.of(TestRounds.SECOND));

        assertThat(first.status()).isEqualTo(Status.COMMITTED);
        assertThat(second.status()).isEqualTo(Status.REJECTED);
        assertThat(second.issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("IMPORTED_FOR_OTHER_ROUND");
                    assertThat(issue.message().en())
                            .isEqualTo(
                                    String.format(
                                            Locale.ROOT,
                                            "This file was imported already as results of round 2565-1 (import %d). If it is about round 2565-2 too, add a column round to it and import it again.",
                                            first.id().orElseThrow()));
                    assertThat(issue.message().th())
                            .isEqualTo(
                                    String.format(
                                            Locale.ROOT,
                                            "ไฟล์นี้นำเข้าแล้วเป็นผลของรอบ 2565-1 (การนำเข้าครั้งที่ %d) หากเป็นผลของรอบ 2565-2 ด้วย โปรดเพิ่มคอลัมน์ round ในไฟล์แล้วนำเข้าใหม่",
                                            first.id().orElseThrow()));
                });
    }

    @Test
    void madeUpResultsStayMarked() {
        ImportReport report = service.commitDemonstration(RoundFile.of("2565-1", "2022-03-15", 1));

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(
                        context.get(ImportRepository.class)
                                .find(report.id().orElseThrow())
                                .orElseThrow()
                                .demonstration())
                .isTrue();
        assertThat(context.get(ScoreboardQuery.class).find(ROUND).orElseThrow().demonstration())
                .isTrue();
    }

    @Test
    void twoImportsAtOnceAreOneAfterTheOther() throws Exception {
        for (int run = 0; run < 3; run++) {
            String day = String.format(Locale.ROOT, "2022-03-%02d", 10 + run);
            List<ImportReport> reports =
                    atOnce(
                            RoundFile.of("2565-1", day, 10 + run),
                            RoundFile.of("2565-1", day, 20 + run));
            List<ImportReport> inOrder =
                    reports.get(0).id().orElseThrow() < reports.get(1).id().orElseThrow()
                            ? reports
                            : reports.reversed();

            // The later one saw what the earlier one had stored.
            assertThat(inOrder.get(1).created()).isZero();
            assertThat(inOrder.get(1).changed() + inOrder.get(1).unchanged()).isEqualTo(252);
            assertThat(inOrder.get(1).impact())
                    .extracting(Impact::totalBefore)
                    .isEqualTo(inOrder.get(0).impact().stream().map(Impact::totalAfter).toList());
        }
    }

    @Test
    void theSameFileTwiceAtOnceIsStoredOnce() throws Exception {
        ImportFile file = RoundFile.of("2565-1", "2022-03-15", 1);

        List<ImportReport> reports = atOnce(file, file);

        assertThat(reports).extracting(ImportReport::id).containsOnly(reports.getFirst().id());
        assertThat(reports).extracting(ImportReport::created).containsExactlyInAnyOrder(252, 0);
        assertThat(reports).extracting(ImportReport::unchanged).containsExactlyInAnyOrder(252, 0);
        assertThat(stored()).hasSize(252);
    }

    @Test
    void theSameFileForTwoRoundsAtOnceIsStoredForOne() throws Exception {
        for (int run = 0; run < 3; run++) {
            ImportFile file =
                    RoundFile.file("r.csv", List.of("district,P2.new_centres", "4301," + run));

            List<ImportReport> reports =
                    atOnce(
                            () -> service.commit(file, Optional.of(ROUND)),
                            () -> service.commit(file, Optional.of(TestRounds.SECOND)));

            assertThat(reports)
                    .extracting(ImportReport::status)
                    .containsExactlyInAnyOrder(Status.COMMITTED, Status.REJECTED);
            assertThat(reports)
                    .flatExtracting(ImportReport::issues)
                    .extracting(Issue::code)
                    .containsExactly("IMPORTED_FOR_OTHER_ROUND");
        }
    }

    private List<ImportReport> atOnce(ImportFile first, ImportFile second) throws Exception {
        return atOnce(
                () -> service.commit(first, Optional.empty()),
                () -> service.commit(second, Optional.empty()));
    }

    private static List<ImportReport> atOnce(
            Callable<ImportReport> first, Callable<ImportReport> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<ImportReport>> reports = new ArrayList<>();
            for (Callable<ImportReport> work : List.of(first, second)) {
                reports.add(
                        threads.submit(() -> {
                            start.await();
                            return work.call();
                        }));
            }
            return List.of(reports.get(0).get(), reports.get(1).get());
        }
    }
}
