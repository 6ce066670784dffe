package districtkpi.office.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.SignedIn;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceDeadlines;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.Occasion;
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.register.ReminderRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport.Status;
import districtkpi.office.recording.RecordingContext;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines and the register of 2565-1, of which all is due by 4 March 2022 in Bangkok. */
class RegisterIT {

    private static final RoundId ROUND = new RoundId(2565, 1);
    private static final IndicatorId T3 = IndicatorId.of("T3");
    private static final LocalDate DUE = LocalDate.of(2022, 3, 4);
    private static final String LAST_SECOND = "2022-03-04T16:59:59Z";
    private static final String NEXT_DAY = "2022-03-04T17:00:00Z";
    private static final byte[] PDF = "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII);

    private static TestDatabase database;
    private static RecordingContext context;
    private static RegisterService register;
    private static RecordingService recording;
    private static SignedIn planner;

    @BeforeAll
    static void openTheRound() {
        database = TestDatabase.create();
        context = new RecordingContext(database.dataSource());
        context.open();
        register = context.get(RegisterService.class);
        recording = context.get(RecordingService.class);
        planner = context.addPlanner("coordination", UnitId.of("coordination"));
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @BeforeEach
    void setTime() {
        context.setTime(LAST_SECOND);
    }

    private static Agreement agreement() {
        return context.get(AgreementRepository.class).findInForce(ROUND).orElseThrow().agreement();
    }

    private static RegisterEntry entry(DistrictCode district) {
        List<RegisterEntry> found =
                context.get(RegisterQuery.class).find(agreement(), List.of(district));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Punctuality recordingOf(DistrictCode district, LocalDate today) {
        return entry(district).recording(Optional.of(new Deadline(DUE)), today);
    }

    private static Punctuality sendingOf(DistrictCode district, LocalDate today) {
        return entry(district).sending(Optional.of(new Deadline(DUE)), today);
    }

    private static void type(DistrictCode district, RecordingField field, String text) {
        int version =
                context.get(DraftRepository.class).find(ROUND, district).stream()
                        .filter(draft -> draft.field().equals(field))
                        .mapToInt(Draft::version)
                        .findFirst()
                        .orElse(0);
        recording.save(ROUND, district, field, text, version);
    }

    private static OptionalLong last(DistrictCode district, IndicatorId indicator) {
        return context.get(ReviewRepository.class).find(ROUND, district).stream()
                .filter(step -> step.indicator().equals(indicator))
                .mapToLong(ReviewStep::id)
                .max();
    }

    private static void handIn(DistrictCode district, Indicator indicator) {
        for (Measure measure : indicator.measures()) {
            if (!measure.evidenceReceipt()) {
                type(
                        district,
                        RecordingField.value(indicator.id(), measure.id()),
                        measure.kind() == MeasureKind.DONE ? "yes" : "n/a");
            }
        }
        type(district, RecordingField.note(indicator.id()), "-");
        submit(district, indicator.id());
    }

    private static void submit(DistrictCode district, IndicatorId indicator) {
        assertThat(
                        context.submit(ROUND, district, indicator, last(district, indicator))
                                .orElseThrow()
                                .status())
                .isEqualTo(Status.COMMITTED);
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Evidence attach(DistrictCode district, String time) {
        context.setTime(time);
        long id = recording.attach(ROUND, district, T3, new ImportFile("evidence.pdf", PDF));
        return context.get(EvidenceRepository.class).find(id).orElseThrow();
    }

    @Test
    void lateEvidenceIsKeptIsTheSecondAfterTheLastAndIsToldApart() {
        DistrictCode district = DistrictCode.of("4301");
        context.signIn(context.addDistrict("office-4301", district));
        Indicator indicator = agreement().indicator(T3).orElseThrow();
        EvidenceDeadlines deadlines = new EvidenceDeadlines(indicator);

        Evidence late = attach(district, NEXT_DAY);
        assertThat(late.day()).isEqualTo(DUE.plusDays(1));
        assertThat(deadlines.missedOn(late.day()))
                .containsExactly(
                        new EvidenceDeadlines.LevelDue(
                                indicator.level(5), MeasureId.of("evidence_received"), DUE));
        Evidence onTime = attach(district, LAST_SECOND);
        assertThat(deadlines.missedOn(onTime.day())).isEmpty();
        assertThat(context.get(EvidenceRepository.class).find(ROUND, district))
                .containsExactly(late, onTime);
    }

    @ParameterizedTest
    @CsvSource({
        "4307, 2022-03-04T16:59:59Z, ON_TIME",
        "4308, 2022-03-04T17:00:00Z, LATE",
    })
    void isRecordedOnceTheLastIndicatorWasHandedIn(String code, String time, Punctuality expected) {
        DistrictCode district = DistrictCode.of(code);
        SignedIn own = context.addDistrict("office-" + code, district);
        context.signIn(own);
        context.setTime("2022-03-01T03:00:00Z");
        List<Indicator> indicators = agreement().indicators().toList();
        for (Indicator indicator : indicators.subList(1, indicators.size())) {
            handIn(district, indicator);
        }
        assertThat(entry(district).handedIn()).isEqualTo(10);
        assertThat(recordingOf(district, DUE)).isEqualTo(Punctuality.OPEN);
        assertThat(recordingOf(district, DUE.plusDays(1))).isEqualTo(Punctuality.OVERDUE);

        context.setTime(time);
        handIn(district, indicators.getFirst());
        assertThat(recordingOf(district, DUE)).isEqualTo(expected);
        assertThat(entry(district).lastHandedIn().orElseThrow().by()).isEqualTo(own.name().value());

        context.signIn(planner);
        recording.sendBack(ROUND, district, T3, context.seen(ROUND, district, T3), "ขาดแผน");
        assertThat(entry(district).isRecorded()).isFalse();
        context.signIn(own);
        context.setTime("2022-03-20T03:00:00Z");
        context.submit(ROUND, district, T3, last(district, T3));
        assertThat(recordingOf(district, DUE))
                .as("mended later, it was complete all the same")
                .isEqualTo(expected);
        assertThat(entry(district).isToChase()).isTrue();
    }

    @Test
    void theProvinceRecordsReceiptsCorrectsThemAndTakesThemBack() {
        DistrictCode district = DistrictCode.of("4314");
        SignedIn own = context.addDistrict("office-4314", district);
        context.signIn(own);
        assertThat(sendingOf(district, DUE)).isEqualTo(Punctuality.OPEN);
        register.printed(ROUND, district);
        assertThat(entry(district).printed().orElseThrow().by()).isEqualTo("office-4314");
        assertRefused(
                Reason.NOT_YOURS,
                () -> register.received(ROUND, district, OptionalLong.empty(), DUE, ""));

        context.signIn(planner);
        assertRefused(Reason.NOT_YOURS, () -> register.printed(ROUND, district));
        assertRefused(
                Reason.DAY_IN_FUTURE,
                () ->
                        register.received(
                                ROUND, district, OptionalLong.empty(), DUE.plusDays(1), ""));
        assertRefused(
                Reason.DAY_BEFORE_ROUND,
                () ->
                        register.received(
                                ROUND,
                                district,
                                OptionalLong.empty(),
                                LocalDate.of(2021, 9, 30),
                                ""));
        context.setTime(NEXT_DAY);
        register.received(ROUND, district, OptionalLong.empty(), DUE.plusDays(1), "ไปรษณีย์");
        assertThat(sendingOf(district, DUE)).isEqualTo(Punctuality.LATE);
        assertThat(entry(district).receipt().orElseThrow().note()).isEqualTo("ไปรษณีย์");

        assertRefused(
                Reason.RECEIPT_MOVED,
                () -> register.received(ROUND, district, OptionalLong.empty(), DUE, ""));
        register.received(ROUND, district, entry(district).lastReceiptStep(), DUE, "ตราประทับ");
        assertThat(sendingOf(district, DUE)).isEqualTo(Punctuality.ON_TIME);
        assertRefused(
                Reason.NO_REASON,
                () -> register.withdraw(ROUND, district, entry(district).lastReceiptStep(), " "));
        register.withdraw(ROUND, district, entry(district).lastReceiptStep(), "คนละอำเภอ");
        assertThat(sendingOf(district, DUE)).isEqualTo(Punctuality.OPEN);
        assertRefused(
                Reason.NOT_RECEIVED,
                () -> register.withdraw(ROUND, district, entry(district).lastReceiptStep(), "x"));
        assertThat(context.get(AuditTrail.class).findNewest(AuditFilter.ALL, Long.MAX_VALUE, 100))
                .filteredOn(entry -> entry.subject().contains("report of 4314"))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.RECEIPT_WITHDRAWN,
                        AuditAction.RECEIVED,
                        AuditAction.RECEIVED,
                        AuditAction.PRINTED);
    }

    @Test
    void knowsWhereAnOfficeIsRemindedAndRefusesWhatIsPersonalOrUnknown() {
        DistrictCode district = DistrictCode.of("4315");
        context.signIn(context.addDistrict("office-4315", district));
        assertRefused(
                Reason.NOT_YOURS, () -> register.changeAddress(ROUND, district, Optional.empty()));
        assertRefused(Reason.NOT_YOURS, () -> register.printed(ROUND, DistrictCode.of("4316")));
        context.signIn(planner);
        EmailAddress address = EmailAddress.of("faorai@example.go.th");
        register.changeAddress(ROUND, district, Optional.of(address));
        assertThat(entry(district).address()).hasValue(address);
        register.changeAddress(ROUND, district, Optional.empty());
        assertThat(entry(district).address()).isEmpty();
        assertRefused(
                Reason.UNKNOWN,
                () -> register.changeAddress(ROUND, DistrictCode.of("3801"), Optional.empty()));
        assertRefused(
                Reason.PERSONAL_NUMBER,
                () ->
                        register.received(
                                ROUND, district, OptionalLong.empty(), DUE, "1-2345-67890-12-3"));
    }

    @Test
    void anAutomaticReminderIsSentOnceAndTriedAgainOnlyWhereItFailed() {
        DistrictCode district = DistrictCode.of("4317");
        ReminderRepository reminders = context.get(ReminderRepository.class);
        Optional<Occasion> before = Optional.of(new Occasion(DUE, -7));
        OptionalLong first = begin(district, before);
        assertThat(begin(district, before)).as("nobody knows how the first one ended").isEmpty();
        assertThat(entry(district).lastReminder().orElseThrow().outcome())
                .isEqualTo(new RegisterEntry.Outcome.Unknown());
        inTransaction(() -> reminders.failed(first.orElseThrow(), ReminderFailure.UNREACHABLE));
        OptionalLong second = begin(district, before);
        assertThat(second).isPresent();
        inTransaction(() -> reminders.sent(second.orElseThrow()));
        assertThat(begin(district, before)).isEmpty();
        assertThat(begin(district, Optional.of(new Occasion(DUE, 1)))).isPresent();
        assertThat(begin(district, Optional.empty())).as("by hand").isPresent();
        assertThat(begin(district, Optional.empty())).as("by hand again").isPresent();
        assertThat(entry(district).reminders()).isEqualTo(1);
    }

    private static OptionalLong begin(DistrictCode district, Optional<Occasion> occasion) {
        AtomicReference<OptionalLong> id = new AtomicReference<>(OptionalLong.empty());
        inTransaction(() ->
                id.set(
                        context.get(ReminderRepository.class)
                                .begin(
                                        ROUND,
                                        district,
                                        EmailAddress.of("photak@example.go.th"),
                                        occasion)));
        return id.get();
    }

    private static void inTransaction(Runnable step) {
        new TransactionTemplate(context.get(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> step.run());
    }

    @ParameterizedTest
    @CsvSource({
        "a@example.go.th, true",
        "cdd.nongkhai-4302@sub.example.go.th, true",
        "a@localhost, false",
        "a b@example.go.th, false",
        "'a@example.go.th,b@example.go.th', false",
        "'A <a@example.go.th>', false",
        "ก@example.go.th, false",
        "a@-example.go.th, false",
        "@example.go.th, false"
    })
    void anAddressIsOneAddressAndNothingElse(String text, boolean valid) {
        if (valid) {
            assertThat(EmailAddress.of(text)).hasToString(text);
        } else {
            assertThatThrownBy(() -> EmailAddress.of(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> EmailAddress.of(text + "\r\nBcc: b@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
