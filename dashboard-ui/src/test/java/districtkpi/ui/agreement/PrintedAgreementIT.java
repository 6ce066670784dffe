package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.cells;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.pageText;
import static districtkpi.ui.testing.UiTest.textOf;
import static districtkpi.ui.testing.UiTest.unfold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A round whose agreement is written as it is printed: Thai digits, levels as ranges, an indicator
 * that is watched only, weights that total 70 and 30; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class PrintedAgreementIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2562-1");

    /**
     * Weights of 42, 28 and 0 total 70, and those of the other section 30; shares are 70 and 30.
     *
     * <p>4301: 5999 of 10000 places are 59.99 %, level 1: 42 × 1 ÷ 5 = 8.4; 3 complaints are level
     * 3: 28 × 3 ÷ 5 = 16.8; 25.2 of 70 are 36 %. Competence 3: 30 × 3 ÷ 5 = 18 of 30, 60 %.
     * Together 36 × 70 ÷ 100 + 60 × 30 ÷ 100 = 43.2. 4302: 139991 of 200000 are 69.9955 %, which
     * has begun 60–69.99 and not 70: level 2, 16.8; no complaint is level 5, 28; 44.8 of 70 are 64
     * %; competence 5 is 30 of 30; together 74.8. 4305: nothing but what is watched, so no total,
     * and 0 to 100 possible. 4307: 8.4 by R1, and 0 to 28 + 30 more.
     */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2562-1,4301,R1,done,5999,10000,2019-03-01,,
            2562-1,4301,R2,complaints,3,,2019-03-01,,
            2562-1,4301,C1,score,3,,2019-03-01,,
            2562-1,4302,R1,done,139991,200000,2019-03-01,,
            2562-1,4302,R2,complaints,0,,2019-03-01,,
            2562-1,4302,R3,spent,1500.50,,2019-03-01,,
            2562-1,4302,C1,score,5,,2019-03-01,,
            2562-1,4305,R3,spent,2000,,2019-03-01,,
            2562-1,4307,R1,done,50,100,2019-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRound() throws IOException {
        PostedRound.post(agreements, results, PostedRound.document("printed.yaml"), RESULTS);
    }

    @Test
    void rangesAndThaiDigitsScoreAsTheyAreMeant() {
        assertThat(scoreboards.find(ROUND).orElseThrow().ranking().rows().stream().limit(4))
                .extracting(
                        row -> row.scorecard().district().value(),
                        row -> row.scorecard().total().points(),
                        row -> row.scorecard().total().possibleMin(),
                        row -> row.scorecard().total().possibleMax())
                .containsExactly(
                        tuple("4302", Optional.of(tenths(748)), tenths(748), tenths(748)),
                        tuple("4301", Optional.of(tenths(432)), tenths(432), tenths(432)),
                        tuple("4307", Optional.of(tenths(84)), tenths(84), tenths(664)),
                        tuple("4305", Optional.empty(), tenths(0), tenths(1000)));
    }

    @Test
    void pointsStandInTheScaleThatIsPrinted() {
        open("district/4302?round=2562-1&lang=en");
        assertThat(textOf("summary-results")).contains("44.80 of 70", "of the total");
        assertThat(textOf("summary-competence")).contains("30.00 of 30");
        unfold("R1");
        assertThat(pageText()).contains("16.80 points of weight 42 of 70");
        open("agreement?round=2562-1&lang=en&show=all");
        assertThat(pageText()).contains("Weight 42 of 70", "Weight 30 of 30");
        open("?round=2562-1&lang=th&view=levels");
        assertThat(pageText()).contains("น้ำหนัก 42 จาก 70");
        open("laboratory?round=2562-1&lang=en");
        assertThat(pageText()).contains("70 of 70", "30 of 30");
        open("laboratory?round=2562-1&lang=en&draft=R1:50");
        assertThat(pageText()).contains("78 of 70", "Bring to 70", "8 too much");
        open("laboratory?round=2562-1&lang=en&draft=R1:32,R2:38");
        assertThat(pageText()).doesNotContain("too much");
    }

    @Test
    void assumptionsStandBesideTheLevelsThatTheyAreAbout() {
        open("agreement?round=2562-1&lang=en&show=all");
        assertThat(pageText())
                .contains(
                        "50–59.99 percent",
                        "What lies between the printed ends 59.99 and 60 counts at this level",
                        "assumed",
                        "watched only (no points)");
        open("agreement?round=2562-1&lang=th&show=all");
        assertThat(pageText())
                .contains(
                        "ค่าที่อยู่ระหว่าง 59.99 กับ 60 ซึ่งข้อตกลงไม่ได้พิมพ์ไว้",
                        "ติดตามเท่านั้น (ไม่คิดคะแนน)");
    }

    @Test
    void whatIsWatchedOnlyIsShownAndMarked() {
        open("district/4302?round=2562-1&lang=en");
        assertThat(pageText()).contains("74.80", "watched only (no points)", "1,500.50");
        unfold("R3");
        assertThat(pageText()).contains("499.50");
        open("district/4305?round=2562-1&lang=en");
        unfold("R3");
        assertThat(pageText()).contains("watched only (no points)");
        open("?round=2562-1&lang=en&unit=watch");
        assertThat(pageText()).doesNotContain("NaN");
        open("plan/4301?round=2562-1&lang=en");
        assertThat(pageText()).contains("R1").doesNotContain("R3");
        open("laboratory?round=2562-1&lang=en&draft=R1:35,R2:28,R3:7");
        assertThat(pageText()).contains("R3");
        open("weights?round=2562-1&lang=en&tab=influence");
        assertThat(pageText()).contains("watched only");
        open("record?round=2562-1&lang=en&district=4302&indicator=R3");
        assertThat(textOf("record-R3")).contains("watched only (no points)");
        open("indicator/R3?round=2562-1&lang=en");
        assertThat(pageText()).contains("watched only", "of 9 districts at level 2");
    }

    @Test
    void theFormMarksWhatIsWatchedOnly() {
        open("forms/evaluation/4302?round=2562-1");
        assertThat(cells(byId("form-R3")).getFirst())
                .contains("เบิกจ่าย R3", "ติดตามเท่านั้น (ไม่คิดคะแนน)");
        assertThat(cells(byId("form-R3"))).endsWith("๐", "–");
        assertThat(cells(byId("form-R1"))).endsWith("๒.๐๐", "๔๒", "๑๖.๘๐");
        assertThat(cells(byId("form-sum-results"))).endsWith("๗๐", "๔๔.๘๐");
        assertThat(cells(byId("form-share-results"))).endsWith("๗๐", "๔๔.๘๐");
        assertThat(cells(byId("form-share-competence"))).endsWith("๓๐", "๓๐.๐๐");
        assertThat(cells(byId("form-average")).getLast()).isEqualTo("๓.๗๔๐");
        assertThat(cells(byId("form-total")).getLast()).isEqualTo("๗๔.๘๐");
        assertThat(pageText()).contains("÷ ๕ รวมแต่ละส่วน");
        open("forms/agreement?round=2562-1&district=4302");
        assertThat(pageText()).contains("ติดตามเท่านั้น (ไม่คิดคะแนน)");
    }

    @Test
    void unitsThatAnswerTogetherAreOnePartOfThePoints() {
        open("agreement?round=2562-1&lang=en&show=all");
        assertThat(pageText()).contains("Planning and Watching");
        open("forms/agreement?round=2562-1&district=4302");
        assertThat(pageText()).contains("แผนและติดตาม");
        for (String unit : new String[] {"plan", "watch"}) {
            open("trends?round=2562-1&lang=en&unit=" + unit);
            assertThat(pageText()).contains("R2");
        }
        // Of 100: R1 42 and C1 30; R2 28; what is watched has no points.
        open("weights?round=2562-1&district=4302&tab=units&lang=en");
        assertThat(textOf("breakdown-units"))
                .contains("Planning group", "Planning group and Watching group");
    }

    private static BigFraction tenths(int tenths) {
        return BigFraction.of(tenths, 10);
    }
}
