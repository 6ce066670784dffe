package districtkpi.scoring.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final MeasureKey SPENDING = Courses.key("T1", "spending");
    private static final MeasureKey CHANNELS = Courses.key("P7", "channels");
    private static final MeasureKey DEBT = Courses.key("P4", "overdue_debt");

    private static final Offset<Double> SIX_PLACES = within(1e-6);

    private static Forecast forecast(MeasureKey key, int[] days, List<MeasuredValue> values) {
        Course course = Courses.course(key, days, values);
        return Forecast.of(Courses.SCORER, Map.of(), course, course.lastDay());
    }

    private static List<MeasuredValue> percents(String... percents) {
        return Arrays.stream(percents).map(Courses::percent).toList();
    }

    private static int level(Forecast.Outcome outcome) {
        return ((IndicatorScore.WithLevel) outcome.score()).level();
    }

    /**
     * Speed and stopping distance of cars: M. Ezekiel, Methods of Correlation Analysis, 1930, the
     * data set {@code cars} of R.
     */
    @Test
    void theIntervalIsThatOfTheTextbook() {
        double[] speed = {
            4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14,
            15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23,
            24, 24, 24, 24, 25
        };
        double[] distance = {
            2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60,
            80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66,
            54, 70, 92, 93, 120, 85
        };

        Line line = Line.through(speed, distance);

        // predict(lm(dist ~ speed, cars), data.frame(speed = c(12, 19, 24)), interval =
        // "prediction")
        double[][] expected = {
            {12, 29.6, -1.75, 61.0}, {19, 57.1, 25.76, 88.5}, {24, 76.8, 44.75, 108.8}
        };
        for (double[] row : expected) {
            assertThat(line.at(row[0])).isCloseTo(row[1], within(0.05));
            assertThat(line.at(row[0]) - line.halfWidthAt(row[0])).isCloseTo(row[2], within(0.005));
            assertThat(line.at(row[0]) + line.halfWidthAt(row[0])).isCloseTo(row[3], within(0.05));
        }
    }

    @Test
    void givesTheWorkedExampleOfTheMethodDocument() {
        Forecast forecast =
                forecast(
                        SPENDING,
                        new int[] {50, 40, 30, 20, 10},
                        percents("50", "56", "64", "66", "74"));

        // Mean 62, slope 0.58 a day, 30 days from the middle one; squared residuals total 7.6.
        Forecast.Estimate estimate = (Forecast.Estimate) forecast;
        assertThat(estimate.expected().number()).isCloseTo(79.4, SIX_PLACES);
        double halfWidth = 3.182446305 * Math.sqrt(7.6 / 3) * Math.sqrt(1 + 0.2 + 0.9);
        assertThat(estimate.low().number()).isCloseTo(79.4 - halfWidth, SIX_PLACES);
        assertThat(estimate.high().number()).isCloseTo(79.4 + halfWidth, SIX_PLACES);
        assertThat(level(estimate.expected())).isEqualTo(2);
        assertThat(level(estimate.low())).isEqualTo(1);
        assertThat(level(estimate.high())).isEqualTo(4);
    }

    @Test
    void makesValuesOfWholeThingsWhereTheFigureSaysOfHowMany() {
        MeasureKey key = Courses.key("T2", "activities_achieved");
        List<MeasuredValue> values =
                List.of(
                        Courses.ratio("6", "20"),
                        Courses.ratio("9", "20"),
                        Courses.ratio("11", "20"),
                        Courses.ratio("14", "20"),
                        Courses.ratio("16", "20"));

        Forecast.Estimate estimate =
                (Forecast.Estimate) forecast(key, new int[] {50, 40, 30, 20, 10}, values);

        // The line ends at 93.5 %, which is 18.7 of 20; the interval would be 86.21 to 100.79 %.
        assertThat(estimate.expected().number()).isCloseTo(93.5, SIX_PLACES);
        assertThat(estimate.expected().value()).isEqualTo(Courses.ratio("19", "20"));
        assertThat(estimate.low().value()).isEqualTo(Courses.ratio("17", "20"));
        assertThat(estimate.high().value()).isEqualTo(Courses.ratio("20", "20"));
        assertThat(level(estimate.expected())).isEqualTo(4);
    }

    @Test
    void aShareThatPassedTheWholeMayGoOn() {
        Forecast.Estimate estimate =
                (Forecast.Estimate)
                        forecast(
                                SPENDING,
                                new int[] {50, 40, 30, 20, 10},
                                percents("90", "96", "97", "100", "101"));

        assertThat(estimate.expected().number()).isCloseTo(104.6, SIX_PLACES);
        assertThat(estimate.high().number()).isGreaterThan(105);
    }

    @Test
    void aPerfectLineHasNoIntervalAndIsExact() {
        Forecast forecast =
                forecast(
                        SPENDING,
                        new int[] {50, 40, 31, 20, 10},
                        percents("45", "55", "64", "75", "85"));

        // To be at 95 % exactly: nothing of floating point is left of level 5.
        assertThat(forecast)
                .isInstanceOfSatisfying(
                        Forecast.PerfectLine.class,
                        line -> {
                            assertThat(line.outcome().number()).isEqualTo(95);
                            assertThat(level(line.outcome())).isEqualTo(5);
                        });
    }

    @Test
    void whatNeverChangedIsConstant() {
        Forecast forecast =
                forecast(
                        SPENDING,
                        new int[] {50, 40, 31, 20, 10},
                        List.of(
                                Courses.percent("80"),
                                Courses.percent("80.0"),
                                Courses.ratio("8", "10"),
                                Courses.ratio("16", "20"),
                                Courses.percent("80")));

        assertThat(forecast)
                .isInstanceOfSatisfying(
                        Forecast.Constant.class,
                        constant -> assertThat(level(constant.outcome())).isEqualTo(3));
    }

    @Test
    void needsFiveNumbersOnDifferentDays() {
        assertThat(forecast(SPENDING, new int[0], List.of()))
                .isEqualTo(new Forecast.TooFewFigures(0));
        assertThat(
                        forecast(
                                SPENDING,
                                new int[] {50, 40, 30, 20, 20},
                                percents("1", "2", "3", "5", "6")))
                .isEqualTo(new Forecast.TooFewFigures(4));
        assertThat(
                        forecast(
                                SPENDING,
                                new int[] {50, 40, 30, 20, 10},
                                List.of(
                                        Courses.percent("1"),
                                        Courses.percent("2"),
                                        Courses.percent("4"),
                                        Courses.percent("5"),
                                        new MeasuredValue.NotApplicable("none"))))
                .isEqualTo(new Forecast.TooFewFigures(4));
    }

    @Test
    void thereIsNothingToForecastWhereTheLastDayIsKnown() {
        assertThat(
                        forecast(
                                SPENDING,
                                new int[] {50, 40, 30, 20, 0},
                                percents("1", "2", "3", "5", "6")))
                .isInstanceOf(Forecast.LastDayKnown.class);
        assertThat(
                        forecast(
                                Courses.key("T3", "officer_assigned"),
                                new int[] {50},
                                List.of(new MeasuredValue.NotDone())))
                .isEqualTo(new Forecast.NoNumber());
    }

    @Test
    void aShareNeverFallsBelowNothing() {
        Forecast.Estimate estimate =
                (Forecast.Estimate)
                        forecast(
                                SPENDING,
                                new int[] {50, 40, 30, 20, 10},
                                percents("40", "31", "20", "11", "2"));

        assertThat(estimate.expected().number()).isZero();
        assertThat(estimate.low().number()).isZero();
        assertThat(estimate.high().number()).isZero();
    }

    @Test
    void aCountIsWholeAndNeverBelowNothing() {
        List<MeasuredValue> counts =
                List.<Integer>of(0, 0, 1, 1, 1).stream()
                        .<MeasuredValue>map(n -> new MeasuredValue.Count(BigDecimal.valueOf(n)))
                        .toList();

        Forecast.Estimate estimate =
                (Forecast.Estimate) forecast(CHANNELS, new int[] {50, 40, 30, 20, 10}, counts);

        assertThat(estimate.expected().number()).isCloseTo(1.5, SIX_PLACES);
        assertThat(estimate.expected().value())
                .isEqualTo(new MeasuredValue.Count(new BigDecimal("2")));
        assertThat(estimate.low().number()).isCloseTo(0.041617, within(1e-4));
        assertThat(estimate.low().value()).isEqualTo(new MeasuredValue.Count(BigDecimal.ZERO));
        assertThat(estimate.high().value()).isEqualTo(new MeasuredValue.Count(new BigDecimal("3")));
    }

    @Test
    void aReductionNeverPassesTheWholeAndRoundsOutward() {
        List<MeasuredValue> debts =
                List.of(
                        Courses.ratio("70.00", "80.00"),
                        Courses.ratio("52.00", "80.00"),
                        Courses.ratio("33.00", "80.00"),
                        Courses.ratio("20.00", "80.00"),
                        Courses.ratio("9.03", "80.00"));

        Forecast.Estimate estimate =
                (Forecast.Estimate) forecast(DEBT, new int[] {50, 40, 30, 20, 10}, debts);

        assertThat(estimate.expected().number()).isEqualTo(100);
        assertThat(estimate.expected().value()).isEqualTo(Courses.ratio("0.00", "80.00"));
        assertThat(estimate.low().number()).isBetween(80.0, 99.0);
        MeasuredValue.Ratio low = (MeasuredValue.Ratio) estimate.low().value();
        double left = 80 - estimate.low().number() * 80 / 100;
        assertThat(low.value().doubleValue()).isBetween(left - 1e-6, left + 0.01);
    }

    @Test
    void forecastsNothingOfARoundThatIsOver() {
        Course course =
                Courses.course(
                        SPENDING,
                        new int[] {60, 50, 40, 30, 20},
                        percents("10", "21", "29", "42", "50"));

        assertThat(Forecast.of(Courses.SCORER, Map.of(), course, course.lastDay()))
                .isInstanceOf(Forecast.Estimate.class);
        assertThat(Forecast.of(Courses.SCORER, Map.of(), course, course.lastDay().plusDays(1)))
                .isEqualTo(new Forecast.RoundOver(course.lastDay()));
    }
}
