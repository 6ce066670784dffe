package districtkpi.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.result.StoredImport;
import districtkpi.db.testing.TestDatabase;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Writes, hence on a database of its own: the agreement of 2565-1 and no results. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class MendingIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of\n";

    @Autowired private ImportRepository imports;
    @Autowired private CellCorrectionRepository corrections;
    @Autowired private ObjectFactory<ReceivedFiles> received;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @Test
    void mendsAllCellsThatHoldTheSameByOneField() {
        drop(
                "same.csv",
                HEADER
                        + "2565-1,4301,T1,spending,abc,100,2022-03-01\n"
                        + "2565-1,4302,T1,spending,abc,100,2022-03-01\n"
                        + "2565-1,4305,T1,spending,abd,100,2022-03-01\n");
        TextField both = field("mend-1");
        assertThat(both.getLabel()).contains("value").contains("abc");
        assertThat(both.getValue()).isEqualTo("abc");
        assertThat(both.getHelperText()).contains("2, 3");
        assertThat(field("mend-2").getValue()).isEqualTo("abd");

        type("mend-1", "85");
        type("mend-2", "๘๖");
        click("check-mended");

        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("count-mended")).contains("3");
        assertThat(UiTest.textOf("mended-cells")).contains("แก้ค่าแล้ว 3 ช่อง");
        assertThat(UiTest.textOf("mended")).contains("abc", "85", "abd", "๘๖");
        click("commit");

        assertThat(UiTest.textOf("mended-cells")).contains("แก้ค่าแล้ว 3 ช่อง");
        assertThat(UiTest.shows("take-back-1")).isFalse();
        StoredImport stored = imports.findNewest(1).getFirst();
        assertThat(stored.mendedCells()).isEqualTo(3);
        assertThat(imports.content(stored.id()))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("abd"));
        assertThat(corrections.find(List.of(stored.id())))
                .extracting(StoredCellCorrection::after)
                .containsExactly("85", "85", "๘๖");
        assertThat(corrections.find(List.of(stored.id())))
                .allSatisfy(one -> assertThat(one.correctedBy()).isPresent());
    }

    @Test
    void mendsSingleCellsOfThoseThatHoldTheSame() {
        drop(
                "single.csv",
                HEADER
                        + "2565-1,4301,T2,activities_achieved,x,100,2022-03-01\n"
                        + "2565-1,4302,T2,activities_achieved,x,100,2022-03-01\n"
                        + "2565-1,4305,T2,activities_achieved,x,100,2022-03-01\n");
        type("mend-1", "70");
        Details each =
                field("mend-1")
                        .getParent()
                        .orElseThrow()
                        .getChildren()
                        .filter(Details.class::isInstance)
                        .map(Details.class::cast)
                        .findFirst()
                        .orElseThrow();
        each.setOpened(true);
        roundTrip();
        assertThat(field("mend-1-2").getValue()).isEqualTo("70");
        assertThat(field("mend-1-2").getLabel()).contains("3");
        type("mend-1-2", "71");
        type("mend-1-3", "x");
        click("check-mended");

        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("count-mended")).contains("2");
        assertThat(UiTest.textOf("mended")).contains("70", "71");
        assertThat(field("mend-1").getHelperText()).contains("4");
        type("mend-1", "72");
        click("check-mended");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("count-mended")).contains("3");
    }

    @Test
    void aCorrectionIsTakenBackAndTheOthersStay() {
        drop(
                "back.csv",
                HEADER
                        + "2565-1,ท่าบ่ออ่,T1,spending,85,100,2022-03-02\n"
                        + "2565-1,4305,T1,spending,abc,100,2022-03-02\n");
        type("mend-1", "4302");
        type("mend-2", "86");
        click("check-mended");
        assertThat(UiTest.textOf("count-mended")).contains("2");

        click("take-back-1");

        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.textOf("count-mended")).contains("1");
        assertThat(field("mend-1").getValue()).isEqualTo("ท่าบ่ออ่");
        click("cancel");
        assertThat(UiTest.shows("report")).isFalse();
    }

    @Test
    void saysThatNothingWasTypedInsteadOfDoingNothing() {
        drop("nothing.csv", HEADER + "2565-1,4301,T1,spending,abc,100,2022-03-03\n");

        click("check-mended");

        assertThat(UiTest.textOf("nothing-mended")).contains("ยังไม่ได้แก้ค่าใด");
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
    }

    @Test
    void anotherFileDoesNotGetWhatWasTypedForTheOneBefore() {
        drop("one.csv", HEADER + "2565-1,4301,T1,spending,abc,100,2022-03-04\n");
        type("mend-1", "85");
        drop("other.csv", HEADER + "2565-1,4301,T1,spending,xyz,100,2022-03-04\n");

        assertThat(field("mend-1").getValue()).isEqualTo("xyz");
        assertThat(UiTest.shows("mended-cells")).isFalse();
    }

    @Test
    void leadsFromTheFigureToWhatTheFileSaysAndWhatWasReadInstead() {
        drop("led.csv", HEADER + "2565-1,4307,T1,spending,8O,100,2022-03-05\n");
        type("mend-1", "80");
        click("check-mended");
        click("commit");
        long id = imports.findNewest(1).getFirst().id();

        UiTest.open("district/4307?round=2565-1&tab=sources");
        assertThat(UiTest.pageText())
                .contains("แก้ค่าก่อนนำเข้า: value “8O” → “80”")
                .contains("led.csv");
        UiTest.open("import?tab=history");
        assertThat(UiTest.byId("mended-" + id).getElement().getAttribute("href"))
                .isEqualTo("api/v1/imports/" + id + "/cell-corrections.csv?bom=true");
        assertThat(UiTest.textOf("mended-" + id)).contains("แก้ค่าแล้ว 1 ช่อง");
    }

    @Test
    void mendsAnExtractWithTheAnswersThatWereGiven() {
        openAnew("import?round=2565-1&source=bpm");
        receive(
                "bpm.csv",
                """
                อำเภอ,กิจกรรม,ดำเนินการเมื่อ,วันที่บันทึก
                4317,ประชุม,1/2/2565,31/2/2565
                43I7,อบรม,2/2/2565,5/2/2565
                """);
        type("mend-1", "28/2/2565");
        type("mend-2", "4317");
        click("check-mended");
        assertThat(UiTest.textOf("report-heading")).contains("ยังไม่ได้บันทึก");
        assertThat(UiTest.textOf("extract-what")).contains("BPM");
        click("commit");

        StoredImport stored = imports.findNewest(1).getFirst();
        assertThat(stored.mendedCells()).isEqualTo(2);
        UiTest.open("district/4317?round=2565-1&tab=sources");
        assertThat(UiTest.pageText()).contains("“43I7” → “4317”").contains("“31/2/2565”");
    }

    private void drop(String name, String content) {
        openAnew("import?round=2565-1");
        receive(name, content);
    }

    private static void openAnew(String address) {
        UiTest.open("account");
        UiTest.open(address);
    }

    private void receive(String name, String content) {
        try {
            Path file = received.getObject().create();
            Files.writeString(file, content);
            ((ImportView) getCurrentView()).receive(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        roundTrip();
        waitForTheJob();
    }

    private static TextField field(String id) {
        return (TextField) UiTest.byId(id);
    }

    private void type(String id, String text) {
        test(field(id)).setValue(text);
        roundTrip();
    }

    private void click(String id) {
        test((Button) UiTest.byId(id)).click();
        roundTrip();
        waitForTheJob();
    }

    private static void waitForTheJob() {
        for (int look = 0; look < 1_000 && UiTest.shows("progress"); look++) {
            LockSupport.parkNanos(20_000_000);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
            roundTrip();
        }
    }
}
