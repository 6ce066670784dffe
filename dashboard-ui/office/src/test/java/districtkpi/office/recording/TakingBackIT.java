package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.result.UndoService;
import districtkpi.office.refusal.Refused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was handed in and reviewed, and how it is taken back; each test has its own district. */
class TakingBackIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final RecordingField SPENT = RecordingField.value(T1, MeasureId.of("spending"));
    private static final RecordingField ALLOCATED = RecordingField.of(T1, MeasureId.of("spending"));
    private static final RecordingField NOTE = RecordingField.note(T1);

    private static TestDatabase database;
    private static RecordingContext context;
    private static RecordingService service;
    private static SignedIn planner;

    @BeforeAll
    static void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        service = context.service();
        planner = context.addPlanner("coordination", UnitId.of("coordination"));
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    private static SignedIn signIn(String district) {
        SignedIn own = context.addDistrict("office-" + district, DistrictCode.of(district));
        context.signIn(own);
        return own;
    }

    private static void type(DistrictCode district, RecordingField field, String text) {
        assertThat(service.save(ROUND, district, field, text, version(district, field)))
                .isInstanceOf(Saving.Saved.class);
    }

    private static int version(DistrictCode district, RecordingField field) {
        return context.get(DraftRepository.class).find(ROUND, district).stream()
                .filter(draft -> draft.field().equals(field))
                .mapToInt(Draft::version)
                .findFirst()
                .orElse(0);
    }

    private static ImportReport handIn(DistrictCode district, String spent) {
        type(district, SPENT, spent);
        type(district, ALLOCATED, "100");
        return context.submit(ROUND, district, T1, context.last(ROUND, district, T1)).orElseThrow();
    }

    private static List<ReviewStep> steps(DistrictCode district) {
        return context.get(ReviewRepository.class).find(ROUND, district);
    }

    private static ReviewState state(DistrictCode district) {
        return ReviewState.after(ReviewStep.newest(steps(district)).stream().findFirst());
    }

    private static String spending(DistrictCode district) {
        return context.get(ScoreboardQuery.class)
                .find(ROUND)
                .orElseThrow()
                .measurement(district, new MeasureKey(T1, MeasureId.of("spending")))
                .map(Measurement::origin)
                .map(origin -> origin.file())
                .orElse("");
    }

    private static RecordingService.Shown shown(
            DistrictCode district, Optional<ImportReport> effect) {
        return new RecordingService.Shown(
                context.last(ROUND, district, T1),
                context.newestImport(ROUND, district, T1),
                effect);
    }

    private static void takeBack(DistrictCode district, String reason) {
        service.takeBack(
                ROUND,
                district,
                T1,
                context.last(ROUND, district, T1),
                service.checkTakingBack(ROUND, district, T1),
                reason);
    }

    /** A file of the province with a level of its own. */
    private static void importOfProvince(DistrictCode district, String spent) {
        context.get(ResultImportService.class)
                .commit(
                        new ImportFile(
                                "province-%s.csv".formatted(district),
                                """
                                round,district,indicator,measure,value,of,as_of
                                2565-1,%s,T1,spending,%s,100,2022-03-01
                                """
                                        .formatted(district, spent)
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());
    }

    @Test
    void aDistrictTakesBackWhatNobodyReviewedAndTheFiguresBeforeItCountAgain() {
        SignedIn own = signIn("4301");
        DistrictCode district = own.district().orElseThrow();
        importOfProvince(district, "95");
        type(district, NOTE, "ตามรายงานของธนาคาร");
        handIn(district, "80");
        assertThat(spending(district)).startsWith("online-");

        UndoReport shown = service.checkTakingBack(ROUND, district, T1).orElseThrow();
        assertThat(shown.levels().getFirst().levelBefore()).isEqualTo(OptionalInt.of(3));
        assertThat(shown.levels().getFirst().levelAfter()).isEqualTo(OptionalInt.of(5));
        takeBack(district, "");

        assertThat(spending(district)).startsWith("province-");
        assertThat(state(district)).isEqualTo(ReviewState.NOT_SUBMITTED);
        assertThat(steps(district))
                .extracting(ReviewStep::action)
                .containsExactly(ReviewAction.SUBMITTED, ReviewAction.TAKEN_BACK);
        assertThat(steps(district).getFirst().takenBackAt()).isPresent();
        assertRefused(
                Reason.NOTHING_TO_TAKE_BACK, () -> service.checkTakingBack(ROUND, district, T1));
        assertThat(context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 10))
                .filteredOn(entry -> entry.subject().contains("T1 of " + district))
                .extracting(AuditEntry::action)
                .startsWith(AuditAction.TAKEN_BACK, AuditAction.SUBMITTED);

        context.signIn(planner);
        assertRefused(
                Reason.NOT_SUBMITTED,
                () -> service.accept(ROUND, district, T1, context.seen(ROUND, district, T1)));
        context.signIn(own);
        ImportReport again =
                context.submit(ROUND, district, T1, context.last(ROUND, district, T1))
                        .orElseThrow();
        assertThat(again.levels().getFirst().levelAfter())
                .as("what was typed stands in the form again")
                .isEqualTo(OptionalInt.of(3));
        assertThat(state(district)).isEqualTo(ReviewState.WAITING);
    }

    @Test
    void whatWasReviewedIsTakenBackByWhoReviewedItWithAReason() {
        SignedIn own = signIn("4302");
        DistrictCode district = own.district().orElseThrow();
        handIn(district, "80");
        context.signIn(planner);
        assertRefused(Reason.NOT_YOURS, () -> service.checkTakingBack(ROUND, district, T1));
        service.accept(ROUND, district, T1, context.seen(ROUND, district, T1));

        context.signIn(own);
        assertRefused(Reason.NOT_YOURS, () -> takeBack(district, "x"));
        context.signIn(planner);
        assertThat(service.checkTakingBack(ROUND, district, T1)).isEmpty();
        assertRefused(Reason.NO_REASON, () -> takeBack(district, " "));
        takeBack(district, "กดผิด");
        assertThat(state(district)).isEqualTo(ReviewState.WAITING);
        assertThat(spending(district)).startsWith("online-");
        assertThat(steps(district).getLast().note()).isEqualTo("กดผิด");

        service.sendBack(ROUND, district, T1, context.seen(ROUND, district, T1), "ขาดหลักฐาน");
        assertThat(state(district)).isEqualTo(ReviewState.SENT_BACK);
        takeBack(district, "กดผิดอีก");
        assertThat(state(district)).isEqualTo(ReviewState.WAITING);

        context.signIn(own);
        takeBack(district, "");
        assertThat(state(district)).isEqualTo(ReviewState.NOT_SUBMITTED);
    }

    @Test
    void ofAnImportThatIsUndoneNothingIsHandedInOrReviewedAnyMore() {
        SignedIn own = signIn("4305");
        DistrictCode district = own.district().orElseThrow();
        importOfProvince(district, "95");
        long first = handIn(district, "80").id().orElseThrow();
        context.signIn(planner);
        service.accept(ROUND, district, T1, context.seen(ROUND, district, T1));

        context.get(UndoService.class).undo(first, "ไฟล์ผิด", Optional.empty());

        assertThat(spending(district)).startsWith("province-");
        assertThat(state(district)).isEqualTo(ReviewState.NOT_SUBMITTED);
        assertThat(steps(district))
                .allSatisfy(step ->
                        assertThat(step.undone())
                                .hasValueSatisfying(undone -> {
                                    assertThat(undone.by()).isEqualTo("coordination");
                                    assertThat(undone.reason()).isEqualTo("ไฟล์ผิด");
                                }));
        assertRefused(
                Reason.NOT_SUBMITTED,
                () -> service.accept(ROUND, district, T1, context.seen(ROUND, district, T1)));

        context.signIn(own);
        long second =
                context.submit(ROUND, district, T1, context.last(ROUND, district, T1))
                        .orElseThrow()
                        .id()
                        .orElseThrow();
        long third = handIn(district, "90").id().orElseThrow();
        context.get(UndoService.class).undo(third, "", Optional.empty());
        assertThat(state(district)).as("handed in before").isEqualTo(ReviewState.WAITING);
        assertThat(ReviewStep.newest(steps(district)).iterator().next().broughtImport())
                .hasValue(second);
    }

    @Test
    void correctionsStartFromWhatWasSentFieldByField() {
        SignedIn own = signIn("4307");
        DistrictCode district = own.district().orElseThrow();
        type(district, NOTE, "ตามรายงานของธนาคาร");
        long sent = handIn(district, "80").id().orElseThrow();
        Map<Long, Map<RecordingField, String>> texts =
                context.get(ReviewRepository.class).findTexts(steps(district));
        assertThat(texts.values())
                .containsExactly(Map.of(SPENT, "80", ALLOCATED, "100", NOTE, "ตามรายงานของธนาคาร"));
        assertThat(context.get(MeasurementRepository.class).findSaid(sent))
                .extracting(Measurement::note)
                .containsExactly("ตามรายงานของธนาคาร");
        context.signIn(planner);
        service.sendBack(ROUND, district, T1, context.seen(ROUND, district, T1), "ตรวจยอด");

        context.signIn(own);
        assertThat(service.save(ROUND, district, SPENT, "85", 0)).isInstanceOf(Saving.Saved.class);
        assertThat(service.save(ROUND, district, ALLOCATED, "101", 0))
                .as("what was handed in is what the other one sees")
                .isInstanceOf(Saving.Saved.class);
        assertThat(service.save(ROUND, district, ALLOCATED, "102", 0))
                .isInstanceOf(Saving.Conflict.class);
        assertThat(context.get(DraftRepository.class).find(ROUND, district))
                .extracting(Draft::text)
                .containsExactlyInAnyOrder("85", "101", "ตามรายงานของธนาคาร");
    }

    @Test
    void nothingElseIsDoneThanWasShown() {
        SignedIn own = signIn("4308");
        DistrictCode district = own.district().orElseThrow();
        type(district, SPENT, "80");
        type(district, ALLOCATED, "100");
        Optional<ImportReport> shown = service.check(ROUND, district, T1);
        type(district, SPENT, "70");
        assertRefused(
                Reason.NOT_AS_SHOWN,
                () -> service.submit(ROUND, district, T1, shown(district, shown)));
        assertRefused(
                Reason.NOT_AS_SHOWN,
                () -> service.submit(ROUND, district, T1, shown(district, Optional.empty())));

        Optional<ImportReport> before = service.check(ROUND, district, T1);
        importOfProvince(district, "95");
        assertRefused(
                Reason.NOT_AS_SHOWN,
                () -> service.submit(ROUND, district, T1, shown(district, before)));
        assertThat(steps(district)).isEmpty();

        context.submit(ROUND, district, T1, context.last(ROUND, district, T1));
        context.signIn(planner);
        RecordingService.Seen seen = context.seen(ROUND, district, T1);
        context.signIn(own);
        service.attach(
                ROUND,
                district,
                T1,
                new ImportFile("x.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        context.signIn(planner);
        assertRefused(Reason.NOT_AS_SHOWN, () -> service.accept(ROUND, district, T1, seen));
    }
}
