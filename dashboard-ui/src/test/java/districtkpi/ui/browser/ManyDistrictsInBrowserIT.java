package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.ui.benchmark.Nation;
import districtkpi.ui.testing.RunningApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A round of 80 districts in a real browser: worked by the keyboard alone, and on a telephone. */
class ManyDistrictsInBrowserIT {

    private static final Nation DISTRICTS = new Nation(30, 1, true);

    private static final String ROUND = "round=2565-2";

    @RegisterExtension
    static final InBrowser BROWSER = InBrowser.with(ManyDistrictsInBrowserIT::start);

    private final Window window = BROWSER.open();
    private final Page page = window.page();

    /**
     * A page on a telephone.
     *
     * @param limit of its height in pixels
     */
    private record Screen(String address, String ready, int limit) {}

    /** Lists of 50 or 60 districts: a line each, beside what stands above and below. */
    private static final List<Screen> SCREENS =
            List.of(
                    new Screen("/register?" + ROUND, "#submissions", 4700),
                    new Screen("/review?" + ROUND, "#register", 3800),
                    new Screen("/cascade?" + ROUND, "#cascade", 4200),
                    new Screen("/indicator/T1?" + ROUND, "#results", 5300),
                    new Screen("/indicator/P4?" + ROUND + "&tab=course", "#level-course", 4900),
                    new Screen("/trends?" + ROUND + "&tab=rounds", "#trend", 7900),
                    new Screen("/?" + ROUND + "&section=team", "#part-ranking", 9950),
                    new Screen("/?" + ROUND + "&tab=progress", "#improvement", 6200));

