package districtkpi.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.plan.ProvinceMoves.NextStep;
import districtkpi.scoring.plan.ProvinceMoves.OneBelow;
import java.time.LocalDate;
import java.util.ArrayList;
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

class ProvinceMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final Agreement AGREEMENT = Agreements.round2565No1();

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ordersTheNextStepOfEveryDistrict(long seed) {
        Random random = new Random(seed);
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
        Ranking ranking = ranking(random, values);

        // Of the odd districts nobody has an estimate.
        ProvinceMoves moves =
                ProvinceMoves.of(
                        ranking,
                        values,
                        TODAY,
                        district ->
                                Integer.parseInt(district.value()) % 2 == 0
                                        ? new EffortBasis.UnitsMissing()
                                        : new EffortBasis.OwnPace(Map.of()));

        assertThat(moves.byGain())
                .as("seed %d", seed)
                .hasSameElementsAs(moves.nextSteps())
                .isSortedAccordingTo((a, b) -> b.climb().gain().compareTo(a.climb().gain()));
        List<NextStep> byYield = moves.byGainPerEffort();
        assertThat(byYield).as("seed %d", seed).hasSameElementsAs(moves.nextSteps());
        for (int i = 1; i < byYield.size(); i++) {
            NextStep better = byYield.get(i - 1);
            NextStep worse = byYield.get(i);
            if (worse.effort().isPresent()) {
                assertThat(better.effort()).as("seed %d", seed).isPresent();
                assertThat(better.climb().gain().multiply(worse.effort().get()))
                        .as("seed %d: %s before %s", seed, better, worse)
                        .isGreaterThanOrEqualTo(
                                worse.climb().gain().multiply(better.effort().orElseThrow()));
            }
        }
        for (OneBelow below : moves.standing()) {
            assertThat(below.districts())
                    .as("seed %d: %s", seed, below)
                    .isEqualTo(at(ranking, below));
            assertThat(below.reachable())
                    .as("seed %d: %s", seed, below)
                    .isEqualTo(
                            (int)
                                    moves.nextSteps().stream()
                                            .map(NextStep::climb)
                                            .filter(climb ->
                                                    climb.to() == below.level()
                                                            && climb.indicator()
                                                                    .id()
                                                                    .equals(below.indicator()))
                                            .count());
        }
    }

    private static int at(Ranking ranking, OneBelow below) {
        return (int)
                ranking.rows().stream()
                        .map(row -> row.scorecard().line(below.indicator()).score())
                        .filter(score ->
                                score instanceof IndicatorScore.WithLevel known
                                        && known.level() == below.level() - 1)
                        .count();
    }

    private static Ranking ranking(
            Random random, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values) {
        List<Scorecard> scorecards = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            DistrictCode district = DistrictCode.of(String.valueOf(4301 + i));
            values.put(district, RandomFigures.of(AGREEMENT, random, 0.1));
            scorecards.add(new Scorer(AGREEMENT).score(district, values.get(district)));
        }
        return Ranking.of(AGREEMENT, scorecards);
    }

    @Test
    void aProvinceWithoutDistrictsHasNoMoves() {
        ProvinceMoves moves =
                ProvinceMoves.of(
                        Ranking.of(AGREEMENT, List.of()),
                        Map.of(),
                        TODAY,
                        _ -> new EffortBasis.UnitsMissing());

        assertThat(moves.byGain()).isEmpty();
        assertThat(moves.standing()).hasSize(55).allMatch(below -> below.districts() == 0);
    }

    @Test
    void gainsWithoutEffortComeFirstAndNothingForNothingLast() {
        NextStep free = step("T1", 1, BigFraction.ZERO);
        NextStep cheap = step("T2", 2, BigFraction.ONE);
        NextStep dear = step("P1", 3, BigFraction.of(2));
        NextStep nothing = step("P2", 0, BigFraction.ZERO);

        assertThat(
                        new ProvinceMoves(List.of(nothing, dear, cheap, free), List.of())
                                .byGainPerEffort())
                .containsExactly(free, cheap, dear, nothing);
    }

    private static NextStep step(String indicator, int gain, BigFraction effort) {
        return new NextStep(
                new Move.Climb(
                        DistrictCode.of("4301"),
                        AGREEMENT.indicator(IndicatorId.of(indicator)).orElseThrow(),
                        1,
                        2,
                        List.of(),
                        BigFraction.of(gain)),
                Optional.of(effort));
    }
}
