package districtkpi.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.Percent;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.CourseChart;
import districtkpi.ui.chart.ThresholdChart;
import districtkpi.ui.testing.UiTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IndicatorViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-2");
    private static final IndicatorId T1 = IndicatorId.of("T1");

    private final Words words = new Words(new Translations(), Translations.ENGLISH, false);

    @Autowired private ScoreboardQuery scoreboards;

    @Test
    void drawsEveryDistrictAtItsValueAmongTheThresholds() {
        open("indicator/T1?round=2565-2&lang=en");
        ThresholdChart chart = (ThresholdChart) ((Chart) byId("dots-chart")).drawing();

        assertThat(chart.thresholds()).hasSize(5);
        assertThat(chart.dots()).hasSameSizeAs(scoreboard().ranking().rows());
        for (Ranking.Row row : scoreboard().ranking().rows()) {
            String name =
                    scoreboard().district(row.scorecard().district()).orElseThrow().name().en();
            Measurement figure =
                    scoreboard()
                            .measurement(
                                    row.scorecard().district(),
                                    indicator().key(MeasureId.of("spending")))
                            .orElseThrow();
            ThresholdChart.Dot dot =
                    chart.dots().stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            assertThat(dot.value())
                    .isEqualByComparingTo(
                            new BigDecimal(
                                    PlainDecimal.of(
                                            Percent.of(
                                                            indicator()
                                                                    .measure(
                                                                            MeasureId.of(
                                                                                    "spending"))
                                                                    .orElseThrow()
                                                                    .kind(),
                                                            figure.value())
                                                    .orElseThrow())));
            assertThat(dot.link()).contains("#indicator-T1");
            assertThat(textOf("result-" + row.scorecard().district()))
                    .contains(name)
                    .contains("line " + words.number(figure.origin().line()))
                    .contains(words.shortDate(figure.asOf()));
        }
    }

    @Test
    void drawsWhatIsDoneByADayAtItsDay() {
        open("indicator/T3?round=2565-1&lang=en");
        ThresholdChart chart = (ThresholdChart) ((Chart) byId("dots-chart")).drawing();

        assertThat(chart.ofDays()).isTrue();
        assertThat(chart.thresholds())
                .extracting(CourseChart.Threshold::name)
                .contains(words.number(5));
        assertThat(chart.dots())
                .filteredOn(dot -> dot.value() != null)
                .isNotEmpty()
                .allSatisfy(dot ->
                        assertThat(dot.label())
                                .isEqualTo(
                                        words.shortDate(
                                                LocalDate.ofEpochDay(
                                                        Objects.requireNonNull(dot.value())
                                                                .longValueExact()))));
    }

    @Test
    void saysWhoReachedWhatAndWhatIsLacking() {
        open("indicator/T1?round=2565-2&lang=en");
        assertThat(textOf("dots-chart-title")).contains("of 9 districts at level 5", "mean");
        assertThat(textOf("indicator-weight")).contains("20\u00a0%");
        assertThat(textOf("indicator-decides")).contains("of the spread");
        assertThat(textOf("result-4305")).contains("79.72\u00a0%", "≥", "more (to reach");
        assertThat(byId("to-terms").getElement().getAttribute("href"))
                .isEqualTo("agreement?round=2565-2&lang=en#T1");
    }

    @Test
    void followsTheLevelsWithinTheRoundAndThroughTheRounds() {
        open("indicator/T1?round=2565-2&lang=en&tab=course");
        assertThat(textOf("level-course")).contains("31 Aug 2022", "At this level since");
        open("indicator/T1?round=2565-2&lang=en&tab=rounds");
        assertThat(textOf("level-history")).contains("1/2565 (T1)", "2/2565 (T1)");
        assertThat(shows("history-chart")).isTrue();
        open("indicator/P7?round=2565-2&lang=en&tab=rounds");
        assertThat(shows("level-history")).isTrue();
        for (Indicator indicator : scoreboard().stored().agreement().indicators().toList()) {
            for (String tab : List.of("districts", "course", "rounds")) {
                open("indicator/" + indicator.id() + "?round=2565-2&lang=th&tab=" + tab);
                assertThat(pageText()).contains(indicator.name().th());
            }
        }
    }

    @Test
    void listsAllIndicatorsWithoutACodeAndKnowsNoOther() {
        open("indicator?round=2565-2&lang=en");
        scoreboard()
                .stored()
                .agreement()
                .indicators()
                .forEach(indicator ->
                        assertThat(textOf("list-" + indicator.id()))
                                .contains(indicator.name().en()));
        assertThat(byId("indicator-list").getElement().getOuterHTML())
                .contains("indicator/T1?round=2565-2");
        open("indicator/T9?round=2565-2&lang=en");
        assertThat(pageText()).contains("No such indicator");
        open("indicator/1T?round=2565-2&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void looksBackToADay() {
        open("indicator/T1?round=2565-2");
        openScope();
        choose("day-filter", LocalDate.of(2022, 7, 31));
        assertThat(address()).startsWith("indicator/T1?").contains("asOf=2022-07-31");
        open("indicator/T1?round=2565-2");
    }

    @Test
    void aRoundThatIsBeingFilledIsComparedWithTheSameDayOfTheRoundBefore() {
        open("indicator/T1?round=2565-1&asOf=2022-01-31&lang=en");
        assertThat(textOf("results-remark")).contains("on the same day of it, 1 August 2021");
        assertThat(textOf("results")).contains("Since 2/2564 on 1 Aug").contains("→");
    }

    @Test
    void aLevelInTheGridTellsItsValueThresholdGapSourceAndChange() {
        open("?round=2565-2&lang=en");
        String grid =
                Parser.unescapeEntities(
                                byId("levels-4305").getElement().getProperty("innerHTML"), true)
                        .replace('\u00a0', ' ');

        assertThat(grid)
                .contains("T1 Percentage of the budget spent")
                .contains("Result: 79.72")
                .contains("Threshold: ≥ 80 % (level 3)")
                .contains("Gap: 2,536.80 more")
                .contains("Source: results-2565-2.csv · line 627")
                .contains("Since the round before: level 4 → 2");
        assertThat(byId("levels").getElement().getOuterHTML())
                .contains("indicator/T1?round=2565-2");
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private Indicator indicator() {
        return scoreboard().stored().agreement().indicator(T1).orElseThrow();
    }
}
