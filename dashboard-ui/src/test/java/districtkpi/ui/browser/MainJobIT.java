package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.RunningApplication;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job in a real browser, on the demonstration rounds. */
class MainJobIT {

    /** More than any page has that takes the focus. */
    private static final int MOST_TABS = 300;

    private static RunningApplication application;
    private static Browsers browsers;

    private Window window;
    private Page page;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(true);
        browsers = Browsers.launch();
    }

    @AfterAll
    static void stop() {
        browsers.close();
        application.close();
    }

    @BeforeEach
    void openWindow() {
        window = Window.open(browsers, application);
        page = window.page();
    }

    @AfterEach
    void closeWindow() {
        window.close();
        assertThat(window.complaints()).as("What the browser complained about").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"th, 4301, นำเข้า", "en, 4302, Import"})
    void aFileThatIsDroppedIsCheckedThenCommittedAndChangesTheRanking(
            String language, String district, String importTitle) {
        window.goTo("/?round=2565-1", language);
        assertThat(page.locator("#ranking tbody tr")).hasCount(9);
        assertThat(page.locator("html")).hasAttribute("lang", language);

        page.locator("#nav-import").click();
        assertThat(page.locator("h1")).containsText(importTitle);
        drop("best.csv", BestResults.of(district));

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
        assertThat(page.locator("#impact-2565-1-" + district)).containsText("100");
        assertThat(page.locator("#impact-2565-1-" + district)).hasClass(Pattern.compile("changed"));
        assertThat(ranking()).doesNotContain(rankOne(district));

        page.locator("#commit").click();

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
        assertThat(page.locator("#imports")).containsText("best.csv");
        page.locator("#to-ranking a").click();
        assertThat(page.locator("#ranking-" + district)).containsText("100");
        assertThat(page.locator("#ranking-" + district + " .rank-number")).hasText("1");
        assertThat(ranking()).contains(rankOne(district));

        page.locator("#ranking-" + district + " a").first().click();
        assertThat(page).hasURL(Pattern.compile("/district/" + district));
        assertThat(page.locator("#section-team")).containsText("100");
        assertThat(page.locator("main")).containsText("best.csv");

        page.locator("#nav-agreement").click();
        assertThat(page.locator("main")).containsText("ไม่น้อยกว่าร้อยละ ๗๐");
        assertThat(page.locator("#terms-individual")).containsText("P8");
    }

    @Test
    void aFileWithFaultsIsRefusedWithTheCellsThatAreWrong() {
        window.goTo("/import", "en");

        window.choose(
                "faulty.csv", BestResults.of("4305").replace("T1,spending,100", "T1,spending,abc"));

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-rejected"));
        assertThat(page.locator("#issues")).containsText("NOT_A_NUMBER");
        assertThat(page.locator("#issues")).containsText("abc");
        assertThat(page.locator("#commit")).hasCount(0);
    }

    @Test
    void theWholeJobCanBeDoneWithTheKeyboardAlone() {
        window.goTo("/?round=2565-1", "th");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("skip-link");
        page.keyboard().press("Enter");
        assertThat(focused()).isEqualTo("main");

        tabTo("a[href^='district/4308']");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/district/4308"));

        tabTo("#nav-import");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/import"));
        window.waitForFileDrop();
        tabTo("#file-button");
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(Window.payload("keyboard.csv", BestResults.of("4308")));
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
        tabTo("#commit");
        page.keyboard().press("Enter");
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
        tabTo("#to-ranking a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ranking-4308 .rank-number")).hasText("1");
    }

    @Test
    void whoeverComesSignsInWithTheKeyboardAndOutAgain() {
        window.context().clearCookies();
        page.navigate("/district/4301?round=2565-1");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        assertThat(page.locator("h1")).containsText("เข้าสู่ระบบ");
        assertThat(page.locator("#demonstration-accounts")).hasCount(0);
        assertThat(page.locator("#sign-in-form:defined")).isVisible();

        page.locator("vaadin-text-field[name=username] input").focus();
        page.keyboard().type(Administrator.NAME);
        page.keyboard().press("Tab");
        page.keyboard().type(Administrator.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/district/4301\\?round=2565-1"));
        assertThat(page.locator("#account-role")).hasText("ผู้ดูแลระบบ");
        tabTo("#sign-out");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    /** Lets a file fall on the drop area, as a mouse does. */
    private void drop(String name, String content) {
        window.waitForFileDrop();
        JSHandle files =
                page.evaluateHandle(
                        """
                        ([name, content]) => {
                            const files = new DataTransfer();
                            files.items.add(new File([content], name, {type: 'text/csv'}));
                            return files;
                        }\
                        """,
                        List.of(name, content));
        page.locator("#file-drop").dispatchEvent("drop", Map.of("dataTransfer", files));
    }

    @Test
    void thaiDigitsStandOnTheAxesOfChartsToo() {
        window.goTo("/weights?round=2565-2", "th");
        assertThat(page.locator("#waterfall svg")).containsText("100");

        page.locator("#digits-switch").click();

        assertThat(page.locator("#waterfall svg")).containsText("๑๐๐");
        assertThat(page.locator("#waterfall svg")).not().containsText("100");
    }

    private String ranking() {
        return window.context().request().get("/api/v1/rounds/2565-1/ranking.csv").text();
    }

    private static String rankOne(String district) {
        return "2565-1,1," + district + ",";
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean)
                    page.evaluate(
                            "selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("The key Tab does not lead to " + selector);
    }
}
