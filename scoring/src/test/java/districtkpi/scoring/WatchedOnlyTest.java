package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.comparison.RoundResults;
import districtkpi.scoring.comparison.Subtotal;
import districtkpi.scoring.movement.Improvement;
import districtkpi.scoring.movement.RoundState;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Goal;
import districtkpi.scoring.plan.MissingAssumption;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.plan.Planner;
import districtkpi.scoring.plan.ProvinceMoves;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.scoring.weighting.Influence;
import districtkpi.scoring.weighting.WeightSpread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators of weight 0 have levels, and nothing that counts is otherwise for them. */
class WatchedOnlyTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final LocalDate TODAY = LocalDate.of(2022, 2, 1);
    private static final Agreement AGREEMENT = withConcepts(Agreements.round2565No1());
    private static final Scorer SCORER = new Scorer(AGREEMENT);

    /** Each indicator is of a concept of its own, so that rounds can be compared. */
    private static Agreement withConcepts(Agreement agreement) {
        return AgreementBuilder.like(agreement)
                .sections(
                        agreement.sections().stream()
                                .map(terms ->
                                        Agreements.section(
                                                terms.section(),
                                                terms.share().value().toPlainString(),
                                                terms.indicators().stream()
                                                        .map(WatchedOnlyTest::withConcept)
                                                        .toList()))
                                .toList())
                .build();
    }

    private static Indicator withConcept(Indicator indicator) {
        return IndicatorBuilder.like(indicator)
                .concept("concept_" + indicator.id().value().toLowerCase(Locale.ROOT))
                .build();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    // The example of docs/method/scoring.md.

    @Test
    void whatIsWatchedOnlyBringsNothingAndOpensNothing() {
        Scorecard scorecard = example(Map.of("P1", "85", "P3", "75"));

        assertThat(scorecard.total())
                .isEqualTo(
                        new Scorecard.Total(
                                Optional.of(BigFraction.of(48)),
                                BigFraction.of(48),
                                BigFraction.of(88),
                                BigFraction.of(60),
                                new BigDecimal("0.00")));
        Scorecard.Line watched = scorecard.line(IndicatorId.of("P3"));
        assertThat(watched.score().countingLevel()).hasValue(2);
        assertThat(watched.points()).contains(BigFraction.ZERO);
        assertThat(watched.hasCountingLevel()).isFalse();
        assertThat(((IndicatorScore.WithLevel) watched.score()).explanation().next()).isPresent();
    }

    @Test
    void whatIsWatchedOnlyMakesNoTotal() {
        Scorecard scorecard = example(Map.of("P3", "75"));

        assertThat(scorecard.total())
                .isEqualTo(
                        new Scorecard.Total(
                                Optional.empty(),
                                BigFraction.ZERO,
                                BigFraction.of(100),
                                BigFraction.ZERO,
                                new BigDecimal("0.00")));
    }

    @Test
    void aTotalIsCompleteWithoutWhatIsWatchedOnly() {
        Scorecard scorecard = example(Map.of("P1", "85", "P2", "90"));

        assertThat(scorecard.line(IndicatorId.of("P3")).score())
                .isInstanceOf(IndicatorScore.NoResult.class);
        assertThat(scorecard.total().isComplete()).isTrue();
        assertThat(scorecard.total().scoredWeight()).isEqualTo(BigFraction.of(100));
    }

    @Test
    void aSectionOfWhichOnlyTheWatchedAppliesDoesNotApply() {
        Scorecard scorecard = example(Map.of("P1", "n/a", "P2", "n/a", "P3", "75"));

        assertThat(scorecard.total().points()).isEmpty();
        assertThat(scorecard.total().notApplicableWeight()).isEqualByComparingTo("100");
        assertThat(scorecard.line(IndicatorId.of("P3")).effectiveWeight())
                .isEqualTo(BigFraction.ZERO);
        Ranking ranking = Ranking.of(exampleAgreement(), List.of(scorecard));
        assertThat(Certainty.of(ranking).byMissingFigures()).isEmpty();
    }

    private static Scorecard example(Map<String, String> percents) {
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        percents.forEach((id, percent) ->
                figures.put(
                        MeasureKey.parse(id + ".done"),
                        percent.equals("n/a")
                                ? new MeasuredValue.NotApplicable("reason")
                                : new MeasuredValue.Percentage(new BigDecimal(percent))));
        return new Scorer(exampleAgreement()).score(DISTRICT, figures);
    }

    private static Agreement exampleAgreement() {
        return Agreements.agreement(
                BelowLevelOne.ZERO,
                Agreements.section(
                        SectionId.INDIVIDUAL,
                        "100",
                        List.of(percent("P1", "60"), percent("P2", "40"), percent("P3", "0"))));
    }

    private static Indicator percent(String id, String weight) {
        return Agreements.indicator(
                id,
                weight,
                Ladder.HIGHEST,
                List.of(Agreements.things("done", MeasureKind.SHARE)),
                "done >= 70",
                "done >= 75",
                "done >= 80",
                "done >= 85",
                "done >= 90");
    }

    // Whatever is watched besides, nothing that counts is otherwise.

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void totalsRanksAndBoundsAreWhatTheyWere(long seed) {
        Round round = new Round(seed);

        for (int i = 0; i < round.plain.rows().size(); i++) {
            Ranking.Row before = round.plain.rows().get(i);
            Ranking.Row after = round.watched.rows().get(i);
            String where = "seed " + seed + ", " + before.scorecard().district();
            assertThat(after.scorecard().district()).isEqualTo(before.scorecard().district());
            assertThat(after.rank()).as(where).isEqualTo(before.rank());
            assertThat(after.scorecard().total()).as(where).isEqualTo(before.scorecard().total());
            for (int section = 0; section < before.scorecard().sections().size(); section++) {
                assertThat(after.scorecard().sections().get(section).total())
                        .as(where)
                        .isEqualTo(before.scorecard().sections().get(section).total());
            }
        }
        assertThat(round.watched.statistics()).isEqualTo(round.plain.statistics());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void certaintyIsWhatItWas(long seed) {
        Round round = new Round(seed);
        Certainty before = Certainty.of(round.plain);
        Certainty after = Certainty.of(round.watched);

        assertThat(after.neighbours()).as("seed %d", seed).isEqualTo(before.neighbours());
        assertThat(after.byMissingFigures()).isEqualTo(before.byMissingFigures());
        assertThat(after.byWeights(Certainty.NEAR)).isEqualTo(before.byWeights(Certainty.NEAR));
        assertThat(after.bands(Certainty.NEAR)).isEqualTo(before.bands(Certainty.NEAR));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatDecidesTheOrderIsWhatItWas(long seed) {
        Round round = new Round(seed);
        Influence before = Influence.of(round.plain);
        Influence after = Influence.of(round.watched);

        assertThat(after.indicators().stream().filter(one -> !isWatched(one)).toList())
                .as("seed %d", seed)
                .usingRecursiveComparison()
                .isEqualTo(before.indicators());
        assertThat(after.indicators().stream().filter(WatchedOnlyTest::isWatched))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.agreedWeight()).isEqualTo(BigFraction.ZERO);
                    assertThat(one.varianceShare().orElse(BigFraction.ZERO))
                            .isEqualTo(BigFraction.ZERO);
                });
        assertThat(Breakdown.of(round.watched).map(Breakdown::waterfall))
                .isEqualTo(Breakdown.of(round.plain).map(Breakdown::waterfall));
        assertThat(Breakdown.of(round.watched).map(Breakdown::total))
                .isEqualTo(Breakdown.of(round.plain).map(Breakdown::total));
    }

    private static boolean isWatched(Influence.OfIndicator one) {
        return one.indicator().isWatchedOnly();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plansAreWhatTheyWere(long seed) {
        Round round = new Round(seed);
        EffortBasis basis = new EffortBasis.UnitsMissing();

        for (Ranking.Row row : round.plain.rows()) {
            DistrictCode district = row.scorecard().district();
            Scorecard watched = round.watched.row(district).orElseThrow().scorecard();
            Map<MeasureKey, MeasuredValue> values = round.values.getOrDefault(district, Map.of());
            Moves before = Moves.of(round.plain.agreement(), row.scorecard(), values, TODAY);
            Moves after = Moves.of(round.watched.agreement(), watched, values, TODAY);
            assertThat(after.moves()).as("seed %d", seed).isEqualTo(before.moves());
            for (Goal goal :
                    List.of(
                            new Goal.Rank(1),
                            new Goal.NothingBelow(3),
                            new Goal.Score(BigFraction.of(90)))) {
                assertThat(
                                Planner.of(round.watched, after, basis, MissingAssumption.AT_LOWEST)
                                        .towards(goal))
                        .as("seed %d, %s", seed, goal)
                        .isEqualTo(
                                Planner.of(round.plain, before, basis, MissingAssumption.AT_LOWEST)
                                        .towards(goal));
            }
        }
        assertThat(ProvinceMoves.of(round.watched, round.values, TODAY, _ -> basis).nextSteps())
                .isEqualTo(
                        ProvinceMoves.of(round.plain, round.values, TODAY, _ -> basis).nextSteps());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToBeLookedAfterIsWhatItWas(long seed) {
        Round round = new Round(seed);

        assertThat(Attention.of(List.of(round.watched)))
                .as("seed %d", seed)
                .isEqualTo(Attention.of(List.of(round.plain)));
        assertThat(CliffWatch.of(new RoundResults(round.watched, round.values)))
                .isEqualTo(CliffWatch.of(new RoundResults(round.plain, round.values)));
        Set<IndicatorId> watched = Set.of(IndicatorId.of("W0"));
        assertThat(Subtotal.of(round.watched, round.watched.rows(), watched).sums())
                .allSatisfy(sum -> assertThat(sum.points()).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movementsAreWhatTheyWere(long seed) {
        Round round = new Round(seed);
        Round next = new Round(seed + 1000);

        for (Ranking.Row row : round.plain.rows()) {
            DistrictCode district = row.scorecard().district();
            Optional<TotalMovement> before =
                    TotalMovement.of(
                            district, round.plainState(district), next.plainState(district));
            Optional<TotalMovement> after =
                    TotalMovement.of(
                            district, round.watchedState(district), next.watchedState(district));
            assertThat(after.map(TotalMovement::parts))
                    .as("seed %d, %s", seed, district)
                    .isEqualTo(before.map(TotalMovement::parts));
            assertThat(after.map(TotalMovement::applicabilityChanged))
                    .isEqualTo(before.map(TotalMovement::applicabilityChanged));
        }
        assertThat(gains(Improvement.of(round.watched, next.watched)))
                .isEqualTo(gains(Improvement.of(round.plain, next.plain)));
    }

    private static List<Object> gains(Improvement improvement) {
        return improvement.byGain().stream()
                .<Object>map(row ->
                        List.of(
                                row.improvement().district(),
                                row.improvement().gain(),
                                row.rankByGain(),
                                row.rankByShare()))
                .toList();
    }

    // Drafts.

    @Test
    void aDraftLeavesWhatIsWatchedOrGivesItAWeight() {
        Agreement agreement = exampleAgreement();
        Draft kept = Draft.parse("P1:70,P2:30,P3:0");
        assertThat(kept.applyTo(agreement)).isInstanceOf(DraftedAgreement.Scorable.class);
        assertThat(Draft.parse("P1:50,P2:40,P3:10").applyTo(agreement))
                .isInstanceOf(DraftedAgreement.Scorable.class);
        assertThat(Draft.parse("P1:100,P2:0").applyTo(agreement))
                .isInstanceOf(DraftedAgreement.Unscorable.class);

        WeightSpread spread =
                Draft.parse("P1:70")
                        .spread(agreement, SectionId.INDIVIDUAL, Set.of(IndicatorId.of("P1")));
        assertThat(((WeightSpread.Spread) spread).draft()).hasToString("P1:70,P2:30");
    }

    /** Districts by the agreement of the round, and by one that watches more. */
    private static final class Round {

        private final Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new TreeMap<>();
        private final Ranking plain;
        private final Ranking watched;
        private final Scorer watchedScorer;

        Round(long seed) {
            RandomIndicators random = new RandomIndicators(seed);
            Agreement more = watching(random);
            watchedScorer = new Scorer(more);
            for (int i = 0; i < 6; i++) {
                values.put(
                        DistrictCode.of(String.valueOf(4301 + i)),
                        RandomFigures.of(more, random.random(), 0.3));
            }
            plain = ranking(AGREEMENT, SCORER);
            watched = ranking(more, watchedScorer);
        }

        private Ranking ranking(Agreement agreement, Scorer scorer) {
            return Ranking.of(
                    agreement,
                    values.entrySet().stream()
                            .map(entry -> scorer.score(entry.getKey(), entry.getValue()))
                            .toList());
        }

        RoundState plainState(DistrictCode district) {
            return RoundState.of(SCORER, values.getOrDefault(district, Map.of()));
        }

        RoundState watchedState(DistrictCode district) {
            return RoundState.of(watchedScorer, values.getOrDefault(district, Map.of()));
        }

        private static Agreement watching(RandomIndicators random) {
            List<SectionTerms> sections = new ArrayList<>();
            int number = 0;
            for (SectionTerms terms : AGREEMENT.sections()) {
                List<Indicator> indicators = new ArrayList<>(terms.indicators());
                indicators.add(
                        random.random().nextInt(indicators.size() + 1),
                        IndicatorBuilder.like(random.next())
                                .id("W" + number)
                                .concept("watched_" + number)
                                .weight("0")
                                .build());
                number++;
                sections.add(
                        Agreements.section(
                                terms.section(),
                                terms.share().value().toPlainString(),
                                indicators));
            }
            return AgreementBuilder.like(AGREEMENT).sections(sections).build();
        }
    }
}
