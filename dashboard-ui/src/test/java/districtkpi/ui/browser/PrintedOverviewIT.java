package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static districtkpi.ui.browser.PrintedForm.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The overview on paper: one page across, with all ranks, the map and the findings. */
class PrintedOverviewIT {

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    private final Window window = BROWSER.open();
    private final Page page = window.page();

    @BeforeEach
    void openWindow() {
        window.goTo("/data", "th");
    }

    @Test
    void isOnePageInThai() throws IOException {
        isOnePage("th");
    }

    @Test
    void isOnePageInEnglish() throws IOException {
        isOnePage("en");
    }

    /** What somebody asked for below the ranking follows on pages of its own. */
    @Test
    void aPartThatWasChosenFollowsOnItsOwnPages() throws IOException {
        try (PrintedForm paper = print("/?round=2565-2&tab=levels", "th")) {
            assertThat(paper.pages()).isEqualTo(2);
            assertThat(paper.texts().getLast()).contains("T1", "P8");
        }
    }

    private void isOnePage(String language) throws IOException {
        try (PrintedForm paper = print("/?round=2565-2", language)) {
            List<String> ranks = page.locator("#ranking tbody .rank").allInnerTexts();
            List<String> names = page.locator("#ranking tbody th a").allInnerTexts();
            List<String> totals = page.locator("#ranking tbody .total").allInnerTexts();
            List<String> findings = page.locator(".finding .finding-answer").allInnerTexts();
            assertThat(paper.pages()).isEqualTo(1);
            assertThat(paper.sizes()).containsExactly("297×210");
            String text = paper.texts().getFirst();
            assertThat(ranks).hasSize(9).allSatisfy(rank -> assertThat(text).contains(plain(rank)));
            assertThat(names)
                    .as("in the ranking and on the map")
                    .hasSize(9)
                    .allMatch(name -> count(text, plain(name)) >= 2);
            assertThat(totals)
                    .as("in the ranking and on the map")
                    .hasSize(9)
                    .allMatch(total -> count(text, plain(total)) >= 2);
            assertThat(findings).hasSize(4);
            assertThat(findings).allSatisfy(said -> assertThat(text).contains(plain(said)));
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private PrintedForm print(String address, String language) {
        window.goTo(address, language);
        assertThat(page.locator("#map svg").first()).isVisible();
        page.evaluate("document.fonts.ready.then(() => true)");
        return PrintedForm.read(
                page.pdf(
                        new Page.PdfOptions()
                                .setFormat("A4")
                                .setLandscape(true)
                                .setPath(
                                        Path.of(
                                                "target",
                                                "forms",
                                                "overview-" + language + ".pdf"))));
    }
}
