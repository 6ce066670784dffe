package districtkpi.office.recording;

import static districtkpi.office.recording.RecordingContext.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.SignedIn;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.publication.SignOff;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.DraftRepository.Saving;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.EvidenceType;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewAction;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
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
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results recorded online on a real database, on 1 April 2022 in Bangkok. */
class RecordingIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final DistrictCode THA_BO = DistrictCode.of("4302");
    private static final IndicatorId T1 = IndicatorId.of("T1");
    private static final RecordingField SPENT = RecordingField.value(T1, MeasureId.of("spending"));
    private static final RecordingField ALLOCATED = RecordingField.of(T1, MeasureId.of("spending"));
    private static final byte[] PDF = "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII);

    /** Each test is about a district of its own. */
    private static final List<String> DISTRICTS =
            List.of("4301", "4305", "4307", "4308", "4314", "4315", "4316");

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

    /** The account of a district that no other test uses, signed in. */
    private static SignedIn signInAsDistrict(int number) {
        DistrictCode district = DistrictCode.of(DISTRICTS.get(number));
        SignedIn own = context.addDistrict("office-" + district, district);
        context.signIn(own);
        return own;
    }

    private static void type(DistrictCode district, RecordingField field, String text) {
        int version =
                context.get(DraftRepository.class).find(ROUND, district).stream()
                        .filter(draft -> draft.field().equals(field))
                        .mapToInt(Draft::version)
                        .findFirst()
                        .orElse(0);
        assertThat(service.save(ROUND, district, field, text, version))
                .isInstanceOf(Saving.Saved.class);
    }

    private static OptionalLong last(DistrictCode district) {
        return context.get(ReviewRepository.class).find(ROUND, district).stream()
                .mapToLong(ReviewStep::id)
                .max();
    }

    private static RecordingService.Seen seen(DistrictCode district) {
        return context.seen(ROUND, district, T1);
    }

    private static Optional<ReviewStep> lastStep(DistrictCode district) {
        return context.get(ReviewRepository.class).find(ROUND, district).stream()
                .reduce((_, later) -> later);
    }

    private static Optional<Measurement> spending(DistrictCode district) {
        return context.get(ScoreboardQuery.class)
                .find(ROUND)
                .orElseThrow()
                .measurement(district, new MeasureKey(T1, MeasureId.of("spending")));
    }

    @Test
    void becomesAFigureWithItsRowOnceItIsHandedIn() {
        DistrictCode district = signInAsDistrict(0).district().orElseThrow();
        type(district, SPENT, "๘๖");
        type(district, ALLOCATED, "100");
        assertThat(spending(district)).isEmpty();

        ImportReport shown = service.check(ROUND, district, T1).orElseThrow();
        assertThat(shown.status()).isEqualTo(Status.DRY_RUN);
        assertThat(shown.levels().getFirst().levelAfter()).isEqualTo(OptionalInt.of(4));

        ImportReport done = context.submit(ROUND, district, T1, last(district)).orElseThrow();
        assertThat(done.status()).isEqualTo(Status.COMMITTED);
        assertThat(spending(district))
                .hasValueSatisfying(figure -> {
                    assertThat(figure.asOf()).isEqualTo("2022-03-31");
                    assertThat(figure.source()).isEqualTo("บันทึกออนไลน์ ครั้งที่ 1");
                    assertThat(figure.origin().importId()).isEqualTo(done.id().orElseThrow());
                    assertThat(figure.origin().line()).isEqualTo(2);
                });
        assertThat(context.get(ImportRepository.class).find(done.id().orElseThrow()))
                .hasValueSatisfying(
                        stored -> assertThat(stored.kind()).isEqualTo(ImportKind.ONLINE));
        assertThat(context.get(DraftRepository.class).find(ROUND, district)).isEmpty();
        assertThat(lastStep(district))
                .hasValueSatisfying(step -> {
                    assertThat(step.action()).isEqualTo(ReviewAction.SUBMITTED);
                    assertThat(step.by()).isEqualTo("office-4301");
                    assertThat(step.importId()).isEqualTo(done.id());
                });
        assertThat(service.check(ROUND, district, T1))
                .as("corrections start from what was sent, and change nothing by themselves")
                .hasValueSatisfying(again -> {
                    assertThat(again.unchanged()).isEqualTo(1);
                    assertThat(again.levels().getFirst().levelAfter()).isEqualTo(OptionalInt.of(4));
                });

        // The same text once more after another one counts again.
        type(district, SPENT, "95");
        type(district, ALLOCATED, "100");
        type(district, RecordingField.asOf(T1), "31/3/2565");
        context.submit(ROUND, district, T1, last(district));
        type(district, SPENT, "๘๖");
        type(district, ALLOCATED, "100");
        type(district, RecordingField.asOf(T1), "31/3/2565");
        context.submit(ROUND, district, T1, last(district));
        assertThat(spending(district).orElseThrow().value().toString()).contains("86");
    }

    @Test
    void isRefusedByTheRulesOfFilesAndThenNothingIsHandedIn() {
        DistrictCode district = signInAsDistrict(1).district().orElseThrow();
        type(district, SPENT, "แปดสิบ");

        ImportReport refused = context.submit(ROUND, district, T1, last(district)).orElseThrow();

        assertThat(refused.status()).isEqualTo(Status.REJECTED);
        assertThat(refused.issues()).extracting(Issue::code).contains("NOT_A_NUMBER");
        assertThat(spending(district)).isEmpty();
        assertThat(lastStep(district)).isEmpty();
        assertThat(context.get(DraftRepository.class).find(ROUND, district))
                .extracting(Draft::text)
                .containsExactly("แปดสิบ");
        assertRefused(
                Reason.NOTHING_RECORDED,
                () -> context.submit(ROUND, district, IndicatorId.of("T2"), OptionalLong.empty()));
    }

    @Test
    void saysWhatWouldBeHandedInAndWhatThatChanges() {
        DistrictCode district = signInAsDistrict(6).district().orElseThrow();
        assertRefused(
                Reason.NOTHING_RECORDED,
                () -> service.prepare(ROUND, district, T1, OptionalLong.empty()));
        type(district, SPENT, "แปดสิบ");
        type(district, ALLOCATED, "100");
        assertThat(service.prepare(ROUND, district, T1, last(district)).isRejected()).isTrue();

        type(district, SPENT, "80");
        HandIn first = service.prepare(ROUND, district, T1, last(district));

        assertThat(first.isRejected()).isFalse();
        assertThat(first.difference()).isEqualTo(HandIn.Difference.SOMETHING);
        assertThat(first.shown().newestImport()).isEmpty();
        service.submit(ROUND, district, T1, first.shown());
        assertRefused(
                Reason.INDICATOR_MOVED,
                () -> service.prepare(ROUND, district, T1, OptionalLong.empty()));
        HandIn again = service.prepare(ROUND, district, T1, last(district));
        assertThat(again.difference()).isEqualTo(HandIn.Difference.NOTHING_CHANGED);
        assertThat(again.shown().newestImport()).isPresent();
        context.setTime("2022-03-31T17:31:00Z");
        service.attach(ROUND, district, T1, new ImportFile("order.pdf", PDF));
        context.setTime("2022-03-31T17:30:00Z");
        assertThat(service.prepare(ROUND, district, T1, last(district)).difference())
                .isEqualTo(HandIn.Difference.SOMETHING);
        type(district, SPENT, "");
        type(district, ALLOCATED, "");
        assertThat(service.prepare(ROUND, district, T1, last(district)).difference())
                .isEqualTo(HandIn.Difference.NOTHING_TYPED);
        DistrictCode other = DistrictCode.of("4301");
        assertRefused(
                Reason.NOT_YOURS, () -> service.prepare(ROUND, other, T1, OptionalLong.empty()));
    }

    @Test
    void nobodyOverwritesWhatTheyDidNotSee() {
        DistrictCode district = signInAsDistrict(2).district().orElseThrow();
        type(district, SPENT, "80");

        assertThat(service.save(ROUND, district, SPENT, "81", 0))
                .isInstanceOfSatisfying(
                        Saving.Conflict.class,
                        conflict -> {
                            assertThat(conflict.theirs().text()).isEqualTo("80");
                            assertThat(conflict.theirs().changedBy()).isEqualTo("office-4307");
                        });
        assertThat(service.save(ROUND, district, SPENT, "81", 1)).isInstanceOf(Saving.Saved.class);
        assertThat(context.get(DraftRepository.class).find(ROUND, district))
                .extracting(Draft::text)
                .containsExactly("81");
    }

    @Test
    void aPlannerReviewsWhatTheUnitAnswersForAndADistrictMendsIt() {
        SignedIn own = signInAsDistrict(3);
        DistrictCode district = own.district().orElseThrow();
        assertRefused(Reason.NOT_YOURS, () -> service.accept(ROUND, district, T1, seen(district)));
        context.signIn(planner);
        assertRefused(
                Reason.NOT_SUBMITTED, () -> service.accept(ROUND, district, T1, seen(district)));
        assertRefused(Reason.NOT_YOURS, () -> service.save(ROUND, district, SPENT, "1", 0));
        context.signIn(own);
        type(district, SPENT, "80");
        type(district, ALLOCATED, "100");
        context.submit(ROUND, district, T1, last(district));

        context.signIn(otherPlanner);
        assertRefused(Reason.NOT_YOURS, () -> service.accept(ROUND, district, T1, seen(district)));
        context.signIn(planner);
        assertRefused(
                Reason.NO_NOTE, () -> service.sendBack(ROUND, district, T1, seen(district), " "));
        service.sendBack(ROUND, district, T1, seen(district), "ขาดหลักฐาน");
        assertThat(ReviewState.after(lastStep(district))).isEqualTo(ReviewState.SENT_BACK);

        context.signIn(own);
        context.submit(ROUND, district, T1, last(district));
        RecordingService.Seen shown = seen(district);
        context.signIn(planner);
        service.accept(ROUND, district, T1, shown);
        assertThat(ReviewState.after(lastStep(district))).isEqualTo(ReviewState.REVIEWED);
        assertRefused(
                Reason.INDICATOR_MOVED, () -> service.sendBack(ROUND, district, T1, shown, "x"));
        assertThat(context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.subject().contains(district.toString()))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.ACCEPTED,
                        AuditAction.SUBMITTED,
                        AuditAction.SENT_BACK,
                        AuditAction.SUBMITTED);
    }

    @Test
    void ofTwoWhoHandInAtOnceOneIsToldOfTheOther() throws Exception {
        SignedIn own = signInAsDistrict(4);
        DistrictCode district = own.district().orElseThrow();
        type(district, SPENT, "80");
        type(district, ALLOCATED, "100");
        Callable<Boolean> submit =
                () -> {
                    context.signIn(own);
                    try {
                        context.submit(ROUND, district, T1, OptionalLong.empty());
                        return true;
                    } catch (Refused refused) {
                        assertThat(refused.reason()).isEqualTo(Reason.INDICATOR_MOVED);
                        return false;
                    }
                };
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = both.submit(submit);
            Future<Boolean> other = both.submit(submit);
            assertThat(one.get()).isNotEqualTo(other.get());
        }
        assertThat(context.get(ReviewRepository.class).find(ROUND, district)).hasSize(1);
    }

    @Test
    void evidenceIsWhatItsBytesAreAndIsNeverDeleted() {
        DistrictCode district = signInAsDistrict(5).district().orElseThrow();
        assertRefused(
                Reason.WRONG_TYPE,
                () ->
                        service.attach(
                                ROUND,
                                district,
                                T1,
                                new ImportFile(
                                        "photo.png", "<svg/>".getBytes(StandardCharsets.UTF_8))));
        byte[] large = new byte[RecordingService.MAX_EVIDENCE_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertRefused(
                Reason.TOO_BIG,
                () -> service.attach(ROUND, district, T1, new ImportFile("large.pdf", large)));

        long id = service.attach(ROUND, district, T1, new ImportFile("../คำสั่ง.png", PDF));

        EvidenceRepository evidence = context.get(EvidenceRepository.class);
        Evidence found = evidence.find(id).orElseThrow();
        assertThat(found.name()).isEqualTo("คำสั่ง.png");
        assertThat(found.form())
                .isEqualTo(
                        new Evidence.Form.File(
                                EvidenceType.PDF, PDF.length, new ImportFile("x", PDF).sha256()));
        assertThat(found.recordedBy()).isEqualTo("office-4315");
        assertThat(evidence.find(ROUND, district)).containsExactly(found);
        assertThat(evidence.findContent(id)).hasValue(PDF);
        service.withdraw(id);
        service.withdraw(id);
        assertThat(evidence.find(ROUND, district)).isEmpty();
        assertThat(evidence.findContent(id)).hasValue(PDF);
        assertRefused(Reason.UNKNOWN, () -> service.withdraw(id + 1_000));
        context.signIn(planner);
        assertRefused(Reason.NOT_YOURS, () -> service.withdraw(id));
    }

    @Test
    void nothingIsRecordedOrReviewedOnceTheRoundWasSignedOff() {
        DistrictCode district = DistrictCode.of("4317");
        SignedIn own = context.addDistrict("office-4317", district);
        context.signIn(own);
        type(district, SPENT, "80");
        type(district, ALLOCATED, "100");
        context.submit(ROUND, district, T1, OptionalLong.empty());
        type(district, SPENT, "81");
        Publishing publishing = Publishing.in(context::get);
        SignOff signOff = publishing.close(ROUND);

        assertRefused(Reason.SIGNED_OFF, () -> service.save(ROUND, district, SPENT, "82", 1));
        assertRefused(Reason.SIGNED_OFF, () -> context.submit(ROUND, district, T1, last(district)));
        assertRefused(
                Reason.SIGNED_OFF,
                () -> service.attach(ROUND, district, T1, new ImportFile("x.pdf", PDF)));
        context.signIn(planner);
        assertRefused(Reason.SIGNED_OFF, () -> service.accept(ROUND, district, T1, seen(district)));

        publishing.reopen(signOff);
        service.accept(ROUND, district, T1, seen(district));
        context.signIn(own);
        assertThat(context.get(DraftRepository.class).find(ROUND, district))
                .extracting(Draft::text)
                .as("what was being typed is still there")
                .contains("81");
    }

    @Test
    void whatIsAnotherDistrictsOrPersonalIsNeverKept() {
        context.signIn(context.addDistrict("tha-bo", THA_BO));
        DistrictCode other = DistrictCode.of("4316");
        assertRefused(Reason.NOT_YOURS, () -> service.save(ROUND, other, SPENT, "1", 0));
        assertRefused(Reason.NOT_YOURS, () -> service.check(ROUND, other, T1));
        assertRefused(
                Reason.NOT_YOURS, () -> context.submit(ROUND, other, T1, OptionalLong.empty()));
        assertRefused(
                Reason.NOT_YOURS,
                () -> service.attach(ROUND, other, T1, new ImportFile("x.pdf", PDF)));
        assertRefused(
                Reason.PERSONAL_NUMBER,
                () -> service.save(ROUND, THA_BO, RecordingField.note(T1), "1-2345-67890-12-3", 0));
        assertRefused(
                Reason.TOO_LONG,
                () ->
                        service.save(
                                ROUND,
                                THA_BO,
                                RecordingField.note(T1),
                                "x".repeat(RecordingService.MAX_TEXT_LENGTH + 1),
                                0));
        assertRefused(
                Reason.UNKNOWN,
                () ->
                        service.save(
                                ROUND,
                                THA_BO,
                                RecordingField.value(T1, MeasureId.of("nothing")),
                                "1",
                                0));
        assertThat(context.get(DraftRepository.class).find(ROUND, THA_BO)).isEmpty();
    }
}
