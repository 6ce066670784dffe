package districtkpi.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.register.OfficeAddressRepository;
import districtkpi.db.round.RoundLock;
import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.office.recording.RecordingService;
import districtkpi.office.reminder.AutomaticReminders;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.StoredSettings;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes, and sends real mail to a server of its own, hence on a database of its own. */
@SpringBootTest(
        properties = {
            "district-kpi.demo=false",
            "district-kpi.reminder.from=province@example.go.th",
            "district-kpi.reminder.days=-1,1"
        })
@ExtendWith(Administrator.class)
class RemindersIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** Keeps its port when it is started again. */
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final String THA_BO = "thabo@example.go.th";
    private static final String PHON_PHISAI = "phonphisai@example.go.th";

    @Autowired private AgreementImportService agreements;
    @Autowired private AutomaticReminders automatic;
    @Autowired private RecordingService recording;
    @Autowired private EvidenceRepository evidence;
    @Autowired private OfficeAddressRepository addresses;
    @Autowired private AuditTrail audit;
    @Autowired private StoredSettings settings;
    @Autowired private RoundLock roundLock;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Clock clock;

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
        MAIL.start();
        registry.add("spring.mail.host", () -> MAIL.getSmtp().getBindTo());
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    /** A round whose reports were due yesterday. */
    @BeforeEach
    void openTheRound() throws IOException {
        LocalDate due = Deadline.dayOf(clock.instant()).minusDays(1);
        try (InputStream signed =
                RemindersIT.class.getResourceAsStream("/districtkpi/agreements/2565-1.yaml")) {
            String agreement =
                    new String(
                                    Objects.requireNonNull(signed).readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .replace("round: 2565-1", "round: 2599-1")
                            .replace("firstDay: 2021-10-01", "firstDay: " + due.minusDays(90))
                            .replace("lastDay: 2022-03-31", "lastDay: " + due.plusDays(30))
                            .replace("baselineDay: 2021-10-01", "baselineDay: " + due.minusDays(90))
                            .replace("submissionDay: 2022-03-04", "submissionDay: " + due)
                            .replace("doneBy: 2022-03-04", "doneBy: " + due);
            assertThat(
                            agreements
                                    .commit(
                                            new ImportFile(
                                                    "2599-1.yaml",
                                                    agreement.getBytes(StandardCharsets.UTF_8)))
                                    .status())
                    .isEqualTo(Status.COMMITTED);
        }
    }

    private static void click(String id) {
        Button button = (Button) UiTest.byId(id);
        assertThat(button.isEnabled()).as(id).isTrue();
        button.click();
        waitForTheReminders();
    }

    /** Asks again and again how far they are, as a browser does. */
    private static void waitForTheReminders() {
        for (int look = 0; look < 1_000 && UiTest.shows("chase-progress"); look++) {
            LockSupport.parkNanos(20_000_000);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        }
    }

    private static void type(String id, String text) {
        ((TextField) UiTest.byId(id)).setValue(text);
    }

    private static void setAddress(String district, String address) {
        UiTest.open("register?round=2599-1&district=" + district);
        type("office-address", address);
        click("office-address-save");
    }

    /** Nothing is written down, and so nothing sent, before the round is free. */
    private void whileTheRoundIsHeld(Runnable steps) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> {
                    roundLock.lock(RoundId.parse("2599-1"));
                    steps.run();
                });
    }

    private static List<String> recipients() {
        return Stream.of(MAIL.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sorted()
                .toList();
    }

    @Test
    void remindsByHandAndByItselfAndNeverLosesOrRepeatsAnything() throws Exception {
        settings.change(Setting.ADDRESS, 0, "https://kpi.example.go.th");
        setAddress("4302", "นายก@example.go.th");
        assertThat(((TextField) UiTest.byId("office-address")).isInvalid()).isTrue();
        setAddress("4302", THA_BO);
        assertThat(UiTest.textOf("register-outcome")).contains("ท่าบ่อ");
        assertThat(UiTest.textOf("chase-without-address")).contains("8");

        click("chase-remind");
        assertThat(UiTest.textOf("chase-recipients")).contains(THA_BO);
        String preview = UiTest.textOf("chase-preview");
        assertThat(preview)
                .contains("เรียน สำนักงานพัฒนาชุมชนอำเภอท่าบ่อ")
                .contains("0 จาก 11")
                .contains("มาแล้ว 1 วัน")
                .contains("Tha Bo")
                .contains("days since: 1");
        assertThat(MAIL.getReceivedMessages()).as("asked before anything is sent").isEmpty();
        assertThat(preview).contains("https://kpi.example.go.th/record?round=2599-1&district=4302");
        click("chase-cancel");
        click("chase-remind");
        whileTheRoundIsHeld(() -> {
            ((Button) UiTest.byId("chase-confirm")).click();
            assertThat(UiTest.textOf("register-outcome")).contains("ออกจากหน้านี้ได้");
            automatic.remind();
            UiTest.open("agreement?round=2599-1");
            UiTest.open("register?round=2599-1");
            assertThat(UiTest.textOf("chase-run-text")).contains("ส่งแล้ว 0 จาก 1");
            assertThat(UiTest.shows("chase-remind")).as("never two at a time").isFalse();
        });
        waitForTheReminders();

        assertThat(UiTest.textOf("register-outcome")).contains("1");
        assertThat(UiTest.textOf("chase-run")).contains("admin").contains("ส่งแล้ว 1 จาก 1");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        MimeMessage received = MAIL.getReceivedMessages()[0];
        assertThat(received.getFrom()[0]).hasToString("province@example.go.th");
        assertThat(received.getAllRecipients()[0]).hasToString(THA_BO);
        assertThat(received.getSubject()).contains("อำเภอท่าบ่อ").contains("Tha Bo");
        assertThat(((String) received.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(preview.strip());
        assertThat(UiTest.textOf("submission-4302")).contains("ส่งแล้ว 1 ครั้ง").contains("admin");

        setAddress("4305", PHON_PHISAI);
        MAIL.stop();
        click("chase-remind");
        click("chase-confirm");
        assertThat(UiTest.textOf("chase-failed-4302")).contains("ติดต่อเซิร์ฟเวอร์อีเมลไม่ได้");
        assertThat(UiTest.textOf("chase-not-tried")).contains("1");
        assertThat(UiTest.textOf("submission-4302"))
                .contains("ส่งแล้ว 1 ครั้ง")
                .contains("ส่งไม่สำเร็จ");
        SecurityContextHolder.clearContext();
        automatic.remind();
        MAIL.start();
        assertThat(recipients()).isEmpty();
        automatic.remind();
        automatic.remind();
        assertThat(recipients()).containsExactly(PHON_PHISAI, THA_BO);
        assertThat(
                        RowScope.inProvince(
                                () -> audit.findNewest(AuditFilter.ALL, Long.MAX_VALUE, 100)))
                .filteredOn(entry -> entry.action() == AuditAction.REMINDED)
                .extracting(AuditEntry::after)
                .extracting(after -> after.get("outcome"))
                .containsExactly("sent", "sent", "unreachable", "unreachable", "sent");
    }

    @Test
    void theMailServerIsTriedOnThePageOfSettings() throws Exception {
        UiTest.open("settings?lang=en");
        assertThat(UiTest.textOf("mail-server")).contains("127.0.0.1");
        assertThat(((TextField) UiTest.byId("setting-mail-from")).getValue())
                .isEqualTo("province@example.go.th");
        assertThat(UiTest.textOf("origin-mail-from")).contains("DISTRICT_KPI_MAIL_FROM");
        click("mail-try");
        assertThat(((TextField) UiTest.byId("mail-to")).isInvalid()).isTrue();
        type("mail-to", "somebody@example.go.th");
        type("setting-mail-from", "");
        click("save-mail-from");
        click("mail-try");
        assertThat(UiTest.textOf("mail-outcome")).contains("first save");
        type("setting-mail-from", "planning@example.go.th");
        click("save-mail-from");
        click("mail-try");
        assertThat(UiTest.textOf("mail-outcome")).contains("took the test e-mail");
        // What only stands in the field is nobody's sender yet.
        type("setting-mail-from", "unsaved@example.go.th");
        click("mail-try");
        assertThat(UiTest.textOf("mail-outcome"))
                .contains("planning@example.go.th")
                .doesNotContain("unsaved@example.go.th");
        assertThat(MAIL.getReceivedMessages()[1].getFrom()[0])
                .hasToString("planning@example.go.th");
        MimeMessage received = MAIL.getReceivedMessages()[0];
        assertThat(received.getFrom()[0]).hasToString("planning@example.go.th");
        assertThat(received.getSubject()).contains("อีเมลทดลอง").contains("Test e-mail");
        MAIL.stop();
        click("mail-try");
        assertThat(UiTest.textOf("mail-outcome")).contains("could not be reached");
        MAIL.start();
        click("reset-mail-from");
        assertThat(
                        audit.findNewest(
                                new AuditFilter(AuditAction.MAIL_TRIED, null), Long.MAX_VALUE, 2))
                .extracting(entry -> entry.after().get("outcome"))
                .containsExactly("unreachable", "sent");
    }

    /** Whoever confirms has seen who gets it: nobody else does. */
    @Test
    void sendsNothingIfAnAddressChangedSinceItWasShown() {
        setAddress("4316", "shown@example.go.th");
        UiTest.open("register?round=2599-1&lang=en");
        click("chase-remind");
        assertThat(UiTest.textOf("chase-recipients")).contains("shown@example.go.th");
        int before = MAIL.getReceivedMessages().length;
        changeBehindThePage("4316", Optional.of("other@example.go.th"));

        click("chase-confirm");

        assertThat(UiTest.textOf("register-outcome")).contains("changed");
        assertThat(MAIL.getReceivedMessages()).hasSize(before);
        assertThat(UiTest.textOf("submission-4316")).doesNotContain("sent 1");
        click("chase-remind");
        assertThat(UiTest.textOf("chase-recipients"))
                .contains("other@example.go.th")
                .doesNotContain("shown@example.go.th");
        changeBehindThePage("4316", Optional.empty());
    }

    private void changeBehindThePage(String district, Optional<String> address) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        addresses.change(DistrictCode.of(district), address.map(EmailAddress::of)));
    }

    @Test
    void recordsWhatWasPrintedAndReceived() {
        UiTest.open("forms/evaluation/4307?round=2599-1");
        click("form-printed");
        assertThat(UiTest.textOf("form-was-printed")).contains("ทะเบียน");

        UiTest.open("register?round=2599-1&district=4307");
        assertThat(UiTest.textOf("submission-4307")).contains("admin").contains("เกินกำหนด");
        assertThat(UiTest.textOf("register-steps")).contains("พิมพ์แล้ว");
        type("receipt-day", "ก่อนหน้านี้");
        click("receipt-save");
        assertThat(((TextField) UiTest.byId("receipt-day")).isInvalid()).isTrue();
        type("receipt-day", "1/1/2999");
        click("receipt-save");
        assertThat(UiTest.shows("register-refused")).isFalse();
        type("receipt-day", Deadline.dayOf(clock.instant()).plusDays(1).toString());
        click("receipt-save");
        assertThat(UiTest.textOf("register-refused")).contains("ยังมาไม่ถึง");
        type("receipt-day", Deadline.dayOf(clock.instant()).toString());
        type("receipt-note", "ทางไปรษณีย์");
        click("receipt-save");
        assertThat(UiTest.cells(UiTest.byId("submission-4307")).get(3))
                .startsWith("ส่งช้า")
                .endsWith("ทางไปรษณีย์");

        type("receipt-day", Deadline.dayOf(clock.instant()).minusDays(1).toString());
        click("receipt-save");
        assertThat(UiTest.cells(UiTest.byId("submission-4307")).get(3)).startsWith("ทันกำหนด");
        click("receipt-withdraw");
        click("confirm-receipt-withdraw");
        assertThat(((TextField) UiTest.byId("receipt-withdraw-reason")).isInvalid()).isTrue();
        type("receipt-withdraw-reason", "ก".repeat(ReasonText.MAX_LENGTH + 1));
        click("confirm-receipt-withdraw");
        assertThat(((TextField) UiTest.byId("receipt-withdraw-reason")).getErrorMessage())
                .contains("500");
        type("receipt-withdraw-reason", "คนละอำเภอ");
        click("confirm-receipt-withdraw");
        assertThat(UiTest.cells(UiTest.byId("submission-4307")).get(3))
                .isEqualTo("ยังไม่ส่ง (เกินกำหนด)");
        assertThat(UiTest.textOf("register-steps")).contains("คนละอำเภอ").contains("ทางไปรษณีย์");
    }

    @Test
    void theReviewerRecordsPaperThatCameBeforeTheFileAndSeesWhatItDoes() {
        RoundId round = RoundId.parse("2599-1");
        LocalDate due = Deadline.dayOf(clock.instant()).minusDays(1);
        handInLate(round, DistrictCode.of("4308"));
        UiTest.open("record?round=2599-1&district=4308&indicator=T3");
        assertThat(UiTest.shows("field-T3-evidence_received-value")).isFalse();
        assertThat(UiTest.textOf("receipt-T3"))
                .contains("จาก “late.pdf” ที่ส่งออนไลน์")
                .contains("ไม่ทันกำหนดของ: ระดับ 5");
        assertThat(UiTest.textOf("record-T3")).doesNotContain("ตัวเลขเปลี่ยน");

        UiTest.open("review?round=2599-1");
        assertThat(UiTest.textOf("review-4308-T3")).contains("ส่งช้า").contains("ระดับ 4");
        click("paper-4308-T3");
        click("paper-next-4308-T3");
        assertThat(((TextField) UiTest.byId("paper-day-4308-T3")).isInvalid()).isTrue();
        type("paper-day-4308-T3", due.plusDays(2).toString());
        type("paper-what-4308-T3", "หนังสือ นค 0019/1");
        click("paper-next-4308-T3");
        assertThat(UiTest.textOf("paper-refused-4308-T3")).contains("ยังมาไม่ถึง");
        type("paper-day-4308-T3", due.toString());
        click("paper-next-4308-T3");
        assertThat(UiTest.textOf("paper-effect-4308-T3"))
                .contains("ระดับขณะนี้: 4 ระดับหลังบันทึก: 5");
        click("confirm-paper-4308-T3");
        assertThat(UiTest.textOf("review-4308-T3"))
                .contains("ระดับ 5")
                .contains("หนังสือ นค 0019/1เอกสารกระดาษ · ได้รับ")
                .contains("โดย " + Administrator.NAME);

        UiTest.open("record?round=2599-1&district=4308&lang=en&indicator=T3");
        assertThat(UiTest.textOf("receipt-T3"))
                .contains("“หนังสือ นค 0019/1” came on paper")
                .contains("In time for: level 5");
        long paper = evidenceOf(round, "4308").getLast().id();
        assertThat(UiTest.shows("withdraw-evidence-" + paper)).as("not the district").isFalse();
        UiTest.open("receipt/4308?round=2599-1");
        assertThat(UiTest.textOf("receipt-figures-T3"))
                .contains("2599-1,4308,T3,evidence_received," + due)
                .contains("paper-2599-1-4308-T3-1.csv")
                .contains("line 2");

        UiTest.open("district/4308?round=2599-1");
        UiTest.unfold("T3");
        click("withdraw-evidence-" + paper);
        assertThat(UiTest.textOf("withdraw-effect-" + paper))
                .contains("Level now: 5. Level after: 4.");
        click("confirm-withdraw-evidence-" + paper);
        assertThat(UiTest.textOf("T3")).contains("late.pdf").doesNotContain("on paper ·");

        UiTest.open("record?round=2599-1&district=4308&lang=th&indicator=T3");
        long file = evidenceOf(round, "4308").getFirst().id();
        click("withdraw-evidence-" + file);
        assertThat(UiTest.textOf("withdraw-effect-" + file))
                .contains("เมื่อส่งตัวชี้วัดนี้อีกครั้ง");
        click("confirm-withdraw-evidence-" + file);
        assertThat(UiTest.textOf("record-T3")).contains("ตัวเลขเปลี่ยนหลังขั้นล่าสุด");
        assertThat(UiTest.textOf("receipt-T3"))
                .contains("ไม่มีหลักฐานรองรับ")
                .contains("หากไม่มีหลักฐานจะไม่ถึง: ระดับ 5 (ภายใน");
        click("submit-T3");
        click("confirm-submit-T3");
        assertThat(UiTest.textOf("record-T3"))
                .contains("ที่นับอยู่ขณะนี้: ยังไม่ได้รับ")
                .doesNotContain("ตัวเลขเปลี่ยน");
    }

    @Test
    void theReviewerSetsAnotherLevelAndWithdrawsItEachWithAReason() {
        handInLate(RoundId.parse("2599-1"), DistrictCode.of("4314"));
        UiTest.open("review?round=2599-1&lang=en");
        click("override-4314-T3");
        UiTest.choose("override-level-4314-T3", 5);
        click("confirm-override-4314-T3");
        assertThat(((TextField) UiTest.byId("override-4314-T3-reason")).isInvalid())
                .as("without a reason")
                .isTrue();
        assertThat(UiTest.textOf("review-4314-T3")).doesNotContain("Computed level");
        type("override-4314-T3-reason", "หนังสือกรม 123");
        click("confirm-override-4314-T3");
        assertThat(UiTest.textOf("review-4314-T3"))
                .contains("Computed level level 4", "Level that was set level 5")
                .contains("Reason: หนังสือกรม 123 · set by " + Administrator.NAME);

        click("withdraw-override-4314-T3");
        click("confirm-withdraw-override-4314-T3");
        assertThat(((TextField) UiTest.byId("withdraw-override-4314-T3-reason")).isInvalid())
                .as("without a reason")
                .isTrue();
        type("withdraw-override-4314-T3-reason", "หนังสือถูกยกเลิก");
        click("confirm-withdraw-override-4314-T3");
        assertThat(UiTest.textOf("review-4314-T3"))
                .contains("level 4")
                .doesNotContain("Computed level");
    }

    /** T3 with all of its steps and with evidence that came in a day late. */
    private void handInLate(RoundId round, DistrictCode district) {
        IndicatorId indicator = IndicatorId.of("T3");
        for (Measure measure :
                SignedAgreement.get().indicator(indicator).orElseThrow().measures()) {
            if (!measure.evidenceReceipt()) {
                recording.save(
                        round, district, RecordingField.value(indicator, measure.id()), "yes", 0);
            }
        }
        recording.attach(
                round,
                district,
                indicator,
                new ImportFile("late.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        recording.submit(
                round,
                district,
                indicator,
                new RecordingService.Shown(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        recording.check(round, district, indicator)));
    }

    private List<Evidence> evidenceOf(RoundId round, String district) {
        return RowScope.inProvince(() -> evidence.find(round, DistrictCode.of(district)));
    }
}
