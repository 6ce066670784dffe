package districtkpi.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.Role;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.outage.DatabaseWatch;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportFile;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoService;
import districtkpi.importer.source.SourceDescription;
import districtkpi.importer.source.Sources;
import districtkpi.importer.source.WhatCounts.DoubtfulRows;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Channel;
import districtkpi.office.importing.ImportJob;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.BusyServer;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Writes, hence on a database of its own: the agreement of 2565-1 and no results. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class ImportViewIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final String BPM =
            """
            อำเภอ,กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก
            4317,ประชุม,1/2/2565,5/2/2565
            4317,อบรม,2/2/2565,5/2/2565
            4317,เวที,3/2/2565,
            """;
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of\n";

    @Autowired private ImportRepository imports;
    @Autowired private MeasurementRepository measurements;
    @Autowired private AgreementRepository agreements;
    @Autowired private ResultImportService results;
    @Autowired private ObjectFactory<ReceivedFiles> received;
    @Autowired private UndoService undos;
    @Autowired private FileWork turns;
    @Autowired private DatabaseWatch watch;
    @Autowired private AuditTrail audit;
    @Autowired private Accounts accounts;
    @Autowired private ApplicationContext application;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @Test
    void showsWhatAFileWouldDoAndWritesOnlyOnceCommitted() {
        int before = imports.findNewest(100).size();
        ImportView view = open("import");
        drop(view, "first.csv", HEADER + "2565-1,4301,T1,spending,85,100,2022-03-01\n");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("count-created")).contains("1");
        assertThat(UiTest.textOf("impact-2565-1-4301")).contains("เมืองหนองคาย").contains("16.00");
        assertThat(imports.findNewest(100)).hasSize(before);

        click("commit");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
        assertThat(UiTest.byId("to-ranking").getElement().getOuterHTML()).contains("round=2565-1");
        assertThat(imports.findNewest(100)).hasSize(before + 1);
        assertThat(UiTest.textOf("import-steps")).contains("เสร็จสิ้น");
        UiTest.open("import?tab=history");
        assertThat(UiTest.textOf("imports")).contains("first.csv");
    }

    @Test
    void offersTheFormOfTheRoundInTheLanguageOfThePage() {
        open("import?round=2565-1");

        assertThat(UiTest.byId("template-xlsx").getElement().getAttribute("href"))
                .isEqualTo("api/v1/rounds/2565-1/template.xlsx?lang=th");
        assertThat(UiTest.byId("template-csv").getElement().getAttribute("href"))
                .isEqualTo("api/v1/rounds/2565-1/template.csv?lang=th");
    }

    @Test
    void writesNothingOnceCancelled() {
        int before = imports.findNewest(100).size();
        ImportView view = open("import");
        drop(view, "cancelled.csv", HEADER + "2565-1,4302,T1,spending,85,100,2022-03-01\n");
        click("cancel");
        assertThat(UiTest.shows("report")).isFalse();
        assertThat(imports.findNewest(100)).hasSize(before);
    }

    @Test
    void showsEveryFaultOfARefusedFileAndHandsItsRowsBack() {
        ImportView view = open("import");
        drop(
                view,
                "bad.csv",
                """
                round,district,indicator,measure,value,of,as_of
                2565-1,4301,T1,spending,abc,100,2022-03-01
                2565-1,9999,T1,spending,85,100,2022-03-01
                """);
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("issues"))
                .contains("NOT_A_NUMBER")
                .contains("abc")
                .contains("UNKNOWN_DISTRICT")
                .contains("9999");
        assertThat(UiTest.shows("download-issues")).isTrue();
        assertThat(UiTest.shows("commit")).isFalse();
        UiTest.choose("change-filter", ChangeFilter.REFUSED);
        assertThat(changes())
                .hasSize(2)
                .allMatch(row -> row.contains("ไม่รับ"))
                .anyMatch(row -> row.startsWith("2") && row.contains("abc"))
                .anyMatch(row -> row.startsWith("3") && row.contains("9999"));
    }

    @Test
    void saysWhatIsTheSameOnceWithItsCountItsPlacesAndAnExample() {
        ImportView view = open("import");
        StringBuilder file = new StringBuilder(HEADER);
        for (int day = 1; day <= 8; day++) {
            file.append("2565-1,4301,T1,spending,abc%1$s,100,2022-03-0%1$s\n".formatted(day));
        }
        drop(view, "same.csv", file + "2565-1,9999,T1,spending,85,100,2022-03-01\n");
        NativeTable table = (NativeTable) UiTest.byId("issues");
        List<List<String>> rows =
                table.getBodies()
                        .getFirst()
                        .getElement()
                        .getChildren()
                        .map(row -> UiTest.cells(row.getComponent().orElseThrow()))
                        // Fields to fix them in stand below each.
                        .filter(cells -> !cells.isEmpty())
                        .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get(1)).isEqualTo("8");
        assertThat(rows.getFirst().get(2)).contains("2").contains("6").contains("…");
        assertThat(rows.getFirst().get(4)).isEqualTo("abc1");
        assertThat(UiTest.textOf("issues")).doesNotContain("abc8");
        Details all = find(Details.class, table).all().getFirst();
        all.setOpened(true);
        assertThat(UiTest.text(all)).contains("abc1").contains("abc8");
        assertThat(UiTest.textOf("count-rejected")).contains("9");
    }

    @Test
    void takesTheChosenRoundForAFileThatNamesNone() {
        ImportView view = open("import");
        drop(
                view,
                "no-round.csv",
                """
                district,indicator,measure,value,of,as_of
                4305,T1,spending,85,100,2022-03-01
                """);
        assertThat(UiTest.textOf("report-remark")).contains("รอบที่ 1 ปีงบประมาณ พ.ศ. 2565");
        click("commit");
        assertThat(measurements.findAll(ROUND))
                .anyMatch(figure -> figure.district().value().equals("4305"));
    }

    @Test
    void asksWhetherTheDayOrTheMonthStandsFirstAndChecksAgainWithTheAnswer() {
        ImportView view = open("import");
        drop(
                view,
                "either.csv",
                HEADER
                        + "2565-1,4302,P7,channels,1,,1/2/2022\n"
                        + "2565-1,4302,P7,channels,3,,1/12/2021\n");
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.shows("commit")).isFalse();
        assertThat(UiTest.textOf("date-order-question")).contains("as_of");
        RadioButtonGroup<?> choice = (RadioButtonGroup<?>) UiTest.byId("date-order");
        assertThat(labels(choice))
                .containsExactly(
                        "วัน/เดือน/ปี: 1/2/2022 คือ 1 ก.พ. 2565",
                        "เดือน/วัน/ปี: 1/2/2022 คือ 2 ม.ค. 2565");
        assertThat(((Button) UiTest.byId("answer-date-order")).isEnabled()).isFalse();
        click("language-switch");
        assertThat(labels((RadioButtonGroup<?>) UiTest.byId("date-order")))
                .containsExactly(
                        "Day first: 1/2/2022 is 2022-02-01", "Month first: 1/2/2022 is 2022-01-02");
        click("language-switch");

        UiTest.choose("date-order", DateOrder.DMY);
        click("answer-date-order");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.shows("date-order-question")).isFalse();
        click("commit");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
        assertThat(measurements.findAll(ROUND))
                .anyMatch(figure ->
                        figure.district().value().equals("4302")
                                && figure.asOf().equals(LocalDate.of(2022, 2, 1)));
    }

    @Test
    void asksWhetherTheDayOrTheMonthStandsFirstInAnExtract() {
        ImportView view = open("import?round=2565-1&source=bpm&day=2022-03-31");
        drop(
                view,
                "either-bpm.csv",
                """
                อำเภอ,กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก
                4305,ประชุม,3/4/2022,3/5/2022
                4305,อบรม,2/2/2022,2/2/2022
                """);
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("date-order-question")).contains("ดำเนินการเมื่อ");
        assertThat(UiTest.shows("commit")).isFalse();

        UiTest.choose("date-order", DateOrder.MDY);
        click("answer-date-order");
        // Only now does the other column make a difference.
        assertThat(UiTest.textOf("date-order-question"))
                .contains("วันที่บันทึก")
                .doesNotContain("ดำเนินการเมื่อ");
        UiTest.choose("date-order", DateOrder.MDY);
        click("answer-date-order");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.shows("date-order-question")).isFalse();
        assertThat(UiTest.textOf("workings")).contains("2 จาก 2");
        click("cancel");
    }

    @Test
    void asksWhetherRowsRepeatOthersAndChecksAgainWithTheAnswer() {
        ImportView view = open("import?round=2565-1&source=budget-spending&day=2022-03-31");
        drop(
                view,
                "months.csv",
                """
                อำเภอ,เดือน,ได้รับจัดสรร,เบิกจ่าย
                4305,ม.ค. 65,1000,100
                4305,ก.พ. 65,1000,800
                """);
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("question-repeats")).contains("1,000");
        List<NativeTableRow> repeated =
                ((NativeTable) UiTest.byId("repeated-rows")).getBody().getRows();
        assertThat(repeated)
                .singleElement()
                .satisfies(row -> assertThat(UiTest.cells(row)).startsWith("2", "โพนพิสัย", "3"));
        assertThat(((Button) UiTest.byId("answer")).isEnabled()).isFalse();

        UiTest.choose("repeated-rows-answer", DoubtfulRows.LEAVE_OUT);
        assertThat(((Button) UiTest.byId("answer")).isEnabled()).isTrue();
        click("answer");
        assertThat(UiTest.textOf("issues")).contains("REPEATED_ROW_LEFT_OUT");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.shows("questions")).isFalse();
        assertThat(UiTest.textOf("workings")).contains("800");
        click("cancel");
    }

    private static <T> List<String> labels(RadioButtonGroup<T> choice) {
        return choice.getListDataView().getItems().map(choice.getItemLabelGenerator()).toList();
    }

    @Test
    void takesAnAgreementByItsName() {
        ImportView view = open("import");
        drop(view, "broken.yaml", "round: 2566-1\n");
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.shows("download-issues")).isFalse();
    }

    @Test
    void asksAboutARoundThatNobodyWouldOpenNowBeforeItIsOpened() {
        ImportView view = open("import");
        drop(
                view,
                "slip.yaml",
                SignedAgreement.document().replace("round: 2565-1", "round: 2905-1"));

        click("commit");

        assertThat(UiTest.textOf("commit-warning"))
                .contains("รอบ 2905-1 เริ่มวันที่ 1 ตุลาคม 2904")
                .contains("ใช่หรือไม่");
        assertThat(agreements.findInForce(new RoundId(2905, 1))).isEmpty();
        click("cancel-commit");
        assertThat(agreements.findInForce(new RoundId(2905, 1))).isEmpty();
        click("cancel");
        assertThat(UiTest.shows("report")).isFalse();
    }

    @Test
    void keepsTheStepWhileTheLanguageChanges() {
        ImportView view = open("import");
        drop(view, "language.csv", HEADER + "2565-1,4307,T1,spending,85,100,2022-03-01\n");
        click("language-switch");
        assertThat(UiTest.textOf("report-heading")).contains("nothing was written yet");
        click("language-switch");
    }

    @Test
    void singlesOutTheImportThatTheAddressNames() {
        ImportView view = open("import");
        drop(view, "named.csv", HEADER + "2565-1,4308,T1,spending,85,100,2022-03-01\n");
        click("commit");
        long id = imports.findNewest(1).getFirst().id();
        open("import?import=" + id);
        assertThat(UiTest.byId("import-" + id).getClassNames()).contains("chosen");
    }

    @Test
    void listsOnlyTheImportsThatAreAskedFor() {
        ImportView view = open("import");
        drop(view, "listed.csv", HEADER + "2565-1,4302,T1,spending,85,100,2022-03-01\n");
        click("commit");
        String id = "import-" + imports.findNewest(1).getFirst().id();
        UiTest.open("import?tab=history");
        UiTest.choose("imports-round", RoundId.parse("2565-1"));
        UiTest.choose("imports-kind", ImportKind.RESULTS);
        assertThat(UiTest.textOf(id)).contains("ไฟล์ผลการดำเนินงาน");
        assertThat(UiTest.byId("csv-imports").getElement().getAttribute("href"))
                .endsWith("&kind=results&round=2565-1");
        UiTest.choose("imports-kind", ImportKind.EXTRACT);
        assertThat(UiTest.shows(id)).isFalse();
    }

    @Test
    void showsEachFigureBeforeAndAfterWithTheLevelsThatMove() {
        ImportView view = open("import");
        drop(view, "before.csv", HEADER + "2565-1,4314,T1,spending,80,100,2022-03-01\n");
        click("commit");
        long first = imports.findNewest(1).getFirst().id();
        drop(
                view,
                "after.csv",
                HEADER
                        + "2565-1,4314,T1,spending,96,100,2022-03-01\n"
                        + "2565-1,4314,P7,channels,2,,2022-03-01\n");

        assertThat(changes())
                .hasSize(2)
                .anySatisfy(row ->
                        assertThat(row)
                                .contains("เปลี่ยน")
                                .contains("80")
                                .contains("96")
                                .contains("การนำเข้าครั้งที่ " + first + " แถวที่ 2"))
                .anySatisfy(row -> assertThat(row).contains("ใหม่").contains("–"));
        assertThat(UiTest.textOf("impact-2565-1-4314")).contains("T1 3 → 5");
        UiTest.choose("change-filter", ChangeFilter.CHANGED);
        assertThat(changes()).singleElement().asString().contains("96");
        click("language-switch");
        assertThat(changes()).singleElement().asString().contains("Changed");
        click("language-switch");
        click("cancel");
    }

    @Test
    void showsWhatTheFileWouldDoNowWhereSomebodyElseWasFaster() {
        ImportView view = open("import");
        drop(view, "slow.csv", HEADER + "2565-1,4315,T1,spending,96,100,2022-03-01\n");
        results.commit(
                file("fast.csv", HEADER + "2565-1,4315,T1,spending,80,100,2022-03-01\n"),
                Optional.empty());
        int before = imports.findNewest(100).size();

        click("commit");

        assertThat(UiTest.textOf("report-remark")).contains("ข้อมูลเปลี่ยนไป");
        assertThat(imports.findNewest(100)).hasSize(before);
        assertThat(changes()).singleElement().asString().contains("80").contains("96");
        click("commit");
        assertThat(imports.findNewest(100)).hasSize(before + 1);
    }

    @Test
    void saysWhenTheDataMovedUnderAnAgreement() {
        ImportView view = open("import");
        drop(
                view,
                "agreement.yaml",
                SignedAgreement.document().replace("atLeast: 70}", "atLeast: 69}"));
        results.commit(
                file("meanwhile.csv", HEADER + "2565-1,4316,T1,spending,69.5,100,2022-03-01\n"),
                Optional.empty());

        click("commit");

        assertThat(UiTest.textOf("report-remark")).contains("ข้อมูลเปลี่ยนไป");
        assertThat(version()).isEqualTo(1);
        assertThat(UiTest.textOf("impact-2565-1-4316")).contains("4.00");
        click("commit");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
        assertThat(version()).isEqualTo(2);
    }

    private int version() {
        return agreements.findInForce(ROUND).orElseThrow().version();
    }

    @Test
    void undoesAnImportAfterAQuestionThatShowsTheEffect() {
        ImportView view = open("import");
        drop(view, "wrong.csv", HEADER + "2565-1,4316,T1,spending,96,100,2022-03-01\n");
        click("commit");
        long id = imports.findNewest(1).getFirst().id();
        click("take-back");
        assertThat(UiTest.textOf("undo-heading")).contains(String.valueOf(id));
        click("cancel-undo");
        UiTest.open("import?tab=history");
        click("undo-" + id);
        assertThat(UiTest.textOf("undo-heading")).contains(String.valueOf(id));
        assertThat(UiTest.textOf("count-removed")).contains("1");
        assertThat(changes()).singleElement().asString().contains("ถอนออก");
        assertThat(imports.find(id).orElseThrow().undone()).isEmpty();
        click("cancel-undo");
        assertThat(UiTest.shows("undo")).isFalse();

        click("undo-" + id);
        click("confirm-undo");
        assertThat(((TextField) UiTest.byId("undo-reason")).isInvalid()).isTrue();
        assertThat(((Button) UiTest.byId("confirm-undo")).isEnabled()).isTrue();
        UiTest.choose("undo-reason", "ก".repeat(ReasonText.MAX_LENGTH + 1));
        click("confirm-undo");
        assertThat(((TextField) UiTest.byId("undo-reason")).getErrorMessage())
                .contains("ยาวเกิน 500 ตัวอักษร");
        assertThat(imports.find(id).orElseThrow().undone()).isEmpty();
        UiTest.choose("undo-reason", "ผิดไฟล์");
        click("confirm-undo");

        assertThat(imports.find(id).orElseThrow().undone().orElseThrow().reason())
                .isEqualTo("ผิดไฟล์");
        assertThat(UiTest.textOf("undo-heading")).contains("แล้ว");
        assertThat(UiTest.textOf("import-" + id)).contains("ผิดไฟล์");
        assertThat(UiTest.shows("undo-" + id)).isFalse();
        assertThat(measurements.findAll(ROUND))
                .noneMatch(figure -> figure.origin().importId() == id);
    }

    @Test
    void anUndoThatTakesLongIsSeenAndStoppedWhereItWasAskedFor() {
        ImportView view = open("import");
        drop(view, "slow-undo.csv", HEADER + "2565-1,4316,T1,spending,96,100,2022-03-01\n");
        click("commit");
        long id = imports.findNewest(1).getFirst().id();
        openAnew("import?tab=history");
        try (BusyServer _ = BusyServer.of(turns)) {
            test((Button) UiTest.byId("undo-" + id)).click();
            roundTrip();
            assertThat(UiTest.textOf("progress"))
                    .contains("ถอนการนำเข้าครั้งที่ " + id)
                    .doesNotContain("#");
            assertThat(UiTest.shows("undo-" + id)).as("one at a time").isFalse();
            UiTest.open("import");
            assertThat(UiTest.textOf("progress")).contains("ถอนการนำเข้าครั้งที่ " + id);
            assertThat(UiTest.shows("import-steps")).as("it is no file").isFalse();
            UiTest.open("import?tab=history");
            click("cancel-job");
            assertThat(UiTest.shows("progress")).isFalse();
            test((Button) UiTest.byId("undo-" + id)).click();
            roundTrip();
            assertThat(UiTest.shows("progress")).isTrue();
        }
        waitForTheJob();
        assertThat(UiTest.textOf("undo-heading")).contains(String.valueOf(id));
        click("cancel-undo");
    }

    @Test
    void anUndoThatIsRefusedLeavesAWayToGoOn() {
        ImportView view = open("import");
        drop(view, "twice.csv", HEADER + "2565-1,4316,T1,spending,96,100,2022-03-01\n");
        click("commit");
        undos.undo(imports.findNewest(1).getFirst().id(), "ผิดไฟล์", Optional.empty());
        click("take-back");
        assertThat(UiTest.shows("undo-refused")).isTrue();
        assertThat(UiTest.shows("file-drop")).isFalse();

        click("close-undo");
        assertThat(UiTest.shows("undo-refused")).isFalse();
        assertThat(UiTest.shows("file-drop")).isTrue();
    }

    @Test
    void noUndoThrowsAwayAFileThatWasCheckedOnTheOtherTab() {
        ImportView view = open("import");
        drop(view, "before.csv", HEADER + "2565-1,4317,T1,spending,96,100,2022-03-01\n");
        click("commit");
        long id = imports.findNewest(1).getFirst().id();
        click("cancel");
        drop(view, "checked.csv", HEADER + "2565-1,4317,T1,spending,97,100,2022-03-02\n");
        UiTest.open("import?tab=history");
        assertThat(UiTest.textOf("file-waits")).contains("รอการยืนยันหรือยกเลิก", "ไปที่ไฟล์นั้น");
        assertThat(UiTest.shows("undo-" + id)).isFalse();

        UiTest.open("import");
        assertThat(UiTest.textOf("report")).contains("checked.csv");
        click("cancel");
        UiTest.open("import?tab=history");
        assertThat(UiTest.shows("file-waits")).isFalse();
        assertThat(UiTest.shows("undo-" + id)).isTrue();
    }

    @Test
    void whatAnImportChangedStaysMarkedUntilTheNextVisitOfWhoeverLooks() {
        visit(AccountName.ADMIN);
        visit(AccountName.ADMIN);
        results.commit(
                file("own.csv", HEADER + "2565-1,4305,T2,activities_achieved,50,100,2022-03-01\n"),
                Optional.empty());
        openAnew("?round=2565-1");
        assertThat(UiTest.textOf("recent-key")).contains("ตั้งแต่ท่านเข้าใช้ครั้งก่อน");
        assertThat(UiTest.textOf("ranking-4305")).contains("ครั้งก่อน: ").contains("T2");
        assertThat(html("levels-4305")).containsOnlyOnce("recent-cell");
        openAnew("district/4305?round=2565-1");
        assertThat(UiTest.shows("recent-T2")).isTrue();
        assertThat(UiTest.shows("recent-T1")).isFalse();

        visit(AccountName.ADMIN);
        openAnew("?round=2565-1");
        assertThat(UiTest.shows("recent-key")).as("the next visit").isFalse();

        AccountName other = AccountName.of("analyst-of-imports");
        accounts.add(new AccountData(other, "", Role.ANALYST, null, null));
        Administrator.signIn(application, other);
        results.commit(
                file(
                        "other.csv",
                        HEADER + "2565-1,4307,T2,activities_achieved,50,100,2022-03-01\n"),
                Optional.empty());
        visit(AccountName.ADMIN);
        openAnew("?round=2565-1");
        assertThat(UiTest.textOf("ranking-4307")).as("of somebody else").contains("T2");
        visit(AccountName.ADMIN);
        openAnew("?round=2565-1");
        assertThat(UiTest.shows("recent-key")).isFalse();
    }

    /** Signs in as on the page for it. */
    private void visit(AccountName name) {
        Administrator.signIn(application, name);
        audit.record(
                AuditAction.SIGNED_IN,
                "account " + name,
                Map.of(),
                Map.of("way", Channel.PAGE.key()));
        Administrator.signIn(application, name);
    }

    private static void openAnew(String address) {
        UiTest.open("data");
        UiTest.open(address);
    }

    @Test
    void whatFailsWhileTheDatabaseIsAwayIsSaidAndCanBeDoneAgainWithTheSameFile()
            throws InterruptedException {
        int before = imports.findNewest(100).size();
        ImportView view = open("import");
        leave();
        try {
            drop(view, "away.csv", HEADER + "2565-1,4302,T1,spending,61,100,2022-03-01\n");
            assertThat(UiTest.textOf("broken-off"))
                    .contains("ฐานข้อมูลไม่พร้อมใช้งานชั่วคราว")
                    .contains("away.csv")
                    .contains("ไฟล์ยังอยู่");
            // Still away.
            click("try-again");
            assertThat(UiTest.textOf("broken-off")).contains("away.csv");
        } finally {
            comeBack();
        }
        click("try-again");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");

        leave();
        try {
            click("commit");
            assertThat(UiTest.textOf("broken-off")).contains("away.csv").contains("จะไม่บันทึกซ้ำ");
        } finally {
            comeBack();
        }
        assertThat(imports.findNewest(100)).hasSize(before);
        click("try-again");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
        assertThat(imports.findNewest(100)).hasSize(before + 1);
    }

    @Test
    void anExtractStaysWhileTheDatabaseIsAwayAndGoesOnceItIsGivenUp() throws InterruptedException {
        ImportView view = open("import?round=2565-1&source=bpm&day=2022-03-31");
        leave();
        Path upload;
        try {
            upload = drop(view, "away.csv", BPM);
            assertThat(UiTest.textOf("broken-off")).contains("away.csv");
        } finally {
            comeBack();
        }
        click("try-again");
        assertThat(UiTest.shows("commit")).isTrue();
        leave();
        try {
            click("commit");
            assertThat(UiTest.textOf("broken-off")).contains("away.csv");
        } finally {
            comeBack();
        }
        assertThat(upload).exists();
        click("cancel");
        assertThat(upload).doesNotExist();
        assertThat(UiTest.shows("file-drop")).isTrue();
    }

    private void leave() throws InterruptedException {
        DATABASE.leave();
        while (!watch.isAway()) {
            Thread.sleep(10);
        }
    }

    private void comeBack() throws InterruptedException {
        DATABASE.comeBack();
        while (watch.isAway()) {
            Thread.sleep(10);
        }
    }

    @Test
    void showsHowFarALongFileIsAndStopsItWithoutATrace() throws Exception {
        ImportView view = open("import");
        CountDownLatch reached = new CountDownLatch(1);
        view.start(
                ImportJob.start(
                        "long.csv",
                        Optional.empty(),
                        turns,
                        Cost.ofAnswer(),
                        progress -> {
                            progress.read(25, 100, 1_000);
                            reached.countDown();
                            while (true) {
                                progress.throwIfCancelled();
                                LockSupport.parkNanos(1_000_000);
                            }
                        }));
        reached.await();
        roundTrip();
        assertThat(UiTest.textOf("progress")).contains("long.csv").contains("25").contains("1,000");

        // Loaded again, the page still shows it.
        UiTest.open("weights");
        UiTest.open("import");
        assertThat(UiTest.textOf("progress-text")).contains("ร้อยละ 25");
        click("cancel-job");
        assertThat(UiTest.shows("progress")).isFalse();
        assertThat(UiTest.shows("file-drop")).isTrue();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void keepsInTheAddressWhatTheNextFileIsAnExtractOf() {
        open("import?round=2565-1");
        UiTest.choose("extract-source", Sources.find("bpm").orElseThrow());
        assertThat(UiTest.address()).contains("source=bpm").contains("round=2565-1");
        assertThat(UiTest.byId("extract-day"))
                .isInstanceOfSatisfying(
                        TextField.class,
                        day -> assertThat(day.getValue()).isEqualTo("31 มี.ค. 2565"));
        assertThat(UiTest.textOf("extract-columns")).contains("วันที่บันทึก");
        assertThat(UiTest.byId("template-xlsx").getElement().getAttribute("href"))
                .isEqualTo("api/v1/sources/bpm/template.xlsx?lang=th&round=2565-1");

        UiTest.choose("extract-day", "๑๕/๓/๒๕๖๕");
        assertThat(UiTest.address()).contains("day=2022-03-15");
        UiTest.choose("extract-day", "1 เมษายน 2565");
        assertThat(UiTest.address()).contains("day=2022-03-15");
        assertThat(((TextField) UiTest.byId("extract-day")).isInvalid()).isTrue();
    }

    @Test
    void showsHowTheFiguresOfAnExtractCameAboutAndStoresThemOnceCommitted() throws IOException {
        ImportView view = open("import?round=2565-1&source=bpm&day=2022-03-31");
        Path file = drop(view, "bpm.csv", BPM);

        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("extract-what")).contains("BPM").contains("31 มี.ค. 2565");
        // All that is needed was found, so it is folded away.
        Details recognised = (Details) UiTest.byId("recognised-part");
        assertThat(recognised.getSummaryText()).isEqualTo("หัวคอลัมน์ที่ระบบรู้จัก 4 จาก 8");
        assertThat(UiTest.shows("recognised-1")).isFalse();
        recognised.setOpened(true);
        assertThat(UiTest.textOf("recognised-1")).contains("ดำเนินการเมื่อ");
        assertThat(UiTest.textOf("workings"))
                .contains("โพธิ์ตาก")
                .contains("บันทึกแล้ว 2 จาก 3 กิจกรรมที่ดำเนินการ")
                .contains("4");
        assertThat(UiTest.shows("mapping")).isFalse();
        assertThat(changes()).singleElement().asString().contains("โพธิ์ตาก");
        assertThat(file).exists();
        int before = imports.findNewest(100).size();
        click("language-switch");
        assertThat(UiTest.textOf("workings")).contains("2 of 3 activities carried out");
        click("language-switch");

        click("commit");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
        assertThat(imports.findNewest(100)).hasSize(before + 1);
        assertThat(file).doesNotExist();
        long id = imports.findNewest(1).getFirst().id();
        assertThat(UiTest.textOf("workings")).contains("บันทึกแล้ว 2 จาก 3");
        assertThat(html("workings"))
                .contains(
                        "imports/"
                                + id
                                + "/rows.csv?district=4317&amp;measure=activities_recorded");
        UiTest.open("district/4317?round=2565-1");
        UiTest.unfold("P3");
        assertThat(UiTest.textOf("figures-P3")).contains("บันทึกแล้ว 2 จาก 3");
        assertThat(html("figures-P3"))
                .contains(
                        "imports/"
                                + id
                                + "/rows.csv?district=4317&amp;measure=activities_recorded");
    }

    @Test
    void findsTheColumnsThatAreMatchedByHandAndKeepsThemForTheNextFile() {
        ImportView view = open("import?round=2565-1&source=bpm&district=4314");
        String unknown = "ไตรมาส,งานที่ทำ,ดำเนินการเมื่อ,เมื่อไรคีย์\n2,ประชุม,1/2/2565,5/2/2565\n";
        drop(view, "unknown.csv", unknown);
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("mapping")).contains("จับคู่หัวคอลัมน์");
        assertThat(UiTest.shows("commit")).isFalse();

        UiTest.choose("map-activity", "งานที่ทำ");
        UiTest.choose("map-recorded_on", "เมื่อไรคีย์");
        click("check-again");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("workings")).contains("สระใคร").contains("1 จาก 1");
        click("commit");

        open("import?round=2565-1&source=bpm&district=4314");
        drop(view(), "next.csv", unknown + "2,อบรม,2/2/2565,\n");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("workings")).contains("1 จาก 2");
        click("cancel");
    }

    @Test
    void matchesAFileOfWhichNoHeadingIsKnownColumnByColumn() {
        String address = "import?round=2565-1&source=bpm";
        List<String> headings = List.of("ที่ไหน", "เรื่อง", "ลงพื้นที่", "คีย์", "ปีไหน");
        String file =
                String.join(",", headings)
                        + "\n4307,ประชุม,1/2/2565,5/2/2565,2565\n4307,อบรม,1/2/2564,5/2/2564,2564\n";
        drop(open(address), "strange.csv", file);
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        for (SourceDescription.Column column : Sources.find("bpm").orElseThrow().columns()) {
            Select<?> field = (Select<?>) UiTest.byId("map-" + column.key());
            assertThat(field.getListDataView().getItems().map(String::valueOf))
                    .as(column.key().value())
                    .containsExactlyElementsOf(headings);
        }
        assertThat(
                        Sources.find("bpm").orElseThrow().columns().stream()
                                .map(column -> column.key().value())
                                .filter(column ->
                                        "ต้องมี"
                                                .equals(
                                                        ((Select<?>) UiTest.byId("map-" + column))
                                                                .getHelperText())))
                .containsExactly("district", "activity", "carried_out_on", "recorded_on");

        UiTest.choose("map-district", "ที่ไหน");
        UiTest.choose("map-activity", "เรื่อง");
        UiTest.choose("map-carried_out_on", "ลงพื้นที่");
        UiTest.choose("map-recorded_on", "คีย์");
        UiTest.choose("map-fiscal_year", "ปีไหน");
        click("check-again");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("issues")).contains("OTHER_YEAR_LEFT_OUT");
        click("commit");

        drop(open(address), "strange-again.csv", file + "4307,เวที,2/2/2565,,2565\n");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("workings")).contains("1 จาก 2");
        click("cancel");
    }

    @Test
    void saysWhenTheDataMovedUnderAnExtract() {
        ImportView view = open("import?round=2565-1&source=bpm&district=4308");
        Path file =
                drop(
                        view,
                        "moved.csv",
                        "กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก\nก,1/2/2565,5/2/2565\n");
        results.commit(
                file("faster.csv", HEADER + "2565-1,4308,P3,activities_recorded,1,2,2022-03-31\n"),
                Optional.empty());
        click("commit");
        assertThat(UiTest.textOf("report-remark")).contains("ข้อมูลเปลี่ยนไป");
        assertThat(file).exists();
        click("commit");
        assertThat(UiTest.textOf("report-heading")).contains("บันทึกเรียบร้อยแล้ว");
    }

    @Test
    void deletesTheFileOnceThePageIsLeftOrTheStepEnds() {
        ImportView view = open("import?round=2565-1&source=bpm");
        Path cancelled = drop(view, "cancelled-bpm.csv", BPM + "4317,x,1/2/2565,1/2/2565\n");
        assertThat(cancelled).exists();
        click("cancel");
        assertThat(cancelled).doesNotExist();
        Path left = drop(view, "left-bpm.csv", BPM + "4317,y,1/2/2565,1/2/2565\n");
        UiTest.open("weights");
        assertThat(left).doesNotExist();
        Path results = drop(open("import"), "results.csv", HEADER);
        assertThat(results).doesNotExist();
    }

    private static List<String> changes() {
        return ((NativeTable) UiTest.byId("changes"))
                .getBodies()
                .getFirst()
                .getElement()
                .getChildren()
                .map(row -> row.getComponent().orElseThrow())
                .map(row -> String.join(" ", UiTest.cells(row)))
                .toList();
    }

    private static ImportFile file(String name, String content) {
        return new ImportFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView open(String address) {
        UiTest.open(address);
        return view();
    }

    private ImportView view() {
        return (ImportView) getCurrentView();
    }

    private static String html(String id) {
        return UiTest.byId(id).getElement().getOuterHTML();
    }

    private Path drop(ImportView view, String name, String content) {
        Path file;
        try {
            file = received.getObject().create();
            Files.writeString(file, content);
            view.receive(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        roundTrip();
        waitForTheJob();
        return file;
    }

    private void click(String id) {
        test((Button) UiTest.byId(id)).click();
        roundTrip();
        waitForTheJob();
    }

    /** Asks again and again how far it is, as a browser does. */
    private static void waitForTheJob() {
        for (int look = 0; look < 1_000 && UiTest.shows("progress"); look++) {
            LockSupport.parkNanos(20_000_000);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
            roundTrip();
        }
    }
}
