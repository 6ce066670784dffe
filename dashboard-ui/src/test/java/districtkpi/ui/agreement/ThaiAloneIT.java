package districtkpi.ui.agreement;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import districtkpi.db.testing.TestDatabase;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.result.ResultImportService;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A round whose agreement has no English readings, on pages in English. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class ThaiAloneIT extends SpringBrowserlessTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String RESULTS =
            """
            round,district,indicator,measure,value,of,as_of,source,note
            2563-1,4301,R1,done,105,100,2020-03-01,,
            2563-1,4301,C1,score,4.50,,2020-03-01,,
            2563-1,4302,R1,done,120,100,2020-03-01,,
            """;

    @Autowired private AgreementImportService agreements;
    @Autowired private ResultImportService results;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        UiTest.connect(registry, DATABASE);
    }

    private static String document() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        ThaiAloneIT.class.getResourceAsStream("three-sections.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(", en: (\"[^\"]*\"|[^,}\"]*)", "")
                    .replaceAll("(?m)^ *en: .*\n", "");
        }
    }

    @BeforeEach
    void openTheRound() throws IOException {
        PostedRound.post(agreements, results, document(), RESULTS);
    }

    /** Elements of the page whose own text is Thai and that nothing says to be so. */
    private static List<String> unmarked(Element element, boolean marked) {
        String said = element.isTextNode() ? null : element.getAttribute("lang");
        boolean thai = said == null ? marked : said.equals("th");
        List<String> found = new ArrayList<>();
        if (element.isTextNode()) {
            String text = element.getText();
            long letters = text.codePoints().filter(Character::isLetter).count();
            long thaiLetters =
                    text.codePoints()
                            .filter(Character::isLetter)
                            .filter(letter ->
                                    Character.UnicodeScript.of(letter)
                                            == Character.UnicodeScript.THAI)
                            .count();
            if (!thai && thaiLetters * 2 > letters) {
                found.add(text);
            }
        }
        element.getChildren().forEach(child -> found.addAll(unmarked(child, thai)));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement",
                "agreement?show=all",
                "",
                "district/4301",
                "plan/4301",
                "compare",
                "indicator/R1",
                "weights",
                "laboratory",
                "trends",
                "record?district=4301",
                "review",
                "cascade?district=4301",
                "register"
            })
    void whatIsThaiOnAnEnglishPageSaysSo(String page) {
        open(page + (page.contains("?") ? "&" : "?") + "round=2563-1&lang=en");

        Element screen =
                UI.getCurrent()
                        .getInternals()
                        .getActiveRouterTargetsChain()
                        .getFirst()
                        .getElement();
        assertThat(UiTest.pageText()).doesNotContain("Page not found");
        assertThat(unmarked(screen, false)).isEmpty();
    }

    /** Not the same words twice, as the text and as its reading. */
    @Test
    void theTextOfALevelStandsOnce() {
        open("agreement?round=2563-1&lang=en&show=all");

        String text = UiTest.text(byId("terms-results"));

        assertThat(text).containsOnlyOnce("ร้อยละ 110 ของเป้าหมาย").containsOnlyOnce("ร้อยละ R1");
    }
}
