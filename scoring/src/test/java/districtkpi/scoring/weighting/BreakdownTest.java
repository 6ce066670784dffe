package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Figures;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.weighting.Breakdown.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreakdownTest {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    private final Agreement agreement =
            LevelTable.agreement("60", List.of("70", "30"), "40", List.of("50", "50"));
    private final Scorer scorer = new Scorer(agreement);

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private Breakdown breakdown(String levels) {
        return Breakdown.of(agreement, LevelTable.card(scorer, "4301", levels)).orElseThrow();
    }

    @Test
    void theLargestLossComesFirstAndWhatIsOpenLast() {
        assertThat(breakdown("4 2 5 -").waterfall())
                .extracting(
                        step -> step.indicator().id().value(),
                        Breakdown.Step::loss,
                        Breakdown.Step::from,
                        Breakdown.Step::to)
                .containsExactly(
                        tuple("B", Loss.LOST, HUNDRED, BigFraction.of(892, 10)),
                        tuple("A", Loss.LOST, BigFraction.of(892, 10), BigFraction.of(808, 10)),
                        tuple("D", Loss.OPEN, BigFraction.of(808, 10), BigFraction.of(608, 10)));
    }

    @Test
    void aFullScoreLosesNothingInNoSteps() {
        assertThat(breakdown("5 5 5 5").waterfall()).isEmpty();
        assertThat(breakdown("5 5 5 5").total())
                .isEqualTo(new PointSplit(HUNDRED, BigFraction.ZERO, BigFraction.ZERO));
    }

    @Test
    void aDistrictWithoutAnyResultHasEverythingOpen() {
        assertThat(breakdown("- - - -").total())
                .isEqualTo(new PointSplit(BigFraction.ZERO, BigFraction.ZERO, HUNDRED));
    }

    @Test
    void whereNothingAppliesThereIsNothingToBreakDown() {
        assertThat(Breakdown.of(agreement, LevelTable.card(scorer, "4301", "n/a n/a n/a n/a")))
                .isEmpty();
        assertThat(Breakdown.of(Ranking.of(agreement, List.of()))).isEmpty();
    }

    @Test
    void aSectionThatDoesNotApplyLeavesItsPointsToTheOther() {
        Breakdown breakdown = breakdown("n/a n/a 5 4");

        assertThat(breakdown.total().weight()).isEqualTo(HUNDRED);
        assertThat(breakdown.bySection())
                .extracting(Breakdown.Slice::of, slice -> slice.points().weight())
                .containsExactly(
                        tuple(SectionId.TEAM, BigFraction.ZERO),
                        tuple(SectionId.INDIVIDUAL, HUNDRED));
        assertThat(breakdown.total().earned()).isEqualTo(BigFraction.of(90));
    }

    @Test
    void someIndicatorsAloneHaveWhatTheyCanGive() {
        Breakdown some =
                breakdown("4 2 5 -")
                        .only(agreement, Set.of(IndicatorId.of("B"), IndicatorId.of("D")))
                        .orElseThrow();

        assertThat(some.total())
                .isEqualTo(
                        new PointSplit(
                                BigFraction.of(72, 10),
                                BigFraction.of(108, 10),
                                BigFraction.of(20)));
        assertThat(some.bySection())
                .extracting(Breakdown.Slice::of, slice -> slice.points().weight())
                .containsExactly(
                        tuple(SectionId.TEAM, BigFraction.of(18)),
                        tuple(SectionId.INDIVIDUAL, BigFraction.of(20)));
        assertThat(some.waterfall())
                .extracting(step -> step.indicator().id().value(), Breakdown.Step::to)
                .containsExactly(
                        tuple("B", BigFraction.of(272, 10)), tuple("D", BigFraction.of(72, 10)));
        assertThat(breakdown("4 2 5 -").only(agreement, Set.of())).isEmpty();
        assertThat(breakdown("n/a n/a 5 4").only(agreement, Set.of(IndicatorId.of("A")))).isEmpty();
    }

    @Test
    void anIncompleteResultHasEarnedLostAndOpenPoints() {
        Agreement round = Agreements.round2565No1();
        Scorecard card =
                new Scorer(round)
                        .score(
                                DistrictCode.of("4301"),
                                Figures.of(round, "P3", "activities_recorded=80%"));

        // Of 5 points: at most level 2 is left.
        assertThat(Breakdown.of(round, card).orElseThrow().byIndicator())
                .filteredOn(slice -> slice.of().id().value().equals("P3"))
                .extracting(Breakdown.Slice::points)
                .containsExactly(
                        new PointSplit(BigFraction.ZERO, BigFraction.of(3), BigFraction.of(2)));
    }

    /** A and B weigh 40 and 60: what units answer for together counts once, beside their own. */
    @Test
    void unitsThatAnswerTogetherAreAPartOfTheirOwn() {
        ResponsibleUnit other =
                new ResponsibleUnit(
                        UnitId.of("other"),
                        AgreementBuilder.text("other"),
                        AgreementBuilder.text("other"));
        Agreement plain = LevelTable.agreement("40", "60");
        ResponsibleUnit unit = plain.units().getFirst();
        List<Indicator> indicators = plain.indicators().toList();
        Agreement together =
                AgreementBuilder.like(plain)
                        .units(unit, other)
                        .sections(
                                List.of(
                                        Agreements.section(
                                                SectionId.TEAM,
                                                "100",
                                                List.of(
                                                        IndicatorBuilder.like(indicators.getFirst())
                                                                .units(other.id(), unit.id())
                                                                .build(),
                                                        indicators.getLast()))))
                        .build();
        Scorecard card = LevelTable.card(new Scorer(together), "4301", "5 4");

        assertThat(Breakdown.of(together, card).orElseThrow().byUnit())
                .extracting(Breakdown.Slice::of, slice -> slice.points().earned())
                .containsExactly(
                        tuple(List.of(unit), BigFraction.of(48)),
                        tuple(List.of(unit, other), BigFraction.of(40)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPartAddsUpToAllThatCouldBeHad(long seed) {
        Random random = new Random(seed);
        Agreement rules =
                seed % 4 == 0
                        ? Agreements.round2565No1()
                        : LevelTable.randomWithTerms(
                                random,
                                seed % 4 == 1 ? Interpolation.LINEAR : Interpolation.NONE,
                                5,
                                6);
        Scorer scoring = new Scorer(rules);
        List<Scorecard> cards =
                seed % 4 == 0
                        ? figures(scoring, random)
                        : LevelTable.randomCards(scoring, random, 6);
        List<PointSplit> totals = new ArrayList<>();
        for (Scorecard card : cards) {
            Optional<Breakdown> found = Breakdown.of(rules, card);
            assertThat(found.isPresent())
                    .as("seed %d, %s", seed, card.district())
                    .isEqualTo(
                            card.total().possibleMax().compareTo(BigFraction.ZERO) > 0
                                    || card.total().points().isPresent());
            found.ifPresent(breakdown -> {
                requireConsistent(seed, breakdown);
                assertThat(breakdown.only(rules, ids(rules)))
                        .as("seed %d", seed)
                        .contains(breakdown);
                assertThat(breakdown.total().earned())
                        .as("seed %d", seed)
                        .isEqualTo(card.total().points().orElse(BigFraction.ZERO));
                assertThat(breakdown.total().lost())
                        .as("seed %d", seed)
                        .isEqualTo(HUNDRED.subtract(card.total().possibleMax()));
                if (card.total().points().isPresent()) {
                    totals.add(breakdown.total());
                }
            });
        }
        Ranking ranking = Ranking.of(rules, cards);
        Optional<Breakdown> province = Breakdown.of(ranking);
        assertThat(province.map(breakdown -> breakdown.total().earned()))
                .as("seed %d", seed)
                .isEqualTo(ranking.statistics().map(Ranking.Statistics::mean));
        province.ifPresent(breakdown -> requireConsistent(seed, breakdown));
        assertThat(province.map(breakdown -> breakdown.total().open().multiply(totals.size())))
                .as("seed %d", seed)
                .isEqualTo(
                        totals.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        totals.stream()
                                                .map(PointSplit::open)
                                                .reduce(BigFraction.ZERO, BigFraction::add)));
    }

    private static Set<IndicatorId> ids(Agreement rules) {
        return rules.indicators().map(Indicator::id).collect(Collectors.toSet());
    }

    private static List<Scorecard> figures(Scorer scoring, Random random) {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cards.add(
                    scoring.score(
                            DistrictCode.of(String.valueOf(4301 + i)),
                            RandomFigures.of(scoring.agreement(), random, 0.2)));
        }
        return cards;
    }

    private static void requireConsistent(long seed, Breakdown breakdown) {
        assertThat(breakdown.total().weight()).as("seed %d", seed).isEqualTo(HUNDRED);
        for (PointSplit sum :
                List.of(
                        sum(breakdown.byIndicator()),
                        sum(breakdown.bySection()),
                        sum(breakdown.byUnit()))) {
            assertThat(sum).as("seed %d", seed).isEqualTo(breakdown.total());
        }
        BigFraction at = HUNDRED;
        BigFraction last = HUNDRED;
        Loss loss = Loss.LOST;
        for (Breakdown.Step step : breakdown.waterfall()) {
            assertThat(step.from()).as("seed %d", seed).isEqualTo(at);
            if (step.loss() == loss) {
                assertThat(step.amount()).as("seed %d", seed).isLessThanOrEqualTo(last);
            }
            assertThat(step.loss()).as("seed %d", seed).isGreaterThanOrEqualTo(loss);
            at = step.to();
            last = step.amount();
            loss = step.loss();
        }
        assertThat(at).as("seed %d", seed).isEqualTo(breakdown.total().earned());
    }

    private static <T> PointSplit sum(List<Breakdown.Slice<T>> slices) {
        SplitSum sum = new SplitSum();
        slices.forEach(slice -> sum.add(slice.points()));
        return sum.total();
    }
}
