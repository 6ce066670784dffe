package districtkpi.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static districtkpi.ui.browser.PrintedForm.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A receipt is folded on the screen, and whole on paper. */
class PrintedReceiptIT {

    @RegisterExtension static final InBrowser BROWSER = InBrowser.demonstration();

    private final Window window = BROWSER.open();
    private final Page page = window.page();

    @Test
    void saysOfEveryFigureItsRowThoughNothingIsUnfolded() throws IOException {
        window.goTo("/receipt/4316?round=2564-1&revision=1", "th");
        assertThat(page.locator("details.receipt-score")).hasCount(11);
        assertThat(page.locator("details.receipt-score[open]")).hasCount(0);
        List<String> rows =
                page.locator(".receipt-score .raw-text").allTextContents().stream()
                        .filter(text -> !text.isBlank())
                        .toList();
        try (PrintedForm paper =
                PrintedForm.read(
                        page.pdf(
                                new Page.PdfOptions()
                                        .setFormat("A4")
                                        .setPath(Path.of("target", "forms", "receipt.pdf"))))) {
            String text = String.join(" ", paper.texts());
            assertThat(rows)
                    .hasSizeGreaterThan(11)
                    .allSatisfy(row ->
                            assertThat(text.replace(" ", ""))
                                    .contains(plain(row).replace(" ", "")));
        }
    }

    @Test
    void unfoldsTheIndicatorThatALinkLeadsTo() {
        window.goTo("/receipt/4316?round=2564-1&revision=1", "th");
        page.locator("#receipt-index a").getByText("P3").click();
        assertThat(page.locator("#receipt-figures-P3")).isVisible();
        assertThat(page.locator("details.receipt-score[open]")).hasCount(1);
        page.navigate("/receipt/4316?round=2564-1&revision=1&lang=en#T2");
        assertThat(page.locator("#receipt-figures-T2")).isVisible();
    }

    @Test
    void standsBesideTheRoundBefore() {
        window.goTo("/receipt/4316?round=2565-1&revision=1", "th");
        assertThat(page.locator("#receipt-rank")).containsText("รอบ 2/2564: 4");
        assertThat(page.locator("#receipt-total")).containsText("รอบ 2/2564: 76.00");
        assertThat(page.locator("#T1 .receipt-before")).hasText("รอบ 2/2564: ระดับ 5");
    }
}
