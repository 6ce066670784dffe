package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.weighting.Influence.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfluenceTest {

    private final Agreement agreement = LevelTable.agreement("50", "30", "20");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private Influence influence(String... levels) {
        Scorer scorer = new Scorer(agreement);
        List<Scorecard> cards = new ArrayList<>();
        for (String each : levels) {
            cards.add(LevelTable.card(scorer, String.valueOf(4301 + cards.size()), each));
        }
        return Influence.of(Ranking.of(agreement, cards));
    }

    @Test
    void withoutDifferentTotalsNothingIsShared() {
        for (Influence influence :
                List.of(
                        influence(),
                        influence("3 3 3"),
                        influence("3 3 3", "- - -"),
                        influence("3 5 2", "5 3 0"))) {
            assertThat(influence.indicators()).hasSize(3);
            assertThat(influence.indicators())
                    .extracting(Influence.OfIndicator::varianceShare)
                    .containsOnly(Optional.empty());
        }
    }

    @Test
    void anIndicatorOfOneLevelSeparatesNobodyAndOneResultIsTooFewToTell() {
        Influence influence = influence("5 3 4", "4 3 -", "4 3 n/a");

        assertThat(influence.indicators())
                .extracting(Influence.OfIndicator::separation)
                .containsExactly(Separation.SEPARATES, Separation.SAME_FOR_ALL, Separation.TOO_FEW);
        assertThat(influence.indicators().get(1).meanLevel()).contains(BigFraction.of(3));
        assertThat(influence().indicators())
                .extracting(Influence.OfIndicator::meanLevel)
                .containsOnly(Optional.empty());
    }

    @Test
    void districtsAreCountedByWhatTheyHave() {
        LevelCounts counts =
                influence("5 3 4", "5 3 -", "- 3 n/a", "- - -", "0 3 4")
                        .indicators()
                        .getFirst()
                        .levels();

        assertThat(counts).isEqualTo(new LevelCounts(List.of(1, 0, 0, 0, 0, 2), 0, 2, 0));
        assertThat(counts.at(5)).isEqualTo(2);
        assertThat(counts.districts()).isEqualTo(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesAreTheCovariancesWithTheTotalAndAddUpToOne(long seed) {
        Random random = new Random(seed);
        Agreement rules =
                LevelTable.randomWithTerms(
                        random, seed % 4 == 0 ? Interpolation.LINEAR : Interpolation.NONE, 5, 7);
        Ranking ranking = Ranking.of(rules, LevelTable.randomCards(new Scorer(rules), random, 7));
        List<Ranking.Row> rows =
                ranking.rows().stream().filter(row -> row.rank().isPresent()).toList();
        Influence influence = Influence.of(ranking);

        BigFraction all = BigFraction.ZERO;
        for (int i = 0; i < influence.indicators().size(); i++) {
            BigFraction covariance = BigFraction.ZERO;
            BigFraction variance = BigFraction.ZERO;
            BigFraction mean = mean(rules, rows, i);
            for (Ranking.Row row : rows) {
                BigFraction toMean = row.toMean().orElseThrow();
                covariance = covariance.add(points(rules, row, i).subtract(mean).multiply(toMean));
                variance = variance.add(toMean.multiply(toMean));
            }
            Optional<BigFraction> share = influence.indicators().get(i).varianceShare();
            assertThat(share)
                    .as("seed %d, indicator %d", seed, i)
                    .isEqualTo(
                            variance.equals(BigFraction.ZERO)
                                    ? Optional.empty()
                                    : Optional.of(covariance.divide(variance)));
            all = all.add(share.orElse(BigFraction.ZERO));
            assertThat(influence.indicators().get(i).levels().districts())
                    .as("seed %d", seed)
                    .isEqualTo(ranking.rows().size());
        }
        assertThat(all)
                .as("seed %d", seed)
                .isEqualTo(
                        influence.indicators().getFirst().varianceShare().isPresent()
                                ? BigFraction.ONE
                                : BigFraction.ZERO);
    }

    private static BigFraction mean(Agreement rules, List<Ranking.Row> rows, int indicator) {
        BigFraction sum = BigFraction.ZERO;
        for (Ranking.Row row : rows) {
            sum = sum.add(points(rules, row, indicator));
        }
        return rows.isEmpty() ? sum : sum.divide(rows.size());
    }

    private static BigFraction points(Agreement rules, Ranking.Row row, int indicator) {
        return CombinedLine.of(rules, row.scorecard()).get(indicator).points();
    }
}
