package districtkpi.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.UiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every picture of every screen: its title, its unit, its text and its colours. */
class ChartsIT extends UiTest {

    private static final int MIN_TEXT = 13;
    private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    private static final List<String> SCREENS =
            List.of(
                    "?round=2565-2",
                    "?round=2565-2&colour=change",
                    "?round=2565-2&colour=T1",
                    "?round=2565-1&asOf=2022-01-31",
                    "?round=2565-1&asOf=2021-10-02",
                    "district/4305?round=2565-2",
                    "district/4305?round=2565-2&tab=trend",
                    "district/4305?round=2565-1&asOf=2022-01-31&tab=trend",
                    "district/4305?round=2564-1&tab=trend",
                    "indicator/T1?round=2565-2&tab=rounds",
                    "indicator/T1?round=2565-1&asOf=2022-01-31&tab=rounds",
                    "indicator/P7?round=2565-2&tab=rounds",
                    "indicator/P2?round=2565-2",
                    "indicator/T1?round=2565-1&asOf=2021-10-02",
                    "compare?round=2565-2&districts=4305",
                    "compare?round=2565-2&districts=4301-4302-4305&tab=province",
                    "compare?round=2565-1&asOf=2021-10-02&districts=4301-4302&tab=province",
                    "weights?round=2565-2&tab=influence",
                    "weights?round=2565-2&district=4305",
                    "weights?round=2565-1&asOf=2021-10-02",
                    "laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33",
                    "laboratory?round=2565-2",
                    "trends?round=2565-2&district=4305&tab=rounds",
                    "trends?round=2565-2&concept=big_data_use&tab=rounds",
                    "trends?round=2565-2&section=team&tab=rounds",
                    "trends?round=2565-1&asOf=2022-01-31&district=4305&tab=rounds",
                    "trends?round=2565-2&asOf=2022-08-31&district=4305&tab=course",
                    "plan/4305?round=2565-2&asOf=2022-08-31&goal=total:80",
                    "presentation?round=2565-2");

    @Test
    void saysWhatItSaysInAUnitInBothLanguages() {
        Set<String> kinds = new TreeSet<>();
        for (String screen : SCREENS) {
            for (String language : List.of("th", "en")) {
                for (Chart chart : charts(screen, language)) {
                    kinds.add(chart.drawing().getClass().getSimpleName());
                    ChartTitle title = chart.title();
                    assertThat(title.says())
                            .as("%s in %s", screen, language)
                            .doesNotContain("{", "null", "  ")
                            .matches(
                                    language.equals("th")
                                            ? ".*[\\u0e00-\\u0e7f].*"
                                            : "[^\\u0e00-\\u0e7f]*");
                    assertThat(title.unit()).as("%s in %s", screen, language).isNotBlank();
                }
            }
        }
        assertThat(kinds).as("every kind is looked at").hasSize(9);
    }

    @Test
    void writesNothingSmallAndDrawsInColoursThatAreTested() {
        Set<String> colours = new TreeSet<>();
        for (String screen : SCREENS) {
            for (Chart chart : charts(screen, "en")) {
                JsonNode option = chart.drawing().option();
                for (JsonNode size : option.findValues("fontSize")) {
                    assertThat(size.intValue()).as(screen).isGreaterThanOrEqualTo(MIN_TEXT);
                }
                Matcher variables = VARIABLE.matcher(option.toString());
                while (variables.find()) {
                    colours.add(variables.group(1));
                }
            }
        }
        colours.removeAll(ChartColoursTest.GROUNDS);
        colours.removeAll(ChartColoursTest.BORDERED);
        colours.removeIf(colour -> colour.startsWith("--level-"));
        assertThat(ChartColoursTest.MARKS).containsAll(colours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ?round=2565-2&lang=en | map | Tha Bo has most (86.00), Fao Rai least (56.00)
                    ?round=2565-2&lang=en&colour=T1 | map | 1 of 9 districts at level 5, 1 below level 3
                    ?round=2565-2&lang=th | map | ท่าบ่อสูงสุด (86.00) เฝ้าไร่ต่ำสุด (56.00)
                    trends?round=2565-2&lang=en | rank-chart \
                    | Pho Tak fell most (4 ranks), Sangkhom rose most (5)
                    trends?round=2565-1&asOf=2022-01-31&lang=en | rank-chart \
                    | 1/2565 on 31 Jan is not complete: its places can still change
                    trends?round=2565-2&lang=en&tab=rounds | trend-chart-4305 \
                    | Phon Phisai fell by 9.00 to 63.00 since 1/2565
                    trends?round=2565-2&lang=en&tab=rounds | trend-chart-4307 \
                    | Si Chiang Mai stayed at 70.00 since 1/2565
                    indicator/T1?round=2565-2&lang=en&tab=rounds | history-chart \
                    | Mean level of T1 fell from 3.78 to 3.56 since 1/2565
                    indicator/P7?round=2565-2&lang=en&tab=rounds | history-chart \
                    | Mean level of P7 is 3.78 in 2/2565; nothing to compare with
                    compare?round=2565-2&districts=4301-4302-4305&lang=en | compare-strips \
                    | They differ most in T1: Tha Bo at level 5, Phon Phisai at level 2
                    compare?round=2565-2&districts=4301-4302-4305&lang=en&tab=province \
                    | compare-chart | Phon Phisai is furthest from the mean, in T1 (−6.22)
                    weights?round=2565-2&lang=en | waterfall \
                    | Most was lost in T1, T2: 5.78 each of 26.84 points lost
                    weights?round=2565-1&asOf=2022-01-31&lang=en | waterfall \
                    | Most was lost in T1, T2: 20.00 each of 60.78 points lost
                    laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33&lang=en \
                    | lab-slopes-2565-2 | Si Chiang Mai and 2 more moved furthest: 1 rank
                    laboratory?round=2565-2&lang=en | lab-slopes-2565-2 \
                    | None of 9 districts changes rank
                    """)
    void isWorkedOutFromWhatIsDrawn(String address, String id, String says) {
        open(address);
        assertThat(((Chart) byId(id)).title().says()).isEqualTo(says);
    }

    private List<Chart> charts(String screen, String language) {
        open(screen + (screen.contains("?") ? "&" : "?") + "lang=" + language);
        return new ArrayList<>(find(Chart.class).all());
    }
}
