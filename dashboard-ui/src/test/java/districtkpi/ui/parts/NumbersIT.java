package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import districtkpi.ui.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** How numbers are written on the main screens, in both languages. */
class NumbersIT extends UiTest {

    private static final List<String> SCREENS =
            List.of(
                    "?round=2565-2",
                    "?round=2565-2&tab=check",
                    "?round=2565-2&tab=statistics",
                    "?round=2565-2&columns=all",
                    "?round=2565-2&section=team",
                    "?round=2565-1&asOf=2022-01-31",
                    "district/4305?round=2565-2",
                    "district/4305?round=2565-2&tab=trend",
                    "district/4305?round=2565-2&tab=plan",
                    "district/4305?round=2565-2&tab=sources",
                    "indicator?round=2565-2",
                    "indicator/T1?round=2565-2",
                    "indicator/T1?round=2565-2&tab=course",
                    "indicator/T1?round=2565-2&tab=rounds",
                    "compare?round=2565-2&districts=4301-4302-4305",
                    "compare?round=2565-2&districts=4301-4302-4305&tab=province",
                    "compare?round=2565-2&districts=4301-4302-4305&tab=learn",
                    "weights?round=2565-2",
                    "weights?round=2565-2&tab=sections",
                    "weights?round=2565-2&tab=units",
                    "weights?round=2565-2&tab=influence",
                    "laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                    "trends?round=2565-2&district=4305",
                    "trends?round=2565-2&district=4305&tab=rounds",
                    "trends?round=2565-2&asOf=2022-08-31&district=4305&tab=course",
                    "plan/4305?round=2565-2&asOf=2022-09-01&goal=floor:5",
                    "presentation?round=2565-2",
                    "publication?round=2565-1",
                    "register?round=2565-2",
                    "cascade?round=2565-2");

    /**
     * What must not be found, and why. A score out of 5 has three places, as the office prints it,
     * and gains of one stand on the tab of progress, which is not among the screens.
     */
    private static final Map<String, Pattern> REFUSED =
            Map.of(
                    "a sign of percent that can be parted from its number",
                    Pattern.compile("[0-9๐-๙] ?%"),
                    "a level between two whole ones with one place",
                    Pattern.compile("(?:[Ll]evel|ระดับ) [0-5]\\.[0-9](?![0-9])"),
                    "points with more than two places",
                    Pattern.compile("(?:[0-9]{2}|[+−][0-9])\\.[0-9]{3,}(?![0-9\\u00a0])"),
                    "a minus that is a hyphen",
                    Pattern.compile("(?<![0-9A-Za-z๐-๙ก-๛./])-[0-9]+\\.[0-9]"));

    @Test
    void writesPercentagesLevelsAndPointsAlikeEverywhere() {
        for (String screen : SCREENS) {
            for (String language : List.of("th", "en")) {
                open(screen + "&lang=" + language);
                List<String> texts = new ArrayList<>();
                collect(
                        UI.getCurrent()
                                .getInternals()
                                .getActiveRouterTargetsChain()
                                .getLast()
                                .getElement(),
                        texts);
                REFUSED.forEach((fault, pattern) ->
                        assertThat(texts.stream().distinct())
                                .as("%s on %s in %s", fault, screen, language)
                                .filteredOn(text -> pattern.matcher(text).find())
                                .isEmpty());
            }
        }
    }

    /** Each text of a page by itself: cells that stand side by side are no one number. */
    private static void collect(Element element, List<String> texts) {
        if (element.isTextNode()) {
            texts.add(element.getText());
            return;
        }
        Jsoup.parseBodyFragment(element.getProperty("innerHTML", ""))
                .selectXpath("//text()", TextNode.class)
                .forEach(text -> texts.add(text.getWholeText()));
        element.getChildren().forEach(child -> collect(child, texts));
    }
}
