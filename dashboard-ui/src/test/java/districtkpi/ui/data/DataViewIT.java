package districtkpi.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.UiTest;
import org.junit.jupiter.api.Test;

class DataViewIT extends UiTest {

    @Test
    void thePackageAndTheTablesAreThoseOfTheRoundAndDayOnThePage() {
        open("data?round=2565-1&asOf=2022-01-31&lang=en");

        assertThat(byId("package").getElement().getAttribute("href"))
                .isEqualTo("api/v1/rounds/2565-1/package.zip?asOf=2022-01-31");
        assertThat(pageText()).contains("Figures, a row for each", "measurements-wide.csv");
    }

    @Test
    void theLinesNameTheAddressThatThePageWasFoundAt() {
        open("data?round=2565-1&lang=th");

        assertThat(byId("line-curl").getElement().getText()).endsWith("/api/v1/scores.csv\"");
        assertThat(byId("line-r").getElement().getText()).contains("scores <- read.csv(url(\"http");
        assertThat(byId("line-python").getElement().getText()).contains("urllib.request");
    }
}
