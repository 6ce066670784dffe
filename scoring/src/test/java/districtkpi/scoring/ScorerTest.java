package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorecard.Total;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");

    private final Scorer scorer = new Scorer(Agreements.round2565No1());

    @Test
    void aDistrictWithoutAnyFigureHasNoTotalButBounds() {
        Scorecard scorecard = scorer.score(DISTRICT, Map.of());

        assertThat(scorecard.total().points()).isEmpty();
        // Any result at all earns level 1 of P8: 10 × 1 ÷ 5 of the individual section.
        assertThat(scorecard.total().possibleMin()).isEqualTo(BigFraction.ONE);
        assertThat(scorecard.total().possibleMax()).isEqualTo(BigFraction.of(100));
        assertThat(scorecard.total().scoredWeight()).isEqualTo(BigFraction.ZERO);
        assertThat(scorecard.total().isComplete()).isFalse();
        assertThat(scorecard.section(SectionId.TEAM).orElseThrow().points()).isEmpty();
        assertThat(scorecard.lines())
                .hasSize(11)
                .allMatch(line -> line.score() instanceof IndicatorScore.NoResult);
    }

    @Test
    void whatIsMissingBringsNothingYetButKeepsItsWeight() {
        Scorecard scorecard = scorer.score(DISTRICT, figures("T1", "spending=90%"));

        Total team = scorecard.section(SectionId.TEAM).orElseThrow();
        assertThat(team.points()).contains(BigFraction.of(40));
        assertThat(team.scoredWeight()).isEqualTo(BigFraction.of(40));
        assertThat(team.possibleMin()).isEqualTo(BigFraction.of(40));
        assertThat(team.possibleMax()).isEqualTo(BigFraction.of(100));
        assertThat(scorecard.section(SectionId.INDIVIDUAL).orElseThrow().points()).isEmpty();
        assertThat(scorecard.total().points()).contains(BigFraction.of(20));
        assertThat(scorecard.total().scoredWeight()).isEqualTo(BigFraction.of(20));
    }

    @Test
    void levelZeroIsAResultAndNotTheSameAsNone() {
        Scorecard scorecard = scorer.score(DISTRICT, figures("T1", "spending=10%"));

        assertThat(scorecard.total().points()).contains(BigFraction.ZERO);
        assertThat(scorecard.total().scoredWeight()).isEqualTo(BigFraction.of(20));
    }

    @Test
    void anIncompleteIndicatorSaysWhatIsMissingAndWhatItCanStillBecome() {
        Scorecard scorecard = scorer.score(DISTRICT, figures("P3", "activities_recorded=80%"));

        Scorecard.Line line = scorecard.line(IndicatorId.of("P3"));
        assertThat(line.score())
                .isInstanceOfSatisfying(
                        IndicatorScore.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.missing())
                                        .containsExactly(MeasureId.of("villages_reported")));
        assertThat(line.points()).contains(BigFraction.ZERO);
        assertThat(line.pointsMin()).isEqualTo(BigFraction.ZERO);
        assertThat(line.pointsMax()).isEqualTo(BigFraction.of(4));
    }

    @Test
    void theWeightOfAnIndicatorThatDoesNotApplyIsSpreadOverItsSection() {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        values.putAll(figures("T1", "spending=90%"));
        values.putAll(figures("T2", "activities_achieved=76%"));
        values.putAll(figures("T3", "self_assessed=n/a: no such office"));

        Scorecard scorecard = scorer.score(DISTRICT, values);

        Total team = scorecard.section(SectionId.TEAM).orElseThrow();
        assertThat(scorecard.line(IndicatorId.of("T1")).effectiveWeight())
                .isEqualTo(BigFraction.of(50));
        assertThat(scorecard.line(IndicatorId.of("T3")).effectiveWeight())
                .isEqualTo(BigFraction.ZERO);
        assertThat(scorecard.line(IndicatorId.of("T3")).score())
                .isEqualTo(
                        new IndicatorScore.NotApplicable(
                                scorer.agreement().indicator(IndicatorId.of("T3")).orElseThrow(),
                                Optional.of("no such office")));
        assertThat(team.points()).contains(BigFraction.of(60));
        assertThat(team.possibleMin()).isEqualTo(BigFraction.of(60));
        assertThat(team.possibleMax()).isEqualTo(BigFraction.of(60));
        assertThat(team.scoredWeight()).isEqualTo(BigFraction.of(100));
        assertThat(team.notApplicableWeight()).isEqualByComparingTo("20");
        assertThat(scorecard.total().notApplicableWeight()).isEqualByComparingTo("10");
    }

    @Test
    void aSpreadThatLeavesThirdsStaysExact() {
        // T1 and T3 remain with 40 and 20 of 60: two thirds and one third.
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        values.putAll(figures("T1", "spending=90%"));
        values.putAll(figures("T2", "activities_achieved=n/a: no activities planned"));

        Scorecard scorecard = scorer.score(DISTRICT, values);

        assertThat(scorecard.section(SectionId.TEAM).orElseThrow().points())
                .contains(BigFraction.of(200, 3));
        assertThat(PlainDecimal.of(scorecard.line(IndicatorId.of("T1")).effectiveWeight()))
                .isEqualTo("66.6667");
        assertThat(
                        scorecard.lines().subList(0, 3).stream()
                                .map(Scorecard.Line::effectiveWeight)
                                .reduce(BigFraction.ZERO, BigFraction::add))
                .isEqualTo(BigFraction.of(100));
    }

    @Test
    void aSectionThatDoesNotApplyLeavesItsShareToTheOther() {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        values.putAll(figures("T1", "spending=n/a: none"));
        values.putAll(figures("T2", "activities_achieved=n/a: none"));
        values.putAll(figures("T3", "self_assessed=n/a: none"));
        values.putAll(figures("P1", "households_developed=85%"));

        Scorecard scorecard = scorer.score(DISTRICT, values);

        Total team = scorecard.section(SectionId.TEAM).orElseThrow();
        assertThat(team.points()).isEmpty();
        assertThat(team.possibleMax()).isEqualTo(BigFraction.ZERO);
        assertThat(team.notApplicableWeight()).isEqualByComparingTo("100");
        assertThat(scorecard.total().points()).contains(BigFraction.of(20));
        assertThat(scorecard.total().possibleMax()).isEqualTo(BigFraction.of(100));
        assertThat(scorecard.total().scoredWeight()).isEqualTo(BigFraction.of(20));
        assertThat(scorecard.total().notApplicableWeight()).isEqualByComparingTo("50");
    }

    @Test
    void aDistrictToWhichNothingAppliesHasNoTotal() {
        Agreement agreement = Agreements.of(BelowLevelOne.ONE, spending());

        Scorecard scorecard =
                new Scorer(agreement)
                        .score(DISTRICT, Figures.of(agreement, "T1", "spending=n/a: none"));

        assertThat(scorecard.total())
                .isEqualTo(
                        new Total(
                                Optional.empty(),
                                BigFraction.ZERO,
                                BigFraction.ZERO,
                                BigFraction.ZERO,
                                new BigDecimal("100.00")));
    }

    @Test
    void aSectionWithoutAShareCountsFullyWhereNothingElseApplies() {
        Agreement agreement =
                Agreements.agreement(
                        BelowLevelOne.ZERO,
                        Agreements.section(SectionId.TEAM, "100", List.of(spending())),
                        Agreements.section(
                                SectionId.INDIVIDUAL,
                                "0",
                                List.of(
                                        indicator(
                                                "P1", "100", MeasureKind.SHARE, "spending >= 1"))));
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        values.putAll(Figures.of(agreement, "T1", "spending=n/a: none"));
        values.putAll(Figures.of(agreement, "P1", "spending=3%"));

        assertThat(new Scorer(agreement).score(DISTRICT, values).total().points())
                .contains(BigFraction.of(60));
    }

    @Test
    void notApplicableWinsOverOtherFiguresOfTheIndicator() {
        Scorecard scorecard =
                scorer.score(
                        DISTRICT,
                        figures("P2", "new_centres=n/a: first; support_plan=n/a: second"));

        assertThat(scorecard.line(IndicatorId.of("P2")).score())
                .isInstanceOfSatisfying(
                        IndicatorScore.NotApplicable.class,
                        score -> assertThat(score.note()).contains("second"));
    }

    @Test
    void theFloorLiftsResultsButMakesNoneOfNothing() {
        Agreement agreement = Agreements.of(BelowLevelOne.ONE, spending());
        Scorer withFloor = new Scorer(agreement);

        assertThat(
                        ScoreRow.of(
                                withFloor
                                        .score(DISTRICT, Figures.of(agreement, "T1", "spending=0%"))
                                        .lines()
                                        .getFirst()
                                        .score()))
                .isEqualTo(new ScoreRow("SCORED", 1, 1, 1));
        Scorecard nothing = withFloor.score(DISTRICT, Map.of());
        assertThat(ScoreRow.of(nothing.lines().getFirst().score()))
                .isEqualTo(new ScoreRow("NO_RESULT", null, 1, 5));
        assertThat(nothing.total().points()).isEmpty();
    }

    @Test
    void aLevelSaysWhetherItIsTheFloor() {
        assertThat(isFloor(BelowLevelOne.ONE, "spending=0%")).isTrue();
        assertThat(isFloor(BelowLevelOne.ONE, "spending=100%")).isFalse();
        assertThat(isFloor(BelowLevelOne.ZERO, "spending=0%")).isFalse();
        Scorer floored = new Scorer(Agreements.of(BelowLevelOne.ONE, spending()));
        Map<MeasureKey, MeasuredValue> nothing =
                Figures.of(floored.agreement(), "T1", "spending=0%");
        LevelOverride set =
                new LevelOverride(
                        1, DISTRICT, IndicatorId.of("T1"), 1, "said so", Instant.EPOCH, "director");
        assertThat(
                        floored.withOverrides(List.of(set))
                                .score(DISTRICT, nothing)
                                .lines()
                                .getFirst()
                                .score())
                .isInstanceOfSatisfying(
                        IndicatorScore.Scored.class,
                        score -> assertThat(score.isFloor()).as("Somebody set it").isFalse());
    }

    private static boolean isFloor(BelowLevelOne belowLevelOne, String figure) {
        Agreement agreement = Agreements.of(belowLevelOne, spending());
        return new Scorer(agreement)
                                .score(DISTRICT, Figures.of(agreement, "T1", figure))
                                .lines()
                                .getFirst()
                                .score()
                        instanceof IndicatorScore.WithLevel found
                && found.isFloor();
    }

    @Test
    void theFloorLiftsAnIncompleteResultToo() {
        Agreement agreement = Agreements.round2565No1();
        Indicator indicator = agreement.indicator(IndicatorId.of("P3")).orElseThrow();

        IndicatorScore score =
                new IndicatorRules(Agreements.of(BelowLevelOne.ONE, indicator), indicator)
                        .score(figures("P3", "villages_reported=90%"));

        assertThat(ScoreRow.of(score)).isEqualTo(new ScoreRow("INCOMPLETE", 1, 1, 3));
    }

    @Test
    void whatEveryValueMeetsRaisesTheLowestLevelAboveTheLevelSoFar() {
        Agreement agreement =
                Agreements.of(
                        BelowLevelOne.ZERO,
                        Agreements.indicator(
                                "X",
                                "100",
                                Ladder.HIGHEST,
                                List.of(
                                        Agreements.things("a", MeasureKind.COUNT),
                                        Agreements.step("b")),
                                "a < 3",
                                "a >= 3",
                                "b",
                                "a >= 4; b",
                                "a >= 5; b"));

        Scorecard scorecard =
                new Scorer(agreement).score(DISTRICT, Figures.of(agreement, "X", "b=no"));

        assertThat(ScoreRow.of(scorecard.lines().getFirst().score()))
                .isEqualTo(new ScoreRow("INCOMPLETE", 0, 1, 2));
        assertThat(scorecard.total().isComplete()).isFalse();
    }

    @Test
    void pointsThatAMissingFigureWillRaiseAreNotFinalEvenIfItIsKnownByHowMuch() {
        Agreement agreement =
                Agreements.of(
                        BelowLevelOne.ZERO,
                        Agreements.indicator(
                                "X",
                                "100",
                                Ladder.HIGHEST,
                                List.of(
                                        Agreements.things("a", MeasureKind.COUNT),
                                        Agreements.step("b")),
                                "a < 3",
                                "a >= 0",
                                "b",
                                "a >= 4; b",
                                "a >= 5; b"));

        Scorecard scorecard =
                new Scorer(agreement).score(DISTRICT, Figures.of(agreement, "X", "b=no"));

        assertThat(ScoreRow.of(scorecard.lines().getFirst().score()))
                .isEqualTo(new ScoreRow("INCOMPLETE", 0, 2, 2));
        assertThat(scorecard.total().isComplete()).isFalse();
    }

    @Test
    void comparesThirtyDigitsExactly() {
        String of = "100000000000000000000000000000";
        assertThat(level("T1", "spending=69999999999999999999999999999/" + of)).isZero();
        assertThat(level("T1", "spending=70000000000000000000000000000/" + of)).isOne();
        assertThat(level("T2", "activities_achieved=95.000000000000000000000000000000%"))
                .isEqualTo(4);
        assertThat(level("T2", "activities_achieved=95.000000000000000000000000000001%"))
                .isEqualTo(5);
        assertThat(
                        level(
                                "T1",
                                "spending=0.0000000000000000000000000009/0.000000000000000000000000001"))
                .isEqualTo(5);
    }

    @Test
    void ignoresFiguresThatTheAgreementDoesNotKnow() {
        Map<MeasureKey, MeasuredValue> values =
                Map.of(
                        new MeasureKey(IndicatorId.of("Z9"), MeasureId.of("unknown")),
                        new MeasuredValue.NotDone());

        assertThat(scorer.score(DISTRICT, values)).isEqualTo(scorer.score(DISTRICT, Map.of()));
    }

    @Test
    void refusesAValueOfAnotherKind() {
        MeasureKey spending = new MeasureKey(IndicatorId.of("T1"), MeasureId.of("spending"));
        MeasureKey evidence =
                new MeasureKey(IndicatorId.of("T3"), MeasureId.of("evidence_received"));
        MeasureKey channels = new MeasureKey(IndicatorId.of("P7"), MeasureId.of("channels"));
        MeasureKey step = new MeasureKey(IndicatorId.of("P7"), MeasureId.of("working_group"));

        for (Map<MeasureKey, MeasuredValue> values :
                List.<Map<MeasureKey, MeasuredValue>>of(
                        Map.of(spending, new MeasuredValue.Count(BigDecimal.ONE)),
                        Map.of(evidence, new MeasuredValue.Done(null)),
                        Map.of(channels, new MeasuredValue.Ratio(BigDecimal.ONE, BigDecimal.ONE)),
                        Map.of(step, new MeasuredValue.Percentage(BigDecimal.ONE)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scorer.score(DISTRICT, values))
                    .withMessageContaining("is of kind");
        }
    }

    @Test
    void refusesAgreementsThatCannotBeScored() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Scorer(
                                Agreements.of(
                                        BelowLevelOne.ZERO,
                                        indicator(
                                                "T1",
                                                "99.99",
                                                MeasureKind.SHARE,
                                                "spending >= 1"))))
                .withMessage("Section team: weights total 99.99, not 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Scorer(
                                Agreements.agreement(
                                        BelowLevelOne.ZERO,
                                        Agreements.section(
                                                SectionId.TEAM, "60", List.of(spending())))))
                .withMessage("Shares of the sections total 60.0, not 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Scorer(
                                Agreements.of(
                                        BelowLevelOne.ZERO,
                                        indicator("T1", "100", MeasureKind.SHARE, "income >= 1"))))
                .withMessage("Level 1 of T1: unknown measure income");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Scorer(
                                Agreements.of(
                                        BelowLevelOne.ZERO,
                                        indicator("T1", "100", MeasureKind.SHARE, "spending"))))
                .withMessage(
                        "Level 1 of T1.spending: a condition does not fit a measure of kind share");
    }

    private static Indicator spending() {
        return indicator("T1", "100", MeasureKind.SHARE, "spending >= 1");
    }

    /** An indicator of the measure {@code spending}, with thresholds 2 to 5 above level 1. */
    private static Indicator indicator(
            String id, String weight, MeasureKind kind, String levelOne) {
        return Agreements.indicator(
                id,
                weight,
                Ladder.HIGHEST,
                List.of(Agreements.baht("spending", kind)),
                levelOne,
                "spending >= 2",
                "spending >= 3",
                "spending >= 4",
                "spending >= 5");
    }

    private Map<MeasureKey, MeasuredValue> figures(String indicator, String given) {
        return Figures.of(scorer.agreement(), indicator, given);
    }

    private int level(String indicator, String given) {
        IndicatorScore score =
                scorer.score(DISTRICT, figures(indicator, given))
                        .line(IndicatorId.of(indicator))
                        .score();
        return ((IndicatorScore.WithLevel) score).level();
    }
}
