package districtkpi.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.scope.RowScope;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.recording.RecordingService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.SignedAgreement;
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
import java.util.OptionalLong;
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
    @Autowired private AuditTrail audit;
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
    }

    private static void type(String id, String text) {
        ((TextField) UiTest.byId(id)).setValue(text);
    }

    private static void setAddress(String district, String address) {
        UiTest.open("register?round=2599-1&district=" + district);
        type("office-address", address);
        click("office-address-save");
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
        click("chase-cancel");
        click("chase-remind");
        click("chase-confirm");

        assertThat(UiTest.textOf("register-outcome")).contains("1");
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
    void recordsWhatWasPrintedAndReceived() {
        UiTest.open("forms/evaluation/4307?round=2599-1");
        click("form-printed");
        assertThat(UiTest.textOf("form-was-printed")).contains("ทะเบียน");

        UiTest.open("register?round=2599-1&district=4307");
        assertThat(UiTest.textOf("submission-4307")).contains("admin").contains("เลยกำหนด");
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
                .startsWith("หลังกำหนด")
                .endsWith("ทางไปรษณีย์");

        type("receipt-day", Deadline.dayOf(clock.instant()).minusDays(1).toString());
        click("receipt-save");
        assertThat(UiTest.cells(UiTest.byId("submission-4307")).get(3)).startsWith("ทันกำหนด");
        click("receipt-withdraw");
        click("confirm-receipt-withdraw");
        assertThat(((TextField) UiTest.byId("receipt-withdraw-reason")).isInvalid()).isTrue();
        type("receipt-withdraw-reason", "คนละอำเภอ");
        click("confirm-receipt-withdraw");
        assertThat(UiTest.cells(UiTest.byId("submission-4307")).get(3)).isEqualTo("เลยกำหนดแล้ว");
        assertThat(UiTest.textOf("register-steps")).contains("คนละอำเภอ").contains("ทางไปรษณีย์");
    }

    @Test
    void tellsTheReviewerOfEvidenceThatCameInLaterThanWasTyped() {
        RoundId round = RoundId.parse("2565-1");
        DistrictCode district = DistrictCode.of("4308");
        IndicatorId indicator = IndicatorId.of("T3");
        for (Measure measure :
                SignedAgreement.get().indicator(indicator).orElseThrow().measures()) {
            recording.save(
                    round,
                    district,
                    RecordingField.value(indicator, measure.id()),
                    measure.kind() == MeasureKind.DATE ? "3/3/2565" : "yes",
                    0);
        }
        recording.submit(round, district, indicator, OptionalLong.empty());
        recording.attach(
                round,
                district,
                indicator,
                new ImportFile("late.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));

        UiTest.open("review?round=2565-1");
        assertThat(UiTest.textOf("review-4308-T3"))
                .contains("หลังกำหนด 4 มี.ค. 2565 (ระดับ 5)")
                .contains("บันทึกเป็น 3 มี.ค. 2565 แต่หลักฐานออนไลน์ชิ้นแรกเข้ามาเมื่อ");
        click("accept-4308-T3");
        UiTest.open("record?round=2565-1&district=4308&lang=en");
        assertThat(UiTest.textOf("record-T3"))
                .contains("after 4 Mar 2022 (2565 BE) (level 5)")
                .contains("the first evidence came in online on");
    }
}
