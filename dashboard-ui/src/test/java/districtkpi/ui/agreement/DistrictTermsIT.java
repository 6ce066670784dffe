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
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
 * A round in which districts have targets, deadlines and weights of their own and an indicator is
 * none of some, worked out by hand in {@code docs/method/scoring.md}; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class DistrictTermsIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2563-1");

    /** The same figures of all: 90 households, 54 of 60 million baht, sent on the last day. */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,R1,trained,90,,2020-03-01,,
            2563-1,4301,R2,invested,54000000,60000000,2020-03-01,,
            2563-1,4301,R3,plan_sent,2020-02-28,,2020-03-01,,
            2563-1,4302,R1,trained,90,,2020-03-01,,
            2563-1,4302,R2,invested,54000000,60000000,2020-03-01,,
            2563-1,4302,R3,plan_sent,2020-02-28,,2020-03-01,,
            2563-1,4305,R1,trained,90,,2020-03-01,,
            2563-1,4305,R3,plan_sent,2020-02-28,,2020-03-01,,
            2563-1,4307,R1,trained,90,,2020-03-01,,
            2563-1,4307,R2,invested,54000000,60000000,2020-03-01,,
            2563-1,4307,R3,plan_sent,2020-02-28,,2020-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;
    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private RegisterQuery register;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    @BeforeEach
    void openTheRound() throws IOException {
        committed(agreements.commit(new ImportFile("2563-1.yaml", agreement())));
        committed(results.commit(results(), Optional.empty()));
    }

    private static byte[] agreement() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        DistrictTermsIT.class.getResourceAsStream("district-terms.yaml"))) {
            return file.readAllBytes();
        }
    }

    private static ImportFile results() {
        return new ImportFile("2563-1.csv", RESULTS.getBytes(StandardCharsets.UTF_8));
    }

    private static void committed(ImportReport report) {
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    @Test
    void theSameFiguresGiveFourTotals() {
        assertThat(scoreboard().ranking().rows().stream().limit(4))
                .extracting(
                        row -> row.scorecard().district().value(),
                        row -> row.scorecard().total().points().orElseThrow())
                .containsExactly(
                        tuple("4302", BigFraction.of(100)),
                        tuple("4305", BigFraction.of(90)),
                        tuple("4307", BigFraction.of(88)),
                        tuple("4301", BigFraction.of(56)));
    }

    @Test
    void aResultOfWhatDoesNotApplyIsWarnedOf() {
        ImportReport report =
                results.dryRun(
                        new ImportFile(
                                "again.csv",
                                RESULTS.replace("54000000", "50000000")
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());

        assertThat(report.issues())
                .filteredOn(issue -> issue.code().equals("NOT_FOR_DISTRICT"))
                .extracting(Issue::line, issue -> issue.message().en())
                .containsExactly(
                        tuple(
                                6,
                                "By the agreement R2 does not apply to district 4302. The result"
                                        + " “50000000” is kept, and changes no score."));
    }

    @Test
    void termsOfADistrictThatIsNotThereAreRefused() throws IOException {
        String other =
                new String(agreement(), StandardCharsets.UTF_8)
                        .replace("{district: \"4305\"", "{district: \"4399\"");

        ImportReport report =
                agreements.dryRun(
                        new ImportFile("other.yaml", other.getBytes(StandardCharsets.UTF_8)));

        assertThat(report.issues())
                .filteredOn(issue -> issue.code().equals("UNKNOWN_DISTRICT"))
                .extracting(Issue::line)
                .containsExactly(
                        1 + (int) other.substring(0, other.indexOf("4399")).lines().count() - 1);
    }

    @Test
    void nothingIsMissingOfWhatDoesNotApply() {
        assertThat(
                        register.find(
                                scoreboard().stored().agreement(),
                                scoreboard().districts().stream().map(District::code).toList()))
                .filteredOn(entry -> entry.district().value().compareTo("4307") <= 0)
                .extracting(entry -> entry.district().value(), RegisterEntry::indicators)
                .containsExactly(
                        tuple("4301", 3), tuple("4302", 2), tuple("4305", 2), tuple("4307", 3));
    }

    @Test
    void aDistrictSeesItsOwnTargetsBesideThePrintedOnes() {
        open("district/4301?round=2563-1&lang=en");
        unfold("R1");
        assertThat(pageText())
                .contains(
                        "The next level is 1",
                        "60 households",
                        "Target here: Households trained ≥ 100 households",
                        "10 more (to reach 100 households)");
        unfold("R3");
        assertThat(pageText()).contains("Target here: Day of sending the plan by 10 March 2020");
        open("district/4302?round=2563-1&lang=en");
        unfold("R2");
        assertThat(pageText())
                .contains(
                        "By the agreement it does not apply to this district; the other indicators"
                                + " of its section have the weights agreed for this district.");
        open("district/4305?round=2563-1&lang=en");
        unfold("R2");
        assertThat(pageText()).contains("The weight of this indicator is spread over");
        open("district/4307?round=2563-1&lang=en");
        unfold("R1");
        assertThat(pageText())
                .contains("10 more (to reach 100 households)")
                .doesNotContain("Target here");
        open("plan/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("10 more (to reach 100 households)");
    }

    @Test
    void districtsWithDifferentTargetsAreDrawnByTheirLevels() {
        open("indicator/R1?round=2563-1&lang=en");
        assertThat(pageText()).contains("R1 Households");
        assertThat(textOf("dots-by-level")).contains("different targets");
        assertThat(textOf("district-terms-R1"))
                .contains("Mueang Nong Khai: targets", "120 households", "Tha Bo");
        open("indicator/R2?round=2563-1&lang=en");
        assertThat(pageText()).doesNotContain("different targets");
        assertThat(textOf("district-terms-R2")).contains("Phon Phisai: does not apply");
    }

    @Test
    void theAgreementSaysWhatIsOtherwiseInWhichDistrict() {
        open("agreement?round=2563-1&lang=en&show=all");
        assertThat(textOf("district-terms-R3"))
                .contains("Mueang Nong Khai: due", "2020", "Tha Bo: weight 60");
        open("data?round=2563-1&lang=en");
        assertThat(pageText()).contains("terms.csv");
        open("?round=2563-1&lang=en");
        assertThat(pageText()).contains("Tha Bo");
        open("compare?round=2563-1&lang=en&districts=4301-4302");
        assertThat(pageText()).contains("Tha Bo");
        open("laboratory?round=2563-1&lang=en&draft=R1:50,R3:30");
        assertThat(pageText())
                .contains(
                        "What applies to district 4302 of the section Results weighs 110 together");
        open("laboratory?round=2563-1&lang=en&draft=;R1.l5.trained:95");
        assertThat(pageText())
                .contains("the districts 4301, 4302 keep the targets agreed for them");
    }

    @Test
    void formsPrintTheTargetsAndWeightsOfTheDistrict() {
        open("forms/evaluation/4301?round=2563-1");
        assertThat(String.join(" ", cells(byId("form-R1"))))
                .contains("๖๐ ครัวเรือน", "ค่าเป้าหมายของอำเภอนี้", "≥ ๑๐๐ ครัวเรือน");
        open("forms/evaluation/4302?round=2563-1");
        assertThat(cells(byId("form-R3"))).containsSequence("๕.๐๐ ๑ จาก ๑", "๖๐", "๓.๐๐๐");
        assertThat(cells(byId("form-R2"))).contains("ไม่นำมาประเมิน");
        assertThat(cells(byId("form-sum-results"))).containsSequence("๑๐๐", "๕.๐๐๐");
        open("forms/agreement?round=2563-1&district=4302");
        assertThat(pageText())
                .contains("≥ ๔๐ ครัวเรือน", "ไม่นำมาประเมิน", "๖๐")
                .doesNotContain("≥ ๑๒๐ ครัวเรือน");
        open("forms/agreement?round=2563-1");
        assertThat(pageText()).contains("ข้อตกลงเฉพาะบางอำเภอ", "เมืองหนองคาย", "น้ำหนัก ๖๐");
    }
}
