package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final double EXACTNESS_OF_DOUBLE = 1e-12;

    private final Agreement agreement = Agreements.round2565No1();

    @Test
    void equalTotalsShareARankAndTheNextOneIsSkipped() {
        Ranking ranking =
                rank(
                        card("4305", BigFraction.of(70)),
                        card("4302", BigFraction.of(80)),
                        card("4301", BigFraction.of(70)),
                        card("4307", BigFraction.of(60)),
                        card("4308", BigFraction.of(80)));

        assertThat(ranking.rows())
                .extracting(
                        row -> row.scorecard().district().value(),
                        row -> row.rank().orElseThrow(),
                        Ranking.Row::shared)
                .containsExactly(
                        tuple("4302", 1, true),
                        tuple("4308", 1, true),
                        tuple("4301", 3, true),
                        tuple("4305", 3, true),
                        tuple("4307", 5, false));
    }

    @Test
    void totalsThatPrintAlikeButDifferDoNotTie() {
        Ranking ranking =
                rank(
                        card("4301", BigFraction.of(200, 3)),
                        card("4302", BigFraction.of(2, 3).multiply(100).add(tiny())));

        assertThat(ranking.rows())
                .extracting(row -> PlainDecimal.of(row.scorecard().total().points().orElseThrow()))
                .containsExactly("66.6667", "66.6667");
        assertThat(ranking.rows())
                .extracting(Ranking.Row::rank)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2));
        assertThat(ranking.rows().getFirst().scorecard().district().value()).isEqualTo("4302");
    }

    @Test
    void equalFractionsTieHoweverTheyCameAbout() {
        Ranking ranking =
                rank(
                        card("4301", BigFraction.of(200, 3)),
                        card("4302", BigFraction.of(1, 3).multiply(100).multiply(2)));

        assertThat(ranking.rows()).allMatch(Ranking.Row::shared);
    }

    @Test
    void districtsWithoutAnyResultComeLastByCodeAndHaveNoRank() {
        Ranking ranking = rank(card("4308"), card("4302", BigFraction.ZERO), card("4301"));

        assertThat(ranking.rows())
                .extracting(row -> row.scorecard().district().value())
                .containsExactly("4302", "4301", "4308");
        assertThat(ranking.rows())
                .extracting(Ranking.Row::rank)
                .containsExactly(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty());
        assertThat(ranking.rows().getLast().toMean()).isEmpty();
        assertThat(ranking.rows().getLast().shared()).isFalse();
        assertThat(ranking.statistics().orElseThrow().count()).isOne();
    }

    @Test
    void statisticsAreExactAndDistancesAreToThem() {
        Ranking ranking =
                rank(
                        card("4301", BigFraction.of(80)),
                        card("4302", BigFraction.of(70)),
                        card("4305", BigFraction.of(71)),
                        card("4307"));

        Ranking.Statistics statistics = ranking.statistics().orElseThrow();
        assertThat(statistics.count()).isEqualTo(3);
        assertThat(statistics.mean()).isEqualTo(BigFraction.of(221, 3));
        assertThat(statistics.median()).isEqualTo(BigFraction.of(71));
        assertThat(statistics.highest()).isEqualTo(BigFraction.of(80));
        assertThat(statistics.lowest()).isEqualTo(BigFraction.of(70));
        assertThat(statistics.spread()).isEqualTo(BigFraction.of(10));
        // Variance (19² + 11² + 8²) ÷ 27 = 182 ÷ 9.
        assertThat(statistics.standardDeviation())
                .isCloseTo(Math.sqrt(182.0 / 9), within(EXACTNESS_OF_DOUBLE));
        Ranking.Row first = ranking.row(DistrictCode.of("4301")).orElseThrow();
        assertThat(first.toMean()).contains(BigFraction.of(19, 3));
        assertThat(first.toMedian()).contains(BigFraction.of(9));
        assertThat(ranking.row(DistrictCode.of("4302")).orElseThrow().toMedian())
                .contains(BigFraction.of(-1));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(
                        rank(
                                        card("4301", BigFraction.of(80)),
                                        card("4302", BigFraction.of(70)),
                                        card("4305", BigFraction.of(71)),
                                        card("4307", BigFraction.of(0)))
                                .statistics()
                                .orElseThrow()
                                .median())
                .isEqualTo(BigFraction.of(141, 2));
    }

    @Test
    void nobodyAndOneAloneAreRankedToo() {
        assertThat(rank().rows()).isEmpty();
        assertThat(rank().statistics()).isEmpty();
        assertThat(rank(card("4301")).statistics()).isEmpty();

        Ranking alone = rank(card("4301", BigFraction.of(73)));
        assertThat(alone.rows().getFirst().rank()).hasValue(1);
        assertThat(alone.rows().getFirst().shared()).isFalse();
        assertThat(alone.rows().getFirst().toMean()).contains(BigFraction.ZERO);
        assertThat(alone.statistics().orElseThrow().spread()).isEqualTo(BigFraction.ZERO);
        assertThat(alone.statistics().orElseThrow().standardDeviation()).isZero();
    }

    @Test
    void allInOneTieShareTheFirstRank() {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            cards.add(card("43" + (10 + i), BigFraction.of(73)));
        }

        Ranking ranking = Ranking.of(agreement, cards.reversed());

        assertThat(ranking.rows())
                .allMatch(row -> row.shared() && row.rank().equals(OptionalInt.of(1)));
        assertThat(ranking.rows()).extracting(Ranking.Row::scorecard).isEqualTo(cards);
    }

    @Test
    void refusesADistrictThatComesTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rank(card("4301"), card("4301", BigFraction.ONE)))
                .withMessage("District 4301 is to be ranked twice");
    }

    private static BigFraction tiny() {
        return BigFraction.of(1).divide(BigFraction.of(10).pow(40));
    }

    private Ranking rank(Scorecard... scorecards) {
        return Ranking.of(agreement, List.of(scorecards));
    }

    private static Scorecard card(String district) {
        return card(district, Optional.empty());
    }

    private static Scorecard card(String district, BigFraction total) {
        return card(district, Optional.of(total));
    }

    private static Scorecard card(String district, Optional<BigFraction> total) {
        return new Scorecard(
                DistrictCode.of(district),
                List.of(),
                List.of(),
                new Scorecard.Total(
                        total,
                        BigFraction.ZERO,
                        BigFraction.of(100),
                        BigFraction.ZERO,
                        BigDecimal.ZERO));
    }
}
