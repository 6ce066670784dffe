package districtkpi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every view of the only round: first without any figure, then with one figure of one district. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FewFiguresIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ImportFile ONE_FIGURE =
            new ImportFile(
                    "one.csv",
                    """
                    round,district,indicator,measure,value,of,as_of
                    2565-1,4301,T1,spending,85,100,2022-03-01
                    """
                            .getBytes(StandardCharsets.UTF_8));

    @Autowired private ResultImportService imports;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "'', รอบนี้ยังไม่มีผลการดำเนินงาน",
        "?section=team, รายทีม",
        "district/4301, ยังไม่มีผล",
        "compare, เมื่อมีผลการดำเนินงานอย่างน้อยสองอำเภอ",
        "compare?districts=4301-4302, ยังไม่มีผล",
        "plan/4301, ไม่นำมาคิด",
        "weights, ยังไม่มีผล",
        "weights?district=4301, ยังไม่มีผล",
        "laboratory?draft=T1:50&past=all, ร่าง",
        "trends, รอบเดียว",
        "trends?district=4301, รอบเดียว",
        "agreement?show=all, ไม่น้อยกว่าร้อยละ ๗๐",
        "import?tab=history, ยังไม่มี",
    })
    void helpsWithoutAnyFigure(String address, String help) {
        UiTest.open(address);
        assertThat(UiTest.pageText()).contains(help);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "'', 16.00",
        "?section=team, 32.00",
        "district/4301, 85",
        "district/4302, ยังไม่มีผล",
        "compare?districts=4301-4302, ยังไม่มีผล",
        "plan/4301, T1",
        "plan/4302, ไม่นำมาคิด",
        "weights?district=4301, T1",
        "weights?district=4302, ยังไม่มีผล",
        "trends?district=4301, รอบเดียว",
        "import?tab=history, one.csv",
    })
    void showsTheOneFigureThereIs(String address, String shown) {
        assertThat(imports.commit(ONE_FIGURE, Optional.empty()).status())
                .isEqualTo(ImportReport.Status.COMMITTED);
        UiTest.open("agreement");
        UiTest.open(address);
        assertThat(UiTest.pageText()).contains(shown);
    }
}
