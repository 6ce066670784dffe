package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a reader sees without scrolling, measured in a real browser: where a page begins, what
 * stands in the first window, how high it is, and that the menu marks it. The figures are printed;
 * a page that grows beyond its limit fails.
 */
class FirstGlanceIT {

    /** How a page is looked at. */
    private record Look(int width, int height, ColorScheme theme, String language) {

        boolean narrow() {
            return width == Window.NARROW;
        }

        @Override
        public String toString() {
            return width
                    + "×"
                    + height
                    + " "
                    + theme.name().toLowerCase(Locale.ROOT)
                    + " "
                    + language;
        }
    }

    private static final List<Look> LOOKS =
            List.of(
                    new Look(1366, 768, ColorScheme.LIGHT, "th"),
                    new Look(Window.NARROW, 800, ColorScheme.DARK, "th"),
                    new Look(1366, 768, ColorScheme.DARK, "en"),
                    new Look(Window.NARROW, 800, ColorScheme.LIGHT, "en"));

    private static final List<Look> NARROW = LOOKS.stream().filter(Look::narrow).toList();
    private static final List<Look> WIDE = LOOKS.stream().filter(look -> !look.narrow()).toList();

    /**
     * A page with the height that it may have.
     *
     * @param ready what is there once the page is
     * @param wide the limit at 1366 pixels, in pixels
     * @param narrow the limit at 360 pixels, in pixels
     * @param marked the id of its entry in the menu
     */
    private record Screen(
            String name, String address, String ready, int wide, int narrow, String marked) {}

    private static final List<Screen> SCREENS =
            List.of(
                    new Screen("overview", "/?round=2565-2", "#map svg", 1900, 3300, "nav-ranking"),
                    new Screen(
                            "district",
                            "/district/4305?round=2565-2",
                            "#section-individual",
                            1400,
                            4330,
                            "nav-district"),
                    new Screen(
                            "indicator",
                            "/indicator/T1?round=2565-2",
                            "#dots-chart svg",
                            1170,
                            3270,
                            "nav-indicators"),
                    new Screen(
                            "indicators",
                            "/indicator?round=2565-2",
                            "#indicator-list",
                            1170,
                            3920,
                            "nav-indicators"),
                    new Screen(
                            "compare",
                            "/compare?round=2565-2&districts=4301-4302-4305",
                            "#compare-strips svg",
                            1950,
                            2500,
                            "nav-compare"),
                    new Screen(
                            "trends",
                            "/trends?round=2565-2&district=4305",
                            "#why-chart svg",
                            1800,
                            3300,
                            "nav-trends"),
                    new Screen(
                            "weights",
                            "/weights?round=2565-2",
                            "#waterfall svg",
                            1750,
                            4500,
                            "nav-weights"),
                    new Screen(
                            "laboratory",
                            "/laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                            "#lab-slopes-2565-2 svg",
                            1050,
                            2000,
                            "nav-laboratory"),
                    new Screen(
                            "agreement",
                            "/agreement?round=2565-1",
                            "#terms-individual",
                            2520,
                            5500,
                            "nav-agreement"),
                    new Screen(
                            "plan",
                            "/plan/4305?round=2565-2",
                            "#plan-gains svg",
                            1340,
                            2650,
                            "nav-plan"),
                    new Screen(
                            "plan within the round",
                            "/plan/4305?round=2565-2&asOf=2022-08-31",
                            "#plan-gains svg",
                            1500,
                            3400,
                            "nav-plan"),
                    new Screen(
                            "receipt",
                            "/receipt/4316?round=2564-1&revision=1",
                            "#receipt-proof",
                            1450,
                            2900,
                            "nav-publication"),
                    new Screen(
                            "record",
                            "/record?round=2565-2&district=4302&indicator=P8",
                            "#record-P8",
                            1350,
                            2050,
                            "nav-record"),
                    new Screen(
                            "trends, course",
                            "/trends?round=2565-2&district=4305&tab=course",
                            "#course-chart svg",
                            2180,
                            4250,
                            "nav-trends"),
                    new Screen(
                            "review", "/review?round=2565-2", "main h1", 5750, 10550, "nav-review"),
                    new Screen(
                            "register",
                            "/register?round=2565-2",
                            "main h1",
                            1800,
                            2310,
                            "nav-register"),
                    new Screen(
                            "cascade",
                            "/cascade?round=2565-2",
                            "main h1",
                            1290,
                            1570,
                            "nav-cascade"),
                    new Screen(
                            "publication",
                            "/publication?round=2565-2",
                            "main h1",
                            1090,
                            2270,
                            "nav-publication"),
                    new Screen("data", "/data?round=2565-2", "main h1", 1710, 2810, "nav-data"),
                    new Screen("accounts", "/accounts", "main h1", 810, 1210, "nav-accounts"),
                    new Screen("backup", "/backup", "main h1", 1250, 2170, "nav-backup"),
                    new Screen("audit", "/audit", "#audit-action", 2900, 6200, "nav-audit"),
                    new Screen(
                            "settings", "/settings", "#settings-facts", 800, 840, "nav-settings"),
                    new Screen(
                            "import",
                            "/import?round=2565-2",
                            "#file-drop",
                            810,
                            1200,
                            "nav-import"),
                    new Screen(
                            "past imports",
                            "/import?round=2565-2&tab=history",
                            "#imports",
                            1220,
                            2920,
                            "nav-import"));

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    /** What of a page lies over the bar at some place to which the page is scrolled. */
    private static final String OVER_THE_BAR =
            """
            () => {
                let over = '';
                const end = document.documentElement.scrollHeight;
                for (let y = 0; y < end && !over; y += 40) {
                    window.scrollTo(0, y);
                    for (const x of [0.02, 0.25, 0.5, 0.75, 0.98]) {
                        const found = document.elementFromPoint(innerWidth * x, 50);
                        if (found?.closest('#main')) {
                            over = found.textContent.trim().slice(0, 40) || found.localName;
                        }
                    }
                }
                window.scrollTo(0, 0);
                return over;
            }\
            """;

