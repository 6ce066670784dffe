package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.plan.Moves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** What follows where somebody sets another level than the computed one. */
class OverrideTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final Scorer SCORER = new Scorer(AGREEMENT);
    private static final IndicatorId SPENDING = IndicatorId.of("T1");

    private static LevelOverride override(String indicator, int level) {
        return new LevelOverride(
                1,
                DISTRICT,
                IndicatorId.of(indicator),
                level,
                "letter of the ministry",
                Instant.EPOCH,
                "planner");
    }

    private static Map<MeasureKey, MeasuredValue> figures(String indicator, String given) {
        return Figures.of(AGREEMENT, indicator, given);
    }

    private static Scorecard.Line line(
            Map<MeasureKey, MeasuredValue> values, LevelOverride... overrides) {
        return SCORER.withOverrides(List.of(overrides))
                .score(DISTRICT, values)
                .line(overrides[0].indicator());
    }

    /** Another version of the agreement can have fewer levels than the one that it was set by. */
    @Test
    void aLevelThatTheAgreementNoLongerHasChangesNothing() {
        Indicator agreed = AGREEMENT.indicator(SPENDING).orElseThrow();
        Agreement fewer =
                Agreements.of(
                        BelowLevelOne.ZERO,
                        IndicatorBuilder.like(agreed)
                                .weight("100")
                                .levels(agreed.levels().subList(0, 3))
                                .build());
        Scorer scorer = new Scorer(fewer);
        Map<MeasureKey, MeasuredValue> values = figures("T1", "spending=71%");

        assertThat(scorer.withOverrides(List.of(override("T1", 4))).score(DISTRICT, values))
                .isEqualTo(scorer.score(DISTRICT, values));
        assertThat(
                        scorer.withOverrides(List.of(override("T1", 3)))
                                .score(DISTRICT, values)
                                .total()
                                .points())
                .contains(BigFraction.of(100));
    }

    @Test
    void theLevelThatWasSetCountsAndTheComputedOneStays() {
        Map<MeasureKey, MeasuredValue> values = figures("T1", "spending=81%");
        Scorecard computed = SCORER.score(DISTRICT, values);
        Scorecard scorecard =
                SCORER.withOverrides(List.of(override("T1", 5))).score(DISTRICT, values);

        IndicatorScore score = scorecard.line(SPENDING).score();
        assertThat(ScoreRow.of(score)).isEqualTo(new ScoreRow("SCORED", 5, 5, 5));
        assertThat(score.overridden().orElseThrow().override().reason())
                .isEqualTo("letter of the ministry");
        assertThat(score.computed()).isEqualTo(computed.line(SPENDING).score());
        assertThat(ScoreRow.of(score.computed())).isEqualTo(new ScoreRow("SCORED", 3, 3, 3));
        // 40 % of the team section for level 5, which is half of the total.
        assertThat(scorecard.line(SPENDING).points()).contains(BigFraction.of(40));
        assertThat(scorecard.total().points()).contains(BigFraction.of(20));
        assertThat(SCORER.withOverrides(List.of(override("T1", 5))).withoutOverrides())
                .extracting(scorer -> scorer.score(DISTRICT, values))
                .isEqualTo(computed);
    }

    @Test
    void whatIsMissingChangesALevelThatWasSetNoMore() {
        Scorecard.Line line = line(figures("P3", "activities_recorded=80%"), override("P3", 2));
        assertThat(ScoreRow.of(line.score())).isEqualTo(new ScoreRow("SCORED", 2, 2, 2));
        assertThat(line.pointsMin()).isEqualTo(line.pointsMax()).isEqualTo(BigFraction.of(4));
        assertThat(line.score().computed()).isInstanceOf(IndicatorScore.Incomplete.class);
    }

    @Test
    void withoutAComputedLevelNothingIsSet() {
        assertThat(line(Map.of(), override("T1", 5)).score())
                .isInstanceOf(IndicatorScore.NoResult.class);
        assertThat(line(figures("T1", "spending=n/a: no budget"), override("T1", 5)).score())
                .isInstanceOf(IndicatorScore.NotApplicable.class);
        assertThat(line(figures("T1", "spending=81%"), override("T1", 5), override("T99", 5)))
                .isEqualTo(line(figures("T1", "spending=81%"), override("T1", 5)));
    }

    @Test
    void anIndicatorHasOneLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SCORER.withOverrides(List.of(override("T1", 5), override("T1", 4))));
    }

    @Test
    void noFigureLeadsFromALevelThatWasSetToAHigherOne() {
        Map<MeasureKey, MeasuredValue> values = figures("T1", "spending=81%");
        Scorer scorer = SCORER.withOverrides(List.of(override("T1", 4)));
        Moves moves =
                Moves.of(
                        AGREEMENT,
                        scorer.score(DISTRICT, values),
                        values,
                        LocalDate.of(2022, 3, 4));
        assertThat(moves.of(SPENDING)).isEmpty();
    }
}
