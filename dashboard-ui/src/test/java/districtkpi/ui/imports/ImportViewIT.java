package districtkpi.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.streams.UploadMetadata;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.testing.UiTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Writes, hence on a database of its own: the agreement of 2565-1 and no results. */
@SpringBootTest(properties = "district-kpi.demo=false")
class ImportViewIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2565-1");
    private static final String HEADER = "round,district,indicator,measure,value,of,as_of\n";

    @Autowired private ImportRepository imports;

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
        assertThat(imports.findAll(ROUND))
                .anyMatch(figure -> figure.district().value().equals("4305"));
    }

    @Test
    void takesAnAgreementByItsName() {
        ImportView view = open("import");
        drop(view, "broken.yaml", "round: 2566-1\n");
        assertThat(UiTest.textOf("report-heading")).contains("นำเข้าไม่ได้");
        assertThat(UiTest.shows("download-issues")).isFalse();
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

    private ImportView open(String address) {
        UiTest.open(address);
        return (ImportView) getCurrentView();
    }

    private static void drop(ImportView view, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        view.receive(new UploadMetadata(name, "text/csv", bytes.length), bytes);
        roundTrip();
    }

    private void click(String id) {
        test((Button) UiTest.byId(id)).click();
        roundTrip();
    }
}
