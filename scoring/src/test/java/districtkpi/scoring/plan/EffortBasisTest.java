package districtkpi.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Figures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortBasisTest {

    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final Scorer SCORER = new Scorer(AGREEMENT);
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final MeasureKey HOUSEHOLDS = key("P1", "households_developed");
    private static final MeasureKey DEBT = key("P4", "overdue_debt");

    @ParameterizedTest(name = "{0} {1} to level {2}: {3} steps")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P1 | households_developed=70/100 | 5 | 1
                    P1 | households_developed=77/100 | 5 | 8/15
                    P1 | households_developed=0/100  | 1 | 25/15
                    P6 | online_sales=100/100        | 1 | 11
                    P8 | otop_sales=5%               | 2 | 2
                    T2 | activities_achieved=95%     | 5 | 0
                    P7 | working_group=yes; data_recorded=yes; literacy_meeting=yes; channels=1; report_presented=no | 4 | 1/2
                    P7 | working_group=yes; data_recorded=no; literacy_meeting=no; channels=1; report_presented=no | 5 | 7/2
                    """)
    void unitsMissingAreStepsOfTheIndicatorsOwnLadder(
            String indicator, String given, int level, String steps) {
        assertThat(new EffortBasis.UnitsMissing().effort(climb(indicator, given, level), level))
                .contains(fraction(steps));
    }

    @Test
    void othersNotThereCountOnlyDistrictsWithALevel() {
        List<Scorecard> scorecards = new ArrayList<>();
        for (String given :
                List.of("70/100", "90/100", "60/100", "69/100", "n/a: none are poor", "")) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + scorecards.size())),
                            Figures.of(
                                    AGREEMENT,
                                    "P1",
                                    given.isEmpty() ? "" : "households_developed=" + given)));
        }
        EffortBasis basis = EffortBasis.OthersNotThere.of(Ranking.of(AGREEMENT, scorecards));

        // Of the three other districts with a level, one is at level 5 and two are not.
        assertThat(basis.effort(climb("P1", "households_developed=70/100", 5), 5))
                .contains(BigFraction.of(2, 3));
        assertThat(basis.effort(climb("P1", "households_developed=60/100", 4), 4))
                .contains(BigFraction.of(1, 3));
        Move report = moves("P1", "").of(IndicatorId.of("P1")).getFirst();
        assertThat(basis.effort(report, 3)).contains(BigFraction.ZERO);
        assertThat(basis.effort(report, 5)).contains(BigFraction.of(3, 4));
        assertThat(basis.effort(climb("P6", "online_sales=11%", 2), 2)).isEmpty();
    }

    @Test
    void aDistrictAloneHasNoOthers() {
        Scorecard alone =
                SCORER.score(
                        DistrictCode.of("4301"),
                        Figures.of(AGREEMENT, "P1", "households_developed=60/100"));
        EffortBasis basis = EffortBasis.OthersNotThere.of(Ranking.of(AGREEMENT, List.of(alone)));

        assertThat(basis.effort(climb("P1", "households_developed=60/100", 4), 4)).isEmpty();
    }

    @Test
    void ownPaceIsTheDaysOfTheSlowestMeasure() {
        Move.Climb climb = climb("P3", "activities_recorded=80%; villages_reported=80%", 4);
        EffortBasis both =
                new EffortBasis.OwnPace(
                        Map.of(
                                key("P3", "activities_recorded"), BigFraction.of(1, 2),
                                key("P3", "villages_reported"), BigFraction.of(1, 3)));
        EffortBasis one =
                new EffortBasis.OwnPace(
                        Map.of(key("P3", "activities_recorded"), BigFraction.of(1, 2)));

        // 5 points at a half a day, 15 at a third.
        assertThat(both.effort(climb, 4)).contains(BigFraction.of(45));
        assertThat(one.effort(climb, 4)).isEmpty();
    }

    @Test
    void aPaceThatLeadsTheOtherWayIsNoEstimate() {
        Move.Climb climb =
                climb("P4", "debtor_register=yes; debt_plan=yes; overdue_debt=1000/1000", 4);

        assertThat(pace(DEBT, "1/10").effort(climb, 4)).contains(BigFraction.of(50));
        assertThat(pace(DEBT, "-1/10").effort(climb, 4)).isEmpty();
        assertThat(pace(DEBT, "0").effort(climb, 4)).isEmpty();
        assertThat(pace(HOUSEHOLDS, "1").effort(climb, 4)).isEmpty();
        assertThat(pace(HOUSEHOLDS, "1").effort(moves("P1", "").moves().getFirst(), 1)).isEmpty();
    }

    @Test
    void thePlannersEstimateOfALevelGoesBeforeTheOnePerLevel() {
        IndicatorId indicator = IndicatorId.of("P1");
        EffortBasis basis =
                new EffortBasis.PlannersEstimate(
                        Map.of(new LevelKey(indicator, 5), BigFraction.of(7)),
                        Map.of(indicator, BigFraction.of(2)));
        String given = "households_developed=40/100";

        assertThat(basis.effort(climb("P1", given, 4), 4)).contains(BigFraction.of(4));
        assertThat(basis.effort(climb("P1", given, 5), 5)).contains(BigFraction.of(7));
        assertThat(basis.effort(climb("P6", "online_sales=11%", 2), 2)).isEmpty();
        assertThatThrownBy(() ->
                        new EffortBasis.PlannersEstimate(
                                Map.of(), Map.of(indicator, BigFraction.of(-1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Effort below 0 for P1");
    }

    @Test
    void whatHasNoEstimateIsListedAndInNoSet() {
        Moves moves = moves("P1", "households_developed=40/100");
        Planner planner =
                Planner.of(
                        Ranking.of(AGREEMENT, List.of(moves.scorecard())),
                        moves,
                        new EffortBasis.PlannersEstimate(
                                Map.of(new LevelKey(IndicatorId.of("P1"), 3), BigFraction.ONE),
                                Map.of()),
                        MissingAssumption.LEFT_OUT);

        assertThat(planner.planned()).extracting(PlannedMove::level).containsExactly(3);
        assertThat(planner.notEstimated())
                .extracting(move -> ((Move.Climb) move).to())
                .containsExactly(4, 5);
        assertThat(planner.front()).hasSize(2);
    }

    private static EffortBasis pace(MeasureKey measure, String perDay) {
        return new EffortBasis.OwnPace(Map.of(measure, fraction(perDay)));
    }

    private static Move.Climb climb(String indicator, String given, int level) {
        return moves(indicator, given).moves().stream()
                .filter(Move.Climb.class::isInstance)
                .map(Move.Climb.class::cast)
                .filter(climb -> climb.to() == level)
                .findFirst()
                .orElseThrow();
    }

    /** Of one indicator, as if the agreement had no other. */
    private static Moves moves(String indicator, String given) {
        Map<MeasureKey, MeasuredValue> values = Figures.of(AGREEMENT, indicator, given);
        Scorecard scorecard = SCORER.score(DistrictCode.of("4301"), values);
        Moves all = Moves.of(AGREEMENT, scorecard, values, TODAY);
        return new Moves(scorecard, all.of(IndicatorId.of(indicator)));
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    private static BigFraction fraction(String text) {
        String[] parts = text.split("/", -1);
        return BigFraction.of(
                Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }
}