    private static RunningApplication start() {
        try {
            TestDatabase database = TestDatabase.create();
            DISTRICTS.people(database);
            RunningApplication application = RunningApplication.start(false, database);
            DISTRICTS.agreements(application.get(AgreementImportService.class));
            DISTRICTS.results(database);
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theKeyboardTicksRowsAndOpensTheDistrictOfOne() {
        openRanking();
        window.tabTo("#ranking-grid");
        press("Tab", "ArrowDown", "Space");
        assertThat(page.locator("#ticked")).not().isEmpty();
        press("ArrowDown", "ArrowRight", "ArrowRight", "Space");
        assertThat(page.locator("#compare-ticked")).containsText("2");
        assertThat(window.focused()).isEqualTo("ranking-grid");
        press("Space");
        assertThat(page.locator("#compare-ticked")).isHidden();
        press("End", "ArrowDown");
        String name = String.valueOf(page.evaluate(inFocus("querySelector('a').textContent")));
        press("Enter");
        assertThat(page).hasURL(Pattern.compile("/district/"));
        assertThat(page.locator("main h1")).containsText(name);
    }

    @Test
    void theKeyboardOrdersTheListAndStaysInItsHead() {
        openRanking();
        window.tabTo("#ranking-grid");
        press("ArrowRight", "ArrowRight", "Enter");
        assertThat(page).hasURL(Pattern.compile("order=name"));
        page.waitForFunction(
                "document.querySelector('#ranking-grid')?.shadowRoot.activeElement?.localName"
                        + " === 'th'");
        assertThat(
                        String.valueOf(
                                page.evaluate(
                                        "document.querySelector('#ranking-grid').shadowRoot"
                                                + ".activeElement._content.textContent")))
                .startsWith("District");
        press("ArrowRight", "Enter");
        assertThat(page).hasURL(Pattern.compile("order=change"));
    }

    @Test
    void theKeyboardFindsADistrict() {
        openRanking();
        window.tabTo("#ranking-find input");
        page.keyboard().type("1007");
        press("Enter");
        assertThat(page.locator("#ranking tbody tr")).hasCount(1);
        window.tabTo("#ranking-1007 a");
        press("Enter");
        assertThat(page).hasURL(Pattern.compile("/district/1007"));
    }

    @Test
    void onATelephoneRowsAreALineEachAndUnfold() {
        page.setViewportSize(Window.NARROW, 800);
        List<String> failures = new ArrayList<>();
        for (Screen screen : SCREENS) {
            window.goTo(screen.address(), "en");
            assertThat(page.locator(screen.ready())).isVisible();
            int height =
                    ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            System.out.println("many districts: " + screen.address() + ": " + height + " px high");
            if (height > screen.limit()) {
                failures.add(screen.address() + ": " + height + " px high");
            }
            if (!Accessibility.fits(page)) {
                failures.add(screen.address() + ": " + Accessibility.outside(page));
            }
            Accessibility.violations(page, screen.ready())
                    .forEach(found -> failures.add(screen.address() + ": " + found));
        }
        assertThat(failures).isEmpty();

        window.goTo("/register?" + ROUND, "en");
        assertThat(page.locator("#submission-1001 td").first()).isHidden();
        page.locator("#submission-1001 .fold").focus();
        press("Enter");
        assertThat(page.locator("#submission-1001 td").first()).isVisible();
        assertThat(page.locator("#submission-1001 .fold")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#submission-1002 td").first()).isHidden();
    }

    /** At each end of lines, on a map, and below the thresholds among dots. */
    @Test
    void noNamesInPicturesLieOverEachOther() {
        for (int width : new int[] {Window.NARROW, Window.WIDE}) {
            page.setViewportSize(width, Window.HEIGHT);
            for (String address :
                    List.of("/trends?" + ROUND + "&tab=rounds", "/indicator/T1?" + ROUND)) {
                window.goTo(address, "en");
                assertThat(page.locator(".chart svg").first()).isVisible();
                assertThat(overlaps()).as(address + " at " + width).isEmpty();
            }
        }
    }

    @Test
    void aMapNamesItsDistrictsAsFarAsThereIsRoom() {
        window.goTo("/trends?" + ROUND, "en");
        assertThat(page.locator(".chart svg").first()).isVisible();
        for (int columns : new int[] {3, 6, 9}) {
            page.evaluate(
                    """
                    columns => {
                        document.getElementById('tried')?.remove();
                        const element = document.createElement('div');
                        element.id = 'tried';
                        element.className = 'chart';
                        element.lang = 'en';
                        element.style.cssText = 'width: 440px; height: 264px';
                        document.querySelector('main').append(element);
                        const features = [];
                        const data = [];
                        for (let i = 0; i < columns * columns; i++) {
                            const x = i % columns, y = Math.floor(i / columns);
                            features.push({type: 'Feature', properties: {code: `${i}`},
                                geometry: {type: 'Polygon', coordinates: [[[x, y], [x + 1, y],
                                    [x + 1, y + 1], [x, y + 1], [x, y]]]}});
                            data.push({name: `${i}`,
                                label: {formatter: `Long Name ${i}\n${i}.00`}});
                        }
                        window.districtKpiChart.show(element, {
                            tooltip: {}, shapes: {type: 'FeatureCollection', features},
                            series: [{type: 'map', nameProperty: 'code', aspectScale: 1.6,
                                left: 2, right: 2, top: 2, bottom: 2, data, label: {show: true,
                                    fontSize: 13, lineHeight: 16, width: 86, overflow: 'break'}}],
                        });
                    }\
                    """,
                    columns);
            assertThat(page.locator("#tried svg")).isVisible();
            assertThat(overlaps()).as("%s columns", columns).isEmpty();
            assertThat(page.locator("#tried svg text").count())
                    .as("%s columns", columns)
                    .isGreaterThanOrEqualTo(columns == 9 ? 0 : columns * columns);
        }
    }

    @Test
    void aSlideIsNoHigherThanTheWindow() {
        for (String slide : List.of("ranking", "movers", "risks", "gains", "decisions")) {
            window.goTo("/presentation?" + ROUND + "&slide=" + slide, "en");
            assertThat(page.evaluate("document.documentElement.scrollHeight - innerHeight"))
                    .as(slide)
                    .isEqualTo(0);
        }
    }

    @Test
    void whatTakesLongSaysThatItGoesOn() {
        List<Route> held = new ArrayList<>();
        page.route("**/*v-r=init*", held::add);
        page.navigate("/data?lang=en");
        page.waitForFunction(
                "getComputedStyle(document.querySelector('.v-loading-indicator'), '::after')"
                        + ".content.includes('Working')");
        held.forEach(Route::resume);
        assertThat(page.locator("main h1")).isVisible();
    }

    private Object[] overlaps() {
        return ((List<?>)
                        page.evaluate(
                                """
                                () => [...document.querySelectorAll('.chart svg')].flatMap(svg => {
                                    const found = [];
                                    const texts = [...svg.querySelectorAll('text')]
                                        .filter(text => text.textContent.trim())
                                        .map(text => [text.textContent,
                                            text.getBoundingClientRect()]);
                                    texts.forEach(([one, a], i) => {
                                        for (const [other, b] of texts.slice(i + 1)) {
                                            const x = Math.min(a.right, b.right)
                                                - Math.max(a.left, b.left);
                                            const y = Math.min(a.bottom, b.bottom)
                                                - Math.max(a.top, b.top);
                                            if (x > 2 && y > 6) {
                                                found.push(`${one} / ${other}`);
                                            }
                                        }
                                    });
                                    return found;
                                })\
                                """))
                .toArray();
    }

    private void openRanking() {
        window.goTo("/?" + ROUND, "en");
        assertThat(page.locator("#ranking-grid a").first()).isVisible();
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Of the cell's row that has the keyboard, what its cells hold of the name. */
    private static String inFocus(String what) {
        return """
        (() => {
            const row = document.activeElement.shadowRoot.activeElement.closest('tr');
            return [...row.children].map(cell => cell._content)
                .find(content => content.querySelector('a'))
        """
                + "."
                + what
                + "; })()";
    }
}
