package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Figures;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftEffectTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Ranking rank(
            Agreement agreement, Map<DistrictCode, Map<MeasureKey, MeasuredValue>> results) {
        Scorer scorer = new Scorer(agreement);
        return Ranking.of(
                agreement,
                results.entrySet().stream()
                        .map(entry -> scorer.score(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Agreement apply(String draft, Agreement agreement) {
        return switch (Draft.parse(draft).applyTo(agreement)) {
            case DraftedAgreement.Scorable scorable -> scorable.agreement();
            case DraftedAgreement.Unscorable unscorable ->
                    throw new AssertionError(unscorable.problems());
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theUntouchedDraftGivesExactlyTheAgreedRanking(long seed) {
        Random random = new Random(seed);
        Agreement agreement =
                seed % 2 == 0
                        ? Agreements.round2565No1()
                        : LevelTable.random(
                                random,
                                seed % 4 == 1 ? Interpolation.LINEAR : Interpolation.NONE,
                                5);
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> results = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            results.put(
                    DistrictCode.of(String.valueOf(4301 + i)),
                    RandomFigures.of(agreement, random, 0.2));
        }
        Ranking agreed = rank(agreement, results);
        Ranking drafted = rank(apply("", agreement), results);

        assertThat(drafted).as("seed %d", seed).isEqualTo(agreed);
        DraftEffect effect = DraftEffect.of(agreed, drafted);
        assertThat(effect.movers()).as("seed %d", seed).isEmpty();
        assertThat(effect.indicators())
                .as("seed %d", seed)
                .allMatch(indicator -> indicator.changed() == 0);
        assertThat(effect.districts())
                .as("seed %d", seed)
                .allMatch(district -> district.totalBefore().equals(district.totalAfter()))
                .hasSize(9);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherSharesWeighTheSectionsAndPutBackGiveExactlyTheAgreedRanking(long seed) {
        Random random = new Random(seed);
        int agreedShare = random.nextInt(101);
        Agreement agreement =
                LevelTable.agreement(
                        String.valueOf(agreedShare),
                        List.of("70", "30"),
                        String.valueOf(100 - agreedShare),
                        List.of("20", "50", "30"));
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> results = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            results.put(
                    DistrictCode.of(String.valueOf(4301 + i)),
                    RandomFigures.of(agreement, random, 0.2));
        }
        Ranking agreed = rank(agreement, results);
        BigDecimal team = BigDecimal.valueOf(random.nextInt(10_001), 2);
        Draft draft = changed(Draft.NONE, agreement, team);

        Ranking drafted = rank(apply(draft.toString(), agreement), results);
        Draft back = changed(draft, agreement, BigDecimal.valueOf(agreedShare));

        for (Ranking.Row row : drafted.rows()) {
            if (row.scorecard().sections().stream()
                    .allMatch(section -> section.total().notApplicableWeight().signum() == 0)) {
                assertThat(row.scorecard().total().points().orElse(BigFraction.ZERO))
                        .as("seed %d, %s", seed, draft)
                        .isEqualTo(
                                part(row, SectionId.TEAM, team)
                                        .add(
                                                part(
                                                        row,
                                                        SectionId.INDIVIDUAL,
                                                        BigDecimal.valueOf(100).subtract(team))));
            }
        }
        assertThat(back).as("seed %d, %s", seed, draft).isEqualTo(Draft.NONE);
        assertThat(rank(apply(back.toString(), agreement), results))
                .as("seed %d, %s", seed, draft)
                .isEqualTo(agreed);
        // Also where the shares are said, though they are the agreed ones.
        String said =
                String.format(
                        Locale.ROOT, ";;team:%d,individual:%d", agreedShare, 100 - agreedShare);
        assertThat(rank(apply(said, agreement), results)).as("seed %d", seed).isEqualTo(agreed);
    }

    private static Draft changed(Draft draft, Agreement agreement, BigDecimal team) {
        return switch (draft.withShare(SectionId.TEAM, team)
                .spreadShares(agreement, Set.of(SectionId.TEAM))) {
            case WeightSpread.Spread(Draft spread) -> spread;
            case WeightSpread.Impossible(var reason) -> throw new AssertionError(reason);
        };
    }

    private static BigFraction part(Ranking.Row row, SectionId section, BigDecimal share) {
        return row.scorecard()
                .section(section)
                .flatMap(Scorecard.Total::points)
                .orElse(BigFraction.ZERO)
                .multiply(Exact.fraction(share))
                .divide(100);
    }

    @Test
    void saysWhoMovesAndWhichLevelsChange() {
        Agreement agreement = Agreements.round2565No1();
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> results = new TreeMap<>();
        results.put(
                DistrictCode.of("4301"), Figures.of(agreement, "P1", "households_developed=60%"));
        results.put(
                DistrictCode.of("4302"), Figures.of(agreement, "P1", "households_developed=50%"));
        results.put(DistrictCode.of("4303"), Map.of());

        // At 60 % level 3 becomes level 2, where 50 % already is.
        DraftEffect effect =
                DraftEffect.of(
                        rank(agreement, results),
                        rank(apply(";P1.l3.households_developed:64", agreement), results));

        assertThat(effect.districts())
                .extracting(
                        district -> district.district().value(),
                        district -> district.totalBefore().orElse(BigFraction.ZERO),
                        district -> district.totalAfter().orElse(BigFraction.ZERO),
                        DraftEffect.OnDistrict::rankBefore,
                        DraftEffect.OnDistrict::rankAfter)
                .containsExactly(
                        tuple(
                                "4301",
                                BigFraction.of(6),
                                BigFraction.of(4),
                                OptionalInt.of(1),
                                OptionalInt.of(1)),
                        tuple(
                                "4302",
                                BigFraction.of(4),
                                BigFraction.of(4),
                                OptionalInt.of(2),
                                OptionalInt.of(1)),
                        tuple(
                                "4303",
                                BigFraction.ZERO,
                                BigFraction.ZERO,
                                OptionalInt.empty(),
                                OptionalInt.empty()));
        assertThat(effect.movers())
                .singleElement()
                .satisfies(mover -> assertThat(mover.ranksUp()).hasValue(1));
        assertThat(effect.districts().getFirst().levels())
                .filteredOn(DraftEffect.LevelChange::isChange)
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.indicator().value()).isEqualTo("P1");
                    assertThat(level.before()).hasValue(3);
                    assertThat(level.after()).hasValue(2);
                });
        assertThat(effect.indicators())
                .filteredOn(indicator -> indicator.changed() > 0)
                .singleElement()
                .satisfies(indicator -> {
                    assertThat(indicator.lowered()).isEqualTo(1);
                    assertThat(indicator.raised()).isZero();
                });
    }

    @Test
    void otherWeightsMoveDistrictsWithoutChangingALevel() {
        Agreement agreement = LevelTable.agreement("50", "50");
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> results =
                Map.of(
                        DistrictCode.of("4301"), LevelTable.figures(agreement, "5 3"),
                        DistrictCode.of("4302"), LevelTable.figures(agreement, "3 4"));

        DraftEffect effect =
                DraftEffect.of(
                        rank(agreement, results), rank(apply("A:20,B:80", agreement), results));

        assertThat(effect.movers()).hasSize(2);
        assertThat(effect.districts().getFirst().district().value()).isEqualTo("4302");
        assertThat(effect.indicators()).allMatch(indicator -> indicator.changed() == 0);
    }

    @Test
    void aDistrictOfOneRankingOnlyIsWithoutATotalInTheOther() {
        Agreement agreement = LevelTable.agreement("50", "50");
        Ranking one =
                rank(
                        agreement,
                        Map.of(DistrictCode.of("4301"), LevelTable.figures(agreement, "5 3")));
        Ranking none = rank(agreement, Map.of());

        assertThat(DraftEffect.of(one, none).districts())
                .singleElement()
                .satisfies(district -> {
                    assertThat(district.rankAfter()).isEmpty();
                    assertThat(district.totalAfter()).isEmpty();
                    assertThat(district.ranksUp()).isEmpty();
                    assertThat(district.levels()).allMatch(level -> level.after().isEmpty());
                });
        assertThat(DraftEffect.of(none, none).districts()).isEmpty();
    }
}
