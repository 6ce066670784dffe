package districtkpi.ui.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
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
        AxeRunOptions options = new AxeRunOptions();
        // What passed is not looked at, and takes half of the time to be handed over.
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .include(selector)
                        .options(options)
                        // Twice as fast; what it leaves out are frames of other origins, and there
                        // are
                        // none.
                        .setLegacyMode(true)
                        .withTags(WCAG_2_2_AA)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Accessibility::describe)
                        .toList();
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
