package districtkpi.scoring.movement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TotalMovementTest {

    private static final DistrictCode DISTRICT = Rounds.district(1);
    private static final Path METHOD = Path.of("../docs/method");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void splitsTheWorkedExampleAsTheMethodDocumentDoes() throws IOException {
        Agreement before =
                Rounds.round(
                        "2564-2",
                        "2021-09-30",
                        Rounds.indicator(
                                "budget_spending",
                                "T1",
                                "60",
                                Agreements.baht("spending", MeasureKind.SHARE),
                                "spending >= 70",
                                "spending >= 75",
                                "spending >= 80",
                                "spending >= 85",
                                "spending >= 90"),
                        counted("transparency", "T2", "40"));
        Agreement after =
                Rounds.round(
                        "2565-1",
                        "2022-03-31",
                        Rounds.indicator(
                                "budget_spending",
                                "T1",
                                "50",
                                Agreements.baht("spending", MeasureKind.SHARE),
                                "spending >= 75",
                                "spending >= 80",
                                "spending >= 85",
                                "spending >= 90",
                                "spending >= 95"),
                        counted("big_data", "T2", "50"));
        RoundState earlier =
                RoundState.of(
                        new Scorer(before),
                        Map.of(
                                Rounds.key("T1", "spending"), Rounds.percent("82"),
                                Rounds.key("T2", "count"), Rounds.count(4)));
        Map<MeasureKey, MeasuredValue> first =
                Map.of(
                        Rounds.key("T1", "spending"), Rounds.percent("91"),
                        Rounds.key("T2", "count"), Rounds.count(3));
        Map<MeasureKey, MeasuredValue> corrected =
                Map.of(
                        Rounds.key("T1", "spending"), Rounds.percent("96"),
                        Rounds.key("T2", "count"), Rounds.count(3));

        TotalMovement movement =
                TotalMovement.of(
                                DISTRICT,
                                earlier,
                                new RoundState(new Scorer(after), corrected, first))
                        .orElseThrow();

        List<String> rows = new ArrayList<>();
        movement.indicators()
                .forEach(one -> rows.add(row(one.pairing().concept().value(), one.parts())));
        rows.add(row("all", movement.parts()));
        List<String> vectors = Files.readAllLines(METHOD.resolve("worked-movement.csv"));
        assertThat(rows).isEqualTo(vectors.subList(1, vectors.size()));
        assertThat(Files.readAllLines(METHOD.resolve("movement.md")))
                .containsSubsequence(
                        rows.stream().map(r -> "| " + r.replace(",", " | ") + " |").toList());
        assertThat(movement.before()).isEqualTo(BigFraction.of(68));
        assertThat(movement.after()).isEqualTo(BigFraction.of(80));
        assertThat(movement.steps().stream().map(step -> step.cause() + " " + step.to()))
                .containsExactly(
                        "RESULTS 90",
                        "THRESHOLDS 79",
                        "WEIGHTS 72",
                        "ADDED 102",
                        "DROPPED 70",
                        "CORRECTIONS 80");
        assertThat(movement.largestSteps().getFirst().cause()).isEqualTo(Cause.DROPPED);
        assertThat(movement.largest(Cause.ADDED).orElseThrow().pairing().concept().value())
                .isEqualTo("big_data");
    }

    @Test
    void aLevelThatSomebodySetCorrectsTheComputedOne() {
        Scorer before =
                new Scorer(Rounds.round("2564-2", "2021-09-30", counted("big_data", "T1", "100")));
        Scorer after =
                new Scorer(Rounds.round("2565-1", "2022-03-31", counted("big_data", "T1", "100")));
        LevelOverride override =
                new LevelOverride(
                        1, DISTRICT, IndicatorId.of("T1"), 5, "letter", Instant.EPOCH, "planner");

        TotalMovement movement =
                TotalMovement.of(
                                DISTRICT,
                                RoundState.of(
                                        before, Map.of(Rounds.key("T1", "count"), Rounds.count(3))),
                                RoundState.of(
                                        after.withOverrides(List.of(override)),
                                        Map.of(Rounds.key("T1", "count"), Rounds.count(4))))
                        .orElseThrow();

        // From level 3 to 4 by the figures, and to 5 by hand.
        assertThat(movement.steps().stream().map(step -> step.cause() + " " + step.to()))
                .containsExactly("RESULTS 80", "CORRECTIONS 100");
    }

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

    private static String row(String name, Parts parts) {
        return String.join(
                ",",
                name,
                PlainDecimal.of(parts.results()),
                PlainDecimal.of(parts.thresholds()),
                PlainDecimal.of(parts.weights()),
                PlainDecimal.of(parts.added()),
                PlainDecimal.of(parts.dropped()),
                PlainDecimal.of(parts.corrections()),
                PlainDecimal.of(parts.total()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAddUpToTheChangeExactly(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        RoundState earlier = state(rounds, rounds.agreement(), false);
        RoundState later = state(rounds, rounds.agreement(), false);

        TotalMovement.of(DISTRICT, earlier, later)
                .ifPresent(movement -> {
                    assertThat(movement.parts().total())
                            .as("seed %d", seed)
                            .isEqualTo(movement.change());
                    assertThat(movement.parts().added())
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(BigFraction.ZERO);
                    assertThat(movement.parts().dropped())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(BigFraction.ZERO);
                });
    }

    @Test
    void mostRandomRoundsHaveSomethingToSplit() {
        Parts seen = Parts.NONE;
        int split = 0;
        for (long seed : seeds().toArray()) {
            RandomRounds rounds = new RandomRounds(seed);
            RoundState earlier = state(rounds, rounds.agreement(), false);
            RoundState later = state(rounds, rounds.agreement(), false);
            Parts parts =
                    TotalMovement.of(DISTRICT, earlier, later)
                            .map(TotalMovement::parts)
                            .orElse(Parts.NONE);
            seen =
                    seen.plus(
                            new Parts(
                                    parts.results().abs(),
                                    parts.thresholds().abs(),
                                    parts.weights().abs(),
                                    parts.added(),
                                    parts.dropped(),
                                    parts.corrections().abs()));
            split += parts.equals(Parts.NONE) ? 0 : 1;
        }
        assertThat(split).isGreaterThan(50);
        assertThat(
                        List.of(
                                seen.results(),
                                seen.thresholds(),
                                seen.weights(),
                                seen.added(),
                                seen.dropped().negate(),
                                seen.corrections()))
                .allSatisfy(part -> assertThat(part).isGreaterThan(BigFraction.of(60)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void toSwapTheRoundsNegatesEveryPart(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        RoundState earlier = state(rounds, rounds.agreement(), false);
        RoundState later = state(rounds, rounds.agreement(), false);

        List<Parts> there = partsByConcept(earlier, later);
        List<Parts> back =
                partsByConcept(later, earlier).stream().map(TotalMovementTest::swapped).toList();

        assertThat(back).as("seed %d", seed).isEqualTo(there);
    }

    private static List<Parts> partsByConcept(RoundState earlier, RoundState later) {
        return TotalMovement.of(DISTRICT, earlier, later).stream()
                .flatMap(movement -> movement.indicators().stream())
                .sorted(Comparator.comparing(one -> one.pairing().concept()))
                .map(IndicatorMovement::parts)
                .toList();
    }

    private static Parts swapped(Parts parts) {
        return new Parts(
                parts.results().negate(),
                parts.thresholds().negate(),
                parts.weights().negate(),
                parts.dropped().negate(),
                parts.added().negate(),
                parts.corrections().negate());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void underTheSameRulesOnlyResultsAndCorrectionsMove(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        Agreement agreement = rounds.agreement();

        TotalMovement.of(DISTRICT, state(rounds, agreement, true), state(rounds, agreement, true))
                .ifPresent(movement ->
                        assertThat(movement.parts())
                                .as("seed %d", seed)
                                .isEqualTo(
                                        new Parts(
                                                movement.parts().results(),
                                                BigFraction.ZERO,
                                                BigFraction.ZERO,
                                                BigFraction.ZERO,
                                                BigFraction.ZERO,
                                                movement.parts().corrections())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameFiguresUnderOtherWeightsMoveByWeightsAlone(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        Agreement agreement = rounds.agreement();
        Map<MeasureKey, MeasuredValue> values = rounds.values(agreement, false);

        TotalMovement.of(
                        DISTRICT,
                        RoundState.of(new Scorer(agreement), values),
                        RoundState.of(new Scorer(rounds.reweighted(agreement)), values))
                .ifPresent(movement ->
                        assertThat(movement.parts().weights())
                                .as("seed %d: %s", seed, movement.parts())
                                .isEqualTo(movement.change())
                                .isEqualTo(movement.parts().total()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasFirstReportedAlikeDiffersByCorrectionsAlone(long seed) {
        RandomRounds rounds = new RandomRounds(seed);
        Agreement agreement = rounds.agreement();
        Scorer scorer = new Scorer(agreement);
        Map<MeasureKey, MeasuredValue> first = rounds.values(agreement, false);

        TotalMovement.of(
                        DISTRICT,
                        RoundState.of(scorer, first),
                        new RoundState(
                                scorer, rounds.firstReported(agreement, first, false), first))
                .ifPresent(movement ->
                        assertThat(movement.parts())
                                .as("seed %d", seed)
                                .isEqualTo(Parts.NONE.withCorrections(movement.change())));
    }

    private static RoundState state(RandomRounds rounds, Agreement agreement, boolean allApply) {
        Map<MeasureKey, MeasuredValue> values = rounds.values(agreement, allApply);
        return new RoundState(
                new Scorer(agreement), values, rounds.firstReported(agreement, values, allApply));
    }

    @Test
    void evidenceInTimeForBothDeadlinesIsNoChangeOfThresholds() {
        RoundState earlier = evidence("2564-2", "2021-09-30", "2021-09-03", "2021-09-04");
        RoundState later = evidence("2565-1", "2022-03-31", "2022-03-04", "2022-03-04");

        Parts parts = TotalMovement.of(DISTRICT, earlier, later).orElseThrow().parts();

        // A day late and level 4, then in time and level 5: the deadline moved with the round.
        assertThat(parts.results()).isEqualTo(BigFraction.of(20));
        assertThat(parts.total()).isEqualTo(BigFraction.of(20));
    }

    private static RoundState evidence(String round, String lastDay, String deadline, String on) {
        Agreement agreement =
                Rounds.round(
                        round,
                        lastDay,
                        Rounds.indicator(
                                "transparency",
                                "T3",
                                "100",
                                Agreements.day("evidence"),
                                "evidence by 2999-01-01",
                                "evidence by 2999-01-01",
                                "evidence by 2999-01-01",
                                "evidence by 2999-01-01",
                                "evidence by " + deadline));
        return RoundState.of(
                new Scorer(agreement),
                Map.of(Rounds.key("T3", "evidence"), new MeasuredValue.Day(LocalDate.parse(on))));
    }

    @Test
    void whatNoLongerAppliesMovesByWeightsAloneAndIsMarked() {
        Agreement agreement =
                Rounds.round(
                        "2565-1",
                        "2022-03-31",
                        counted("centres", "T1", "75"),
                        counted("channels", "T2", "25"));
        Scorer scorer = new Scorer(agreement);

        TotalMovement movement =
                TotalMovement.of(
                                DISTRICT,
                                RoundState.of(
                                        scorer,
                                        Map.of(
                                                Rounds.key("T1", "count"), Rounds.count(4),
                                                Rounds.key("T2", "count"), Rounds.count(2))),
                                RoundState.of(
                                        scorer,
                                        Map.of(
                                                Rounds.key("T1", "count"),
                                                Rounds.count(4),
                                                Rounds.key("T2", "count"),
                                                new MeasuredValue.NotApplicable("none"))))
                        .orElseThrow();

        assertThat(movement.applicabilityChanged()).isTrue();
        assertThat(movement.indicators()).noneMatch(IndicatorMovement::figureMissing);
        // 25 × 0.8 more on what is left, 25 × 0.4 less on what is gone.
        assertThat(movement.indicators())
                .extracting(one -> one.parts().weights())
                .containsExactly(BigFraction.of(20), BigFraction.of(-10));
        assertThat(movement.parts().weights()).isEqualTo(movement.change());
    }

    @Test
    void aMissingFigureCountsAmongResultsAndIsMarked() {
        Agreement agreement =
                Rounds.round(
                        "2565-1",
                        "2022-03-31",
                        counted("centres", "T1", "75"),
                        counted("channels", "T2", "25"));
        Scorer scorer = new Scorer(agreement);

        TotalMovement movement =
                TotalMovement.of(
                                DISTRICT,
                                RoundState.of(
                                        scorer,
                                        Map.of(
                                                Rounds.key("T1", "count"), Rounds.count(4),
                                                Rounds.key("T2", "count"), Rounds.count(2))),
                                RoundState.of(
                                        scorer, Map.of(Rounds.key("T1", "count"), Rounds.count(4))))
                        .orElseThrow();

        assertThat(movement.parts().results()).isEqualTo(BigFraction.of(-10));
        assertThat(movement.indicators())
                .extracting(IndicatorMovement::figureMissing)
                .containsExactly(false, true);
        assertThat(movement.applicabilityChanged()).isFalse();
    }

    @Test
    void aDistrictWithoutATotalInOneOfTheRoundsHasNoMovement() {
        Scorer scorer =
                new Scorer(Rounds.round("2565-1", "2022-03-31", counted("centres", "T1", "100")));
        RoundState nothing = RoundState.of(scorer, Rounds.nothing());
        RoundState something =
                RoundState.of(scorer, Map.of(Rounds.key("T1", "count"), Rounds.count(4)));

        assertThat(TotalMovement.of(DISTRICT, nothing, something)).isEmpty();
        assertThat(TotalMovement.of(DISTRICT, something, nothing)).isEmpty();
        assertThat(TotalMovement.of(DISTRICT, something, something).orElseThrow().parts())
                .isEqualTo(Parts.NONE);
    }
}
