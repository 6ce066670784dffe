package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InterpolationTest {

    private static final String[] P1 = {"m >= 25", "m >= 40", "m >= 55", "m >= 70", "m >= 85"};
    private static final String[] T2 = {"m > 75", "m > 80", "m > 85", "m > 90", "m > 95"};
    private static final String[] P6 = {"m >= 11", "m >= 12", "m >= 13", "m >= 14", "m >= 15"};
    private static final String[] LESS = {"m <= 50", "m <= 40", "m < 30", "m <= 20", "m <= 10"};
    private static final String[] COUNT = {"m >= 1", "m >= 3", "m >= 6", "m >= 7", "m >= 17"};

    @ParameterizedTest(name = "{0} is level {1}, worth {2}/{3}")
    @CsvSource(
            textBlock =
                    """
                    24.99%, 0, 0,   1
                    25%,    1, 1,   1
                    32.5%,  1, 3,   2
                    1/3,    1, 14,  9
                    39.99%, 1, 2999, 1500
                    40%,    2, 2,   1
                    84%,    4, 74,  15
                    85%,    5, 5,   1
                    140%,   5, 5,   1
                    """)
    void givesThePartOfTheStepOnTopOfTheLevel(
            String value, int level, int numerator, int denominator) {
        assertScore(
                indicator(MeasureKind.SHARE, Ladder.HIGHEST, P1),
                value,
                level,
                BigFraction.of(numerator, denominator));
    }

    @Test
    void onAStrictThresholdTheLineIsThereButTheLevelIsNot() {
        Indicator indicator = indicator(MeasureKind.SHARE, Ladder.CUMULATIVE, T2);

        assertScore(indicator, "75%", 0, BigFraction.ZERO);
        assertScore(indicator, "77.5%", 1, BigFraction.of(3, 2));
        assertScore(indicator, "95%", 4, BigFraction.of(5));
        assertScore(indicator, "95.0001%", 5, BigFraction.of(5));
    }

    @Test
    void worksOnGrowthReductionCountsAndFallingThresholds() {
        assertScore(
                indicator(MeasureKind.GROWTH, Ladder.HIGHEST, P6),
                "111250/100000",
                1,
                BigFraction.of(5, 4));
        assertScore(
                indicator(MeasureKind.REDUCTION, Ladder.HIGHEST, P6),
                "87.5/100",
                2,
                BigFraction.of(5, 2));
        assertScore(
                indicator(MeasureKind.COUNT, Ladder.HIGHEST, COUNT), "4", 2, BigFraction.of(7, 3));
        assertScore(
                indicator(MeasureKind.SHARE, Ladder.HIGHEST, LESS), "30%", 2, BigFraction.of(3));
        assertScore(
                indicator(MeasureKind.SHARE, Ladder.HIGHEST, LESS),
                "22.5%",
                3,
                BigFraction.of(15, 4));
    }

    @Test
    void belowLevelOneThereIsNoLineButTheFloor() {
        Indicator indicator = indicator(MeasureKind.SHARE, Ladder.HIGHEST, P1);
        Agreement agreement = Agreements.of(BelowLevelOne.ONE, indicator);

        Scorecard.Line line =
                new Scorer(agreement)
                        .score(DistrictCode.of("4301"), Figures.of(agreement, "X", "m=24%"))
                        .lines()
                        .getFirst();

        assertThat(((IndicatorScore.Scored) line.score()).levelScore()).isEqualTo(BigFraction.ONE);
        assertThat(line.points()).contains(BigFraction.of(20));
    }

    @Test
    void pointsFollowTheLineAndStayWithinTheBounds() {
        Indicator indicator = indicator(MeasureKind.SHARE, Ladder.HIGHEST, P1);
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, indicator);
        Scorer scorer = new Scorer(agreement);

        Scorecard.Line none = scorer.score(DistrictCode.of("4301"), Map.of()).lines().getFirst();
        Scorecard scorecard =
                scorer.score(DistrictCode.of("4301"), Figures.of(agreement, "X", "m=1/3"));

        assertThat(scorecard.total().points()).contains(BigFraction.of(280, 9));
        assertThat(PlainDecimal.of(scorecard.total().points().orElseThrow())).isEqualTo("31.1111");
        assertThat(none.pointsMin()).isEqualTo(BigFraction.ZERO);
        assertThat(none.pointsMax()).isEqualTo(BigFraction.of(100));
    }

    @ParameterizedTest
    @EnumSource(Ladder.class)
    void refusesLevelsThatDoNotLieOnOneLine(Ladder ladder) {
        assertRefused(
                indicator(
                        MeasureKind.GROWTH,
                        ladder,
                        "m < 7",
                        "m >= 7",
                        "m >= 8",
                        "m >= 9",
                        "m >= 10"),
                "Indicator X: thresholds that are interpolated all rise or all fall");
        assertRefused(
                indicator(
                        MeasureKind.SHARE,
                        ladder,
                        "m >= 10",
                        "m >= 10",
                        "m >= 30",
                        "m >= 40",
                        "m >= 50"),
                "Indicator X: thresholds that are interpolated all rise or all fall");
        assertRefused(
                indicator(
                        MeasureKind.SHARE,
                        ladder,
                        "m >= 10",
                        "m >= 20",
                        "m >= 30",
                        "m >= 40",
                        "m = 50"),
                "Indicator X: thresholds that are interpolated all rise or all fall");
        assertRefused(
                indicator(
                        MeasureKind.SHARE,
                        ladder,
                        "m >= 10; m < 20",
                        "m >= 20",
                        "m >= 30",
                        "m >= 40",
                        "m >= 50"),
                "Indicator X: level 1 has no single threshold to interpolate from");
        assertRefused(
                indicator(
                        MeasureKind.REDUCTION,
                        ladder,
                        "m >= 60",
                        "m >= 70",
                        "m >= 80",
                        "m >= 90",
                        "m > 100"),
                "Indicator X: interpolated towards a level out of reach");
        assertRefused(
                indicator(MeasureKind.DONE, ladder, "m", "m", "m", "m", "m"),
                "Indicator X: only a single number is interpolated");
        assertRefused(
                Agreements.indicator(
                        "X",
                        "100",
                        ladder,
                        Interpolation.LINEAR,
                        List.of(
                                Agreements.things("m", MeasureKind.SHARE),
                                Agreements.things("n", MeasureKind.SHARE)),
                        P1),
                "Indicator X: only a single number is interpolated");
    }

    private static void assertRefused(Indicator indicator, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scorer(Agreements.of(BelowLevelOne.ZERO, indicator)))
                .withMessage(message);
    }

    private static void assertScore(
            Indicator indicator, String value, int level, BigFraction levelScore) {
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, indicator);
        IndicatorScore.Scored score =
                (IndicatorScore.Scored)
                        new IndicatorRules(agreement, indicator)
                                .score(Figures.of(agreement, "X", "m=" + value));
        assertThat(score.level()).isEqualTo(level);
        assertThat(score.levelScore()).isEqualTo(levelScore);
    }

    private static Indicator indicator(MeasureKind kind, Ladder ladder, String... levels) {
        Measure measure =
                kind == MeasureKind.DONE ? Agreements.step("m") : Agreements.measure("m", kind, 2);
        return Agreements.indicator(
                "X", "100", ladder, Interpolation.LINEAR, List.of(measure), levels);
    }
}
