package districtkpi.ui.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import districtkpi.ui.testing.UiTest;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a screen shows is what its file has: all rows, the same day, the same filter. */
class DownloadsIT extends UiTest {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Autowired private WebApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?round=2565-2",
                "?round=2565-1&asOf=2022-01-31",
                "?round=2565-2&section=team",
                "?round=2565-2&improved=share",
                "compare?round=2565-2&districts=4301-4302",
                "compare?round=2565-2&districts=4301-4302&section=individual",
                "weights?round=2565-2",
                "weights?round=2565-2&tab=influence",
                "laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                "weights?round=2565-2&section=team",
                "weights?round=2565-2&district=4301",
                "trends?round=2565-2",
                "trends?round=2565-2&section=team",
                "trends?round=2565-2&district=4301",
                "plan/4301?round=2565-2",
                "district/4301?round=2565-2",
                "agreement?round=2565-2",
                "import?round=2565-2",
                "data?round=2565-2",
                "data?round=2565-1&asOf=2022-01-31",
            })
    void everyDownloadOfEveryScreenAnswersWithItsDayAndItsFilter(String address) throws Exception {
        open(address);
        for (String href : downloads()) {
            MockHttpServletResponse answer = answer(href);
            assertThat(answer.getStatus()).as(href).isEqualTo(200);
            if (!href.contains(".csv")) {
                continue;
            }
            assertThat(answer.getContentAsString(UTF_8)).as(href).startsWith(BYTE_ORDER_MARK);
            if (href.contains("/template.csv")) {
                // A form to fill in: it holds no figures, and has its mark always.
                continue;
            }
            assertThat(href).contains("bom=true");
            if (href.contains("issues.csv")) {
                // About files, not about days; the demonstration has none.
                continue;
            }
            assertThat(href.contains("asOf=2022-01-31"))
                    .as(href)
                    .isEqualTo(address.contains("asOf=2022-01-31"));
            List<CSVRecord> rows = rows(href);
            assertThat(rows).as(href).isNotEmpty();
            if (address.contains("section=team") && rows.getFirst().isMapped("section")) {
                assertThat(rows).as(href).allMatch(row -> row.get("section").equals("team"));
            }
        }
    }

    @Test
    void theRankingHasTheRowsOfItsFileInTheirOrder() throws Exception {
        open("?round=2565-2&lang=th");

        Elements shown = tableRows("ranking");
        List<CSVRecord> file = rows(download("/ranking.csv"));

        assertThat(shown).hasSameSizeAs(file);
        for (int i = 0; i < file.size(); i++) {
            assertThat(shown.get(i).text()).contains(file.get(i).get("district_th"));
            assertThat(shown.get(i).text()).contains(file.get(i).get("rank"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&section=team", "&section=individual", "&asOf=2022-06-30"})
    void theGridHasACellForEachRowOfItsFile(String filter) throws Exception {
        open("?round=2565-2&lang=th" + filter);

        List<CSVRecord> file = rows(download("/scores.csv"));
        Elements shown = tableRows("levels");
        assertThat(shown.select("td")).hasSameSizeAs(file);
        for (CSVRecord score : file) {
            String cell =
                    shown.stream()
                            .filter(row -> row.html().contains("district/" + score.get("district")))
                            .findFirst()
                            .orElseThrow()
                            .select("td")
                            .get(indicators(file).indexOf(score.get("indicator")))
                            .text();
            assertThat(cell).as(score.toString()).contains(score.get("level"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&improved=share"})
    void theImprovementHasTheDistrictsOfItsFile(String order) throws Exception {
        open("?round=2565-2&tab=progress&lang=th" + order);

        Elements shown = tableRows("improvement");
        List<CSVRecord> file = rows(download("/improvement.csv"));

        assertThat(shown).hasSameSizeAs(file);
        assertThat(file)
                .allMatch(row ->
                        shown.stream()
                                .anyMatch(line -> line.text().contains(row.get("district_th"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&section=team", "&section=individual"})
    void theWeightsHaveTheIndicatorsOfTheirFile(String filter) throws Exception {
        open("weights?round=2565-2&tab=influence&lang=th" + filter);

        Elements shown = tableRows("influence-table");
        List<CSVRecord> file = rows(download("/weights.csv"));

        assertThat(shown).hasSameSizeAs(file);
        assertThat(file)
                .allMatch(row ->
                        shown.stream()
                                .anyMatch(line -> line.text().contains(row.get("indicator"))));
    }

    private static List<String> indicators(List<CSVRecord> file) {
        return file.stream().map(row -> row.get("indicator")).distinct().toList();
    }

    private static Elements tableRows(String id) {
        return Jsoup.parse(byId(id).getElement().getOuterHTML()).select("tbody tr");
    }

    private static String download(String table) {
        return downloads().stream()
                .filter(href -> href.contains(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link to " + table));
    }

    private static List<String> downloads() {
        return anchors(
                        UI.getCurrent()
                                .getInternals()
                                .getActiveRouterTargetsChain()
                                .getLast()
                                .getElement())
                .map(anchor -> anchor.getAttribute("href"))
                .filter(href -> href != null && href.startsWith("api/v1/"))
                .distinct()
                .toList();
    }

    private static Stream<Element> anchors(Element element) {
        Stream<Element> below = element.getChildren().flatMap(DownloadsIT::anchors);
        return !element.isTextNode() && element.getTag().equals("a")
                ? Stream.concat(Stream.of(element), below)
                : below;
    }

    private MockHttpServletResponse answer(String href) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get(URI.create("/" + href)))
                .andReturn()
                .getResponse();
    }

    private List<CSVRecord> rows(String href) throws Exception {
        String text = answer(href).getContentAsString(UTF_8).substring(BYTE_ORDER_MARK.length());
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
