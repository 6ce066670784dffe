package districtkpi.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Distance.Direction;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.WorkedDistrict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The worked example of {@code docs/method/plan.md}. */
class WorkedPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 3, 20);

    private final Agreement agreement = Agreements.round2565No1();
    private final Scorer scorer = new Scorer(agreement);

    @Test
    void findsTheMovesOfTheMethodDocument() throws IOException {
        assertThat(moves().moves().stream().map(WorkedPlanTest::row).toList())
                .isEqualTo(WorkedDistrict.lines("plan-moves.csv"));
    }

    @Test
    void findsTheSetsOfTheMethodDocument() throws IOException {
        Planner planner =
                Planner.of(
                        ranking(),
                        moves(),
                        new EffortBasis.UnitsMissing(),
                        MissingAssumption.LEFT_OUT);

        assertThat(
                        List.of(
                                row("at least 80", planner, new Goal.Score(BigFraction.of(80))),
                                row("rank 1 (to be level with 81)", planner, new Goal.Rank(1)),
                                row("nothing below level 3", planner, new Goal.NothingBelow(3)),
                                row(
                                        "the most for an effort of 1/8",
                                        planner,
                                        new Goal.Budget(BigFraction.of(1, 8)))))
                .isEqualTo(WorkedDistrict.lines("plan-sets.csv"));
    }

    @Test
    void theMethodDocumentShowsBothTables() throws IOException {
        assertThat(WorkedDistrict.document("plan.md"))
                .containsSubsequence(WorkedDistrict.rows("plan-moves.csv"))
                .containsSubsequence(WorkedDistrict.rows("plan-sets.csv"));
    }

    @Test
    void saysHowFarItGoesAtTheMost() throws IOException {
        Planner planner =
                Planner.of(
                        ranking(),
                        moves(),
                        new EffortBasis.UnitsMissing(),
                        MissingAssumption.LEFT_OUT);

        Outcome outcome = planner.towards(new Goal.Score(BigFraction.of(99)));

        // The evidence of T3 was late: its 2 points are lost, whatever else is done.
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.TooFar.class,
                        tooFar -> {
                            assertThat(tooFar.furthest().points()).contains(BigFraction.of(98));
                            assertThat(tooFar.lacking()).isEqualTo(BigFraction.ONE);
                        });
    }

    @Test
    void ordersTheMovesByWhatTheyGainForTheirEffort() throws IOException {
        Planner planner =
                Planner.of(
                        ranking(),
                        moves(),
                        new EffortBasis.UnitsMissing(),
                        MissingAssumption.LEFT_OUT);

        assertThat(
                        planner.bestFirst().stream()
                                .map(move -> move.move().indicator().id() + " to " + move.level()))
                .containsExactly(
                        "P1 to 4", "P4 to 4", "P6 to 1", "P8 to 2", "T1 to 5", "T2 to 5", "P5 to 5",
                        "P3 to 5");
    }

    @Test
    void addsTheMovesOfASetUpToItsTotal() throws IOException {
        Planner planner =
                Planner.of(
                        ranking(),
                        moves(),
                        new EffortBasis.UnitsMissing(),
                        MissingAssumption.LEFT_OUT);

        Outcome outcome = planner.towards(new Goal.Score(BigFraction.of(80)));

        // T1 brings 4, P1 2 and P4 1.
        assertThat(((Outcome.Reached) outcome).set().totals())
                .containsExactly(
                        BigFraction.of(73),
                        BigFraction.of(77),
                        BigFraction.of(79),
                        BigFraction.of(80));
    }

    private Moves moves() throws IOException {
        Map<MeasureKey, MeasuredValue> values = WorkedDistrict.values(agreement);
        return Moves.of(agreement, scorer.score(WorkedDistrict.CODE, values), values, TODAY);
    }

    /** The district with 73 points, and two others with 77 and 81. */
    private Ranking ranking() throws IOException {
        Map<MeasureKey, MeasuredValue> better = new HashMap<>(WorkedDistrict.values(agreement));
        Scorecard own = scorer.score(WorkedDistrict.CODE, better);
        better.put(key("T1", "spending"), new MeasuredValue.Percentage(new BigDecimal(90)));
        Scorecard second = scorer.score(DistrictCode.of("4302"), better);
        better.put(
                key("T2", "activities_achieved"),
                new MeasuredValue.Percentage(new BigDecimal(100)));
        return Ranking.of(
                agreement, List.of(own, second, scorer.score(DistrictCode.of("4303"), better)));
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    private static String row(String goal, Planner planner, Goal to) {
        MoveSet set = ((Outcome.Reached) planner.towards(to)).set();
        return String.join(
                ",",
                goal,
                set.moves().stream()
                        .map(move -> move.move().indicator().id() + " to " + move.level())
                        .collect(Collectors.joining("; ")),
                text(set.effort()),
                text(set.gain()),
                text(set.points().orElseThrow()));
    }

    private static String row(Move move) {
        Move.Climb climb = (Move.Climb) move;
        return String.join(
                ",",
                climb.indicator().id().value(),
                String.valueOf(climb.from()),
                String.valueOf(climb.to()),
                climb.changes().stream()
                        .map(change -> text(change.distance()))
                        .collect(Collectors.joining("; ")),
                text(new EffortBasis.UnitsMissing().effort(climb, climb.to()).orElseThrow()),
                text(climb.gain()));
    }

    private static String text(Distance distance) {
        return switch (distance) {
            case Distance.Amount amount ->
                    amount.measure() + " " + sign(amount.direction()) + amount.amount();
            case Distance.PercentagePoints points ->
                    points.measure() + " " + sign(points.direction()) + points.points() + " points";
            case Distance.StepToDo _,
                    Distance.FigureMissing _,
                    Distance.DueBy _,
                    Distance.OutOfReach _ ->
                    distance.toString();
        };
    }

    private static String sign(Direction direction) {
        return direction == Direction.MORE ? "+" : "-";
    }

    private static String text(BigFraction number) {
        return number.toString().replace(" ", "");
    }
}