    private final List<String> failures = new ArrayList<>();
    private final Window window = BROWSER.openForAll();
    private final Page page = window.page();
    private String shown = "";

    @BeforeEach
    void begin() {
        if (page.locator("main h1").count() == 0) {
            window.goTo("/account", "th");
        } else {
            // Nobody can follow a link to the page that is there.
            window.follow("/account", "th");
        }
    }

    @AfterEach
    void closeWindow() {
        assertThat(failures).isEmpty();
    }

    @Test
    void everyPageBeginsAtTheTopAndIsMarkedInTheMenuAndNoHigherThanAllowed() {
        // To draw a page in another width and theme takes longer than to follow a link to it.
        for (Look look : LOOKS) {
            for (Screen screen : SCREENS) {
                show(look, screen.address(), screen.ready());
                measure(screen, look);
            }
        }
    }

    private void measure(Screen screen, Look look) {
        int top =
                number(
                        "Math.round(document.querySelector('main h1').getBoundingClientRect().top"
                                + " + scrollY)");
        int height = number("Math.round(document.documentElement.scrollHeight)");
        int bar =
                number(
                        "Math.round(document.querySelector('vaadin-app-layout').shadowRoot"
                                + ".querySelector('[part~=navbar]').getBoundingClientRect().height)");
        Object marked =
                page.evaluate(
                        "[...document.querySelectorAll('vaadin-side-nav-item[current]')]"
                                + ".map(item => item.id).join(' ')");
        print(
                screen.name() + " " + look,
                "begins at " + top + ", " + height + " px high, bar " + bar + ", marked " + marked);
        Object cut =
                page.evaluate(
                        """
                        [...document.querySelectorAll('main *')]
                            .map(element => [element, getComputedStyle(element)])
                            .filter(([, style]) => style.webkitLineClamp !== 'none')
                            .filter(([, style]) =>
                                parseFloat(style.lineHeight) < 1.39 * parseFloat(style.fontSize))
                            .map(([element]) => element.className)
                            .slice(0, 3).join(' ')\
                        """);
        check("".equals(cut), screen, look, "too tight for marks of Thai letters: " + cut);
        Object cutNames =
                page.evaluate(
                        """
                        [...document.querySelectorAll('main .chart svg text')]
                            .filter(text => text.getBoundingClientRect().left
                                < text.closest('svg').getBoundingClientRect().left - 1)
                            .map(text => text.textContent).join(', ')\
                        """);
        check("".equals(cutNames), screen, look, "names of a picture are cut: " + cutNames);
        Object endless =
                page.evaluate(
                        """
                        [...document.querySelectorAll('main vaadin-select')]
                            .filter(select =>
                                select.querySelectorAll('vaadin-select-item').length > 20)
                            .map(select => select.id).join(', ')\
                        """);
        check("".equals(endless), screen, look, "a long list that cannot be searched: " + endless);
        Object over = page.evaluate(OVER_THE_BAR);
        check("".equals(over), screen, look, "stands over the bar where it is scrolled: " + over);
        check(bar == 56, screen, look, "the bar is " + bar + " px high");
        check(top <= 72, screen, look, "the page begins at " + top);
        int limit = look.narrow() ? screen.narrow() : screen.wide();
        check(height <= limit, screen, look, height + " px high, above the limit of " + limit);
        check(
                screen.marked().equals(marked),
                screen,
                look,
                "the menu marks " + marked + ", not " + screen.marked());
    }

