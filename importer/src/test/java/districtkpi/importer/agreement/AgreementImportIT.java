package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.override.OverrideRepository;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.NewMeasurement;
import districtkpi.db.scoreboard.ScoreRepository;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.db.transaction.Snapshot;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.Issue.Severity;
import districtkpi.importer.Mutations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Agreements on their way into a real database. */
class AgreementImportIT {

    private static final AtomicInteger YEAR = new AtomicInteger(2566);
    private static final MeasureKey SPENT = key("S1", "spent");
    private static final MeasureKey CHANNELS = key("S2", "channels");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2099-04-01T03:00:00Z"), ZoneId.of("Asia/Bangkok"));

    private static TestDatabase database;
    private static AnnotationConfigApplicationContext context;
    private static AgreementImportService service;
    private static AgreementRepository agreements;

    /** A round that no other test uses. */
    private final RoundId round = new RoundId(YEAR.incrementAndGet(), 1);

    private final AgreementText small =
            new AgreementText(
                    AgreementText.small()
                            .text()
                            .replace("2566-1", round.toString())
                            .replace("2023-", round.fiscalYear() - 543 + "-")
                            .replace("2022-", round.fiscalYear() - 544 + "-")
                            .replace("๒๕๖๖", thaiDigits(round.fiscalYear())));

