package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.RandomComputations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Random agreements of all constructs, against a scorer that was written from the pages of the
 * method. As many figures are compared as {@code DISTRICT_KPI_FIGURES} says, 5,000 unless told.
 */
class IndependentScorerTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final int FIGURES =
            Optional.ofNullable(System.getenv("DISTRICT_KPI_FIGURES"))
                    .map(Integer::parseInt)
                    .orElse(5_000);

    @Test
    void bothAgreeOnEveryFigure() {
        int compared = 0;
        for (long seed = 0; compared < FIGURES; seed++) {
            compared += compare(seed);
        }
        assertThat(compared).isGreaterThanOrEqualTo(FIGURES);
    }

    /** Compares one district of one agreement; gives the number of figures. */
    private static int compare(long seed) {
        RandomIndicators random = new RandomIndicators(seed);
        Agreement agreement = agreement(random);
        Agreement own = agreement.in(DISTRICT);
        Map<MeasureKey, MeasuredValue> values = values(random, own);
        Scorecard scorecard = new Scorer(agreement).score(DISTRICT, values);
        IndependentScorer independent = new IndependentScorer(own, values);

        List<IndependentScorer.Result> expected = independent.results();
        int figures = 0;
        boolean complete = true;
        for (int i = 0; i < expected.size(); i++) {
            Scorecard.Line line = scorecard.lines().get(i);
            IndependentScorer.Result result = expected.get(i);
            complete &= result.level().isPresent();
            assertThat(status(line.score()))
                    .as("seed %d, %s", seed, line.score().indicator().id())
                    .isEqualTo(result.status());
            if (line.score() instanceof IndicatorScore.WithLevel found) {
                assertThat(List.of(found.level(), found.levelScore(), line.points().orElseThrow()))
                        .as("seed %d, %s with %s", seed, found.indicator(), values)
                        .isEqualTo(
                                List.of(
                                        result.level().orElseThrow(),
                                        result.score().orElseThrow(),
                                        result.points().orElseThrow()));
                figures += 3;
            }
        }
        if (complete) {
            assertThat(scorecard.total().points())
                    .as("seed %d", seed)
                    .contains(independent.total());
            figures++;
        }
        return figures;
    }

    private static String status(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Scored _ -> "SCORED";
            case IndicatorScore.Incomplete _ -> "INCOMPLETE";
            case IndicatorScore.NoResult _ -> "NO_RESULT";
            case IndicatorScore.NotApplicable _ -> "NOT_APPLICABLE";
        };
    }

    private static Agreement agreement(RandomIndicators random) {
        List<SectionTerms> sections = new ArrayList<>();
        List<String> shares =
                random.pick(
                        List.of(List.of("100"), List.of("70", "30"), List.of("33.3", "0", "66.7")));
        for (int s = 0; s < shares.size(); s++) {
            List<String> weights =
                    random.pick(
                            List.of(
                                    List.of("100"),
                                    List.of("39.5", "60.5"),
                                    List.of("20", "0", "80")));
            BigDecimal outOf = new BigDecimal(random.pick(List.of("100", "70", "200")));
            List<Indicator> indicators = new ArrayList<>();
            for (int i = 0; i < weights.size(); i++) {
                indicators.add(
                        IndicatorBuilder.like(indicator(random))
                                .id("I" + s + i)
                                .concept("concept_" + s + "_" + i)
                                .weight(
                                        new BigDecimal(weights.get(i))
                                                .multiply(outOf)
                                                .movePointLeft(2)
                                                .toPlainString())
                                .build());
            }
            sections.add(
                    new SectionTerms(
                            SectionId.of("part" + s),
                            AgreementBuilder.text("part"),
                            new Rule<>(new BigDecimal(shares.get(s)), Basis.STATED),
                            outOf,
                            indicators));
        }
        return Agreements.agreement(
                random.pick(List.of(BelowLevelOne.ZERO, BelowLevelOne.ONE)),
                sections.toArray(SectionTerms[]::new));
    }

    private static Indicator indicator(RandomIndicators random) {
        Indicator plain = random.random().nextInt(4) == 0 ? linear(random) : random.next();
        if (random.random().nextInt(3) == 0) {
            return withoutTooMuchBelow(
                    new RandomComputations(random.random())
                            .of(
                                    IndicatorBuilder.like(plain)
                                            .interpolation(Interpolation.NONE, Basis.STATED)
                                            .belowLevelOne(BelowLevelOne.ZERO, Basis.STATED)
                                            .build(),
                                    true));
        }
        return withoutTooMuchBelow(random.withTerms(plain, DISTRICT));
    }

    /** One number whose thresholds rise, with a part of each step. */
    private static Indicator linear(RandomIndicators random) {
        MeasureKind kind = random.pick(List.of(MeasureKind.NUMBER, MeasureKind.SHARE));
        List<Level> levels = new ArrayList<>();
        BigDecimal threshold = new BigDecimal("0.1");
        for (int number = 1; number <= 1 + random.random().nextInt(5); number++) {
            threshold = threshold.add(new BigDecimal(random.pick(List.of("0.3", "0.7"))));
            levels.add(
                    Agreements.level(
                            number,
                            Agreements.conditions(
                                    "m1 "
                                            + random.pick(List.of(">=", ">"))
                                            + " "
                                            + threshold.toPlainString())));
        }
        Indicator linear =
                Agreements.indicator(
                        "L",
                        "100",
                        random.pick(List.of(Ladder.values())),
                        Interpolation.LINEAR,
                        List.of(Agreements.measure("m1", kind, 2)),
                        levels);
        return IndicatorBuilder.like(linear)
                .belowLevelOne(
                        random.pick(List.of(BelowLevelOne.ZERO, BelowLevelOne.LINEAR)),
                        Basis.STATED)
                .build();
    }

    /** The rule of the agreement can be more than its first level is worth. */
    private static Indicator withoutTooMuchBelow(Indicator indicator) {
        return indicator.ownBelowLevelOne().isPresent()
                        || indicator.level(1).score().compareTo(BigDecimal.ONE) >= 0
                ? indicator
                : IndicatorBuilder.like(indicator)
                        .belowLevelOne(BelowLevelOne.ZERO, Basis.STATED)
                        .build();
    }

    /** Complete where numbers are computed: what is certain of those is tried elsewhere. */
    private static Map<MeasureKey, MeasuredValue> values(
            RandomIndicators random, Agreement agreement) {
        boolean complete = random.random().nextBoolean();
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        agreement
                .indicators()
                .forEach(indicator -> {
                    for (Measure measure : indicator.measures()) {
                        boolean known =
                                complete
                                        || !indicator.computedMeasures().isEmpty()
                                        || random.random().nextInt(5) > 0;
                        if (known) {
                            values.put(
                                    indicator.key(measure.id()),
                                    !complete && random.random().nextInt(15) == 0
                                            ? new MeasuredValue.NotApplicable("reason")
                                            : random.pick(
                                                    RandomIndicators.everyValue(measure.kind())));
                        }
                    }
                });
        return values;
    }
}