    @Test
    void theOverviewShowsAllRanksTheMapAndTheFindingsInTheFirstWindow() {
        for (Look look : LOOKS) {
            show(look, "/?round=2565-2", "#map svg");
            int ranks = bottom("#ranking tbody tr:last-child");
            if (look.narrow()) {
                print("ranks " + look, "end at " + ranks);
                assertThat(ranks).as("nine ranks in 1.5 windows of " + look).isLessThan(1200);
                continue;
            }
            int map = bottom("#map");
            int findings = bottom("#findings li:last-child");
            print(
                    "overview " + look,
                    "ranks end at " + ranks + ", map " + map + ", findings " + findings);
            assertThat(page.locator("#ranking tbody tr")).hasCount(9);
            assertThat(page.locator("#findings li")).hasCount(4);
            assertThat(ranks).as("nine ranks in " + look).isLessThanOrEqualTo(look.height());
            assertThat(map).as("the map in " + look).isLessThanOrEqualTo(look.height());
            assertThat(findings).as("findings in " + look).isLessThanOrEqualTo(look.height());
        }
    }

    @Test
    void totalsAndAPictureOfTheDistrictsComparedAreInTheFirstWindow() {
        for (Look look : WIDE) {
            show(look, "/compare?round=2565-2&districts=4301-4302-4305", "#compare-strips svg");
            int totals = bottom("#compare-totals tbody tr:last-child");
            int strips = bottom("#compare-strips");
            print("compare " + look, "totals end at " + totals + ", strips at " + strips);
            assertThat(totals).as("totals in " + look).isLessThan(look.height());
            assertThat(strips).as("strips in " + look).isLessThanOrEqualTo(look.height());
        }
    }

    /** Rank, total, difference and sections; the two first districts in the table below. */
    @Test
    void onATelephoneTheNumbersOfACompareNeedNoScrolling() {
        for (Look look : NARROW) {
            show(look, "/compare?round=2565-2&districts=4301-4302-4305", "#compare-strips svg");
            int totals =
                    number(
                            "Math.round(Math.max(...[...document.querySelectorAll("
                                    + "'#compare-totals .compare-bar > span')].map("
                                    + "number => number.getBoundingClientRect().right)))");
            int figures =
                    number(
                            "Math.round(Math.max(...[...document.querySelectorAll("
                                    + "'#comparison td:nth-child(3) .compare-cells >"
                                    + " :first-child')].map("
                                    + "figure => figure.getBoundingClientRect().right)))");
            print("compare " + look, "totals to " + totals + ", figures to " + figures);
            assertThat(totals).as("totals in " + look).isLessThanOrEqualTo(look.width());
            assertThat(figures).as("figures in " + look).isLessThanOrEqualTo(look.width());
        }
    }

