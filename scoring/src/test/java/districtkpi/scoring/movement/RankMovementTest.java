package districtkpi.scoring.movement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.movement.RankMovement.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankMovementTest {

    private static final Agreement AGREEMENT = Agreements.round2565No1();

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void splitsTheWorkedExampleOfTheMethodDocument() {
        RankMovement movement =
                RankMovement.of(
                        Rounds.ranking(AGREEMENT, Rounds.totals(80, 70, 60)),
                        Rounds.ranking(AGREEMENT, Rounds.totals(72, 75, 81)));

        assertThat(movement.rows())
                .containsExactly(
                        new Row(Rounds.district(3), 3, 1, half(4), half(0)),
                        new Row(Rounds.district(2), 2, 2, half(1), half(-1)),
                        new Row(Rounds.district(1), 1, 3, half(-1), half(-3)));
    }

    private static BigFraction half(int halves) {
        return BigFraction.of(halves, 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isWhatCountingTheBetterDistrictsGives(long seed) {
        Random random = new Random(seed);
        Ranking earlier = Rounds.ranking(AGREEMENT, randomTotals(random));
        Ranking later = Rounds.ranking(AGREEMENT, randomTotals(random));
        Map<DistrictCode, BigFraction> before = totals(earlier);
        Map<DistrictCode, BigFraction> after = totals(later);
        List<DistrictCode> went = new ArrayList<>(before.keySet());
        went.removeAll(after.keySet());
        List<DistrictCode> came = new ArrayList<>(after.keySet());
        came.removeAll(before.keySet());
        before.keySet().retainAll(after.keySet());
        after.keySet().retainAll(before.keySet());

        RankMovement movement = RankMovement.of(earlier, later);

        assertThat(movement.came()).as("seed %d", seed).isEqualTo(came);
        assertThat(movement.went()).as("seed %d", seed).isEqualTo(went);
        assertThat(movement.rows()).as("seed %d", seed).hasSameSizeAs(before.keySet());
        for (Row row : movement.rows()) {
            DistrictCode district = row.district();
            BigFraction from = before.getOrDefault(district, BigFraction.ZERO);
            BigFraction to = after.getOrDefault(district, BigFraction.ZERO);
            int own =
                    rank(from, district, before)
                            - rank(to, district, before)
                            + rank(from, district, after)
                            - rank(to, district, after);
            assertThat(row.before()).as("seed %d", seed).isEqualTo(rank(from, district, before));
            assertThat(row.after()).as("seed %d", seed).isEqualTo(rank(to, district, after));
            assertThat(row.own()).as("seed %d", seed).isEqualTo(half(own));
            assertThat(row.own().add(row.others()))
                    .as("seed %d", seed)
                    .isEqualTo(BigFraction.of(row.change()));
            assertThat(row.own().compareTo(BigFraction.ZERO) * to.compareTo(from))
                    .as("seed %d: a higher total never costs a place", seed)
                    .isGreaterThanOrEqualTo(0);
        }
    }

    private static int rank(
            BigFraction total, DistrictCode without, Map<DistrictCode, BigFraction> totals) {
        return 1
                + (int)
                        totals.entrySet().stream()
                                .filter(other -> !other.getKey().equals(without))
                                .filter(other -> other.getValue().compareTo(total) > 0)
                                .count();
    }

    private static List<Optional<BigFraction>> randomTotals(Random random) {
        List<Optional<BigFraction>> totals = new ArrayList<>();
        int districts = 1 + random.nextInt(12);
        for (int i = 0; i < districts; i++) {
            totals.add(
                    random.nextInt(6) == 0
                            ? Optional.empty()
                            : Optional.of(BigFraction.of(random.nextInt(8), 3)));
        }
        return totals;
    }

    private static Map<DistrictCode, BigFraction> totals(Ranking ranking) {
        Map<DistrictCode, BigFraction> totals = new TreeMap<>();
        ranking.rows()
                .forEach(row ->
                        row.scorecard()
                                .total()
                                .points()
                                .ifPresent(
                                        points -> totals.put(row.scorecard().district(), points)));
        return totals;
    }

    @Test
    void isEmptyWithoutDistricts() {
        Ranking none = Rounds.ranking(AGREEMENT, List.of());
        Ranking one = Rounds.ranking(AGREEMENT, Rounds.totals(50));

        assertThat(RankMovement.of(none, none))
                .isEqualTo(new RankMovement(List.of(), List.of(), List.of()));
        assertThat(RankMovement.of(none, one).came()).containsExactly(Rounds.district(1));
        assertThat(RankMovement.of(one, none).row(Rounds.district(1))).isEmpty();
    }
}
