package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import districtkpi.ui.testing.RunningApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen in a real browser: nothing breaks WCAG 2.2 AA, nothing is wider than the window, and
 * pictures of each are kept in light and dark, Thai and English, narrow and wide.
 */
class EveryScreenIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final double CHARTS_FOLLOW_MILLIS = 3_000;

    /**
     * How a page is looked at.
     *
     * @param checked whether axe looks too: a language changes neither colours nor sizes, so that
     *     each theme and each width is checked once
     */
    private record Look(ColorScheme theme, int width, boolean checked) {

        @Override
        public String toString() {
            return theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        }
    }

    /** Every pair of language, theme and width, in half as many looks as there are triples. */
    private static final Map<String, List<Look>> LOOKS =
            Map.of(
                    "th",
                    List.of(
                            new Look(ColorScheme.LIGHT, Window.WIDE, true),
                            new Look(ColorScheme.DARK, Window.NARROW, true)),
                    "en",
                    List.of(
                            new Look(ColorScheme.DARK, Window.WIDE, false),
                            new Look(ColorScheme.LIGHT, Window.NARROW, false)));

    private static RunningApplication application;
    private static Browsers browsers;

    private final List<String> violations = new ArrayList<>();
    private Window window;
    private Page page;
    private String language = "";

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
    @ValueSource(strings = {"th", "en"})
    void noViewBreaksWcag22(String language) {
        this.language = language;
        window.goTo("/?round=2565-2&section=individual", language);
        inspect("ranking-section");
        window.goTo("/?round=2565-2", language);
        assertThat(page.locator("#brief dd").first()).isVisible();
        inspect("ranking");
        window.goTo(
                "/?round=2565-2&show=neighbours&district=4305&weights=25&improved=share&sort=P1",
                language);
        assertThat(page.locator("#district-filter")).isVisible();
        inspect("ranking-neighbours");
        window.goTo("/district/4305?round=2565-2", language);
        assertThat(page.locator("#section-individual")).isVisible();
        inspect("district");
        window.goTo("/compare?round=2565-2", language);
        assertThat(page.locator("#compare-suggestions")).isVisible();
        inspect("compare-start");
        window.goTo("/compare?round=2565-2&districts=4301-4302-4305", language);
        assertThat(page.locator("#compare-chart svg")).isVisible();
        inspect("compare");
        window.goTo("/plan/4305?round=2565-2&goal=score:80", language);
        assertThat(page.locator("#moves")).isVisible();
        inspect("plan");
        window.goTo("/plan/4305?round=2565-2&effort=own&missing=assume", language);
        assertThat(page.locator("#estimates-apply")).isVisible();
        inspect("plan-own");
        window.goTo("/agreement?round=2565-1", language);
        assertThat(page.locator("#terms-individual")).isVisible();
        inspect("agreement");
        window.goTo("/trends?round=2565-2&districts=4305-4302&district=4305", language);
        assertThat(page.locator("#why-chart svg")).isVisible();
        inspect("trends");
        window.goTo("/weights?round=2565-2&draft=T1:50,T2:30&past=all", language);
        assertThat(page.locator("#waterfall svg")).isVisible();
        inspect("weights");
        window.goTo("/publication?round=2565-2", language);
        page.locator("#publish").click();
        assertThat(page.locator("#publication-warning")).isVisible();
        inspect("publication");
        window.goTo("/receipt/4308?round=2565-2&revision=1", language);
        assertThat(page.locator("#receipt-proof")).isVisible();
        inspect("receipt");
        window.goTo("/data?round=2565-2", language);
        assertThat(page.locator("#package")).isVisible();
        inspect("data");
        window.goTo("/import?round=2565-1", language);
        assertThat(page.locator("#imports")).isVisible();
        inspect("import");
        page.locator("#imports vaadin-button").first().click();
        assertThat(page.locator("#undo")).isVisible();
        inspect("import-undo");
        window.goTo("/import?round=2565-1", language);
        window.choose(
                "checked.csv",
                BestResults.of("4307").replace("T1,spending,100", "T1,spending,103"));
        assertThat(page.locator("#impact-2565-1-4307")).isVisible();
        inspect("import-checked");
        window.goTo("/import?round=2565-1", language);
        window.choose("refused.csv", BestResults.of("4307").replace(",yes,", ",maybe,"));
        assertThat(page.locator("#issues")).isVisible();
        inspect("import-refused");
        window.goTo("/import?round=2565-1&source=bpm", language);
        assertThat(page.locator("#extract-columns")).isVisible();
        inspect("import-source");
        window.choose(
                "bpm.csv", "อำเภอ,งาน,ดำเนินการเมื่อ,คีย์เมื่อ\n4307,ประชุม,1/2/2565,5/2/2565\n");
        assertThat(page.locator("#mapping")).isVisible();
        inspect("import-mapping");
        window.goTo("/account", language);
        assertThat(page.locator("#token-make")).isVisible();
        inspect("account");
        window.goTo("/accounts", language);
        assertThat(page.locator("#account-save")).isVisible();
        inspect("accounts");
        window.goTo("/audit", language);
        assertThat(page.locator("#audit-action")).isVisible();
        inspect("audit");
        window.context().clearCookies();
        window.goTo("/sign-in?error=wrong", language);
        assertThat(page.locator("#sign-in-form")).isVisible();
        inspect("sign-in");

        assertThat(violations).isEmpty();
    }

    /** Keeps pictures of the page as it is now, and checks it. */
    private void inspect(String view) {
        for (Look look : requireNonNull(LOOKS.get(language))) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.theme()));
            page.setViewportSize(look.width(), Window.HEIGHT);
            String name = String.join("-", view, language, look.toString());
            if (!fits()) {
                violations.add(name + ": the page is wider than the window");
            }
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(SCREENSHOTS.resolve(name + ".png"))
                            .setFullPage(true));
            if (look.checked()) {
                check(name);
            }
        }
    }

    private void check(String name) {
        AxeRunOptions options = new AxeRunOptions();
        // What passed is not looked at, and takes half of the time to be handed over.
        options.setResultTypes(List.of("violations"));
        new AxeBuilder(page)
                .options(options)
                // Twice as fast; what it leaves out are frames of other origins, and there are
                // none.
                .setLegacyMode(true)
                .withTags(WCAG_2_2_AA)
                .analyze()
                .getViolations()
                .forEach(rule -> violations.add(name + ": " + describe(rule)));
    }

    /**
     * WCAG 1.4.10: nobody has to scroll sideways to read; tables that do are regions. Charts follow
     * the window a moment later.
     */
    private boolean fits() {
        try {
            page.waitForFunction(
                    "document.documentElement.scrollWidth <="
                            + " document.documentElement.clientWidth",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(CHARTS_FOLLOW_MILLIS));
            return true;
        } catch (TimeoutError _) {
            return false;
        }
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
}
