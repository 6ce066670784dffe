package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import districtkpi.ui.security.SignInPaths;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;

/** A browser window on a running application, that remembers what the browser complains about. */
final class Window implements AutoCloseable {

    static final int NARROW = 360;
    static final int WIDE = 1440;
    static final int HEIGHT = 900;

    /**
     * As patient as Playwright is when it goes to a page: the first one comes from a cold start.
     */
    private static final double PATIENCE_MILLIS = 30_000;

    /** More than any page has that takes the focus. */
    private static final int MAX_TABS = 300;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> provoked = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;

    private Window(BrowserContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.context = context;
        this.page = context.newPage();
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

    static Window open(RunningApplication application) {
        Window window = openSignedOut(application);
        window.signIn(Administrator.NAME, Administrator.PASSWORD);
        return window;
    }

    /** A window of somebody who has not signed in. */
    static Window openSignedOut(RunningApplication application) {
        return new Window(
                Browsers.chromium()
                        .newContext(
                                new NewContextOptions()
                                        .setBaseURL(application.address().toString())
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setViewportSize(WIDE, HEIGHT)));
    }

    /** Signs in without looking at the page for it. */
    void signIn(String name, String password) {
        context.request()
                .post(
                        SignInPaths.PAGE,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(
                                        FormData.create()
                                                .set("username", name)
                                                .set("password", password)));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the browser complained about so far, but for what the test brings about itself. */
    List<String> complaints() {
        return complaints.stream()
                .filter(said -> provoked.stream().noneMatch(said::contains))
                .toList();
    }

    /**
     * Lets a complaint pass that the test brings about.
     *
     * @param part of it
     */
    void provoke(String part) {
        provoked.add(part);
    }

    /** Goes to a page of the application in a language, and waits until it is there. */
    void goTo(String address, String language) {
        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(page.locator("main h1")).isVisible();
        waitUntilSettled();
    }

    /**
     * Until the server has answered all that the page asked it, and pictures are drawn in the size
     * that they have by then: before, a heading can be there while things still move.
     */
    void waitUntilSettled() {
        page.waitForFunction(
                """
                async () => {
                    await document.fonts.ready;
                    for (let frame = 0; frame < 2; frame++) {
                        await new Promise(requestAnimationFrame);
                    }
                    const asksNothing = Object.values(window.Vaadin?.Flow?.clients ?? {})
                        .every(one => !one.isActive?.());
                    return asksNothing && [...document.querySelectorAll('.chart')]
                        .filter(one => one.chart && one.offsetParent)
                        .every(one => one.chart.getWidth() === one.clientWidth
                            && one.chart.getHeight() === one.clientHeight);
                }\
                """);
    }

    /**
     * Goes to a page of the application as by a link on the page that is there: twice as fast as
     * from the outside. Each page has a heading of its own.
     */
    void follow(String address, String language) {
        // Whoever goes on while a page still answers has two ways at once, of which one is broken
        // off with a complaint (vaadin/flow issue 20404).
        waitUntilSettled();
        page.evaluate(
                """
                address => {
                    document.querySelector('main h1').dataset.left = '';
                    const link = document.createElement('a');
                    link.href = address;
                    document.body.append(link);
                    link.click();
                    link.remove();
                }\
                """,
                address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(page.locator("main h1:not([data-left])")).isVisible();
        // The page is there before the way to it has ended; another one begun meanwhile breaks it.
        waitUntilSettled();
    }

    /** Until its code has been fetched it is on the page, but takes nothing. */
    void waitForFileDrop() {
        assertThat(page.locator("#file-drop:defined")).isVisible();
    }

    /** Picks a file in the dialog that the button opens. */
    void choose(String name, String content) {
        waitForFileDrop();
        page.waitForFileChooser(() -> page.locator("#file-button").click())
                .setFiles(payload(name, content));
    }

    /** Goes on with the key Tab until something has the focus. */
    void tabTo(String selector) {
        for (int i = 0; i < MAX_TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean)
                    page.evaluate(
                            "selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("The key Tab does not lead to " + selector);
    }

    /** Presses a switch of the reader's, which stands in the account's menu once signed in. */
    void pressSwitch(String id) {
        if (!page.locator(id).isVisible()) {
            openAccountMenu();
        }
        page.locator(id).click();
        page.keyboard().press("Escape");
    }

    void openAccountMenu() {
        page.locator("#account-menu").click();
        assertThat(page.locator("#sign-out")).isVisible();
    }

    /** The id of what has the focus. */
    String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    static FilePayload payload(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }
}