    @Test
    void theRanksOfADistrictAndWhyTheyMovedAreInTheFirstWindow() {
        for (Look look : WIDE) {
            show(look, "/trends?round=2565-2&district=4305", "#why-chart svg");
            int ranks = bottom("#rank-chart");
            int why = bottom("#why-chart");
            print("trends " + look, "ranks end at " + ranks + ", why at " + why);
            assertThat(ranks).as("ranks in " + look).isLessThanOrEqualTo(look.height());
            assertThat(why).as("why in " + look).isLessThanOrEqualTo(look.height());
        }
    }

    @Test
    void aFieldOfTheLaboratoryAndWhatComesOfItAreInViewTogether() {
        for (Look look : LOOKS) {
            show(
                    look,
                    "/laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                    "#lab-slopes-2565-2 svg");
            int fields = number("document.querySelectorAll('.lab-field').length");
            assertThat(fields).isEqualTo(13);
            int farthest = 0;
            for (int field = 0; field < fields; field++) {
                page.evaluate(
                        "field => document.querySelectorAll('.lab-field')[field]"
                                + ".scrollIntoView({ block: 'center' })",
                        field);
                int distance =
                        number(
                                """
                                (() => {
                                    const box = element => element.getBoundingClientRect();
                                    const field =
                                        box(document.querySelectorAll('.lab-field')[%s]);
                                    const said = box(document.querySelector('.lab-ranks'));
                                    const all = [field, said];
                                    return all.every(
                                            one => one.top >= 56 && one.bottom <= innerHeight)
                                        ? Math.round(Math.max(
                                            field.bottom - said.top, said.bottom - field.top))
                                        : 10000;
                                })()\
                                """
                                        .replace("%s", String.valueOf(field)));
                farthest = Math.max(farthest, distance);
            }
            print("laboratory " + look, "field and result at most " + farthest + " px apart");
            assertThat(farthest).as("in view together in " + look).isLessThan(look.height());
        }
    }

    @Test
    void theLaboratoryKeepsTheKeyboardWhereItWas() {
        window.follow("/laboratory?round=2565-2", "en");
        page.locator("#more-T1").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#weight-T1 input")).hasValue("41");
        assertThat(page.locator("#more-T1")).isFocused();
        page.locator("#handle-P1 input").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#weight-P1 input")).hasValue("21");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#weight-P1 input")).hasValue("22");
    }

    /** The first figures of the file, and its last ones: confirming is in view beside both. */
    @Test
    void confirmingAnImportIsInViewFromTheFirstFigureToTheLast() {
        for (Look look : LOOKS) {
            lookAs(look);
            window.goTo("/import?round=2565-1", look.language());
            window.choose("look.csv", BestResults.of("4305"));
            assertThat(page.locator("#report")).hasClass(Pattern.compile("report-dry-run"));
            page.waitForFunction("window.scrollY === 0");
            int height = number("Math.round(document.documentElement.scrollHeight)");
            print("checked file " + look, height + " px high");
            assertThat(height).as("a checked file in " + look).isLessThan(1790);
            for (String place : List.of("0", "document.documentElement.scrollHeight / 2")) {
                page.evaluate("window.scrollTo(0, " + place + ")");
                assertThat(page.locator("#commit")).isInViewport();
            }
        }
    }

    @Test
    void theDistrictShowsWhatItIsWhyWhatToDoAndAllIndicatorsNearTheTop() {
        for (Look look : LOOKS) {
            show(look, "/district/4305?round=2565-2", "#why-small svg");
            assertThat(page.locator("#indicators .indicator-row")).hasCount(11);
            int rank = bottom("#summary-rank");
            int why = bottom("#why-moved");
            int actions = bottom("#next-level li:nth-child(3)");
            int indicators = bottom("#indicators");
            print(
                    "district " + look,
                    "rank ends at "
                            + rank
                            + ", why "
                            + why
                            + ", actions "
                            + actions
                            + ", indicators "
                            + indicators);
            if (!look.narrow()) {
                assertThat(why).as("why in " + look).isLessThanOrEqualTo(look.height());
                assertThat(actions).as("actions in " + look).isLessThanOrEqualTo(look.height());
                assertThat(indicators).as("all indicators in " + look).isLessThan(1200);
            }
        }
    }

    @Test
    void aLinkToOneIndicatorLeadsToItsRowAndOpensIt() {
        for (Look look : LOOKS) {
            lookAs(look);
            window.follow("/data", look.language());
            page.evaluate(
                    "location.href = '/district/4305?round=2565-2&lang="
                            + look.language()
                            + "#indicator-P2'");
            assertThat(page.locator("#P2")).isVisible();
            assertThat(page.locator("#indicator-P2")).isInViewport();
            page.locator("#below-P2-button").click();
            assertThat(page.locator("#P2")).isHidden();
        }
    }

    @Test
    void theIndicatorShowsAllDistrictsAmongTheThresholdsInTheFirstWindow() {
        for (Look look : LOOKS) {
            show(look, "/indicator/T1?round=2565-2", "#dots-chart svg");
            int dots = bottom("#dots-chart");
            print("indicator " + look, "dots end at " + dots);
            assertThat(dots).as("dots in " + look).isLessThanOrEqualTo(look.height());
        }
    }

    @Test
    void aChartGivesItsPictureAndItsNumbersAsFilesAndFillsTheScreen() throws IOException {
        lookAs(LOOKS.getFirst());
        window.follow("/district/4305?round=2565-2", "en");
        assertThat(page.locator("#why-small svg")).isVisible();
        page.locator("#why-small-menu").click();
        assertThat(page.locator("#why-small-csv")).isVisible();
        assertThat(content(page.waitForDownload(() -> page.locator("#why-small-csv").click())))
                .startsWith("\ufeffName,From: Total (of 100),To: Total (of 100)")
                .contains("1/2565,0,72", "Results,72,63", "2/2565,0,63");
        openMenu();
        assertThat(content(page.waitForDownload(() -> page.locator("#why-small-svg").click())))
                .startsWith("<svg")
                .contains("Phon Phisai fell 3 ranks, mostly by T1");
        openMenu();
        Download image = page.waitForDownload(() -> page.locator("#why-small-png").click());
        assertThat(image.suggestedFilename()).isEqualTo("why-small.png");
        assertThat(Files.readAllBytes(image.path())).startsWith(0x89, 'P', 'N', 'G');
        openMenu();
        page.locator("#why-small-full").click();
        page.waitForFunction("document.fullscreenElement?.id === 'why-small'");
        page.evaluate("document.exitFullscreen()");
        assertThat(window.complaints()).isEmpty();
    }

    private void openMenu() {
        if (!page.locator("#why-small-csv").isVisible()) {
            page.locator("#why-small-menu").click();
            assertThat(page.locator("#why-small-csv")).isVisible();
        }
    }

    private static String content(Download file) throws IOException {
        return Files.readString(file.path(), UTF_8);
    }

    /**
     * Shows an address, in the window of another size and theme if it is there in that language
     * already.
     */
    private void show(Look look, String address, String ready) {
        lookAs(look);
        String asked = look.language() + address;
        if (shown.equals(asked)) {
            window.waitUntilSettled();
        } else {
            window.follow(address, look.language());
            shown = asked;
        }
        assertThat(page.locator(ready).first()).isVisible();
    }

    private void lookAs(Look look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.theme()));
        page.setViewportSize(look.width(), look.height());
    }

    private int bottom(String selector) {
        return number(
                "Math.round(document.querySelector('%s').getBoundingClientRect().bottom + scrollY)"
                        .replace("%s", selector));
    }

    private int number(String script) {
        return ((Number) page.evaluate(script)).intValue();
    }

    private void check(boolean holds, Screen screen, Look look, String what) {
        if (!holds) {
            failures.add(screen.name() + " " + look + ": " + what);
        }
    }

    /** The figures are what the test is run for. */
    private static void print(String what, String figures) {
        System.out.println("first glance: " + what + ": " + figures);
    }
}
