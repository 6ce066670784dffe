package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.SignOff;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.recording.RecordingService.Paper;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.scoring.IndicatorScore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The day on which evidence of T3 was received, which is due by 4 March 2022 in Bangkok. */
class DayOfReceiptIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final IndicatorId T3 = IndicatorId.of("T3");
    private static final MeasureId RECEIVED = MeasureId.of("evidence_received");
    private static final LocalDate DUE = LocalDate.of(2022, 3, 4);
    private static final String LAST_SECOND = "2022-03-04T16:59:59Z";
    private static final String NEXT_DAY = "2022-03-04T17:00:00Z";
    private static final String LATER = "2022-03-10T03:00:00Z";
    private static final Paper ON_TIME = new Paper(DUE, "หนังสือ นค 0019/123");

    private static TestDatabase database;
    private static RecordingContext context;
    private static RecordingService service;
    private static SignedIn planner;
    private static SignedIn otherPlanner;

    @BeforeAll
    static void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.service();
        planner = context.addPlanner("coordination", UnitId.of("coordination"));
        otherPlanner = context.addPlanner("strategy", UnitId.of("strategy"));
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @BeforeEach
    void setTime() {
        context.setTime(LATER);
    }

    private static SignedIn signInAs(DistrictCode district) {
        SignedIn own = context.addDistrict("office-" + district, district);
        context.signIn(own);
        return own;
    }

    /** The steps 1 to 4, which together are level 4. */
    private static void typeSteps(RoundId round, DistrictCode district) {
        for (String step :
                new String[] {
                    "officer_assigned", "self_assessed", "plan_approved", "plan_communicated"
                }) {
            service.save(round, district, RecordingField.value(T3, MeasureId.of(step)), "ใช่", 0);
        }
    }

    private static long attach(DistrictCode district, String time) {
        context.setTime(time);
        return service.attach(
                ROUND,
                district,
                T3,
                new ImportFile("evidence.pdf", "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII)));
    }

    private static Optional<ImportReport> submit(RoundId round, DistrictCode district) {
        OptionalLong last =
                context.get(ReviewRepository.class).find(round, district).stream()
                        .mapToLong(ReviewStep::id)
                        .max();
        Optional<ImportReport> report = context.submit(round, district, T3, last);
        report.ifPresent(done -> assertThat(done.status()).isEqualTo(Status.COMMITTED));
        return report;
    }

    private static Scoreboard board(RoundId round) {
        return context.get(ScoreboardQuery.class).find(round).orElseThrow();
    }

    private static Optional<Measurement> received(DistrictCode district) {
        return board(ROUND).measurement(district, new MeasureKey(T3, RECEIVED));
    }

    private static int level(RoundId round, DistrictCode district) {
        return ((IndicatorScore.WithLevel)
                        board(round)
                                .ranking()
                                .row(district)
                                .orElseThrow()
                                .scorecard()
                                .line(T3)
                                .score())
                .level();
    }

    private static Optional<String> basis(Optional<ImportReport> shown) {
        return shown.map(ImportReport::basis);
    }

    private static void receive(DistrictCode district, Paper paper) {
        assertThat(
                        service.receivePaper(
                                        ROUND,
                                        district,
                                        T3,
                                        paper,
                                        basis(service.checkPaper(ROUND, district, T3, paper)))
                                .map(ImportReport::status))
                .hasValue(Status.COMMITTED);
    }

    private static Evidence paperOf(DistrictCode district) {
        return context.get(EvidenceRepository.class).find(ROUND, district).stream()
                .filter(Evidence::isPaper)
                .findFirst()
                .orElseThrow();
    }

    private static void takeInFile(DistrictCode district, String day) {
        String file =
                "round,district,indicator,measure,value,as_of\n2565-1,%s,T3,evidence_received,%s,%s\n"
                        .formatted(district, day, "10/3/2565");
        assertThat(
                        context.get(ResultImportService.class)
                                .commit(
                                        new ImportFile(
                                                "online-2565-1-4308-T3-1.csv",
                                                file.getBytes(StandardCharsets.UTF_8)),
                                        Optional.empty())
                                .status())
                .isEqualTo(Status.COMMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "4302, " + LAST_SECOND + ", 2022-03-04, 5",
        "4305, " + NEXT_DAY + ", 2022-03-05, 4"
    })
    void isTheDayOfTheUploadInBangkokWhateverWasTyped(
            DistrictCode district, String time, LocalDate day, int level) {
        signInAs(district);
        RecordingField field = RecordingField.value(T3, RECEIVED);
        assertRefused(Reason.UNKNOWN, () -> service.save(ROUND, district, field, "1/3/2565", 0));
        // Typed before the agreement said that the day follows from the evidence.
        new TransactionTemplate(context.get(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        context.get(DraftRepository.class)
                                .save(ROUND, district, field, "1/3/2565", 0));
        typeSteps(ROUND, district);
        service.save(ROUND, district, RecordingField.asOf(T3), "1/3/2565", 0);
        attach(district, LATER);
        attach(district, time);
        context.setTime(LATER);

        submit(ROUND, district);

        assertThat(level(ROUND, district)).isEqualTo(level);
        assertThat(received(district))
                .hasValueSatisfying(figure -> {
                    assertThat(figure.value()).isEqualTo(new MeasuredValue.Day(day));
                    assertThat(figure.note()).isEqualTo("หลักฐานออนไลน์: evidence.pdf");
                    assertThat(figure.asOf()).isEqualTo("2022-03-10");
                    assertThat(figure.origin().file()).startsWith("online-2565-1-" + district);
                    assertThat(figure.origin().line()).isEqualTo(6);
                });
        assertThat(service.check(ROUND, district, T3))
                .as("nothing new")
                .hasValueSatisfying(again -> assertThat(again.unchanged()).isEqualTo(again.rows()));
    }

    @Test
    void paperCountsAtOnceAndOnlyWhoAnswersForTheIndicatorRecordsIt() {
        DistrictCode district = DistrictCode.of("4307");
        SignedIn own = signInAs(district);
        typeSteps(ROUND, district);
        attach(district, NEXT_DAY);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).isEqualTo(4);

        for (SignedIn other : new SignedIn[] {own, otherPlanner}) {
            context.signIn(other);
            assertRefused(
                    Reason.NOT_YOURS,
                    () -> service.receivePaper(ROUND, district, T3, ON_TIME, Optional.empty()));
        }
        context.signIn(planner);
        for (var refused :
                Map.of(
                                new Paper(DUE.plusDays(2), "x"), Reason.DAY_IN_FUTURE,
                                new Paper(LocalDate.of(2021, 9, 30), "x"), Reason.DAY_BEFORE_ROUND,
                                new Paper(DUE, " "), Reason.NO_DESCRIPTION,
                                new Paper(DUE, "1-2345-67890-12-3"), Reason.PERSONAL_NUMBER,
                                new Paper(DUE, "x".repeat(201)), Reason.TOO_LONG)
                        .entrySet()) {
            context.setTime(NEXT_DAY);
            assertRefused(
                    refused.getValue(),
                    () -> service.checkPaper(ROUND, district, T3, refused.getKey()));
        }
        context.setTime(LATER);
        assertThat(service.checkPaper(ROUND, district, T3, new Paper(DUE.plusDays(5), "later")))
                .as("the upload was earlier")
                .isEmpty();

        ImportReport shown = service.checkPaper(ROUND, district, T3, ON_TIME).orElseThrow();
        assertThat(shown.levels())
                .extracting(change -> change.levelBefore(), change -> change.levelAfter())
                .containsExactly(tuple(OptionalInt.of(4), OptionalInt.of(5)));
        assertRefused(
                Reason.INDICATOR_MOVED,
                () -> service.receivePaper(ROUND, district, T3, ON_TIME, Optional.empty()));
        assertThat(
                        service.receivePaper(ROUND, district, T3, ON_TIME, Optional.of("other"))
                                .orElseThrow()
                                .status())
                .isEqualTo(Status.REJECTED);
        assertThat(context.get(EvidenceRepository.class).find(ROUND, district))
                .as("all or nothing")
                .hasSize(1);

        service.receivePaper(ROUND, district, T3, ON_TIME, Optional.of(shown.basis()));
        assertThat(level(ROUND, district)).isEqualTo(5);
        assertThat(received(district).orElseThrow().note())
                .isEqualTo("หลักฐานกระดาษ: หนังสือ นค 0019/123");
        Evidence paper = paperOf(district);
        assertThat(paper.recordedBy()).isEqualTo("coordination");
        assertThat(context.get(EvidenceRepository.class).findContent(paper.id())).isEmpty();

        context.signIn(own);
        assertRefused(Reason.NOT_YOURS, () -> service.withdraw(paper.id()));
        assertRefused(Reason.NOT_YOURS, () -> service.withdrawPaper(paper.id(), Optional.empty()));
        context.signIn(planner);
        service.withdrawPaper(paper.id(), basis(service.checkPaperWithdrawal(paper.id())));
        assertThat(level(ROUND, district)).isEqualTo(4);
        assertRefused(Reason.INDICATOR_MOVED, () -> service.checkPaperWithdrawal(paper.id()));
        receive(district, ON_TIME);
        assertThat(level(ROUND, district)).as("the same again counts again").isEqualTo(5);
        assertThat(context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 20))
                .filteredOn(entry -> entry.subject().contains(district.value()))
                .extracting(entry -> entry.action())
                .containsSubsequence(
                        AuditAction.PAPER_RECEIVED,
                        AuditAction.EVIDENCE_WITHDRAWN,
                        AuditAction.PAPER_RECEIVED,
                        AuditAction.SUBMITTED);
    }

    @Test
    void whatNoEvidenceBearsOutStandsNoLongerUnlessTheProvinceSaidIt() {
        DistrictCode district = DistrictCode.of("4308");
        SignedIn own = signInAs(district);
        typeSteps(ROUND, district);
        submit(ROUND, district);
        assertThat(received(district)).as("nothing came in").isEmpty();
        assertThat(level(ROUND, district)).isEqualTo(4);
        context.signIn(planner);
        receive(district, ON_TIME);
        assertThat(level(ROUND, district)).isEqualTo(5);
        long paper = paperOf(district).id();
        service.withdrawPaper(paper, basis(service.checkPaperWithdrawal(paper)));
        assertThat(received(district).orElseThrow().value()).isEqualTo(new MeasuredValue.NotDone());
        assertThat(level(ROUND, district)).isEqualTo(4);

        context.signIn(own);
        long file = attach(district, LAST_SECOND);
        context.setTime(LATER);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).isEqualTo(5);
        service.withdraw(file);
        assertThat(level(ROUND, district)).as("until it is handed in").isEqualTo(5);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).isEqualTo(4);

        takeInFile(district, "3/3/2565");
        assertThat(level(ROUND, district)).as("the province's word came after").isEqualTo(5);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).as("without evidence it stays").isEqualTo(5);
        attach(district, NEXT_DAY);
        context.setTime(LATER);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).as("with evidence it does not").isEqualTo(4);
    }

    @Test
    void evidenceAfterTheRoundIsRecordedAsWell() {
        DistrictCode district = DistrictCode.of("4314");
        signInAs(district);
        typeSteps(ROUND, district);
        attach(district, "2022-04-20T03:00:00Z");
        assertThat(submit(ROUND, district).orElseThrow().issues()).isEmpty();
        assertThat(received(district).orElseThrow().value())
                .isEqualTo(new MeasuredValue.Day(LocalDate.of(2022, 4, 20)));
        assertThat(level(ROUND, district)).isEqualTo(4);
    }

    @Test
    void paperBeforeHandingInCountsOnceItIsHandedIn() {
        DistrictCode district = DistrictCode.of("4315");
        SignedIn own = signInAs(district);
        context.signIn(planner);
        assertThat(service.receivePaper(ROUND, district, T3, ON_TIME, Optional.empty())).isEmpty();
        assertThat(received(district)).isEmpty();
        context.signIn(own);
        typeSteps(ROUND, district);
        submit(ROUND, district);
        assertThat(level(ROUND, district)).isEqualTo(5);
    }

    @Test
    void anAgreementWithoutTheMarkIsRecordedAsBefore() throws IOException {
        try (InputStream shipped =
                DayOfReceiptIT.class.getResourceAsStream("/districtkpi/agreements/2564-2.yaml")) {
            String old =
                    new String(
                                    Objects.requireNonNull(shipped).readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .replace("            receipt: evidence\n", "");
            context.get(AgreementImportService.class)
                    .commit(new ImportFile("old.yaml", old.getBytes(StandardCharsets.UTF_8)));
        }
        RoundId round = new RoundId(2564, 2);
        DistrictCode district = DistrictCode.of("4316");
        signInAs(district);
        typeSteps(round, district);
        service.save(round, district, RecordingField.value(T3, RECEIVED), "1/9/2564", 0);
        submit(round, district);
        assertThat(level(round, district)).isEqualTo(5);
    }

    @Test
    void aRoundThatWasSignedOffTakesNoPaperAndGivesNoneBack() {
        DistrictCode district = DistrictCode.of("4317");
        signInAs(district);
        typeSteps(ROUND, district);
        submit(ROUND, district);
        context.signIn(planner);
        receive(district, ON_TIME);
        long paper = paperOf(district).id();
        Publishing publishing = Publishing.in(context::get);
        SignOff signOff = publishing.close(ROUND);

        assertRefused(
                Reason.SIGNED_OFF,
                () -> service.receivePaper(ROUND, district, T3, ON_TIME, Optional.empty()));
        assertRefused(Reason.SIGNED_OFF, () -> service.withdrawPaper(paper, Optional.empty()));
        assertRefused(Reason.SIGNED_OFF, () -> service.checkPaperWithdrawal(paper));
        publishing.reopen(signOff);
    }
}
