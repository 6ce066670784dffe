package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.LevelTable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeightSpreadTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Agreement agreement = Agreements.round2565No1();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A drafted weight and its lock; the others share what is left as 40 to 20.
                "T1:10 | T1 | T1:10,T2:60,T3:30",
                // A third each has no two decimals: the first in the agreement get the rest.
                "T1:10,T2:10,T3:10 | | T1:33.34,T2:33.33,T3:33.33",
                // Nothing locked and 100 already: nothing changes.
                "'' | | ''",
                // The agreed weights come back when the lock goes.
                "T1:60,T2:60,T3:30 | | ''",
                // Everybody keeps a weight.
                "T1:99.98 | T1 | T1:99.98,T2:0.01,T3:0.01",
                "T1:99.97 | T1 | T1:99.97,T2:0.02,T3:0.01",
                "T1:0.01,T2:100,T3:100 | | T1:0.01,T2:50,T3:49.99",
                "T1:40 | T1 T2 T3 | ''"
            })
    void bringsASectionToAHundred(String draft, String locked, String expected) {
        assertThat(spread(draft, locked)).isEqualTo(new WeightSpread.Spread(Draft.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1:100 | T1 | The locked weights total 100 and leave less than the 0.01 that each of the others (2) needs.",
                "T1:99.99 | T1 | The locked weights total 99.99 and leave less than the 0.01 that each of the others (2) needs.",
                "T1:80,T2:70 | T1 T2 | The locked weights total 150 and leave less than the 0.01 that each of the others (1) needs.",
                "T1:41 | T1 T2 T3 | All weights are locked and total 101; unlock at least one to bring them to 100.",
                "T1:33.333 | T1 | The locked weights total 33.333, with more than 2 decimals; weights of 2 decimals cannot bring them to exactly 100.",
                "T1:0 | T2 | The weight of indicator T1 has to be above 0 and at most 100, but is 0.",
                "T1:101 | T1 | The weight of indicator T1 has to be above 0 and at most 100, but is 101."
            })
    void saysWhyItCannotBeDone(String draft, String locked, String reason) {
        assertThat(spread(draft, locked))
                .isInstanceOfSatisfying(
                        WeightSpread.Impossible.class,
                        impossible -> assertThat(impossible.reason().en()).isEqualTo(reason));
    }

    private WeightSpread spread(String draft, @Nullable String locked) {
        Set<IndicatorId> ids =
                locked == null
                        ? Set.of()
                        : Stream.of(locked.split(" ", -1))
                                .map(IndicatorId::of)
                                .collect(Collectors.toSet());
        return Draft.parse(draft).spread(agreement, SectionId.TEAM, ids);
    }

    @Test
    void otherSectionsAndThresholdsStayAsTheyAre() {
        Draft draft = Draft.parse("P1:30,T1:50;P1.l3.households_developed:64");

        assertThat(draft.spread(agreement, SectionId.TEAM, Set.of(IndicatorId.of("T1"))))
                .isEqualTo(
                        new WeightSpread.Spread(
                                Draft.parse(
                                        "P1:30,T1:50,T2:33.33,T3:16.67;P1.l3.households_developed:64")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Of two, the other one has the rest.
                ";;team:60 | team | ;;individual:40,team:60",
                ";;team:100 | team | ;;individual:0,team:100",
                ";;team:0 | team | ;;individual:100,team:0",
                ";;team:33.33 | team | ;;individual:66.67,team:33.33",
                // What was agreed comes back, and is no difference.
                ";;individual:40,team:50 | team | ''",
                // From nothing there is no proportion: the other one takes what is left.
                ";;individual:0,team:60 | team | ;;individual:40,team:60",
                ";;individual:0,team:0 | | ''",
                // Nobody locked: in proportion, by hundredths.
                ";;individual:10,team:20 | | ;;individual:33.33,team:66.67",
                "T1:50,T2:30;;team:60 | team | T1:50,T2:30;;individual:40,team:60"
            })
    void bringsTheSharesToAHundred(String draft, @Nullable String locked, String expected) {
        assertThat(shares(draft, locked)).isEqualTo(new WeightSpread.Spread(Draft.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";;team:60 | team individual | The shares that are locked or set total 110; unlock one to bring them to 100.",
                ";;team:40 | team individual | The shares that are locked or set total 90; unlock one to bring them to 100.",
                ";;team:60.005 | team | The shares that are set total 60.005, with more than 2 decimals.",
                ";;team:101 | team | The share of the section Team has to be from 0 to 100, but is 101.",
                ";;team:-1 | team | The share of the section Team has to be from 0 to 100, but is -1."
            })
    void saysWhySharesCannotBe(String draft, String locked, String reason) {
        assertThat(shares(draft, locked))
                .isInstanceOfSatisfying(
                        WeightSpread.Impossible.class,
                        impossible -> assertThat(impossible.reason().en()).isEqualTo(reason));
    }

    private WeightSpread shares(String draft, @Nullable String locked) {
        Set<SectionId> sections =
                locked == null
                        ? Set.of()
                        : Stream.of(locked.split(" ", -1))
                                .map(SectionId::of)
                                .collect(Collectors.toSet());
        return Draft.parse(draft).spreadShares(agreement, sections);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySpreadTotalsAHundredKeepsLocksAndStaysWithinAHundredthOfTheProportion(long seed) {
        Random random = new Random(seed);
        Agreement rules = LevelTable.random(random, Interpolation.NONE, 6);
        SectionTerms terms = rules.sections().getFirst();
        Draft draft = Draft.NONE;
        Set<IndicatorId> locked = new HashSet<>();
        for (Indicator indicator : terms.indicators()) {
            if (random.nextInt(3) == 0) {
                draft =
                        draft.withWeight(
                                indicator.id(), BigDecimal.valueOf(1 + random.nextInt(3_000), 2));
            }
            if (random.nextInt(3) == 0) {
                locked.add(indicator.id());
            }
        }
        Draft before = draft;

        switch (draft.spread(rules, terms.section(), locked)) {
            case WeightSpread.Spread(Draft after) -> {
                assertThat(sum(after, terms.indicators()))
                        .as("seed %d", seed)
                        .isEqualByComparingTo(HUNDRED);
                List<Indicator> open =
                        terms.indicators().stream()
                                .filter(indicator -> !locked.contains(indicator.id()))
                                .toList();
                BigDecimal rest = sum(after, open);
                BigDecimal whole = sum(before, open);
                for (Indicator indicator : terms.indicators()) {
                    BigDecimal weight = after.weightOf(indicator);
                    if (locked.contains(indicator.id())) {
                        assertThat(weight)
                                .as("seed %d", seed)
                                .isEqualByComparingTo(before.weightOf(indicator));
                    } else {
                        assertThat(weight).as("seed %d", seed).isPositive();
                        assertThat(weight.stripTrailingZeros().scale())
                                .as("seed %d", seed)
                                .isLessThanOrEqualTo(2);
                        // Whoever was lifted to 0.01 takes from the others: at most that much more.
                        BigDecimal off =
                                weight.multiply(whole)
                                        .subtract(before.weightOf(indicator).multiply(rest))
                                        .abs();
                        assertThat(off)
                                .as("seed %d, %s", seed, indicator.id())
                                .isLessThan(whole.multiply(BigDecimal.valueOf(1 + open.size(), 2)));
                    }
                }
            }
            case WeightSpread.Impossible _ ->
                    assertThat(
                                    HUNDRED.subtract(sum(before, locked(terms, locked)))
                                            .movePointRight(2))
                            .as("seed %d", seed)
                            .matches(left ->
                                    locked.size() == terms.indicators().size()
                                            ? left.signum() != 0
                                            : left.intValueExact()
                                                    < terms.indicators().size() - locked.size());
        }
    }

    private static List<Indicator> locked(SectionTerms terms, Set<IndicatorId> locked) {
        return terms.indicators().stream()
                .filter(indicator -> locked.contains(indicator.id()))
                .toList();
    }

    private static BigDecimal sum(Draft draft, List<Indicator> indicators) {
        return indicators.stream().map(draft::weightOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
