package districtkpi.scoring.movement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.movement.Streak.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Agreement FIRST =
            Rounds.round(
                    "2564-1",
                    "2021-03-31",
                    counted("centres", "T1", MeasureKind.COUNT),
                    counted("survey", "T2", MeasureKind.COUNT));

    private static final Agreement SECOND =
            Rounds.round("2564-2", "2021-09-30", whole(counted("survey", "T1", MeasureKind.COUNT)));

    private static final Agreement THIRD =
            Rounds.round(
                    "2565-1",
                    "2022-03-31",
                    counted("survey", "T7", MeasureKind.SHARE),
                    counted("centres", "T8", MeasureKind.COUNT));

    private static Indicator counted(String concept, String id, MeasureKind kind) {
        return Rounds.indicator(
                concept,
                id,
                "50",
                Agreements.things("m", kind),
                "m >= 1",
                "m >= 2",
                "m >= 3",
                "m >= 4",
                "m >= 5");
    }

    private static Indicator whole(Indicator indicator) {
        return Rounds.named(indicator, indicator.concept().value(), indicator.id().value(), "100");
    }

    private static Ranking ranking(Agreement agreement, Scorecard... scorecards) {
        return Ranking.of(agreement, List.of(scorecards));
    }

    private static Trend trend() {
        Scorer first = new Scorer(FIRST);
        Scorer second = new Scorer(SECOND);
        Scorer third = new Scorer(THIRD);
        return Trend.of(
                List.of(
                        ranking(
                                FIRST,
                                first.score(
                                        Rounds.district(1),
                                        Map.of(
                                                Rounds.key("T1", "m"), Rounds.count(4),
                                                Rounds.key("T2", "m"), Rounds.count(2))),
                                first.score(
                                        Rounds.district(2),
                                        Map.of(Rounds.key("T1", "m"), Rounds.count(5)))),
                        ranking(
                                SECOND,
                                second.score(
                                        Rounds.district(1),
                                        Map.of(Rounds.key("T1", "m"), Rounds.count(4)))),
                        ranking(
                                THIRD,
                                third.score(
                                        Rounds.district(1),
                                        Map.of(
                                                Rounds.key("T7", "m"), Rounds.percent("5"),
                                                Rounds.key("T8", "m"), Rounds.count(5))),
                                third.score(Rounds.district(2), Rounds.nothing()))));
    }

    @Test
    void joinsRoundsByConceptAndLeavesGaps() {
        Trend trend = trend();

        Trend.Concept centres = trend.concept(ConceptId.of("centres")).orElseThrow();
        assertThat(centres.indicators())
                .extracting(indicator -> indicator.map(Indicator::id))
                .containsExactly(
                        Optional.of(IndicatorId.of("T1")),
                        Optional.empty(),
                        Optional.of(IndicatorId.of("T8")));
        assertThat(centres.breaks()).as("a gap is no break").isEmpty();
        assertThat(centres.latest().id()).isEqualTo(IndicatorId.of("T8"));
        assertThat(trend.concept(ConceptId.of("survey")).orElseThrow().breaks())
                .as("a count became a share in the third round")
                .containsExactly(2);
        assertThat(trend.concepts())
                .extracting(concept -> concept.concept().value())
                .containsExactly("survey", "centres");
        DistrictTrend one = trend.district(Rounds.district(1)).orElseThrow();
        assertThat(one.lines(centres))
                .extracting(line -> line.flatMap(Scorecard.Line::points))
                .containsExactly(
                        Optional.of(BigFraction.of(40)),
                        Optional.empty(),
                        Optional.of(BigFraction.of(50)));
    }

    @Test
    void givesTotalsRanksAndStreaksOfEveryDistrict() {
        Trend trend = trend();

        DistrictTrend one = trend.district(Rounds.district(1)).orElseThrow();
        DistrictTrend two = trend.district(Rounds.district(2)).orElseThrow();
        assertThat(one.totals()).isEqualTo(Rounds.totals(60, 80, 100));
        assertThat(one.totals(SectionId.TEAM)).isEqualTo(Rounds.totals(60, 80, 100));
        assertThat(one.totals(SectionId.INDIVIDUAL)).containsOnly(Optional.empty());
        assertThat(one.streak()).contains(new Streak(Direction.RISING, 2));
        assertThat(two.totals())
                .containsExactly(
                        Optional.of(BigFraction.of(50)), Optional.empty(), Optional.empty());
        assertThat(two.ranks())
                .containsExactly(OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty());
        assertThat(two.rows()).extracting(Optional::isPresent).containsExactly(true, false, true);
        assertThat(two.streak()).isEmpty();
        assertThat(trend.district(Rounds.district(3))).isEmpty();
    }

    @Test
    void namesWhatChangedBetweenNeighbouringRounds() {
        List<List<RuleChange>> changes =
                trend().ruleChanges().stream()
                        .map(step -> step.stream().filter(RuleChange::affectsScores).toList())
                        .toList();

        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst())
                .hasExactlyElementsOfTypes(RuleChange.Weight.class, RuleChange.Dropped.class);
        assertThat(changes.getLast())
                .hasExactlyElementsOfTypes(
                        RuleChange.Weight.class,
                        RuleChange.MeasureDefinition.class,
                        RuleChange.Added.class);
    }

    @Test
    void oneRoundAndNoneAreTrendsToo() {
        Trend one = Trend.of(List.of(Rounds.ranking(FIRST, Rounds.totals(50))));
        Trend none = Trend.of(List.of());

        assertThat(one.ruleChanges()).isEmpty();
        assertThat(one.districts()).hasSize(1);
        assertThat(none).isEqualTo(new Trend(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void countsHowOftenInARowATotalMoved() {
        assertThat(streak(70, 60, 50)).contains(new Streak(Direction.FALLING, 2));
        assertThat(streak(40, 70, 60)).contains(new Streak(Direction.FALLING, 1));
        assertThat(streak(60, 50, 40, 40)).isEmpty();
        assertThat(streak(60, 60, 61)).contains(new Streak(Direction.RISING, 1));
        assertThat(streak(10, 20, null, 30, 40)).contains(new Streak(Direction.RISING, 1));
        assertThat(streak(10, 20, null)).isEmpty();
        assertThat(streak(10)).isEmpty();
        assertThat(streak()).isEmpty();
    }

    private static Optional<Streak> streak(@Nullable Integer... totals) {
        return Streak.of(
                Stream.of(totals)
                        .map(total -> Optional.ofNullable(total).map(BigFraction::of))
                        .toList());
    }
}
