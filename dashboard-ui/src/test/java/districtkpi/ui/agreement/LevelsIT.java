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
import districtkpi.scoring.Scorecard;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A round whose indicators have three levels worth 1, 3 and 5, three worth 50, 75 and 100 with a
 * part of each step from 0 on, one, and ten half ones; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class LevelsIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2563-1");

    /**
     * 4301: 65 % is worth 1 of 5, 40 × 1 ÷ 5 = 8; 65 points are worth 50 + 5 ÷ 10 × 25 = 62.5 of
     * 100, 30 × 62.5 ÷ 100 = 18.75; sent is 10; 4 cases are worth 2 of 5, 20 × 2 ÷ 5 = 8; together
     * 44.75. 4302: 50 % is below level 1 and worth 0.5, 40 × 0.5 ÷ 5 = 4; 30 points are worth 30 ÷
     * 60 × 50 = 25, 30 × 25 ÷ 100 = 7.5; not sent is 0; no case is worth 0.5 as 1 case is, 2;
     * together 13.5. 4305: 8 by the share alone, and what is missing brings from 0 + 0 + 2 to 30 +
     * 10 + 20 more.
     */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,E1,done,65,100,2020-03-01,,
            2563-1,4301,E2,score,65,,2020-03-01,,
            2563-1,4301,E3,sent,yes,,2020-03-01,,
            2563-1,4301,E4,cases,4,,2020-03-01,,
            2563-1,4302,E1,done,50,100,2020-03-01,,
            2563-1,4302,E2,score,30,,2020-03-01,,
            2563-1,4302,E3,sent,no,,2020-03-01,,
            2563-1,4302,E4,cases,0,,2020-03-01,,
            2563-1,4305,E1,done,65,100,2020-03-01,,
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
        PostedRound.post(agreements, results, PostedRound.document("levels.yaml"), RESULTS);
    }

    @Test
    void eachLevelCountsByWhatItIsWorth() {
        assertThat(scoreboards.find(ROUND).orElseThrow().ranking().rows().stream().limit(3))
                .extracting(
                        row -> row.scorecard().district().value(),
                        row -> row.scorecard().total().points().orElseThrow(),
                        row -> row.scorecard().total().possibleMin(),
                        row -> row.scorecard().total().possibleMax())
                .containsExactly(
                        tuple("4301", quarters(179), quarters(179), quarters(179)),
                        tuple("4302", quarters(54), quarters(54), quarters(54)),
                        tuple("4305", quarters(32), quarters(40), quarters(272)));
    }

    @Test
    void whatIsStoredIsWhatWasScored() {
        Scorecard.Line line =
                scoreboards
                        .find(ROUND)
                        .orElseThrow()
                        .ranking()
                        .rows()
                        .getFirst()
                        .scorecard()
                        .lines()
                        .get(1);
        assertThat(line.points()).contains(quarters(75));
    }

    @Test
    void pagesCallALevelByWhatItIsWorth() {
        open("district/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("62.50", "44.75");
        unfold("E1");
        assertThat(pageText())
                .contains("The next level is 3", "70 percent")
                .doesNotContain("The next level is 2");
        open("district/4302?round=2563-1&lang=en");
        assertThat(pageText()).contains("0.50", "10 more (to reach 60 places)", "floor");
        unfold("E1");
        assertThat(pageText()).contains("Level 1 is not reached");
        open("indicator/E1?round=2563-1&lang=en");
        assertThat(pageText()).contains("0 of 9 districts at level 5, 3 below level 3");
        open("agreement?round=2563-1&lang=en");
        assertThat(pageText()).contains("is worth 0.50");
        open("agreement?round=2563-1&lang=en&show=all");
        assertThat(pageText())
                .contains("A result below level 1 earns its part of the way from 0 to level 1");
        open("plan/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("1 → 3");
        open("laboratory?round=2563-1&lang=en&draft=;E1.l2.done:64");
        assertThat(pageText()).contains("E1 1→3");
        open("compare?round=2563-1&lang=en&districts=4301-4302");
        assertThat(pageText()).contains("They differ most in E3: Mueang Nong Khai at level 1");
    }

    @Test
    void aTotalHasTheWordThatNothingMissingCanChange() {
        open("district/4301?round=2563-1&lang=en");
        assertThat(textOf("summary-rating")).contains("Rating (indicative)", "Good");
        open("district/4305?round=2563-1&lang=en");
        assertThat(textOf("summary-rating")).contains("Fair to Good");
        open("?round=2563-1&lang=th&district=4302");
        assertThat(pageText()).contains("ระดับผลการประเมิน (โดยประมาณ)", "พอใช้");
        open("agreement?round=2563-1&lang=en");
        assertThat(pageText()).contains("Good from 44.75 · Fair from 10");
    }

    @Test
    void theFormAddsUpOutOfFiveAndShowsTheScaleOfItsOwn() {
        open("forms/evaluation/4301?round=2563-1");
        assertThat(cells(byId("form-E1")))
                .contains("(๓) ร้อยละ 70")
                .containsSequence("๑.๐๐", "๔๐", "๐.๔๐๐");
        assertThat(String.join(" ", cells(byId("form-E2")))).contains("๖๒.๕๐ จาก ๑๐๐", "๐.๙๓๘");
        assertThat(cells(byId("form-total")).getLast()).isEqualTo("๔๔.๗๕");
        assertThat(cells(byId("form-rating"))).contains("ดี");
    }

    private static BigFraction quarters(int quarters) {
        return BigFraction.of(quarters, 4);
    }
}
