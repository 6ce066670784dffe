package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen in a real browser: nothing breaks WCAG 2.2 AA, nothing is wider than the window, and
 * pictures of each are kept in light and dark, Thai and English, narrow and wide; of those that
 * differ little from another one, in one of these.
 */
class EveryScreenIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PICTURE_QUALITY = 85;

    /**
     * How a page is looked at.
     *
     * @param close whether a picture is kept and axe looks too: each language, each theme and each
     *     width once
     */
    private record Look(ColorScheme theme, int width, boolean close) {

        @Override
        public String toString() {
            return theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        }
    }

    /** Each language at each width, for words are what makes a page too wide. */
    private static final Map<String, List<Look>> LOOKS =
            Map.of(
                    "th",
                    List.of(
                            new Look(ColorScheme.DARK, Window.NARROW, false),
                            new Look(ColorScheme.LIGHT, Window.WIDE, true)),
                    "en",
                    List.of(
                            new Look(ColorScheme.LIGHT, Window.WIDE, false),
                            new Look(ColorScheme.DARK, Window.NARROW, true)));

    private static final List<String> AN_IDENTITY_PROVIDER =
            List.of(
                    "--spring.security.oauth2.client.registration.office.client-id=district-kpi",
                    "--spring.security.oauth2.client.registration.office.client-name=CDD",
                    "--spring.security.oauth2.client.provider.office.issuer-uri=http://127.0.0.1:1");

    @RegisterExtension
    static final InBrowser BROWSER = InBrowser.demonstration(AN_IDENTITY_PROVIDER);

    private final List<String> violations = new ArrayList<>();
    private final Window window = BROWSER.open();
    private final Page page = window.page();

    @AfterEach
    void closeWindow() {
        assertThat(violations).isEmpty();
    }

    @Test
    void everyScreenOfResultsIsSound() {
        window.goTo("/data", "th");
        glance("ranking-section", "/?round=2565-2&section=individual", "main h1");
        visit("ranking", "/?round=2565-2", "#map svg");
        glance("ranking-columns", "/?round=2565-2&columns=all", "#weight-change");
        glance("ranking-district", "/?round=2565-2&district=4305", "#district-panel");
        glance("ranking-check", "/?round=2565-2&tab=check", "#brief dd");
        glance("ranking-progress", "/?round=2565-2&tab=progress", "#improvement");
        glance("presentation", "/presentation?round=2565-2", "#map svg");
        glance("presentation-movers", "/presentation?round=2565-2&slide=movers", "main h1");
        glance("ranking-statistics", "/?round=2565-2&tab=statistics", "#province");
        glance(
                "ranking-neighbours",
                "/?round=2565-2&show=neighbours&district=4305&weights=25&improved=share&sort=P1",
                "#district-filter");
        visit("district", "/district/4305?round=2565-2", "#section-individual");
        page.locator("#below-P2-button").click();
        assertThat(page.locator("#P2")).isVisible();
        inspect("district-open", "en");
        page.locator("#below-P2-button").click();
        glance("district-trend", "/district/4305?round=2565-2&tab=trend", "#district-rounds");
        glance("district-plan", "/district/4305?round=2565-2&tab=plan", "#plan-block");
        glance("district-sources", "/district/4305?round=2565-2&tab=sources", "#figures");
        visit("indicator", "/indicator/T1?round=2565-2", "#dots-chart svg");
        glance("indicator-course", "/indicator/P4?round=2565-2&tab=course", "#level-course");
        glance("indicator-rounds", "/indicator/P7?round=2565-2&tab=rounds", "#level-history");
        glance("indicators", "/indicator?round=2565-2", "#indicator-list");
        glance("compare-start", "/compare?round=2565-2", "#compare-suggestions");
        visit("compare", "/compare?round=2565-2&districts=4301-4302-4305", "#compare-strips svg");
        glance(
                "compare-province",
                "/compare?round=2565-2&districts=4301-4302-4305&tab=province",
                "#compare-chart svg");
        glance(
                "compare-learn",
                "/compare?round=2565-2&districts=4301-4302-4305&tab=learn",
                "#examples");
        visit("plan", "/plan/4305?round=2565-2&asOf=2022-09-30&goal=score:80", "#moves");
        glance(
                "plan-own",
                "/plan/4305?round=2565-2&asOf=2022-09-30&effort=own&missing=assume",
                "#estimates-apply");
        visit("agreement", "/agreement?round=2565-1", "#terms-individual");
        visit("agreement-open", "/agreement?round=2565-2&show=all", "#levels-P8");
        visit("trends", "/trends?round=2565-2&districts=4305-4302&district=4305", "#why-chart svg");
        glance("trends-rounds", "/trends?round=2565-2&tab=rounds", "#small-charts svg");
        glance("trends-course", "/trends?round=2565-2&district=4305&tab=course", "#course");
        glance("trends-rules", "/trends?round=2565-2&tab=rules", "#rule-changes");
        visit("weights", "/weights?round=2565-2", "#waterfall svg");
        glance("weights-influence", "/weights?round=2565-2&tab=influence", "#influence-chart svg");
        visit(
                "laboratory",
                "/laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                "#lab-slopes-2565-2 svg");
        glance(
                "laboratory-past",
                "/laboratory?round=2565-2&draft=T1:50,T2:30,T3:20&indicator=T1&past=all",
                "#lab-slopes-2564-1 svg");
        glance(
                "laboratory-problem",
                "/laboratory?round=2565-2&draft=T1:50",
                "#lab-problems-2565-2");
        visit("receipt", "/receipt/4316?round=2564-1&revision=1", "#receipt-proof");
        visit("data", "/data?round=2565-2", "#package");
        visit("record", "/record?round=2565-2&district=4302&indicator=P8", "#record-P8");
        visit("review", "/review?round=2565-2", "#register");
        visit("register", "/register?round=2565-2&district=4302", "#submissions");
        page.locator("#addresses vaadin-details-summary").click();
        assertThat(page.locator("#addresses-check")).isVisible();
        inspect("register-addresses", "en");
        String officer = SampleSheet.handOver(BROWSER.application());
        glance("cascade", "/cascade?round=2565-2", "#cascade-4302");
        visit("cascade-district", "/cascade?round=2565-2&district=4302", "#shared-out");
        visit("sheet", "/cascade/officer/" + officer, "#hand-over");
        glance("form-agreement", "/forms/agreement?round=2565-2&revision=1", "#form-annex");
        glance("form-evaluation", "/forms/evaluation/4305?round=2565-2", "#form-average");
        glance("form-officer", "/forms/officer/" + officer, "#form-sum");
        glance("form-summary", "/forms/summary?round=2565-2&revision=1", "#form-overview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void everyStepOfAnImportIsSound(String language) {
        window.goTo("/import?round=2565-1", language);
        assertThat(page.locator("#file-drop")).isVisible();
        inspect("import", language);
        window.goTo("/import?round=2565-1&tab=history", language);
        assertThat(page.locator("#imports")).isVisible();
        inspect("import-history", language);
        page.locator("#imports vaadin-button").first().click();
        assertThat(page.locator("#undo")).isVisible();
        inspect("import-undo", language);
        window.goTo("/import?round=2565-1", language);
        window.choose(
                "checked.csv",
                BestResults.of("4307").replace("T1,spending,100", "T1,spending,103"));
        assertThat(page.locator("#impact-2565-1-4307")).isAttached();
        inspect("import-checked", language);
        window.goTo("/import?round=2565-1", language);
        window.choose("refused.csv", BestResults.of("4307").replace(",yes,", ",maybe,"));
        assertThat(page.locator("#issues")).isVisible();
        inspect("import-refused", language);
        window.goTo("/import?round=2565-1&source=bpm", language);
        assertThat(page.locator("#extract-columns")).isVisible();
        inspect("import-source", language);
        window.choose(
                "bpm.csv", "อำเภอ,งาน,ดำเนินการเมื่อ,คีย์เมื่อ\n4307,ประชุม,1/2/2565,5/2/2565\n");
        assertThat(page.locator("#mapping")).isVisible();
        inspect("import-mapping", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void theQuestionBeforeAPublicationIsSound(String language) {
        window.goTo("/publication?round=2565-2", language);
        page.locator("#publish").click();
        assertThat(page.locator("#publish-warning")).isVisible();
        inspect("publication", language);
    }

    @Test
    void everyScreenOfAccountsIsSound() {
        window.goTo("/data", "th");
        visit("account", "/account", "#token-make");
        visit("accounts", "/accounts", "#account-save");
        visit("audit", "/audit", "#audit-action");
        glance("settings", "/settings", "#settings-facts");
        page.locator("#settings-data > summary").click();
        page.locator("#settings-sign-in > summary").click();
        assertThat(page.locator("#save-licence")).isVisible();
        inspect("settings-open", "th");
        glance("backup", "/backup", "#backup-make");
        window.context().clearCookies();
        window.goTo("/sign-in", "th");
        visit("sign-in", "/sign-in?error=wrong", "#provider-office");
    }

    /** Looks at what an address shows, in Thai and then in English at the press of the button. */
    private void visit(String view, String address, String ready) {
        window.follow(address, "th");
        assertThat(page.locator(ready).first()).isVisible();
        inspect(view, "th");
        window.pressSwitch("#language-switch");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(ready).first()).isVisible();
        inspect(view, "en");
    }

    /** Looks at a page that differs little from one that is visited, or is Thai in any language. */
    private void glance(String view, String address, String ready) {
        window.follow(address, "th");
        assertThat(page.locator(ready).first()).isVisible();
        inspect(view, "th");
    }

    /** Keeps pictures of the page as it is now, and checks it. */
    private void inspect(String view, String language) {
        for (Look look : requireNonNull(LOOKS.get(language))) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.theme()));
            page.setViewportSize(look.width(), Window.HEIGHT);
            String name = String.join("-", view, language, look.toString());
            if (!Accessibility.fits(page)) {
                violations.add(
                        name
                                + ": the page is wider than the window: "
                                + Accessibility.outside(page));
            }
            if (look.close()) {
                page.screenshot(
                        new Page.ScreenshotOptions()
                                // Half the time that a PNG takes.
                                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                                .setQuality(PICTURE_QUALITY)
                                .setFullPage(true));
                Accessibility.violations(page)
                        .forEach(found -> violations.add(name + ": " + found));
            }
        }
    }
}
