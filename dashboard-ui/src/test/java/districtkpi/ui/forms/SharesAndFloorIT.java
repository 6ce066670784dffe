package districtkpi.ui.forms;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.cells;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.pageText;
import static districtkpi.ui.testing.UiTest.shows;
import static districtkpi.ui.testing.UiTest.textOf;
import static districtkpi.ui.testing.UiTest.unfold;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.office.testing.SignedAgreement;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A round in which team results count for more than individual ones, and whoever has a result has
 * at least level 1; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class SharesAndFloorIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2563-1");

    /** 4301 leads by its team, 4302 by the plain sum of both sections. */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,T1,spending,100%,,2020-03-01,,
            2563-1,4301,P1,households_developed,0%,,2020-03-01,,
            2563-1,4302,T1,spending,0%,,2020-03-01,,
            2563-1,4302,P1,households_developed,100%,,2020-03-01,,
            2563-1,4302,P6,online_sales,400%,,2020-03-01,,
            2563-1,4302,P8,otop_sales,400%,,2020-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRound() {
        String agreement =
                SignedAgreement.document()
                        .replace("round: 2565-1", "round: 2563-1")
                        .replace("firstDay: 2021-10-01", "firstDay: 2019-10-01")
                        .replace("lastDay: 2022-03-31", "lastDay: 2020-03-31")
                        .replace("baselineDay: 2021-10-01", "baselineDay: 2019-10-01")
                        .replace("submissionDay: 2022-03-04", "submissionDay: 2020-03-04")
                        .replace("doneBy: 2022-03-04", "doneBy: 2020-03-04")
                        .replace("belowLevelOne: {value: zero", "belowLevelOne: {value: one")
                        .replaceFirst(
                                "share: \\{value: 50, basis: assumed",
                                "share: {value: 70, basis: stated")
                        .replaceFirst(
                                "share: \\{value: 50, basis: assumed",
                                "share: {value: 30, basis: stated");
        committed(agreements.commit(file("2563-1.yaml", agreement)));
        committed(results.commit(file("2563-1.csv", RESULTS), Optional.empty()));
    }

    private static void committed(ImportReport report) {
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
    }

    private static ImportFile file(String name, String text) {
        return new ImportFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSumOnPaperFollowsTheSharesAsTheRanksDo() {
        assertThat(
                        scoreboards.find(ROUND).orElseThrow().ranking().rows().stream()
                                .limit(2)
                                .map(row -> row.scorecard().district().value()))
                .containsExactly("4301", "4302");
        open("forms/evaluation/4301?round=2563-1");
        assertThat(shows("form-sum")).as("No sum that says otherwise").isFalse();
        assertThat(cells(byId("form-sum-team"))).endsWith("๑๐๐", "๒.๐๐๐");
        assertThat(cells(byId("form-share-team")))
                .containsExactly("ส่วนที่ ๑ (รายทีม) ตามสัดส่วน", "๗๐", "๑.๔๐๐");
        assertThat(cells(byId("form-share-individual"))).endsWith("๓๐", "๐.๐๖๐");
        assertThat(cells(byId("form-average")).getFirst()).isEqualTo("รวมตามสัดส่วน (เต็ม ๕.๐๐)");
        assertThat(cells(byId("form-average")).getLast()).isEqualTo("๑.๔๖๐");
        assertThat(cells(byId("form-total")).getLast()).isEqualTo("๒๙.๒๐");

        open("forms/summary?round=2563-1");
        assertThat(textOf("form-overview")).contains("ตามสัดส่วน").doesNotContain("รวมทุกส่วน");
        assertThat(textOf("form-details-4301")).contains("ตามสัดส่วน").doesNotContain("รวมทุกส่วน");
        assertThat(cells(byId("form-overview-4301")).subList(2, 7))
                .containsExactly("๒.๐๐๐", "๐.๒๐๐", "๑.๔๐๐", "๐.๐๖๐", "๑.๔๖๐");
    }

    @Test
    void aLevelThatComesFromTheFloorSaysSoOnScreenAndPaper() {
        open("forms/evaluation/4301?round=2563-1");
        assertThat(textOf("form-P1")).contains("ได้เป็นขั้นต่ำ", "ขั้นต่ำตามข้อตกลง");
        assertThat(textOf("form-P1")).doesNotContain("ได้ระดับนี้");
        assertThat(textOf("form-T1")).contains("ได้ระดับนี้").doesNotContain("ขั้นต่ำ");
        assertThat(textOf("form")).contains("“ขั้นต่ำตามข้อตกลง” คือ");
        open("district/4301?round=2563-1&lang=en");
        unfold("P1");
        assertThat(pageText()).contains("Level 1 as the floor of the agreement");
        assertThat(pageText()).doesNotContain("Level 1 is reached");
    }
}
