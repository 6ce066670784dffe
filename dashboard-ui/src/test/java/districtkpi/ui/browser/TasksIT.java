package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What each kind of user comes for, in a window of 1366×768, with clicks counted and without
 * scrolling: what is clicked or read is in view. The figures are printed.
 */
class TasksIT {

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int FEW_CLICKS = 3;
    private static final int MORE_CLICKS = 8;

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    private final Window window = BROWSER.open();
    private final Page page = window.page();
    private int clicks;

    @BeforeEach
    void beginAtTheOverview() {
        page.setViewportSize(WIDTH, HEIGHT);
        window.goTo("/?round=2565-2", "en");
        assertThat(page.locator("#map svg")).isVisible();
    }

    @Test
    void aDirectorSeesWhoFellMostAndWhyAndWhetherRankOneIsSafe() {
        Locator findings = page.locator("#findings");
        read(findings.getByText("Pho Tak ▼ 4 ranks, mostly T1 (−4.00)"));
        read(findings.getByText("Not yet: Tha Bo leads by 1.00 (1 level different)"));
        click(findings.getByText("Why"));
        assertThat(page.locator("main h1")).containsText("Trends");
        click(page.locator("#nav-ranking"));
        assertThat(page.locator("#map svg")).isVisible();
        click(findings.getByText("Compare"));
        assertThat(page.locator("main h1")).containsText("Compare districts");
        read(page.locator("main").getByText("Tha Bo").first());
        report("director: who fell most, is rank 1 safe", FEW_CLICKS);
    }

    @Test
    void aPlannerComparesTwoDistricts() {
        click(page.locator("#tick-4302"));
        click(page.locator("#tick-4308"));
        click(page.locator("#compare-ticked"));
        assertThat(page.locator("main h1")).containsText("Compare districts");
        read(page.locator("main").getByText("Sangkhom").first());
        report("planner: two districts beside each other", FEW_CLICKS);
    }

    /** A look at another district beside the ranking is no reason to begin again. */
    @Test
    void ticksStayWhileAnotherDistrictIsLookedAt() {
        click(page.locator("#tick-4302"));
        click(page.locator("#ranking-4305 .total"));
        assertThat(page.locator("#ranking-4305")).hasClass(Pattern.compile(".*looked-at.*"));
        assertThat(page.locator("#tick-4302")).isChecked();
        assertThat(page.locator("#tick-4305")).not().isChecked();
        click(page.locator("#tick-4308"));
        assertThat(page.locator("#compare-ticked")).containsText("2");
        click(page.locator("#ranking-4301 .total"));
        assertThat(page.locator("#ranking-4301")).hasClass(Pattern.compile(".*looked-at.*"));
        assertThat(page.locator("#tick-4302")).isChecked();
        assertThat(page.locator("#tick-4308")).isChecked();
        page.locator("#tick-4302").uncheck();
        assertThat(page.locator("#compare-ticked")).hasCount(0);
        page.locator("#tick-4302").check();
        click(page.locator("#compare-ticked"));
        assertThat(page.locator("main h1")).containsText("Compare districts");
    }

    @Test
    void aPlannerTriesOtherWeightsAndSeesTheirEffectBesideThem() {
        click(page.locator("#nav-laboratory"));
        Locator sentence = page.locator("#lab-summary-2565-2");
        read(sentence);
        String before = sentence.textContent();
        click(page.locator("#more-T1"));
        assertThat(sentence).not().hasText(before);
        read(sentence);
        report("planner: other weights and their effect", FEW_CLICKS);
    }

    @Test
    void anAnalystGoesFromAScoreToTheRowOfItsFile() {
        click(page.locator("#ranking-4317 th a"));
        assertThat(page.locator("#strip")).isVisible();
        Locator source = page.locator("#indicator-T1 .source-cell");
        read(source);
        assertThat(source).containsText("results-2565-2.csv");
        assertThat(source).containsText("line");
        report("analyst: from a score to the row of its file", FEW_CLICKS);
    }

    @Test
    void anAnalystTakesAllScoresAway() throws Exception {
        click(page.locator("#download"));
        Locator scores = page.locator("#downloads a[href*='scores.csv']");
        assertThat(scores).isVisible();
        Download file = page.waitForDownload(() -> click(scores));
        assertThat(Files.readString(file.path())).contains("district").contains("level");
        report("analyst: all scores", FEW_CLICKS);
    }

    /** Of an early day, on which nothing else in the round leans. */
    @Test
    void anAnalystMendsAWrongFileAndTakesItIn() {
        click(page.locator("#nav-import"));
        Locator choose = page.locator("#file-drop").getByText("Choose a file");
        FileChooser chooser = page.waitForFileChooser(() -> click(choose.first()));
        chooser.setFiles(
                new FilePayload(
                        "early.csv",
                        "text/csv",
                        """
                        round,district,indicator,measure,value,of,as_of,note
                        2564-1,4301,T1,spending,1O000,1175000,2020-10-05,
                        2564-1,4302,T1,spending,12000,900000,2020-10-05,
                        2564-1,Phon Pisai!,T1,spending,13000,800000,2020-10-05,
                        2564-1,4307,T1,spending,1O000,700000,2020-10-05,
                        """
                                .getBytes(StandardCharsets.UTF_8)));
        Locator value = page.locator("#mend-1 input");
        assertThat(value).hasValue("1O000");
        click(value);
        value.fill("10000");
        // The next one without the mouse: below the first, past the way to single cells.
        Locator district = page.locator("#mend-2 input");
        for (int tab = 0; tab < 5 && !isFocused(district); tab++) {
            page.keyboard().press("Tab");
        }
        assertThat(district).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("Phon Phisai");
        page.keyboard().press("Enter");
        read(page.locator("#mended-cells").getByText("3 cells fixed"));
        click(page.locator("#commit"));
        assertThat(page.locator("#report-heading")).containsText("Committed");
        report("analyst: a wrong file mended and taken in", MORE_CLICKS);
    }

    private static boolean isFocused(Locator field) {
        return Boolean.TRUE.equals(field.evaluate("field => document.activeElement === field"));
    }

    @Test
    void anybodyFindsADistrictByItsNameWithoutTheMouse() {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#search-field input")).isFocused();
        page.keyboard().type("4305");
        assertThat(page.locator("#search-found a").first()).containsText("Phon Phisai");
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).containsText("Phon Phisai");
        report("anybody: a district by its code", 0);
    }

    private void click(Locator target) {
        read(target);
        target.click();
        clicks++;
    }

    /** It is in view without scrolling. */
    private static void read(Locator target) {
        assertThat(target).isVisible();
        BoundingBox box = target.boundingBox();
        assertThat(box.y).as("top of %s", target).isGreaterThanOrEqualTo(0);
        assertThat(box.y + Math.min(box.height, 1))
                .as("foot of %s", target)
                .isLessThanOrEqualTo(HEIGHT);
    }

    /** The figures are what the test is run for. */
    private void report(String task, int max) {
        int scrolled = ((Number) page.evaluate("Math.round(window.scrollY)")).intValue();
        System.out.println(
                "task: " + task + ": " + clicks + " clicks, " + scrolled + " px scrolled");
        assertThat(clicks).as(task).isLessThanOrEqualTo(max);
    }
}