    private static String thaiDigits(int number) {
        return Integer.toString(number)
                .chars()
                .map(digit -> digit - '0' + '๐')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.create();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Clock.class, () -> CLOCK);
        context.register(
                DatabaseConfiguration.class, AgreementReader.class, AgreementImportService.class);
        context.refresh();
        service = context.getBean(AgreementImportService.class);
        agreements = context.getBean(AgreementRepository.class);
    }

    @AfterAll
    static void dropDatabase() {
        context.close();
        database.close();
    }

    @Test
    void opensARoundAndKeepsThePostedTextWhole() {
        ImportReport report = service.commit(file(small));

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.created()).isEqualTo(3);
        assertThat(report.impact()).isEmpty();
        assertThat(codes(report)).containsExactly("ROUND_OPENED");
        StoredAgreement stored = agreements.findInForce(round).orElseThrow();
        assertThat(report.id()).isEqualTo(OptionalLong.of(stored.id()));
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.file()).isEqualTo("agreement.yaml");
        assertThat(stored.document()).isEqualTo(small.text());
        assertThat(stored.sha256()).isEqualTo(report.sha256()).hasSize(64);
        assertThat(stored.agreement()).isEqualTo(small.agreement());
    }

    @Test
    void writesEachVersionIntoTheAudit() {
        ImportReport first = service.commit(file(small));
        ImportReport second =
                service.commit(file(small.with("Agreement for tests", "Another one")));

        List<AuditEntry> newest =
                context.getBean(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 2);

        assertThat(newest)
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsOnly(tuple(AuditAction.AGREED, "round " + round));
        assertThat(newest.getLast().before()).isEmpty();
        assertThat(newest.getLast().after())
                .isEqualTo(
                        Map.of(
                                "version", "1",
                                "file", "agreement.yaml",
                                "sha256", first.sha256()));
        assertThat(newest.getFirst().before()).isEqualTo(Map.of("version", "1"));
        assertThat(newest.getFirst().after())
                .containsEntry("version", "2")
                .containsEntry("sha256", second.sha256());
    }

    @Test
    void aGuardedCommitDoesWhatWasShownOrNothing() {
        service.commit(file(small));
        AgreementText next = small.with("Agreement for tests", "Another one");
        String shown = service.dryRun(file(next)).basis();
        AgreementText between = small.with("Agreement for tests", "One between");
        service.commit(file(between));

        ImportReport moved = service.commit(file(next), Optional.of(shown));

        assertThat(moved.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(moved)).containsExactly("DATA_MOVED");
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(2);
        ImportReport again =
                service.commit(file(next), Optional.of(service.dryRun(file(next)).basis()));
        assertThat(again.status()).isEqualTo(Status.COMMITTED);
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void theAgreementOfAPublishedRoundStaysAsItIs() {
        service.commit(file(small));
        report(count("4301", CHANNELS, 2));
        Publishing.in(context::getBean).publish(round, "");

        ImportReport refused =
                service.commit(file(small.with("Agreement for tests", "Another one")));
        ImportReport again = service.commit(file(small));

        assertThat(refused.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(refused)).contains("ROUND_PUBLISHED");
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(1);
        assertThat(codes(again)).containsExactly("ALREADY_IN_FORCE");
    }

    @Test
    void brokenFilesLeaveNothingBehindIfRefused() throws SQLException {
        byte[] content = small.text().getBytes(UTF_8);
        String before = versions();
        int refused = 0;
        for (int seed = 1; seed <= Mutations.withDatabase(); seed++) {
            byte[] broken = Mutations.of(content, new Random(seed));

            ImportReport report = service.commit(new ImportFile("agreement.yaml", broken));

            String after = versions();
            if (report.status() == Status.REJECTED) {
                refused++;
                assertThat(after).as("unchanged by seed %d", seed).isEqualTo(before);
            }
            before = after;
        }
        assertThat(refused).isPositive();
    }

    private static String versions() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select md5(string_agg(t::text, '|' order by t::text)) from agreement t")) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    @Test
    void storesNoPersonalNumberAndNoControlCharacterOfAFileName() {
        ImportFile file =
                new ImportFile("1-2345-67890-12-3 a\u0000b.yaml", small.text().getBytes(UTF_8));

        assertThat(service.dryRun(file).file()).isEqualTo("•-••••-•••••-••-• a b.yaml");
        assertThat(service.commit(file).file()).isEqualTo("•-••••-•••••-••-• a b.yaml");
        assertThat(agreements.findInForce(round).orElseThrow().file())
                .isEqualTo("•-••••-•••••-••-• a b.yaml");
    }

    @Test
    void opensEveryRoundThatIsShipped() {
        for (String round : List.of("2564-1", "2564-2", "2565-1", "2565-2")) {
            assertThat(service.commit(file(AgreementText.shipped(round))).status())
                    .isEqualTo(Status.COMMITTED);
        }
        assertThat(agreements.findAllInForce())
                .extracting(s -> s.agreement().round().toString())
                .containsSubsequence("2565-2", "2565-1", "2564-2", "2564-1");
    }

    @Test
    void asksAboutARoundFarFromAllOthersAndTakesItInAllTheSame() {
        AgreementText slip =
                new AgreementText(
                        AgreementText.small()
                                .text()
                                .replace("2566-1", "2624-1")
                                .replace("2023-", "2081-")
                                .replace("2022-", "2080-"));

        ImportReport report = service.dryRun(file(slip));

        assertThat(report.status()).isEqualTo(Status.DRY_RUN);
        Issue issue = issue(report, "UNUSUAL_ROUND");
        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(slip.text().lines().toList().get(issue.line() - 1)).contains("round: 2624-1");
        assertThat(issue.column()).isEqualTo("round");
        assertThat(issue.value()).isEqualTo("2624-1");
        // Today is in 2642.
        assertThat(issue.message().en())
                .isEqualTo(
                        "Round 2624-1 starts on 1 October 2623 (Buddhist era), 18 years before"
                                + " round 2642-2. Did you mean 2642-1? If so, change the round in"
                                + " the file to 2642-1 and check its days. If 2624-1 is right,"
                                + " take the file in as it is.");
        assertThat(issue.message().th())
                .startsWith("รอบ 2624-1 เริ่มวันที่ 1 ตุลาคม 2623 ซึ่งก่อนรอบ 2642-2 ถึง 18 ปี")
                .contains("รอบ 2642-1 ใช่หรือไม่");
        assertThat(service.commit(file(slip)).status()).isEqualTo(Status.COMMITTED);
        // It is there now, and nothing is said of its next version.
        assertThat(service.dryRun(file(slip.with("province: \"43\"", "province: '43'"))).issues())
                .noneMatch(one -> one.code().equals("UNUSUAL_ROUND"));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        ImportReport report = service.dryRun(file(small));

        assertThat(report.status()).isEqualTo(Status.DRY_RUN);
        assertThat(report.id()).isEmpty();
        assertThat(report.created()).isEqualTo(3);
        assertThat(codes(report)).containsExactly("ROUND_OPENED");
        assertThat(agreements.findInForce(round)).isEmpty();
    }

    @Test
    void refusesAFaultyFileWithAllItsFaultsAndStoresNothing() {
        AgreementText faulty =
                small.with("weight: 39.5", "weight: 39").with("kind: growth", "kind: grow");

        for (ImportReport report :
                List.of(service.commit(file(faulty)), service.dryRun(file(faulty)))) {
            assertThat(report.status()).isEqualTo(Status.REJECTED);
            assertThat(codes(report)).containsExactly("WEIGHTS_NOT_100", "NOT_A_CHOICE");
            assertThat(report.rejected()).isEqualTo(1);
            assertThat(report.rows()).isEqualTo(3);
        }
        assertThat(agreements.findInForce(round)).isEmpty();
    }

    @Test
    void refusesAProvinceWithoutDistricts() {
        ImportReport report =
                service.commit(file(small.with("province: \"43\"", "province: \"10\"")));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(report)).contains("UNKNOWN_PROVINCE");
        assertThat(agreements.findInForce(round)).isEmpty();
    }

    @Test
    void theAgreementInForceAgainChangesNothing() {
        ImportReport first = service.commit(file(small));
        ImportReport again = service.commit(file(small));

        assertThat(again.status()).isEqualTo(Status.COMMITTED);
        assertThat(codes(again)).containsExactly("ALREADY_IN_FORCE");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.created() + again.changed()).isZero();
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatTheDatabaseGivesBackAsYamlOrJsonChangesNothing() {
        service.commit(file(small));
        StoredAgreement stored = agreements.findInForce(round).orElseThrow();
        String json =
                JsonMapper.builder()
                        .build()
                        .writeValueAsString(AgreementDocument.toMap(stored.agreement()));

        assertThat(codes(service.commit(file(new AgreementText(stored.document())))))
                .containsExactly("ALREADY_IN_FORCE");
        assertThat(codes(service.commit(file(new AgreementText(json)))))
                .containsExactly("ALREADY_IN_FORCE");
        assertThat(codes(service.dryRun(file(new AgreementText(json)))))
                .containsExactly("ALREADY_IN_FORCE");
        assertThat(agreements.findInForce(round).orElseThrow().document()).isEqualTo(small.text());
    }

    @Test
    void putsANewVersionBesideTheOldOneAndSaysWhatItDoesToTheRanking() throws SQLException {
        service.commit(file(small));
        // 4301: S1 level 5, 4302: level 3 of 5.
        report(ratio("4301", SPENT, "95", "100"), ratio("4302", SPENT, "80", "100"));
        AgreementText harder = small.with("atLeast: 90.25", "atLeast: 96");

        ImportReport dryRun = service.dryRun(file(harder));
        ImportReport report = service.commit(file(harder));

        assertThat(dryRun.impact()).isEqualTo(report.impact());
        assertThat(codes(report)).containsExactly("NEW_VERSION");
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.impact()).hasSize(9);
        Impact first = impact(report, "4301");
        // 40 % of 60.5 × 5 ÷ 5 before; interpolated between 85 and 96 after: 4 + 10 ÷ 11.
        assertThat(first.totalBefore()).contains(BigFraction.of(242, 10));
        assertThat(first.totalAfter())
                .contains(BigFraction.of(242, 10).multiply(BigFraction.of(54, 55)));
        assertThat(first.rankBefore()).isEqualTo(OptionalInt.of(1));
        assertThat(first.rankAfter()).isEqualTo(OptionalInt.of(1));
        assertThat(impact(report, "4317").rankAfter()).isEmpty();

        StoredAgreement stored = agreements.findInForce(round).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(
                        rows(
                                "select version from agreement where round_id = '%s' order by version"
                                        .formatted(round)))
                .containsExactly("1", "2");
        assertThat(
                        rows(
                                "select distinct agreement_version from score where round_id = '%s'"
                                        .formatted(round)))
                .containsExactly("2");
    }

    @Test
    void anEarlierVersionPostedAgainIsAVersionOfItsOwn() {
        service.commit(file(small));
        service.commit(file(small.with("atLeast: 90.25", "atLeast: 96")));
        ImportReport back = service.commit(file(small));

        assertThat(codes(back)).containsExactly("NEW_VERSION");
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void warnsOfFiguresThatNoLongerCountAndKeepsThem() throws SQLException {
        service.commit(file(small));
        report(
                count("4301", CHANNELS, 2),
                count("4302", CHANNELS, 3),
                ratio("4301", SPENT, "95", "100"));
        AgreementText renamed =
                new AgreementText(
                        small.text()
                                .replace("channels, kind", "ways, kind")
                                .replace("measure: channels", "measure: ways"));

        ImportReport report = service.commit(file(renamed));

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(codes(report))
                .containsExactlyInAnyOrder("FIGURES_NO_LONGER_COUNT", "NEW_VERSION");
        Issue issue = issue(report, "FIGURES_NO_LONGER_COUNT");
        assertThat(issue.column()).isEqualTo("S2.channels");
        assertThat(issue.message().en()).contains("2 figures");
        assertThat(rows("select count(*) from measurement where round_id = '%s'".formatted(round)))
                .containsExactly("3");

        ImportReport returned = service.commit(file(small));
        assertThat(codes(returned)).containsExactlyInAnyOrder("FIGURES_COUNT_AGAIN", "NEW_VERSION");
        assertThat(issue(returned, "FIGURES_COUNT_AGAIN").line())
                .isEqualTo(small.lineOf("{id: channels"));
    }

    @Test
    void saysOfDistrictsThatTheNewLastDayDropsThatTheirFiguresNoLongerCount() throws SQLException {
        LocalDate lastDay = small.agreement().lastDay();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into district_code (district_code) values ('4390')"
                            + " on conflict do nothing");
            statement.execute(
                    "insert into district values ('4390', '2011-03-23', '%s', 'เก่า', 'Old')"
                            .formatted(lastDay));
        }
        service.commit(file(small));
        report(count("4390", CHANNELS, 2), count("4301", CHANNELS, 2));
        AgreementText longer = small.with(lastDay.toString(), lastDay.plusDays(1).toString());

        ImportReport shown = service.dryRun(file(longer));
        ImportReport report = service.commit(file(longer), Optional.of(shown.basis()));

        assertThat(report.status()).isEqualTo(Status.COMMITTED);
        assertThat(codes(shown)).contains("DISTRICT_NO_LONGER_COUNTS");
        assertThat(report.issues()).isEqualTo(shown.issues());
        Issue issue = issue(report, "DISTRICT_NO_LONGER_COUNTS");
        assertThat(issue.severity()).isEqualTo(Issue.Severity.WARNING);
        assertThat(issue.message().en())
                .isEqualTo(
                        "The district Old (4390) does not exist on the last day of the round by"
                                + " this version (%s). Its 1 figures are kept but no longer count,"
                                        .formatted(lastDay.plusDays(1))
                                + " and it is not ranked.");
        assertThat(rows("select count(*) from measurement where round_id = '%s'".formatted(round)))
                .containsExactly("2");
        assertThat(codes(service.commit(file(small)))).contains("DISTRICT_COUNTS_AGAIN");
    }

    @Test
    void doesNotRepeatTheWarningOfFiguresThatStoppedCountingEarlier() {
        service.commit(file(small));
        report(count("4301", CHANNELS, 2));
        AgreementText renamed =
                new AgreementText(
                        small.text()
                                .replace("channels, kind", "ways, kind")
                                .replace("measure: channels", "measure: ways"));
        service.commit(file(renamed));

        assertThat(codes(service.commit(file(renamed.with("atLeast: 90.25", "atLeast: 96")))))
                .containsExactly("NEW_VERSION");
    }

    @Test
    void refusesToGiveReportedFiguresAnotherMeaning() {
        service.commit(file(small));
        report(ratio("4301", SPENT, "95", "100"));
        AgreementText growth = small.with("kind: share", "kind: growth");

        ImportReport report = service.commit(file(growth));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(issue(report, "KIND_CHANGED").line()).isEqualTo(growth.lineOf("- id: spent"));
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(1);
        assertThat(service.dryRun(file(growth)).status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void warnsOfFiguresOutsideTheNewDates() {
        service.commit(file(small));
        report(ratio("4301", SPENT, "95", "100"));

        ImportReport report = service.commit(file(small.with("-03-31", "-03-15")));

        assertThat(codes(report)).contains("FIGURES_OUTSIDE_ROUND", "ROUND_DATES_UNUSUAL");
        assertThat(report.status()).isEqualTo(Status.COMMITTED);
    }

    @Test
    void refusesToMoveARoundWithFiguresToAnotherProvince() {
        service.commit(file(small));
        report(ratio("4301", SPENT, "95", "100"));

        ImportReport report =
                service.commit(file(small.with("province: \"43\"", "province: \"38\"")));

        assertThat(report.status()).isEqualTo(Status.REJECTED);
        assertThat(codes(report)).contains("PROVINCE_CHANGED");
    }

    @Test
    void leavesNothingBehindWhenTheScoresCannotBeBuilt() {
        AgreementImportService failing =
                new AgreementImportService(
                        context.getBean(AgreementReader.class),
                        agreements,
                        context.getBean(DistrictRepository.class),
                        context.getBean(ImportRepository.class),
                        context.getBean(MeasurementRepository.class),
                        context.getBean(OverrideRepository.class),
                        _ -> {
                            throw new IllegalStateException("no scores");
                        },
                        context.getBean(PublicationRepository.class),
                        context.getBean(AuditTrail.class),
                        CLOCK,
                        context.getBean(Snapshot.class),
                        context.getBean(WriteTransaction.class));

        assertThatThrownBy(() -> failing.commit(file(small))).hasMessage("no scores");
        assertThat(agreements.findInForce(round)).isEmpty();
    }

    @Test
    void twoWhoOpenOneRoundAtATimeMakeOneVersion() throws Exception {
        ScoreRepository slow =
                changed -> {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    context.getBean(ScoreRepository.class).rebuild(changed);
                };
        AgreementImportService slowly =
                new AgreementImportService(
                        context.getBean(AgreementReader.class),
                        agreements,
                        context.getBean(DistrictRepository.class),
                        context.getBean(ImportRepository.class),
                        context.getBean(MeasurementRepository.class),
                        context.getBean(OverrideRepository.class),
                        slow,
                        context.getBean(PublicationRepository.class),
                        context.getBean(AuditTrail.class),
                        CLOCK,
                        context.getBean(Snapshot.class),
                        context.getBean(WriteTransaction.class));
        List<Callable<ImportReport>> both =
                List.of(() -> slowly.commit(file(small)), () -> slowly.commit(file(small)));
        List<String> codes = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            for (Future<ImportReport> report : executor.invokeAll(both)) {
                codes.addAll(codes(report.get()));
            }
        }

        assertThat(codes).containsExactlyInAnyOrder("ROUND_OPENED", "ALREADY_IN_FORCE");
        assertThat(agreements.findInForce(round).orElseThrow().version()).isEqualTo(1);
    }

    private static ImportFile file(AgreementText text) {
        return new ImportFile("agreement.yaml", text.text().getBytes(UTF_8));
    }

    /** Without what is said of the years, which are made up: one test has it. */
    private static List<String> codes(ImportReport report) {
        return report.issues().stream()
                .map(Issue::code)
                .filter(code -> !code.equals("UNUSUAL_ROUND"))
                .toList();
    }

    private static Issue issue(ImportReport report, String code) {
        return report.issues().stream()
                .filter(issue -> issue.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Impact impact(ImportReport report, String district) {
        return report.impact().stream()
                .filter(i -> i.district().value().equals(district))
                .findFirst()
                .orElseThrow();
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    private NewMeasurement ratio(String district, MeasureKey key, String value, String of) {
        return figure(
                district, key, new MeasuredValue.Ratio(new BigDecimal(value), new BigDecimal(of)));
    }

    private NewMeasurement count(String district, MeasureKey key, int count) {
        return figure(district, key, new MeasuredValue.Count(BigDecimal.valueOf(count)));
    }

    private NewMeasurement figure(String district, MeasureKey key, MeasuredValue value) {
        return new NewMeasurement(
                round,
                DistrictCode.of(district),
                key,
                value,
                LocalDate.of(round.fiscalYear() - 543, 3, 31),
                "",
                "",
                2,
                "raw");
    }

    private void report(NewMeasurement... figures) {
        byte[] content = ("results of " + round).getBytes(UTF_8);
        NewImport results =
                new NewImport(
                        ImportKind.RESULTS,
                        "results.csv",
                        content,
                        DigestUtils.sha256Hex(content),
                        Set.of(round),
                        figures.length,
                        figures.length,
                        0,
                        0,
                        0,
                        false);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        context.getBean(ImportRepository.class).add(results, List.of(figures)));
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
