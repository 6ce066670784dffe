package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.RandomTerms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Districts given by the levels that they reach: indicators that count, one for each level.
 *
 * <p>For what is worked out from levels and points, so that a test need not think of figures.
 */
public final class LevelTable {

    private LevelTable() {}

    /** One section of indicators A, B, C … with these weights. */
    public static Agreement agreement(String... weights) {
        return Agreements.agreement(
                BelowLevelOne.ZERO, Agreements.section(SectionId.TEAM, "100", indicators(weights)));
    }

    /** Two sections of indicators A, B, C … throughout. */
    public static Agreement agreement(
            String teamShare, List<String> team, String individualShare, List<String> individual) {
        List<String> weights = new ArrayList<>(team);
        weights.addAll(individual);
        List<Indicator> indicators = indicators(weights.toArray(String[]::new));
        return Agreements.agreement(
                BelowLevelOne.ZERO,
                Agreements.section(SectionId.TEAM, teamShare, indicators.subList(0, team.size())),
                Agreements.section(
                        SectionId.INDIVIDUAL,
                        individualShare,
                        indicators.subList(team.size(), indicators.size())));
    }

    private static List<Indicator> indicators(String... weights) {
        List<Indicator> indicators = new ArrayList<>();
        for (String weight : weights) {
            indicators.add(
                    indicator(
                            String.valueOf((char) ('A' + indicators.size())),
                            weight,
                            Interpolation.NONE));
        }
        return indicators;
    }

    private static Indicator indicator(String id, String weight, Interpolation interpolation) {
        MeasureKind kind =
                switch (interpolation) {
                    case NONE -> MeasureKind.COUNT;
                    case LINEAR -> MeasureKind.SHARE;
                };
        return Agreements.indicator(
                id,
                weight,
                Ladder.HIGHEST,
                interpolation,
                List.of(Agreements.things("m", kind)),
                "m >= 1",
                "m >= 2",
                "m >= 3",
                "m >= 4",
                "m >= 5");
    }

    /**
     * Two sections of some indicators each, with any weights of two decimals.
     *
     * @param most indicators in a section
     */
    public static Agreement random(Random random, Interpolation interpolation, int most) {
        List<SectionTerms> sections = new ArrayList<>();
        int next = 0;
        String share = String.valueOf(random.nextInt(101));
        for (SectionId section : List.of(SectionId.TEAM, SectionId.INDIVIDUAL)) {
            List<Indicator> indicators = new ArrayList<>();
            for (BigDecimal weight : weights(random, 1 + random.nextInt(most))) {
                Indicator indicator =
                        indicator(
                                String.valueOf((char) ('A' + next)),
                                weight.toPlainString(),
                                interpolation);
                indicators.add(
                        random.nextInt(3) == 0
                                ? indicators(random).withScores(indicator)
                                : indicator);
                next++;
            }
            sections.add(Agreements.section(section, share, indicators));
            share = String.valueOf(100 - Integer.parseInt(share));
        }
        return Agreements.agreement(
                random.nextBoolean() ? BelowLevelOne.ZERO : BelowLevelOne.ONE,
                sections.toArray(SectionTerms[]::new));
    }

    /** The same with something agreed otherwise for about half of the districts. */
    public static Agreement randomWithTerms(
            Random random, Interpolation interpolation, int most, int districts) {
        Agreement agreement = random(random, interpolation, most);
        RandomIndicators indicators = indicators(random);
        return Agreements.agreement(
                agreement.belowLevelOne().value(),
                agreement.sections().stream()
                        .map(terms -> RandomTerms.of(terms, random, districts, indicators::target))
                        .toArray(SectionTerms[]::new));
    }

    private static RandomIndicators indicators(Random random) {
        return new RandomIndicators(random.nextLong());
    }

    private static List<BigDecimal> weights(Random random, int count) {
        int[] bounds = random.ints(1, 10_000).distinct().limit(count - 1).sorted().toArray();
        List<BigDecimal> weights = new ArrayList<>();
        int last = 0;
        for (int bound : bounds) {
            weights.add(BigDecimal.valueOf(bound - last, 2));
            last = bound;
        }
        weights.add(BigDecimal.valueOf(10_000 - last, 2));
        return weights;
    }

    /**
     * A district's scorecard.
     *
     * @param levels one for each indicator, parted by spaces: {@code 0} to {@code 5}, {@code -}
     *     without a result, {@code n/a}; with a fraction where the agreement interpolates
     */
    public static Scorecard card(Scorer scorer, String district, String levels) {
        return scorer.score(DistrictCode.of(district), figures(scorer.agreement(), levels));
    }

    public static Map<MeasureKey, MeasuredValue> figures(Agreement agreement, String levels) {
        List<Indicator> indicators = agreement.indicators().toList();
        List<String> given = Arrays.asList(levels.strip().split(" +", -1));
        Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
        for (int i = 0; i < indicators.size(); i++) {
            Measure measure = indicators.get(i).measures().getFirst();
            MeasureKey key = indicators.get(i).key(measure.id());
            switch (given.get(i)) {
                case "-" -> {
                    // Nothing reported.
                }
                case "n/a" -> figures.put(key, new MeasuredValue.NotApplicable("reason"));
                default -> {
                    BigDecimal level = new BigDecimal(given.get(i));
                    figures.put(
                            key,
                            measure.kind() == MeasureKind.COUNT
                                    ? new MeasuredValue.Count(level)
                                    : new MeasuredValue.Percentage(level));
                }
            }
        }
        return figures;
    }

    /**
     * Some districts from 4301 on, one result in eight missing, and one in sixteen not applicable.
     */
    public static List<Scorecard> randomCards(Scorer scorer, Random random, int count) {
        List<Scorecard> cards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<MeasureKey, MeasuredValue> figures = new HashMap<>();
            List<Indicator> indicators = scorer.agreement().indicators().toList();
            for (Indicator indicator : indicators) {
                Measure measure = indicator.measures().getFirst();
                MeasuredValue value =
                        switch (random.nextInt(16)) {
                            case 0 -> new MeasuredValue.NotApplicable("reason");
                            case 1, 2 -> null;
                            default ->
                                    measure.kind() == MeasureKind.COUNT
                                            ? new MeasuredValue.Count(
                                                    BigDecimal.valueOf(random.nextInt(6)))
                                            : share(random);
                        };
                if (value != null) {
                    figures.put(indicator.key(measure.id()), value);
                }
            }
            cards.add(scorer.score(DistrictCode.of(String.valueOf(4301 + i)), figures));
        }
        return cards;
    }

    /** A share up to 6 %, of a number that has no factor in common with most others. */
    private static MeasuredValue share(Random random) {
        BigInteger of = BigInteger.probablePrime(30, random);
        return new MeasuredValue.Ratio(
                new BigDecimal(of.multiply(BigInteger.valueOf(random.nextInt(600))))
                        .movePointLeft(4)
                        .setScale(0, RoundingMode.DOWN),
                new BigDecimal(of));
    }
}
