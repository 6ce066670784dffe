package districtkpi.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class DrawingTest {

    private static final Words ENGLISH = new Words(new Translations(), Translations.ENGLISH, false);
    private static final Words THAI = new Words(new Translations(), Translations.THAI, true);

    private static Optional<Mark> mark(String value) {
        return Optional.of(new Mark(new BigDecimal(value), "text " + value, "district/" + value));
    }

    @Test
    void leavesAGapWhereNothingIsKnown() {
        JsonNode data =
                new LineChart(
                                "Ranks",
                                List.of("a", "b", "c"),
                                Scale.ranks("Rank", 9),
                                List.of(
                                        new Series(
                                                "x",
                                                "--team",
                                                List.of(mark("1"), Optional.empty(), mark("3")))),
                                List.of(),
                                300)
                        .option()
                        .at("/series/0/data");

        assertThat(data.get(0).get("value").decimalValue()).isEqualByComparingTo("1");
        assertThat(data.get(0).get("link").asString()).isEqualTo("district/1");
        assertThat(data.get(1).asString()).isEqualTo("-");
        assertThat(data.get(2).get("text").asString()).isEqualTo("text 3");
    }

    @Test
    void keepsTheNamesOfBarsAtTheSide() {
        JsonNode axis =
                new BarChart("Differences", List.of("a"), Scale.open("Points"), List.of(), 2)
                        .option()
                        .get("yAxis");

        assertThat(axis.at("/axisLine/onZero").asBoolean(true)).isFalse();
        assertThat(axis.at("/axisLine/lineStyle/color").asString()).isEqualTo("var(--line-strong)");
    }

    @Test
    void noTwoLinesOfRanksHaveOneColourAndOneMark() {
        int colours = 6;
        Set<String> looks = new HashSet<>();
        Set<String> marks = new HashSet<>();
        for (int line = 0; line < 24; line++) {
            assertThat(looks.add(line % colours + " " + RankChart.symbol(line)))
                    .as("Line %s", line)
                    .isTrue();
            if (line < 12) {
                assertThat(marks.add(RankChart.symbol(line))).as("Mark %s", line).isTrue();
            }
        }
    }

    @Test
    void turnsRanksUpsideDown() {
        JsonNode axis =
                new LineChart("Ranks", List.of(), Scale.ranks("Rank", 9), List.of(), List.of(), 300)
                        .option()
                        .get("yAxis");

        assertThat(axis.get("inverse").asBoolean()).isTrue();
        assertThat(axis.get("min").asInt()).isEqualTo(1);
        assertThat(axis.get("max").asInt()).isEqualTo(9);
    }

    @Test
    void marksWhereTheRulesChanged() {
        JsonNode option =
                new LineChart(
                                "Totals",
                                List.of("a", "b"),
                                Scale.hundred("Points"),
                                List.of(new Series("x", "--team", List.of(mark("1"), mark("2")))),
                                List.of(Optional.empty(), Optional.of("P1 changed")),
                                300)
                        .option();

        JsonNode breaks = option.at("/series/0/markLine/data");
        assertThat(breaks.size()).isEqualTo(1);
        assertThat(option.at("/series/0/markLine/silent").asBoolean()).isTrue();
        assertThat(breaks.at("/0/xAxis").asInt()).isEqualTo(1);
        assertThat(breaks.at("/0/text").asString()).isEqualTo("P1 changed");
    }

    /** Each in a strip of its own, on the side where nothing else stands. */
    @Test
    void namesThoseThatAreComparedBesideOneOfTheirDots() {
        JsonNode option =
                strips(
                                List.of(mark("4"), mark("2"), mark("1")),
                                List.of(mark("5"), mark("2"), mark("1")),
                                List.of(mark("4"), mark("3"), mark("1")))
                        .option();

        assertThat(option.get("namesAtMarks").asBoolean()).isTrue();
        assertThat(option.at("/legend/data").size()).as("the others are no name").isEqualTo(3);
        assertThat(option.at("/series/1/data/0/label/formatter").asString()).isEqualTo("A");
        assertThat(option.at("/series/1/data/0/label/position").asString()).isEqualTo("left");
        assertThat(option.at("/series/2/data/1/label/position").asString()).isEqualTo("right");
        assertThat(option.at("/series/3/data/2/label/position").asString()).isEqualTo("right");
    }

    @Test
    void leavesNamesToTheLegendWhereThereIsNoRoomBesideTheDots() {
        JsonNode option =
                strips(List.of(mark("1")), List.of(mark("1")), List.of(mark("1"))).option();

        assertThat(option.has("namesAtMarks")).isFalse();
        assertThat(option.at("/series/1/data/0").has("label")).isFalse();
    }

    @SafeVarargs
    private static DotChart strips(List<Optional<Mark>>... chosen) {
        List<Series> series =
                IntStream.range(0, chosen.length)
                        .mapToObj(i ->
                                new Series("ABC".substring(i, i + 1), "--compare-" + i, chosen[i]))
                        .toList();
        List<String> rows =
                IntStream.range(0, chosen[0].size()).mapToObj(row -> "row " + row).toList();
        return new DotChart(
                "Levels",
                rows,
                new Scale("Level", BigDecimal.ZERO, BigDecimal.valueOf(5), false, true),
                series,
                "Others",
                rows.stream().map(_ -> List.<Mark>of()).toList());
    }

    @Test
    void stepsStartWhereTheStepBeforeEnded() {
        JsonNode option =
                new Waterfall(
                                "Lost",
                                Scale.hundred("Points"),
                                List.of(
                                        new Waterfall.Step(
                                                "T1",
                                                new BigDecimal("100"),
                                                "--bad",
                                                Mark.of(new BigDecimal("92"), "−8")),
                                        new Waterfall.Step(
                                                "+P1",
                                                new BigDecimal("92"),
                                                "--good",
                                                Mark.of(new BigDecimal("95.5"), "+3.5"))))
                        .option();

        assertThat(option.at("/series/0/data/0/value").decimalValue()).isEqualByComparingTo("92");
        assertThat(option.at("/series/1/data/0/value").decimalValue()).isEqualByComparingTo("8");
        assertThat(option.at("/series/0/data/1/value").decimalValue()).isEqualByComparingTo("92");
        assertThat(option.at("/series/1/data/1/value").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(option.at("/series/1/data/1/itemStyle/color").asString())
                .isEqualTo("var(--good)");
        assertThat(option.at("/series/0/itemStyle/color").asString()).isEqualTo("transparent");
        assertThat(option.at("/aria/decal/show").asBoolean()).isFalse();
    }

    @Test
    void rowsOfBarsReadFromTheTopAndGrowWithTheirNumber() {
        Series bars = new Series("x", "--team", List.of(mark("1"), mark("2")));
        BarChart few = new BarChart("b", List.of("a", "b"), Scale.open("n"), List.of(bars), 2);
        BarChart many =
                new BarChart("b", List.of("a", "b", "c"), Scale.open("n"), List.of(bars), 2);

        assertThat(few.option().at("/yAxis/inverse").asBoolean()).isTrue();
        assertThat(many.height()).isGreaterThan(few.height());
    }

    @Test
    void aForecastIsASeriesOfItsOwnFromTheNewestFigure() {
        CourseChart.Day day =
                new CourseChart.Day(
                        LocalDate.of(2022, 3, 4), Mark.of(new BigDecimal("50"), "50 %"));
        CourseChart.Forecast forecast =
                new CourseChart.Forecast(
                        "Forecast",
                        LocalDate.of(2022, 3, 31),
                        Mark.of(new BigDecimal("70"), "70 %"),
                        new BigDecimal("60"),
                        new BigDecimal("80"));
        LocalDate first = LocalDate.of(2021, 10, 1);
        LocalDate last = LocalDate.of(2022, 3, 31);
        CourseChart without =
                new CourseChart(
                        "c", Scale.hundred("%"), first, last, "T1", List.of(day), List.of(), null);
        CourseChart with =
                new CourseChart(
                        "c",
                        Scale.hundred("%"),
                        first,
                        last,
                        "T1",
                        List.of(day),
                        List.of(new CourseChart.Threshold("Level 5", new BigDecimal("90"))),
                        forecast);

        assertThat(without.option().get("series").size()).isEqualTo(1);
        assertThat(with.option().get("series").size()).isEqualTo(3);
        assertThat(with.option().at("/series/1/data/0/value/0").asString()).isEqualTo("2022-03-04");
        assertThat(with.option().at("/series/1/data/1/value/1").decimalValue())
                .isEqualByComparingTo("70");
        assertThat(with.option().at("/series/0/markLine/data/0/yAxis").decimalValue())
                .isEqualByComparingTo("90");
    }

    @Test
    void coloursAreThoseOfThePageAndNeverAloneWhereThereAreSeveral() {
        Series one = new Series("x", "--team", List.of(mark("1")));
        JsonNode alone = new BarChart("b", List.of("a"), Scale.open("n"), List.of(one), 2).option();
        JsonNode several =
                new BarChart("b", List.of("a"), Scale.open("n"), List.of(one, one), 2).option();

        assertThat(alone.at("/series/0/color").asString()).isEqualTo("var(--team)");
        assertThat(alone.at("/aria/decal/show").asBoolean()).isFalse();
        assertThat(several.at("/aria/decal/show").asBoolean()).isTrue();
    }

    @Test
    void aSeriesThatStandsAloneHasItsNumbersBesideItsMarks() {
        Series one = new Series("x", "--team", List.of(mark("1")));
        JsonNode bars = new BarChart("b", List.of("a"), Scale.open("n"), List.of(one), 2).option();
        JsonNode line =
                new LineChart("l", List.of("a"), Scale.open("n"), List.of(one), List.of(), 300)
                        .option();

        assertThat(bars.at("/series/0/label/places").asInt()).isEqualTo(2);
        assertThat(line.at("/series/0/label/places").asInt()).isEqualTo(2);
        assertThat(bars.at("/series/0/label/fontSize").asInt()).isGreaterThanOrEqualTo(13);
        assertThat(bars.at("/yAxis/axisLabel/fontSize").asInt()).isGreaterThanOrEqualTo(13);
        assertThat(bars.at("/textStyle/fontSize").asInt()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void eachOfSeveralSeriesIsNamedAtItsFirstMarkSoThatNoLegendIsNeeded() {
        BarChart bars =
                new BarChart(
                        "b",
                        List.of("T1", "T2"),
                        Scale.open("n"),
                        List.of(
                                new Series("x", "--team", List.of(mark("1"), mark("2"))),
                                new Series("y", "--gain", List.of(Optional.empty(), mark("3")))),
                        2);

        JsonNode option = bars.option();
        assertThat(option.has("legend")).isFalse();
        assertThat(option.at("/series/0/data/0/series").asString()).isEqualTo("x");
        assertThat(option.at("/series/0/data/1").has("series")).isFalse();
        assertThat(option.at("/series/1/data/1/series").asString()).isEqualTo("y");
        assertThat(ChartNumbers.csv(bars, "Points", ENGLISH).lines().toList())
                .containsExactly("\ufeffName,x: Points,y: Points", "T1,1,", "T2,2,3");
        assertThat(ChartNumbers.csv(bars, "คะแนน", THAI).lines().toList())
                .as("Numbers are for a spreadsheet, whatever digits the reader has")
                .containsExactly("\ufeffรายการ,x: คะแนน,y: คะแนน", "T1,1,", "T2,2,3");
    }

    @Test
    void namesOfRowsAreCutByTheRoomThatTheyTakeAndSaidInFullToWhoPoints() {
        String name = "T1 " + "Percentage of the budget spent ".repeat(5).strip();
        JsonNode axis =
                new Waterfall(
                                "w",
                                Scale.hundred("n"),
                                List.of(
                                        new Waterfall.Step(
                                                name,
                                                BigDecimal.ZERO,
                                                "--gain",
                                                Mark.of(BigDecimal.TEN, name))))
                        .option()
                        .get("yAxis");

        assertThat(axis.at("/data/0").asString()).isEqualTo(name);
        assertThat(axis.at("/axisLabel/overflow").asString()).isEqualTo("truncate");
        assertThat(axis.at("/axisLabel/width").asInt()).isPositive();
    }

    @Test
    void aPictureWithoutATitleOrAUnitIsRefused() {
        assertThatThrownBy(() -> new ChartTitle(" ", "Points"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChartTitle("Nobody moved", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slopesAndMapsGivePlainNumbers() {
        SlopeChart slopes =
                new SlopeChart(
                        "s",
                        "Agreed",
                        "Draft",
                        List.of(
                                new SlopeChart.Line(
                                        "Tha Bo",
                                        Optional.of(new SlopeChart.Line.End(0, 1, "1 Tha Bo")),
                                        Optional.empty(),
                                        SlopeChart.Movement.NONE,
                                        "",
                                        "")));
        assertThat(ChartNumbers.csv(slopes, "Rank", ENGLISH).lines().toList())
                .containsExactly("\ufeffName,Agreed: Rank,Draft: Rank", "Tha Bo,1,");
        MapChart map =
                new MapChart(
                        "m",
                        JsonNodeFactory.instance.objectNode(),
                        1,
                        List.of(
                                new MapChart.Area(
                                        "4301",
                                        "Mueang",
                                        Optional.of(new BigDecimal("-9")),
                                        "−9.00",
                                        Optional.empty(),
                                        "",
                                        "")),
                        "row-");
        assertThat(ChartNumbers.csv(map, "Change of points", ENGLISH).lines().toList())
                .containsExactly("\ufeffCode,Name,Change of points", "4301,Mueang,-9");
    }

    @Test
    void aSmallWaterfallBeginsWhereSomethingHappens() {
        Waterfall small =
                Waterfall.small(
                        "Why",
                        "Points",
                        List.of(
                                new Waterfall.Step(
                                        "1/2565",
                                        BigDecimal.ZERO,
                                        "--team",
                                        Mark.of(new BigDecimal("72"), "72.00"),
                                        "72.00"),
                                new Waterfall.Step(
                                        "Results",
                                        new BigDecimal("72"),
                                        "--loss",
                                        Mark.of(new BigDecimal("63"), "−9.00"),
                                        "−9.00"),
                                new Waterfall.Step(
                                        "2/2565",
                                        BigDecimal.ZERO,
                                        "--team",
                                        Mark.of(new BigDecimal("63"), "63.00"),
                                        "63.00")));

        JsonNode option = small.option();
        assertThat(option.at("/xAxis/show").asBoolean(true)).isFalse();
        assertThat(option.at("/yAxis/data/1").asString()).isEqualTo("Results");
        assertThat(option.at("/series/1/data/1/label/formatter").asString()).isEqualTo("−9.00");
        assertThat(option.at("/xAxis/min").decimalValue()).isEqualByComparingTo("60.75");
        assertThat(option.at("/series/1/data/1/value").decimalValue()).isEqualByComparingTo("9");
        assertThat(option.at("/series/1/data/2/value").decimalValue()).isEqualByComparingTo("2.25");
        assertThat(ChartNumbers.csv(small, "Total (of 100)", ENGLISH).lines().toList())
                .containsExactly(
                        "\ufeffName,From: Total (of 100),To: Total (of 100)",
                        "1/2565,0,72",
                        "Results,72,63",
                        "2/2565,0,63");
    }

    @Test
    void dotsStandAtTheirNumbersAmongTheThresholds() {
        ThresholdChart chart =
                new ThresholdChart(
                        "T1",
                        Scale.hundred("%"),
                        List.of(
                                new ThresholdChart.Dot(
                                        "=Tha Bo",
                                        new BigDecimal("92.5"),
                                        "92.50 %",
                                        "Tha Bo 92.50 %",
                                        "--level-5",
                                        "district/4302"),
                                new ThresholdChart.Dot("x, y", null, "", "", "--level-5", "")),
                        List.of(new CourseChart.Threshold("5", new BigDecimal("90"))));

        JsonNode option = chart.option();
        assertThat(option.at("/series/0/data").size()).isEqualTo(1);
        assertThat(option.at("/series/0/data/0/value/0").decimalValue())
                .isEqualByComparingTo("92.5");
        assertThat(option.at("/series/0/data/0/label/formatter").asString()).isEqualTo("92.50 %");
        assertThat(option.at("/series/0/data/0/link").asString()).isEqualTo("district/4302");
        assertThat(option.at("/series/0/markLine/data/0/xAxis").decimalValue())
                .isEqualByComparingTo("90");
        assertThat(ChartNumbers.csv(chart, "Budget, %", ENGLISH).lines().toList())
                .containsExactly(
                        "\ufeffName,\"Budget, %\",As shown",
                        "'=Tha Bo,92.5,92.50 %", "\"x, y\",,", "Threshold of level 5,90,");
        assertThat(ChartNumbers.csv(chart, "งบประมาณ", THAI)).startsWith("\ufeffรายการ,งบประมาณ,");
    }

    @Test
    void dotsOfDaysStandOnAnAxisOfDays() {
        BigDecimal day = BigDecimal.valueOf(LocalDate.of(2022, 3, 4).toEpochDay());
        ThresholdChart chart =
                new ThresholdChart(
                        "T3",
                        new Scale(
                                "",
                                day.subtract(BigDecimal.TEN),
                                day.add(BigDecimal.TEN),
                                false,
                                false),
                        List.of(
                                new ThresholdChart.Dot(
                                        "Tha Bo", day, "4 Mar", "", "--level-5", "")),
                        List.of(new CourseChart.Threshold("5", day.add(BigDecimal.ONE))),
                        true);

        JsonNode option = chart.option();
        assertThat(option.at("/xAxis/type").asString()).isEqualTo("time");
        assertThat(option.at("/series/0/data/0/value/0").decimalValue())
                .isEqualByComparingTo(
                        String.valueOf(Instant.parse("2022-03-04T12:00:00Z").toEpochMilli()));
        assertThat(option.at("/series/0/markLine/data/0/xAxis").decimalValue())
                .isEqualByComparingTo(
                        String.valueOf(Instant.parse("2022-03-05T12:00:00Z").toEpochMilli()));
        assertThat(ChartNumbers.csv(chart, "Day", ENGLISH).lines().toList())
                .containsExactly(
                        "\ufeffName,Day,As shown",
                        "Tha Bo,2022-03-04,4 Mar",
                        "Threshold of level 5,2022-03-05,");
    }

    @Test
    void namesEachLineOfRanksAtItsEnd() {
        JsonNode option =
                new RankChart(
                                "Ranks",
                                List.of("a", "b"),
                                Scale.ranks("Rank", 9),
                                List.of(
                                        new RankChart.Line(
                                                new Series(
                                                        "x",
                                                        "--team",
                                                        List.of(mark("1"), mark("2"))),
                                                true),
                                        new RankChart.Line(
                                                new Series(
                                                        "y",
                                                        "--team",
                                                        List.of(mark("2"), mark("1"))),
                                                false)),
                                List.of(Optional.empty(), Optional.of("P1 changed")))
                        .option();

        assertThat(option.at("/series/0/endLabel/show").asBoolean()).isTrue();
        assertThat(option.at("/series/0/lineStyle/width").asInt())
                .isGreaterThan(option.at("/series/1/lineStyle/width").asInt());
        assertThat(option.at("/series/0/symbol").asString())
                .isNotEqualTo(option.at("/series/1/symbol").asString());
        // And at its start, with what changed below the axis, where nothing is pointed at.
        assertThat(option.at("/series/0/data/0/label/formatter").asString()).isEqualTo("x");
        assertThat(option.at("/xAxis/data/1").asString()).isEqualTo("b\nP1 changed");
        assertThat(option.at("/series/0").has("markLine")).isFalse();
    }

    @Test
    void namesLinesThatEndAtOnePlaceBelowEachOther() {
        JsonNode option =
                new RankChart(
                                "Ranks",
                                List.of("a"),
                                Scale.ranks("Rank", 9),
                                List.of(ending("x", "7"), ending("y", "1"), ending("z", "7")),
                                List.of(Optional.empty()))
                        .option();

        assertThat(option.at("/series/0/endLabel/formatter").asString()).isEqualTo("x\nz");
        assertThat(option.at("/series/2/endLabel/show").asBoolean()).isFalse();
    }

    private static RankChart.Line ending(String name, String place) {
        return new RankChart.Line(new Series(name, "--team", List.of(mark(place))), false);
    }

    @ParameterizedTest
    @CsvSource({
        "61.5, 92.0528, 0, 100",
        "1, 4, 0, 4",
        "-3, 12, -5, 15",
        "0, 0, 0, 0",
        "0.01, 0.034, 0, 0.04",
        "5, 1300000, 0, 1500000",
    })
    void endsAScaleOnRoundNumbers(
            BigDecimal least, BigDecimal most, BigDecimal start, BigDecimal end) {
        Scale scale = Scale.around("Percent", List.of(most, least));

        assertThat(scale.least()).isEqualByComparingTo(start);
        assertThat(scale.most()).isEqualByComparingTo(end);
    }

    @Test
    void marksNotEveryRankOfHundreds() {
        JsonNode axis =
                new LineChart(
                                "Ranks",
                                List.of(),
                                Scale.ranks("Rank", 878),
                                List.of(),
                                List.of(),
                                300)
                        .option()
                        .get("yAxis");

        assertThat(axis.has("interval")).isFalse();
    }
}
