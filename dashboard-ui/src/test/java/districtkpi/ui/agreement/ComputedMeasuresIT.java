package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.cells;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.pageText;
import static districtkpi.ui.testing.UiTest.unfold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.export.table.RoundTables;
import districtkpi.export.table.Table;
import districtkpi.export.table.TableRequest;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A round whose indicators are computed of several measures: sub-indicators with weights, three of
 * five steps, an award or 100 %, and steps with points and a deduction for days late; on a database
 * of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class ComputedMeasuresIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2563-1");

    /**
     * 4301: coverage of 85 % is worth 3; the mean of 90, 80 and 71 % is 80⅓ %, on the line from 60
     * % (1) to 100 % (5) worth 1 + 20⅓ ÷ 40 × 4 = 91 ÷ 30; 0.6 × 3 + 0.4 × 91 ÷ 30 = 226 ÷ 75, of
     * 5, times 40 is 1808 ÷ 75. Three steps of five are all of 20; all is finished, 20; tasks of
     * 0.25 + 0.25 + 0.5 less 0.3 for 3 days are 0.7, level 1 of 5, 4. Together 5108 ÷ 75.
     *
     * <p>4302: 0 and 0; three steps are done whatever the other two are, 20; an award is enough,
     * 20; 0.25 less what the day costs reaches no level.
     *
     * <p>4305: 0.6 × 5 = 3 at least, and 5 at most, of 40 that is 24 to 40; without a result 20
     * each.
     */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,C1,coverage,85,100,2020-03-01,,
            2563-1,4301,C1,quality,90,100,2020-03-01,,
            2563-1,4301,C1,reports,80,100,2020-03-01,,
            2563-1,4301,C1,visits,71,100,2020-03-01,,
            2563-1,4301,C2,a,yes,,2020-03-01,,
            2563-1,4301,C2,b,yes,,2020-03-01,,
            2563-1,4301,C2,c,no,,2020-03-01,,
            2563-1,4301,C2,d,yes,,2020-03-01,,
            2563-1,4301,C2,e,no,,2020-03-01,,
            2563-1,4301,C3,award,no,,2020-03-01,,
            2563-1,4301,C3,finished,100,100,2020-03-01,,
            2563-1,4301,C4,p,yes,,2020-03-01,,
            2563-1,4301,C4,q,yes,,2020-03-01,,
            2563-1,4301,C4,r,yes,,2020-03-01,,
            2563-1,4301,C4,s,no,,2020-03-01,,
            2563-1,4301,C4,sent,2020-03-13,,2020-03-13,,
            2563-1,4302,C1,coverage,60,100,2020-03-01,,
            2563-1,4302,C1,quality,50,100,2020-03-01,,
            2563-1,4302,C1,reports,50,100,2020-03-01,,
            2563-1,4302,C1,visits,50,100,2020-03-01,,
            2563-1,4302,C2,a,yes,,2020-03-01,,
            2563-1,4302,C2,b,yes,,2020-03-01,,
            2563-1,4302,C2,c,yes,,2020-03-01,,
            2563-1,4302,C3,award,yes,,2020-03-01,,
            2563-1,4302,C4,p,yes,,2020-03-01,,
            2563-1,4302,C4,q,no,,2020-03-01,,
            2563-1,4302,C4,r,no,,2020-03-01,,
            2563-1,4302,C4,s,no,,2020-03-01,,
            2563-1,4305,C1,coverage,95,100,2020-03-01,,
            2563-1,4305,C1,quality,90,100,2020-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private RoundTables tables;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRound() throws IOException {
        PostedRound.post(
                agreements,
                results,
                PostedRound.document("/districtkpi/domain/testing/computed.yaml"),
                RESULTS);
    }

    @Test
    void numbersThatFollowFromOthersAreScoredExactly() {
        assertThat(scoreboards.find(ROUND).orElseThrow().ranking().rows().stream().limit(3))
                .extracting(
                        row -> row.scorecard().district().value(),
                        row -> row.scorecard().total().points().orElseThrow(),
                        row -> row.scorecard().total().possibleMin(),
                        row -> row.scorecard().total().possibleMax())
                .containsExactly(
                        tuple("4301", parts(5108), parts(5108), parts(5108)),
                        tuple("4302", parts(3000), parts(3000), parts(3000)),
                        tuple("4305", parts(1800), parts(1800), parts(7500)));
    }

    @Test
    void theDistrictReadsHowEachNumberCameAbout() {
        open("district/4301?round=2563-1&lang=en");
        unfold("C1");
        assertThat(pageText())
                .contains("68.11", "Mean of three", "80.3333 percent", "3.0133 points")
                .contains("0.6 × 1.1 Coverage + 0.4 × 1.2 Mean quality", "at most 5")
                .contains("✓ +3 80 percent", "✗ +5 90 percent");
        unfold("C4");
        assertThat(pageText())
                .contains("−0.3 points", "0.7 points", "0.30 more (to reach 1 points)");
        open("district/4305?round=2563-1&lang=th");
        unfold("C1");
        assertThat(pageText()).contains("3 ถึง 5 คะแนน จนกว่าจะมีข้อมูลครบ");
    }

    @Test
    void otherPagesSpeakOfTheComputedNumber() {
        open("agreement?round=2563-1&lang=en&show=all");
        assertThat(pageText())
                .contains("Mean of three (computed: mean of Quality, Reports, Visits)")
                .contains("+1 An award (Award: done)");
        open("indicator/C1?round=2563-1&lang=en");
        assertThat(pageText()).contains("C1");
        open("plan/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("C4");
        open("laboratory?round=2563-1&lang=en&draft=;C2.l2.steps:1");
        open("compare?round=2563-1&lang=en&districts=4301-4302");
        assertThat(pageText()).contains("3.0133 points (+7)");
        open("?round=2563-1&lang=en&district=4305");
        assertThat(pageText()).contains("24.00");
        open("forms/evaluation/4301?round=2563-1");
        assertThat(String.join(" ", cells(byId("form-C1"))))
                .contains("๓.๐๑")
                .contains("1.2 คุณภาพเฉลี่ย: ๓.๐๓๓๓ คะแนน")
                .contains("๐.๖ × 1.1 ความครอบคลุม + ๐.๔ × 1.2 คุณภาพเฉลี่ย · ไม่เกิน ๕");
        open("forms/agreement?round=2563-1");
        assertThat(pageText()).contains("+๐.๒๕ งาน 1 (งาน 1: ดำเนินการแล้ว)");
        open("trends?round=2563-1&lang=en");
        open("progress?round=2563-1&lang=en");
        open("review?round=2563-1&lang=en");
    }

    @Test
    void theTableOfComputedNumbersSaysWhatIsOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tables.get("computed")
                .answer(TableRequest.everythingOf(scoreboards.find(ROUND).orElseThrow()), false)
                .write(Table.Form.CSV, false, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "2563-1,4301,C1,average,ค่าเฉลี่ยสามด้าน,Mean of three,ร้อยละ,percent,80.3333,80.3333,80.3333,,,",
                        "2563-1,4302,C2,steps,จำนวนขั้นตอนที่ทำได้,Steps done,ขั้นตอน,steps,,3.0,5.0,1 2 3,4 5,");
    }

    /** Of 75. */
    private static BigFraction parts(int parts) {
        return BigFraction.of(parts, 75);
    }
}
