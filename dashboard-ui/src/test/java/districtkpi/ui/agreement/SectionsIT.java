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
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * A round whose agreement has three sections with names and shares of their own, from its file to
 * its pages and forms; on a database of its own.
 */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class SectionsIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final RoundId ROUND = RoundId.parse("2563-1");

    /**
     * 4301: 105 of a target of 100 is level 3, 60 × 3 ÷ 5 = 36, and level 4 is 40 × 4 ÷ 5 = 32,
     * together 68; a mean of 4.50 is level 5, which is 100; a difference of −0.9 is level 2, which
     * is 40. 50 % of 68, 30 % of 100 and 20 % of 40 are 72. 4302: 120 of 100 is level 5, which is
     * 60, a mean of 4.2099 is level 3 and 60, and nothing yet, so that 48 can become 68.
     */
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,R1,done,105,100,2020-03-01,,
            2563-1,4301,R2,cases,4,,2020-03-01,,
            2563-1,4301,C1,score,4.50,,2020-03-01,,
            2563-1,4301,J1,score,-0.9,,2020-03-01,,
            2563-1,4302,R1,done,120,100,2020-03-01,,
            2563-1,4302,R2,cases,0,,2020-03-01,,
            2563-1,4302,C1,score,4.2099,,2020-03-01,,
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
        try (InputStream file =
                Objects.requireNonNull(
                        SectionsIT.class.getResourceAsStream("three-sections.yaml"))) {
            committed(agreements.commit(new ImportFile("2563-1.yaml", file.readAllBytes())));
        }
        committed(
                results.commit(
                        new ImportFile("2563-1.csv", RESULTS.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty()));
    }

    private static void committed(ImportReport report) {
        assertThat(report.status()).as("%s", report.issues()).isEqualTo(Status.COMMITTED);
        assertThat(report.issues())
                .as("A share of a target is not warned of")
                .noneMatch(issue -> issue.code().equals("ABOVE_ONE_HUNDRED_PERCENT"));
    }

    @Test
    void eachSectionCountsByItsShare() {
        assertThat(scoreboards.find(ROUND).orElseThrow().ranking().rows().stream().limit(2))
                .extracting(
                        row -> row.scorecard().district().value(),
                        row ->
                                row.scorecard().sections().stream()
                                        .map(section -> section.total().points())
                                        .toList(),
                        row -> row.scorecard().total().points(),
                        row -> row.scorecard().total().possibleMax())
                .containsExactly(
                        tuple(
                                "4301",
                                List.of(points(68), points(100), points(40)),
                                points(72),
                                BigFraction.of(72)),
                        tuple(
                                "4302",
                                List.of(points(60), points(60), Optional.empty()),
                                points(48),
                                BigFraction.of(68)));
    }

    @Test
    void pagesAndFormsNameTheSectionsAsTheAgreementDoes() {
        open("?round=2563-1&lang=en");
        assertThat(pageText()).contains("Results").doesNotContain("Individual");
        open("district/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("Results", "Competence", "Assigned duties");
        open("agreement?round=2563-1&lang=en");
        assertThat(textOf("terms-duties")).contains("Assigned duties");
        open("weights?round=2563-1&lang=en&tab=sections");
        assertThat(pageText()).contains("Competence");
        open("data?round=2563-1&lang=en");
        assertThat(pageText()).contains("sections.csv");
        open("forms/evaluation/4301?round=2563-1");
        assertThat(cells(byId("form-share-results")))
                .containsExactly("ส่วนที่ ๑ (ผลการปฏิบัติงาน) ตามสัดส่วน", "๕๐", "๑.๗๐๐");
        assertThat(cells(byId("form-share-duties"))).endsWith("๒๐", "๐.๔๐๐");
        assertThat(cells(byId("form-total")).getLast()).isEqualTo("๗๒.๐๐");
    }

    @Test
    void aNumberSaysHowMuchIsLackingInItsUnit() {
        open("district/4301?round=2563-1&lang=en");
        assertThat(pageText()).contains("level 5: 4.50 points, threshold ≥");
        unfold("J1");
        assertThat(pageText())
                .contains("−0.9 percentage points", "0.9 more (to reach 0 percentage points)");
        open("district/4302?round=2563-1&lang=en");
        unfold("C1");
        assertThat(pageText()).contains("4.2099 points");
    }

    private static Optional<BigFraction> points(int points) {
        return Optional.of(BigFraction.of(points));
    }
}
