package districtkpi.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final List<Indicator> INDICATORS = AGREEMENT.indicators().toList();
    private static final Scorer SCORER = new Scorer(AGREEMENT);
    private static final EffortBasis UNITS = new EffortBasis.UnitsMissing();

    /** Earlier indicators first, lower levels first. */
    private static final Comparator<List<PlannedMove>> BY_AGREEMENT = PlannerTest::byAgreement;

    private static final Comparator<Candidate> LEAST_EFFORT =
            Comparator.comparing(Candidate::effort)
                    .thenComparing(candidate -> candidate.moves().size())
                    .thenComparing(Candidate::gain, Comparator.reverseOrder())
                    .thenComparing(Candidate::moves, BY_AGREEMENT);

    private static final Comparator<Candidate> LARGEST_GAIN =
            Comparator.comparing(Candidate::gain).reversed().thenComparing(LEAST_EFFORT);

    /** A combination of moves, any combination. */
    private record Candidate(List<PlannedMove> moves, BigFraction effort, BigFraction gain) {

        Candidate with(PlannedMove move) {
            List<PlannedMove> more = new ArrayList<>(moves);
            more.add(move);
            return new Candidate(more, effort.add(move.effort()), gain.add(move.gain()));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void putsNoMoveBeforeOneThatGainsMoreForItsEffort(long seed) {
        Planner planner = madeUp(new Random(seed), 8);
        List<PlannedMove> best = planner.bestFirst();

        assertThat(best).extracting(move -> move.move().indicator().id()).doesNotHaveDuplicates();
        for (int i = 1; i < best.size(); i++) {
            assertThat(yields(best.get(i), best.get(i - 1)))
                    .as("seed %s, place %s", seed, i)
                    .isNotPositive();
        }
        for (PlannedMove move : planner.planned()) {
            if (move.gain().equals(BigFraction.ZERO)) {
                assertThat(best).doesNotContain(move);
                continue;
            }
            assertThat(best)
                    .as("seed %s", seed)
                    .filteredOn(chosen ->
                            chosen.move().indicator().id().equals(move.move().indicator().id()))
                    .singleElement()
                    .satisfies(chosen -> assertThat(yields(move, chosen)).isNotPositive());
        }
    }

    /** Above 0 if the first gains more for its effort than the second; no effort is the best. */
    private static int yields(PlannedMove one, PlannedMove other) {
        if (one.effort().equals(BigFraction.ZERO) || other.effort().equals(BigFraction.ZERO)) {
            return other.effort().compareTo(one.effort());
        }
        return one.gain().divide(one.effort()).compareTo(other.gain().divide(other.effort()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTryingEveryCombinationFinds(long seed) {
        Random random = new Random(seed);
        Planner planner = seed % 2 == 0 ? madeUp(random, 8) : scored(random);
        List<Candidate> all = combinations(planner.planned());
        BigFraction now = total(planner);

        for (int i = 0; i < 4; i++) {
            BigFraction wanted = BigFraction.of(random.nextInt(120), 2);
            Optional<List<PlannedMove>> best =
                    all.stream()
                            .filter(set -> set.gain().compareTo(wanted) >= 0)
                            .min(LEAST_EFFORT)
                            .map(Candidate::moves);
            assertThat(found(planner.towards(new Goal.Score(now.add(wanted)))))
                    .as("seed %d, gain %s: %s", seed, wanted, planner.planned())
                    .isEqualTo(best);

            BigFraction budget = BigFraction.of(random.nextInt(40), 3);
            assertThat(found(planner.towards(new Goal.Budget(budget))))
                    .as("seed %d, effort %s: %s", seed, budget, planner.planned())
                    .isEqualTo(
                            all.stream()
                                    .filter(set -> set.effort().compareTo(budget) <= 0)
                                    .min(LARGEST_GAIN)
                                    .map(Candidate::moves));
        }
        Outcome impossible = planner.towards(new Goal.Score(BigFraction.of(1_000)));
        assertThat(((Outcome.TooFar) impossible).furthest().moves())
                .as("seed %d: %s", seed, planner.planned())
                .isEqualTo(all.stream().min(LARGEST_GAIN).orElseThrow().moves());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFrontIsWhatNothingElseBeats(long seed) {
        Planner planner = madeUp(new Random(seed), 3);
        List<Candidate> all = combinations(planner.planned());

        List<List<PlannedMove>> front = planner.front().stream().map(MoveSet::moves).toList();

        assertThat(front)
                .as("seed %d: %s", seed, planner.planned())
                .isEqualTo(
                        all.stream()
                                .filter(set -> all.stream().noneMatch(other -> beats(other, set)))
                                .sorted(LEAST_EFFORT)
                                .map(Candidate::moves)
                                .toList());
    }

    /** Costs no more, gains no less, and is better in one, or by the rules of ties. */
    private static boolean beats(Candidate one, Candidate other) {
        int effort = one.effort().compareTo(other.effort());
        int gain = one.gain().compareTo(other.gain());
        return effort <= 0
                && gain >= 0
                && (effort < 0 || gain > 0 || LEAST_EFFORT.compare(one, other) < 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRankIsReachedOnceNoMoreThanTheOnesAboveItAreBetter(long seed) {
        Random random = new Random(seed);
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4302 + i)),
                            RandomFigures.of(AGREEMENT, random, i == 8 ? 1 : 0.1)));
        }
        Map<MeasureKey, MeasuredValue> values = RandomFigures.of(AGREEMENT, random, 0.3);
        Scorecard own = SCORER.score(DISTRICT, values);
        scorecards.add(own);
        Planner planner =
                Planner.of(
                        Ranking.of(AGREEMENT, scorecards),
                        Moves.of(AGREEMENT, own, values, TODAY),
                        UNITS,
                        MissingAssumption.AT_HIGHEST);

        for (int rank = 1; rank <= 11; rank++) {
            switch (planner.towards(new Goal.Rank(rank))) {
                case Outcome.Reached(MoveSet set) -> {
                    assertThat(set.rank().orElseThrow())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(rank)
                            .isEqualTo(rank(scorecards, set.points().orElseThrow()));
                    BigFraction less = set.effort();
                    int wanted = rank;
                    assertThat(planner.front())
                            .as("seed %d", seed)
                            .filteredOn(other -> other.effort().compareTo(less) < 0)
                            .noneMatch(other -> other.rank().orElse(99) <= wanted);
                }
                case Outcome.TooFar(MoveSet furthest, BigFraction lacking) -> {
                    assertThat(furthest.rank().orElse(99)).as("seed %d", seed).isGreaterThan(rank);
                    assertThat(lacking).as("seed %d", seed).isGreaterThan(BigFraction.ZERO);
                }
                case Outcome.StillBelow below -> throw new AssertionError(below);
            }
        }
    }

    private static int rank(List<Scorecard> scorecards, BigFraction points) {
        return 1
                + (int)
                        scorecards.stream()
                                .filter(scorecard -> !scorecard.district().equals(DISTRICT))
                                .flatMap(scorecard -> scorecard.total().points().stream())
                                .filter(other -> other.compareTo(points) > 0)
                                .count();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsBelowALevelByTheCheapestMoveOfEachIndicator(long seed) {
        Random random = new Random(seed);
        Planner planner = scored(random);
        int level = 1 + random.nextInt(5);

        List<PlannedMove> expected = new ArrayList<>();
        for (Indicator indicator : INDICATORS) {
            planner.planned().stream()
                    .filter(move -> move.move().indicator().equals(indicator))
                    .filter(move -> move.level() >= level)
                    .filter(move -> move.move() instanceof Move.Climb climb && climb.from() < level)
                    .min(
                            Comparator.comparing(PlannedMove::effort)
                                    .thenComparing(PlannedMove::gain, Comparator.reverseOrder()))
                    .ifPresent(expected::add);
        }

        switch (planner.towards(new Goal.NothingBelow(level))) {
            case Outcome.Reached(MoveSet set) ->
                    assertThat(set.moves()).as("seed %d", seed).isEqualTo(expected);
            case Outcome.StillBelow(MoveSet possible, List<IndicatorId> below) -> {
                assertThat(possible.moves()).as("seed %d", seed).isEqualTo(expected);
                assertThat(below)
                        .as("seed %d", seed)
                        .isNotEmpty()
                        .noneMatch(id ->
                                expected.stream()
                                        .anyMatch(move -> move.move().indicator().id().equals(id)));
            }
            case Outcome.TooFar tooFar -> throw new AssertionError(tooFar);
        }
    }

    @Test
    void whatNobodyReportedIsPlannedWithOnlyWhenAsked() {
        Scorecard none = SCORER.score(DISTRICT, Map.of());
        Moves moves = Moves.of(AGREEMENT, none, Map.of(), TODAY);
        Ranking ranking = Ranking.of(AGREEMENT, List.of(none));

        Planner without = Planner.of(ranking, moves, UNITS, MissingAssumption.LEFT_OUT);
        Planner lowest = Planner.of(ranking, moves, UNITS, MissingAssumption.AT_LOWEST);
        Planner highest = Planner.of(ranking, moves, UNITS, MissingAssumption.AT_HIGHEST);

        assertThat(without.planned()).isEmpty();
        assertThat(without.towards(new Goal.Rank(1)))
                .isInstanceOfSatisfying(
                        Outcome.TooFar.class,
                        tooFar -> assertThat(tooFar.furthest().points()).isEmpty());
        assertThat(furthest(lowest)).isEqualTo(BigFraction.ONE);
        assertThat(furthest(highest)).isEqualTo(BigFraction.of(100));
        assertThat(((Outcome.Reached) highest.towards(new Goal.Rank(1))).set().rank()).hasValue(1);
        assertThat(((Outcome.StillBelow) without.towards(new Goal.NothingBelow(1))).below())
                .hasSize(INDICATORS.size());
    }

    private static BigFraction furthest(Planner planner) {
        return ((Outcome.TooFar) planner.towards(new Goal.Score(BigFraction.of(101))))
                .furthest()
                .gain();
    }

    @Test
    void theEmptySetReachesWhatIsReachedAlready() {
        Planner planner = scored(new Random(1));

        MoveSet set = ((Outcome.Reached) planner.towards(new Goal.Score(BigFraction.ZERO))).set();

        assertThat(set.moves()).isEmpty();
        assertThat(set.points()).contains(total(planner));
    }

    @Test
    void thirtyIndicatorsOfFiveMovesArePlannedAtOnce() {
        Random random = new Random(2565);
        List<Move> moves = new ArrayList<>();
        Map<LevelKey, BigFraction> efforts = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            Indicator indicator =
                    Agreements.indicator(
                            "X" + i,
                            "1",
                            INDICATORS.getFirst().ladder().value(),
                            INDICATORS.getFirst().measures(),
                            "spending >= 10",
                            "spending >= 20",
                            "spending >= 30",
                            "spending >= 40",
                            "spending >= 50");
            BigFraction weight = BigFraction.of(100 + random.nextInt(400), 100);
            BigFraction effort = BigFraction.ZERO;
            for (int level = 1; level <= 5; level++) {
                effort = effort.add(BigFraction.of(1 + random.nextInt(1_000), 1 + i));
                moves.add(climb(indicator, 0, level, weight.multiply(level).divide(5)));
                efforts.put(new LevelKey(indicator.id(), level), effort);
            }
        }
        long start = System.nanoTime();
        Planner planner = planner(moves, new EffortBasis.PlannersEstimate(efforts, Map.of()));
        assertThat(planner.towards(new Goal.Score(BigFraction.of(40))))
                .isInstanceOf(Outcome.Reached.class);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;

        // A tenth of this on an idle machine; enough to notice that a front is not kept short.
        assertThat(milliseconds).isLessThan(2_000);
    }

    /** Moves with few different gains and efforts, so that there are many ties. */
    private static Planner madeUp(Random random, int most) {
        List<Move> moves = new ArrayList<>();
        Map<LevelKey, BigFraction> efforts = new HashMap<>();
        int indicators = 1 + random.nextInt(most);
        for (int i = 0; i < indicators; i++) {
            for (int level = 1; level <= 5; level++) {
                if (random.nextInt(7) < 2) {
                    BigFraction gain = BigFraction.of(random.nextInt(8), 1 + random.nextInt(2));
                    moves.add(climb(INDICATORS.get(i), 0, level, gain));
                    efforts.put(
                            new LevelKey(INDICATORS.get(i).id(), level),
                            BigFraction.of(random.nextInt(8), 1 + random.nextInt(3)));
                }
            }
        }
        return planner(moves, new EffortBasis.PlannersEstimate(efforts, Map.of()));
    }

    private static Planner planner(List<Move> moves, EffortBasis basis) {
        Scorecard none = SCORER.score(DISTRICT, Map.of());
        return Planner.of(
                Ranking.of(AGREEMENT, List.of(none)),
                new Moves(none, moves),
                basis,
                MissingAssumption.LEFT_OUT);
    }

    private static Move.Climb climb(Indicator indicator, int from, int to, BigFraction gain) {
        return new Move.Climb(DISTRICT, indicator, from, to, List.of(), gain);
    }

    /** The real moves of a district, of seven indicators only. */
    private static Planner scored(Random random) {
        Map<MeasureKey, MeasuredValue> values = RandomFigures.complete(AGREEMENT, random);
        Scorecard scorecard = SCORER.score(DISTRICT, values);
        List<Move> moves =
                Moves.of(AGREEMENT, scorecard, values, TODAY).moves().stream()
                        .filter(move ->
                                INDICATORS.indexOf(move.indicator()) % 3 != 0
                                        && move instanceof Move.Climb climb
                                        && climb.to() <= climb.from() + 2)
                        .toList();
        return Planner.of(
                Ranking.of(AGREEMENT, List.of(scorecard)),
                new Moves(scorecard, moves),
                UNITS,
                MissingAssumption.LEFT_OUT);
    }

    /** The combined total before any move. */
    private static BigFraction total(Planner planner) {
        MoveSet first = planner.front().getFirst();
        return first.points().map(points -> points.subtract(first.gain())).orElse(BigFraction.ZERO);
    }

    private static List<Candidate> combinations(List<PlannedMove> moves) {
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(List.of(), BigFraction.ZERO, BigFraction.ZERO));
        for (Indicator indicator : INDICATORS) {
            List<Candidate> before = List.copyOf(all);
            for (PlannedMove move : moves) {
                if (move.move().indicator().equals(indicator)) {
                    before.forEach(candidate -> all.add(candidate.with(move)));
                }
            }
        }
        return all;
    }

    private static Optional<List<PlannedMove>> found(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reached(MoveSet set) -> Optional.of(set.moves());
            case Outcome.TooFar _, Outcome.StillBelow _ -> Optional.empty();
        };
    }

    private static int byAgreement(List<PlannedMove> one, List<PlannedMove> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order =
                    Comparator.comparingInt((PlannedMove move) ->
                                    INDICATORS.indexOf(move.move().indicator()))
                            .thenComparingInt(PlannedMove::level)
                            .compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
