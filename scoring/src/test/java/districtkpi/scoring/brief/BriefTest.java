package districtkpi.scoring.brief;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.comparison.RoundResults;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.RoundState;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.ProvinceMoves;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** A level of A, B and C is worth 10, 6 and 4 points. */
class BriefTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final CliffWatch NO_EDGES = new CliffWatch(List.of(), List.of());
    private static final Agreement AGREEMENT = withConcepts(LevelTable.agreement("50", "30", "20"));
    private static final Scorer SCORER = new Scorer(AGREEMENT);

    /** The levels of districts 4301, 4302, … in one round. */
    private record Round(
            Ranking ranking, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values) {

        static Round of(String... levels) {
            Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
            List<Scorecard> cards = new ArrayList<>();
            for (String each : levels) {
                DistrictCode code = code(cards.size() + 1);
                values.put(code, LevelTable.figures(AGREEMENT, each));
                cards.add(LevelTable.card(SCORER, code.value(), each));
            }
            return new Round(Ranking.of(AGREEMENT, cards), values);
        }

        RoundState state(DistrictCode district) {
            return RoundState.of(SCORER, values.getOrDefault(district, Map.of()));
        }
    }

    private static Brief brief(CliffWatch cliffs, Round... rounds) {
        Round now = rounds[rounds.length - 1];
        Optional<Round> before =
                rounds.length > 1 ? Optional.of(rounds[rounds.length - 2]) : Optional.empty();
        Certainty certainty = Certainty.of(now.ranking());
        EffortBasis basis = EffortBasis.OthersNotThere.of(now.ranking());
        return Brief.of(
                new Brief.Sources(
                        now.ranking(),
                        certainty,
                        certainty.byWeights(Certainty.NEAR),
                        before.map(b -> RankMovement.of(b.ranking(), now.ranking())),
                        district ->
                                before.flatMap(b ->
                                        TotalMovement.of(
                                                district, b.state(district), now.state(district))),
                        cliffs,
                        Attention.of(List.of(rounds).stream().map(Round::ranking).toList()),
                        ProvinceMoves.of(now.ranking(), now.values(), TODAY, _ -> basis)));
    }

    private static <F extends Finding> F only(Brief brief, Class<F> type) {
        List<F> found = brief.findings().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as("%s in %s", type.getSimpleName(), brief).hasSize(1);
        return found.getFirst();
    }

    @Test
    void withoutAnyResultSaysOnlyThat() {
        assertThat(brief(NO_EDGES, Round.of("- - -", "- - -")).findings())
                .containsExactly(new Finding.NoResults(), new Finding.NothingBefore());
        assertThat(brief(NO_EDGES, Round.of()).findings())
                .containsExactly(new Finding.NoResults(), new Finding.NothingBefore());
    }

    @Test
    void oneDistrictAloneLeadsNobody() {
        Brief brief = brief(NO_EDGES, Round.of("3 3 3", "- - -"));

        assertThat(brief.findings().getFirst())
                .isEqualTo(new Finding.OnlyOne(code(1), BigFraction.of(60)));
        assertThat(brief.findings()).noneMatch(Finding.Close.class::isInstance);
    }

    @Test
    void saysByHowMuchTheLeaderLeadsAndHowSureThatIs() {
        // 86 and 84, which other weights swap beyond 1/11.
        Brief brief = brief(NO_EDGES, Round.of("5 3 4", "4 5 4", "1 1 1"));

        Finding.Leads leads = only(brief, Finding.Leads.class);
        assertThat(leads.total()).isEqualTo(BigFraction.of(86));
        assertThat(leads.toNext().ahead()).isEqualTo(code(2));
        assertThat(leads.toNext().behind()).isEqualTo(code(1));
        assertThat(leads.withinNear()).isEqualTo(new RankInterval(1, 2));
        assertThat(leads.settled()).isTrue();
        Finding.Close close = only(brief, Finding.Close.class);
        assertThat(close.inBands()).isEqualTo(2);
        assertThat(close.districts()).isEqualTo(3);
    }

    @Test
    void missingFiguresLeaveTheLeadOpen() {
        Brief brief = brief(NO_EDGES, Round.of("4 4 4", "4 4 -", "1 1 1"));

        assertThat(only(brief, Finding.Leads.class).settled()).isFalse();
        Finding.MissingFigures missing = only(brief, Finding.MissingFigures.class);
        assertThat(missing.districts()).isEqualTo(1);
        assertThat(missing.most().open()).isEqualTo(BigFraction.of(20));
    }

    @Test
    void severalShareTheFirstRank() {
        Finding.Shared shared =
                only(brief(NO_EDGES, Round.of("4 4 4", "4 4 4", "1 1 1")), Finding.Shared.class);

        assertThat(shared.districts()).containsExactly(code(1), code(2));
        assertThat(shared.total()).isEqualTo(BigFraction.of(80));
        assertThat(shared.settled()).isTrue();
    }

    @Test
    void saysThatRanksAreClear() {
        assertThat(only(brief(NO_EDGES, Round.of("5 5 5", "1 1 1")), Finding.Clear.class))
                .isEqualTo(new Finding.Clear(2));
    }

    @Test
    void theOneThatRoseMostAndTheOneThatFellMostWithTheirCauses() {
        Round before = Round.of("5 5 5", "4 4 4", "3 3 3", "1 1 1");
        Round now = Round.of("2 5 5", "4 4 4", "3 3 3", "5 5 4");

        List<Finding.Moved> moved =
                brief(NO_EDGES, before, now).findings().stream()
                        .filter(Finding.Moved.class::isInstance)
                        .map(Finding.Moved.class::cast)
                        .toList();

        assertThat(moved).hasSize(2);
        assertThat(moved.getFirst().rank().district()).isEqualTo(code(4));
        assertThat(moved.getFirst().rank().change()).isEqualTo(3);
        assertThat(moved.getFirst().cause())
                .isInstanceOfSatisfying(
                        Cause.Own.class,
                        own -> {
                            assertThat(own.kind()).isEqualTo(Cause.Kind.RESULTS);
                            assertThat(own.points()).isEqualTo(BigFraction.of(76));
                            assertThat(own.most().pairing().concept()).isEqualTo(ConceptId.of("a"));
                            assertThat(own.pointsOfMost()).isEqualTo(BigFraction.of(40));
                        });
        assertThat(moved.getLast().rank().district()).isEqualTo(code(1));
        assertThat(moved.getLast().cause())
                .isInstanceOfSatisfying(
                        Cause.Own.class,
                        own -> assertThat(own.pointsOfMost()).isEqualTo(BigFraction.of(-30)));
    }

    @Test
    void whoIsPassedWithoutLosingPointsFellByTheOthers() {
        Round before = Round.of("3 3 3", "2 2 2", "1 1 1");
        Round now = Round.of("3 3 3", "4 4 4", "5 5 5");

        assertThat(brief(NO_EDGES, before, now).findings())
                .filteredOn(Finding.Moved.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        Finding.Moved.class,
                        moved -> {
                            assertThat(moved.rank().district()).isEqualTo(code(1));
                            assertThat(moved.cause()).isEqualTo(new Cause.Others());
                        });
    }

    @Test
    void saysThatNobodyMoved() {
        Round round = Round.of("3 3 3", "2 2 2");

        assertThat(only(brief(NO_EDGES, round, round), Finding.NoneMoved.class))
                .isEqualTo(new Finding.NoneMoved(2));
        assertThat(only(brief(NO_EDGES, Round.of("- - -"), round), Finding.NothingBefore.class))
                .isNotNull();
    }

    @Test
    void namesWhatIsAtRiskOrSaysThatNothingIs() {
        Round good = Round.of("5 5 5", "3 3 3");
        Round fair = Round.of("5 5 5", "3 3 2");
        Round poor = Round.of("5 5 5", "3 2 2");
        CliffWatch edges = CliffWatch.of(new RoundResults(poor.ranking(), poor.values()));

        assertThat(brief(NO_EDGES, good).findings()).contains(new Finding.NothingAtRisk());
        Brief brief = brief(edges, good, fair, poor);
        assertThat(brief.findings()).doesNotContain(new Finding.NothingAtRisk());
        assertThat(only(brief, Finding.OnTheEdge.class).results())
                .isEqualTo(edges.justMet().size())
                .isPositive();
        Finding.TwiceFalling falling = only(brief, Finding.TwiceFalling.class);
        assertThat(falling.districts()).isEqualTo(1);
        assertThat(falling.deepest().fall()).isEqualTo(BigFraction.of(10));
    }

    @Test
    void theThreeLargestGainsAndOfEqualOnesTheOneWhereMoreAreAlready() {
        // A of 4302 and 4303 gain 10 each; two of three others are at 4 or higher, one at 5.
        Brief brief = brief(NO_EDGES, Round.of("5 5 5", "4 5 5", "3 5 5", "5 5 5"));

        Finding.BestMoves best = only(brief, Finding.BestMoves.class);
        assertThat(best.moves())
                .extracting(gain -> gain.climb().district())
                .containsExactly(code(3), code(2));
        assertThat(best.moves())
                .extracting(Finding.Gain::meanGain)
                .containsOnly(BigFraction.of(10, 4));
        assertThat(brief(NO_EDGES, Round.of("1 1 1", "1 1 1")).findings())
                .filteredOn(Finding.BestMoves.class::isInstance)
                .allSatisfy(
                        finding -> assertThat(((Finding.BestMoves) finding).moves()).hasSize(3));
    }

    @Test
    void saysThatNothingIsLeftToGain() {
        assertThat(brief(NO_EDGES, Round.of("5 5 5", "5 5 5")).findings())
                .contains(new Finding.NothingToGain());
    }

    private static DistrictCode code(int number) {
        return DistrictCode.of(String.valueOf(4300 + number));
    }

    /** Each indicator as a concept of its own, so that rounds can be compared. */
    private static Agreement withConcepts(Agreement agreement) {
        return AgreementBuilder.like(agreement)
                .sections(
                        agreement.sections().stream()
                                .map(terms ->
                                        new SectionTerms(
                                                terms.section(),
                                                terms.name(),
                                                terms.share(),
                                                terms.indicators().stream()
                                                        .map(BriefTest::withConcept)
                                                        .toList()))
                                .toList())
                .build();
    }

    private static Indicator withConcept(Indicator indicator) {
        return IndicatorBuilder.like(indicator)
                .concept(indicator.id().value().toLowerCase(Locale.ROOT))
                .build();
    }
}
