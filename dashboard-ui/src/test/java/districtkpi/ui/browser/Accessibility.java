package districtkpi.ui.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;

/** What keeps people from using a page as it is now. */
final class Accessibility {

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final double CHARTS_FOLLOW_MILLIS = 3_000;

    private Accessibility() {}

    /** What axe finds against WCAG 2.2 AA, with where. */
    static List<String> violations(Page page) {
        return violations(page, "html");
    }

    /** What axe finds in a part of the page, which takes less time. */
    static List<String> violations(Page page, String selector) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            // Once for all that is looked at by links: anew, it would be translated anew too.
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<String> found = new ArrayList<>();
        for (Object one :
                (List<?>)
                        page.evaluate(
                                """
                                async ([selector, tags]) => {
                                    const found = await axe.run(selector, {
                                        resultTypes: ['violations'],
                                        runOnly: { type: 'tag', values: tags }
                                    });
                                    return found.violations.map(rule =>
                                        `${rule.id} (${rule.help}): ` + rule.nodes.slice(0, 5)
                                            .map(node =>
                                                `${node.target} ${node.failureSummary}`));
                                }\
                                """,
                                List.of(selector, WCAG_2_2_AA))) {
            found.add(String.valueOf(one));
        }
        return found;
    }

    /**
     * WCAG 1.4.10: nobody has to scroll sideways to read; tables that do are regions. Charts follow
     * the window a moment later.
     */
    static boolean fits(Page page) {
        try {
            page.waitForFunction(
                    "document.documentElement.scrollWidth <="
                            + " document.documentElement.clientWidth",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(CHARTS_FOLLOW_MILLIS));
            return true;
        } catch (TimeoutError _) {
            // A browser that had no time to draw has not shown anything too wide: what it was to
            // draw it has drawn two frames later.
            return (boolean)
                    page.evaluate(
                            """
                            new Promise(drawn =>
                                requestAnimationFrame(() => requestAnimationFrame(drawn)))
                                .then(() => document.documentElement.scrollWidth
                                    <= document.documentElement.clientWidth)\
                            """);
        }
    }

    /** What reaches beyond the right edge of the window. */
    static Object outside(Page page) {
        return page.evaluate(
                """
                () => {
                    const width = document.documentElement.clientWidth;
                    return [...document.querySelectorAll('body *')]
                        .map(element => [element, element.getBoundingClientRect()])
                        .filter(([, box]) => box.width > 0 && box.right > width + 1)
                        .slice(0, 8)
                        .map(([element, box]) =>
                            `${element.tagName}#${element.id}.${element.getAttribute('class')}`
                                + ` ${Math.round(box.left)}–${Math.round(box.right)} of ${width}`);
                }\
                """);
    }
}
