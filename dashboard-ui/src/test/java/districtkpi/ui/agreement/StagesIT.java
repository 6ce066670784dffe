package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.cells;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.pageText;
import static districtkpi.ui.testing.UiTest.textOf;
import static districtkpi.ui.testing.UiTest.unfold;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.export.archive.PackageFile;
import districtkpi.export.table.RoundTables;
import districtkpi.export.table.Table;
import districtkpi.export.table.TableRequest;
import districtkpi.export.workbook.ScoreWorkbookTest;
import districtkpi.export.workbook.ScoredRound;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A round whose targets grow from stage to stage, worked out by hand in {@code
 * docs/method/scoring.md}; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class StagesIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2561-1");

    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2561-1,4301,G1,spent,24,100,2017-12-20,,
            2561-1,4301,G2,visits,5,,2017-11-20,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private RoundTables tables;
    @Autowired private PackageFile packages;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRound() throws IOException {
        PostedRound.post(agreements, results, PostedRound.document("stages.yaml"), RESULTS);
    }

    @ParameterizedTest
    @CsvSource({
        // 5 visits are level 5 of the first stage; of G1 there is no figure yet.
        "2017-11-25, 40",
        // 24 % are level 3 of its stage, and 5 visits level 3 of the second one.
        "2017-12-20, 60",
        "2017-12-31, 60",
        // From the day after, 24 % are level 1.
        "2018-01-01, 36",
        "2018-01-31, 36",
        "2018-02-01, 28",
        "2018-03-31, 28"
    })
    void theTargetsOfTheDayScore(LocalDate day, int points) {
        assertThat(
                        scoreboards
                                .find(ROUND, day)
                                .orElseThrow()
                                .ranking()
                                .row(DistrictCode.of("4301"))
                                .orElseThrow()
                                .scorecard()
                                .total()
                                .points())
                .contains(BigFraction.of(points));
    }

    @Test
    void theDistrictReadsWhichTargetHoldsAndUntilWhen() {
        open("district/4301?round=2561-1&lang=en&asOf=2017-12-20");
        unfold("G1");
        assertThat(plain(pageText()))
                .contains("Target until 31 December 2017 (2560 BE): Spent ≥ 20 %")
                .contains("1 more (to reach 25 baht)");
        open("district/4301?round=2561-1&lang=th&asOf=2017-12-20");
        unfold("G1");
        assertThat(plain(pageText())).contains("ค่าเป้าหมายถึง 31 ธันวาคม 2560");
        open("district/4301?round=2561-1&lang=en&asOf=2018-02-01");
        unfold("G1");
        assertThat(plain(pageText())).doesNotContain("Target until");
    }

    @Test
    void agreementIndicatorAndFormListTheStages() {
        open("agreement?round=2561-1&lang=en&show=all");
        assertThat(plain(textOf("stages-G2")))
                .contains("until 30 November 2017 (2560 BE): ≥ 1")
                .contains("until 31 January 2018 (2561 BE): ≥ 1");
        open("indicator/G1?round=2561-1&lang=en&asOf=2018-02-01");
        assertThat(plain(textOf("stages-G1"))).contains("until 31 December 2017 (2560 BE): ≥ 10");
        open("forms/agreement?round=2561-1&district=4301");
        assertThat(plain(pageText()))
                .contains("ถึง ๓๐ พฤศจิกายน ๒๕๖๐: ≥ ๑")
                .doesNotContain("ค่าเป้าหมายถึง");
        open("forms/evaluation/4301?round=2561-1&asOf=2017-12-20");
        assertThat(String.join(" ", cells(byId("form-G1"))))
                .contains("ค่าเป้าหมายถึง ๓๑ ธันวาคม ๒๕๖๐");
        for (String page :
                new String[] {"plan/4301", "compare", "laboratory", "trends", "weights"}) {
            open(page + "?round=2561-1&lang=en&asOf=2017-12-20&districts=4301-4302");
            assertThat(plain(pageText())).contains("G1");
        }
    }

    @Test
    void theTableOfStagesHasEveryTarget() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tables.get("stages")
                .answer(TableRequest.everythingOf(scoreboards.find(ROUND).orElseThrow()), false)
                .write(Table.Form.CSV, false, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1 + 5 + 10)
                .contains(
                        "2561-1,1,2017-12-31,results,G1,1,1,1,spent,at_least,10,true",
                        "2561-1,1,2018-01-31,results,G2,5,5,1,visits,at_least,8,true");
    }

    @ParameterizedTest
    @CsvSource({"2017-11-25", "2017-12-20", "2018-01-01", "2018-03-31"})
    void theWorkbookScoresByTheTargetsOfTheDay(LocalDate day) throws IOException {
        Scoreboard board = scoreboards.find(ROUND, day).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packages.write(board, out);

        ScoreWorkbookTest.compare(
                workbook(out.toByteArray()),
                new ScoredRound(
                        board.agreement(), board.districts(), board.values(), board.ranking()));
    }

    private static byte[] workbook(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("scores.xlsx")) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("No workbook");
    }

    /** Numbers hold together with their signs and units. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
