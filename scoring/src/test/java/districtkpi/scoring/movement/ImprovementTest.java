package districtkpi.scoring.movement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.movement.DistrictImprovement.Gain;
import districtkpi.scoring.movement.DistrictImprovement.Reason;
import districtkpi.scoring.movement.Improvement.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImprovementTest {

    /** Two that stay, one that is dropped for another. */
    private static final Agreement BEFORE =
            Rounds.round(
                    "2564-2",
                    "2021-09-30",
                    counted("a", "T1", "50"),
                    counted("b", "T2", "30"),
                    counted("old", "T3", "20"));

    private static final Agreement AFTER =
            Rounds.round(
                    "2565-1",
                    "2022-03-31",
                    counted("b", "T1", "20"),
                    counted("a", "T2", "60"),
                    counted("new", "T3", "20"));

    private static Indicator counted(String concept, String id, String weight) {
        return Rounds.indicator(
                concept,
                id,
                weight,
                Agreements.things("count", MeasureKind.COUNT),
                "count >= 1",
                "count >= 2",
                "count >= 3",
                "count >= 4",
                "count >= 5");
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /** Levels of a and b before and after; −1 is no result. */
    private static Improvement improvement(int[]... levels) {
        List<Scorecard> earlier = new ArrayList<>();
        List<Scorecard> later = new ArrayList<>();
        for (int[] district : levels) {
            DistrictCode code = Rounds.district(earlier.size() + 1);
            earlier.add(new Scorer(BEFORE).score(code, values(district[0], district[1], 3)));
            later.add(new Scorer(AFTER).score(code, values(district[3], district[2], 1)));
        }
        return Improvement.of(Ranking.of(BEFORE, earlier), Ranking.of(AFTER, later));
    }

    private static Map<MeasureKey, MeasuredValue> values(int... levels) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] >= 0) {
                values.put(Rounds.key("T" + (i + 1), "count"), Rounds.count(levels[i]));
            }
        }
        return values;
    }

    @Test
    void givesTheWorkedExampleOfTheMethodDocument() {
        Improvement improvement = improvement(new int[] {2, 4, 4, 3});

        DistrictImprovement district = improvement.byGain().getFirst().improvement();
        // (60 × 2 + 20 × 4) ÷ 80 = 2.5 becomes (60 × 4 + 20 × 3) ÷ 80 = 3.75.
        assertThat(district.gain())
                .contains(
                        new Gain(
                                BigFraction.of(5, 2),
                                BigFraction.of(15, 4),
                                2,
                                BigFraction.of(80)));
        assertThat(district.gain().orElseThrow().gained()).isEqualTo(BigFraction.of(5, 4));
        assertThat(district.share()).contains(BigFraction.of(1, 2));
        assertThat(district.excluded())
                .extracting(DistrictImprovement.Excluded::reason)
                .containsExactly(Reason.ADDED, Reason.DROPPED);
    }

    @Test
    void ranksByGainAndByShareWithoutPuttingTheTopLast() {
        Improvement improvement =
                improvement(
                        new int[] {5, 5, 5, 5}, // 1 keeps the top
                        new int[] {1, 1, 3, 3}, // 2 gains 2 of 4
                        new int[] {4, 4, 5, 5}, // 3 gains 1 of 1
                        new int[] {5, 5, 4, 5}, // 4 falls from the top by 0.75
                        new int[] {3, 3, 3, 3}, // 5 stays
                        new int[] {4, 4, 4, 3}, // 6 falls by 0.25 of 1
                        new int[] {-1, -1, 3, 3}, // 7 has nothing to compare
                        new int[] {1, 1, 3, 3}); // 8 as 2

        assertThat(improvement.byGain())
                .extracting(ImprovementTest::number)
                .containsExactly(1, 2, 8, 3, 5, 6, 4, 7);
        assertThat(improvement.byGain())
                .extracting(Row::rankByGain)
                .containsExactly(ranks(0, 1, 1, 3, 4, 5, 6, 0));
        assertThat(improvement.byShare())
                .extracting(ImprovementTest::number)
                .containsExactly(1, 3, 2, 8, 5, 4, 6, 7);
        assertThat(improvement.byShare())
                .extracting(Row::rankByShare)
                .containsExactly(ranks(0, 1, 2, 2, 4, 0, 5, 0));
    }

    private static int number(Row row) {
        return Integer.parseInt(row.improvement().district().value()) - 4300;
    }

    private static OptionalInt[] ranks(int... ranks) {
        return Arrays.stream(ranks)
                .mapToObj(rank -> rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank))
                .toArray(OptionalInt[]::new);
    }

    @Test
    void leavesOutWhatHasNoLevelInOneOfTheRounds() {
        DistrictImprovement district =
                improvement(new int[] {2, -1, 3, 5}).byGain().getFirst().improvement();

        assertThat(district.gain())
                .contains(new Gain(BigFraction.of(2), BigFraction.of(3), 1, BigFraction.of(60)));
        assertThat(district.excluded())
                .extracting(DistrictImprovement.Excluded::reason)
                .containsExactly(Reason.NO_LEVEL, Reason.ADDED, Reason.DROPPED);
    }

    @Test
    void comparesOnlyDistrictsOfBothRounds() {
        Ranking none = Ranking.of(BEFORE, List.of());
        Ranking one =
                Ranking.of(
                        AFTER, List.of(new Scorer(AFTER).score(Rounds.district(1), values(1, 1))));

        assertThat(Improvement.of(none, one).byGain()).isEmpty();
        assertThat(Improvement.of(none, none).byShare()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoKeepsTheTopStandsFirstAndNothingIsLeftUnsaid(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        Agreement before = rounds.agreement();
        Agreement after = rounds.agreement();
        Scorer old = new Scorer(before);
        Scorer current = new Scorer(after);
        List<Scorecard> earlier = new ArrayList<>();
        List<Scorecard> later = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            earlier.add(old.score(Rounds.district(i), rounds.values(before, false)));
            later.add(current.score(Rounds.district(i), rounds.values(after, false)));
        }

        Improvement improvement =
                Improvement.of(Ranking.of(before, earlier), Ranking.of(after, later));

        List<Row> compared =
                improvement.byShare().stream()
                        .filter(row -> row.improvement().gain().isPresent())
                        .toList();
        for (int i = 0; i < compared.size(); i++) {
            DistrictImprovement one = compared.get(i).improvement();
            assertThat(one.keptTheTop() && i > 0 && !compared.get(i - 1).improvement().keptTheTop())
                    .as("seed %d", seed)
                    .isFalse();
            one.share()
                    .ifPresent(share ->
                            assertThat(share)
                                    .as("seed %d", seed)
                                    .isLessThanOrEqualTo(BigFraction.ONE));
            assertThat(one.excluded().size() + one.gain().orElseThrow().indicators())
                    .as("seed %d", seed)
                    .isEqualTo(Pairing.between(before, after).size());
        }
    }
}
