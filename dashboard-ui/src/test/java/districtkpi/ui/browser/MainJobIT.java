package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import districtkpi.ui.testing.RunningApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 360;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;

    /** More than any page has that takes the focus. */
    private static final int MOST_TABS = 300;

    /**
     * As patient as Playwright is when it goes to a page: the first one comes from a cold start.
     */
    private static final double PATIENCE_MILLIS = 30_000;

    private static RunningApplication application;
    private static Browsers browsers;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private String look = "";
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(true);
        browsers = Browsers.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void stop() {
        browsers.close();
        application.close();
    }

    @BeforeEach
    void openWindow() {
        context =
                browsers.chromium()
                        .newContext(
                                new NewContextOptions()
                                        .setBaseURL(application.address().toString())
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setViewportSize(WIDE, HEIGHT));
        page = context.newPage();
        page.onPageError(complaints::add);
        // Choosers are caught from the start: begun with the key that opens one, it can be too
        // late.
        page.onFileChooser(_ -> {});
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closeWindow() {
        context.close();
        assertThat(complaints).as("What the browser complained about").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"th, 4301, นำเข้า", "en, 4302, Import"})
    void aFileThatIsDroppedIsCheckedThenCommittedAndChangesTheRanking(
            String language, String district, String importTitle) {
        open("/?round=2565-1", language);
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
        open("/import", "en");

        choose("faulty.csv", BestResults.of("4305").replace("T1,spending,100", "T1,spending,abc"));

        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-rejected"));
        assertThat(page.locator("#issues")).containsText("NOT_A_NUMBER");
        assertThat(page.locator("#issues")).containsText("abc");
        assertThat(page.locator("#commit")).hasCount(0);
    }

    @Test
    void theWholeJobCanBeDoneWithTheKeyboardAlone() {
        open("/?round=2565-1", "th");
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
        waitForFileDrop();
        tabTo("#file-button");
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(payload("keyboard.csv", BestResults.of("4308")));
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
        tabTo("#commit");
        page.keyboard().press("Enter");
        assertThat(page.locator("#report")).hasClass(Pattern.compile("report-committed"));
        tabTo("#to-ranking a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ranking-4308 .rank-number")).hasText("1");
    }

    @ParameterizedTest
    @CsvSource({"th, LIGHT, " + WIDE, "en, DARK, " + NARROW})
    void noViewBreaksWcag22(String language, ColorScheme theme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
        look =
                String.join(
                        "-",
                        language,
                        theme.name().toLowerCase(Locale.ROOT),
                        Integer.toString(width));
        open("/?round=2565-2&section=individual", language);
        inspect("ranking-section");
        open("/?round=2565-2", language);
        assertThat(page.locator("#brief dd").first()).isVisible();
        inspect("ranking");
        open(
                "/?round=2565-2&show=neighbours&district=4305&weights=25&improved=share&sort=P1",
                language);
        assertThat(page.locator("#district-filter")).isVisible();
        inspect("ranking-neighbours");
        open("/district/4305?round=2565-2", language);
        assertThat(page.locator("#section-individual")).isVisible();
        inspect("district");
        open("/compare?round=2565-2", language);
        assertThat(page.locator("#compare-suggestions")).isVisible();
        inspect("compare-start");
        open("/compare?round=2565-2&districts=4301-4302-4305", language);
        assertThat(page.locator("#compare-chart svg")).isVisible();
        inspect("compare");
        open("/plan/4305?round=2565-2&goal=score:80", language);
        assertThat(page.locator("#moves")).isVisible();
        inspect("plan");
        open("/plan/4305?round=2565-2&effort=own&missing=assume", language);
        assertThat(page.locator("#estimates-apply")).isVisible();
        inspect("plan-own");
        open("/agreement?round=2565-1", language);
        assertThat(page.locator("#terms-individual")).isVisible();
        inspect("agreement");
        open("/trends?round=2565-2&districts=4305-4302&district=4305", language);
        assertThat(page.locator("#why-chart svg")).isVisible();
        inspect("trends");
        open("/weights?round=2565-2&draft=T1:50,T2:30&past=all", language);
        assertThat(page.locator("#waterfall svg")).isVisible();
        inspect("weights");
        open("/import?round=2565-1", language);
        assertThat(page.locator("#imports")).isVisible();
        inspect("import");
        choose("checked.csv", BestResults.of("4307").replace("T1,spending,100", "T1,spending,103"));
        assertThat(page.locator("#impact-2565-1-4307")).isVisible();
        inspect("import-checked");
        open("/import?round=2565-1", language);
        choose("refused.csv", BestResults.of("4307").replace(",yes,", ",maybe,"));
        assertThat(page.locator("#issues")).isVisible();
        inspect("import-refused");

        assertThat(violations).isEmpty();
    }

    /** Looks at the page as it is now, and keeps a picture of it. */
    private void inspect(String view) {
        String name = view + "-" + look;
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
        if (!fits()) {
            violations.add(name + ": the page is wider than the window");
        }
        new AxeBuilder(page)
                // Twice as fast; what it leaves out are frames of other origins, and there are
                // none.
                .setLegacyMode(true)
                .withTags(WCAG_2_2_AA)
                .analyze()
                .getViolations()
                .forEach(rule -> violations.add(name + ": " + describe(rule)));
    }

    /** WCAG 1.4.10: nobody has to scroll sideways to read; tables that do are regions. */
    private boolean fits() {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth <="
                                + " document.documentElement.clientWidth");
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + " ("
                + rule.getHelp()
                + "): "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    private void open(String address, String language) {
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(page.locator("main h1")).isVisible();
    }

    /** Until its code has been fetched it is on the page, but takes nothing. */
    private void waitForFileDrop() {
        assertThat(page.locator("#file-drop:defined")).isVisible();
    }

    /** Lets a file fall on the drop area, as a mouse does. */
    private void drop(String name, String content) {
        waitForFileDrop();
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

    /** Picks a file in the dialog that the button opens. */
    private void choose(String name, String content) {
        waitForFileDrop();
        page.waitForFileChooser(() -> page.locator("#file-button").click())
                .setFiles(payload(name, content));
    }

    private static FilePayload payload(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(UTF_8));
    }

    private String ranking() {
        return context.request().get("/api/v1/rounds/2565-1/ranking.csv").text();
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
