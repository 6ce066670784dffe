package districtkpi.scoring.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CertaintyTest {

    private static final BigFraction TENTH = BigFraction.of(1, 10);

    private final Agreement agreement = LevelTable.agreement("50", "30", "20");

    @Test
    void nobodyAndOneAloneHaveNoNeighbours() {
        Certainty nobody = Certainty.of(ranking());
        assertThat(nobody.neighbours()).isEmpty();
        assertThat(nobody.bands(TENTH)).isEmpty();
        assertThat(nobody.byWeights(TENTH)).isEmpty();
        assertThat(nobody.byMissingFigures()).isEmpty();

        Certainty alone = Certainty.of(ranking("3 3 3"));
        assertThat(alone.neighbours()).isEmpty();
        assertThat(alone.bands(TENTH)).containsExactly(new Band(List.of(code(1)), 1, 1));
        assertThat(alone.byWeights(BigFraction.ONE)).containsEntry(code(1), new RankInterval(1, 1));
        assertThat(alone.byMissingFigures()).containsEntry(code(1), new RankInterval(1, 1));
    }

    @Test
    void districtsWithoutATotalHaveNoPlaceAmongTheWeights() {
        Certainty certainty = Certainty.of(ranking("5 5 5", "- - -", "n/a n/a n/a"));

        assertThat(certainty.byWeights(TENTH)).containsOnlyKeys(code(1));
        assertThat(certainty.between(code(1), code(2))).isEmpty();
        assertThat(certainty.between(code(1), code(1))).isEmpty();
        assertThat(certainty.bands(TENTH)).hasSize(1);
    }

    @Test
    void allAlikeStayFirstTogetherWhateverTheWeights() {
        Certainty certainty = Certainty.of(ranking("3 4 5", "3 4 5", "3 4 5"));

        assertThat(certainty.byWeights(BigFraction.ONE).values())
                .containsOnly(new RankInterval(1, 1));
        assertThat(certainty.neighbours())
                .extracting(Pair::reversal)
                .containsOnly(new Reversal.Identical());
        assertThat(certainty.bands(BigFraction.ZERO))
                .containsExactly(new Band(List.of(code(1), code(2), code(3)), 1, 1));
    }

    @Test
    void aTieOfDifferentLevelsIsBrokenByAnyChangeOfWeights() {
        // 30 + 30 + 8 is as much as 50 + 18 + 0.
        Certainty certainty = Certainty.of(ranking("3 5 2", "5 3 0"));

        Pair pair = certainty.neighbours().getFirst();
        assertThat(pair.reversal()).isEqualTo(new Reversal.Beyond(BigFraction.ZERO));
        assertThat(pair.isTie()).isTrue();
        assertThat(pair.levelChanges()).isZero();
        assertThat(certainty.byWeights(BigFraction.ZERO).values())
                .containsOnly(new RankInterval(1, 1));
        assertThat(certainty.byWeights(BigFraction.of(1, 1_000_000)).values())
                .containsOnly(new RankInterval(1, 2));
    }

    @Test
    void atTheVeryChangeThatLevelsThemNobodyIsPassed() {
        Certainty certainty = Certainty.of(ranking("5 3 4", "4 5 4"));
        BigFraction level = BigFraction.of(1, 11);

        assertThat(certainty.byWeights(level))
                .containsEntry(code(2), new RankInterval(1, 1))
                .containsEntry(code(1), new RankInterval(1, 2));
        assertThat(certainty.byWeights(level.subtract(BigFraction.of(1, 1_000_000_000))))
                .containsEntry(code(1), new RankInterval(2, 2));
        assertThat(certainty.byWeights(level.add(BigFraction.of(1, 1_000_000_000))))
                .containsEntry(code(2), new RankInterval(1, 2));
    }

    @Test
    void aDominatedDistrictIsNeverAheadHoweverMuchTheWeightsChange() {
        Certainty certainty = Certainty.of(ranking("5 3 4", "5 3 3"));

        assertThat(certainty.neighbours().getFirst().reversal())
                .isEqualTo(new Reversal.Dominated());
        // With all of C's weight gone they are level.
        assertThat(certainty.byWeights(BigFraction.ONE))
                .containsEntry(code(1), new RankInterval(1, 1))
                .containsEntry(code(2), new RankInterval(1, 2));
        assertThat(certainty.byWeights(BigFraction.of(99, 100)))
                .containsEntry(code(2), new RankInterval(2, 2));
    }

    @Test
    void anyTwoDistrictsCanBeAskedForInEitherOrder() {
        Certainty certainty = Certainty.of(ranking("5 3 4", "5 5 5", "1 1 1"));

        assertThat(certainty.between(code(3), code(2)))
                .isEqualTo(certainty.between(code(2), code(3)))
                .hasValueSatisfying(pair -> assertThat(pair.ahead()).isEqualTo(code(2)));
        assertThat(certainty.between(code(1), code(3))).contains(certainty.neighbours().getLast());
    }

    @Test
    void missingFiguresLeaveRanksOpenAndACompleteFloorAboveEveryCeilingIsFirst() {
        // 80 to 80, 64 to 84, 0 to 100, 20 to 20.
        Certainty open = Certainty.of(ranking("4 4 4", "4 4 -", "- - -", "1 1 1"));
        assertThat(open.byMissingFigures())
                .containsEntry(code(1), new RankInterval(1, 3))
                .containsEntry(code(2), new RankInterval(1, 3))
                .containsEntry(code(3), new RankInterval(1, 4))
                .containsEntry(code(4), new RankInterval(3, 4));

        Certainty first = Certainty.of(ranking("5 4 5", "4 4 -", "n/a n/a n/a"));
        assertThat(first.byMissingFigures()).containsOnlyKeys(code(1), code(2));
        assertThat(first.byMissingFigures().get(code(1)))
                .matches(RankInterval::isCertainlyFirst)
                .matches(RankInterval::isCertain);
    }

    @Test
    void refusesChangesOfWeightsThatAreNoPart() {
        Certainty certainty = Certainty.of(ranking("5 3 4"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> certainty.byWeights(BigFraction.of(-1, 10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certainty.byWeights(BigFraction.of(11, 10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certainty.byWeights(BigFraction.of(10).pow(-30)));
    }

    private Ranking ranking(String... levels) {
        Scorer scorer = new Scorer(agreement);
        List<Scorecard> cards = new ArrayList<>();
        for (String each : levels) {
            cards.add(LevelTable.card(scorer, code(cards.size() + 1).value(), each));
        }
        return Ranking.of(agreement, cards);
    }

    private static DistrictCode code(int number) {
        return DistrictCode.of(String.valueOf(4300 + number));
    }
}
