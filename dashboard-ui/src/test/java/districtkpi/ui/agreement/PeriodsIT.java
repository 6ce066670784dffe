package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.pageText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * Quarters, halves, nine months and a year side by side, and agreements of two kinds in one half;
 * on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class PeriodsIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** 95 % of the places are level 5, 42 of 70; no complaint another 28. */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2562-q1,4301,R1,done,55,100,2018-12-01,,
            2562-Q2,4301,R1,done,95,100,2019-02-01,,
            2562-Q2,4301,R2,complaints,0,,2019-02-01,,
            2562-1,4301,R1,done,75,100,2019-03-01,,
            2562-1-province,4301,R1,done,65,100,2019-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private AgreementRepository stored;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRounds() throws IOException {
        open("๒๕๖๒-q๑", "2018-10-01", "2018-12-31");
        open("2562-q2", "2019-01-01", "2019-03-31");
        open("2562-1", "2018-10-01", "2019-03-31");
        open("2562-1-province", "2018-10-01", "2019-03-31");
        open("2562-9m", "2018-10-01", "2019-06-30");
        open("2562-y", "2018-10-01", "2019-09-30");
        ImportReport report =
                results.commit(
                        new ImportFile("results.csv", RESULTS.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
    }

    private void open(String round, String first, String last) throws IOException {
        ImportReport report =
                agreements.commit(new ImportFile(round + ".yaml", agreement(round, first, last)));
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
        assertThat(report.issues())
                .extracting(Issue::code)
                .as(round)
                .doesNotContain("ROUND_DATES_UNUSUAL");
    }

    private static byte[] agreement(String round, String first, String last) throws IOException {
        return PostedRound.document("printed.yaml")
                .replace("round: ๒๕๖๒-๑", "round: " + round)
                .replace("๑ ตุลาคม ๒๕๖๑", first)
                .replace("๒๕๖๒-๐๓-๓๑", last)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRoundIsComparedWithTheOneBeforeOfItsSeries() {
        assertThat(scoreboards.findBefore(RoundId.parse("2562-q2"), 10))
                .extracting(board -> board.agreement().round().toString())
                .containsExactly("2562-q1");
        for (String alone : List.of("2562-q1", "2562-1", "2562-1-province", "2562-9m", "2562-y")) {
            assertThat(scoreboards.findBefore(RoundId.parse(alone), 10)).as(alone).isEmpty();
        }
    }

    @Test
    void eachRoundHasItsOwnResults() {
        assertThat(List.of("2562-q1", "2562-q2", "2562-1", "2562-1-province", "2562-y"))
                .extracting(
                        round -> round,
                        round ->
                                scoreboards
                                        .find(RoundId.parse(round))
                                        .orElseThrow()
                                        .ranking()
                                        .rows()
                                        .getFirst()
                                        .scorecard()
                                        .total()
                                        .points())
                .containsExactly(
                        tuple("2562-q1", Optional.of(tenths(84))),
                        tuple("2562-q2", Optional.of(tenths(700))),
                        tuple("2562-1", Optional.of(tenths(252))),
                        tuple("2562-1-province", Optional.of(tenths(168))),
                        tuple("2562-y", Optional.empty()));
    }

    @Test
    void roundsAreListedWithTheNewestFirst() {
        assertThat(stored.findAllInForce())
                .extracting(one -> one.agreement().round().toString())
                .containsSubsequence(
                        "2562-y", "2562-9m", "2562-q2", "2562-1-province", "2562-1", "2562-q1");
    }

    @Test
    void pagesNameThePeriodAndTheKind() {
        UiTest.open("?round=2562-q2&lang=en");
        assertThat(pageText()).contains("Quarter 2, fiscal year 2562 BE", "70.00");
        UiTest.open("district/4301?round=2562-q2&lang=en");
        assertThat(pageText()).contains("Q1/2562");
        UiTest.open("?round=2562-1-province&lang=th");
        assertThat(pageText()).contains("รอบที่ 1 ปีงบประมาณ พ.ศ. 2562 · ข้าราชการจังหวัด");
        UiTest.open("?round=2562-9m&lang=th");
        assertThat(pageText()).contains("รอบเก้าเดือน ปีงบประมาณ พ.ศ. 2562");
        UiTest.open("agreement?round=2562-y&lang=th");
        assertThat(pageText()).contains("ทั้งปีงบประมาณ พ.ศ. 2562");
        UiTest.open("trends?round=2562-q2&lang=en");
        assertThat(pageText()).contains("Q1/2562", "Q2/2562").doesNotContain("9 months");
        // Without a choice it is the newest round of the districts that has results.
        UiTest.open("?lang=en");
        assertThat(pageText()).contains("Quarter 2, fiscal year 2562 BE");
    }

    private static BigFraction tenths(int tenths) {
        return BigFraction.of(tenths, 10);
    }
}
