package districtkpi.scoring;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.SectionTotal;
import districtkpi.scoring.Scorecard.Total;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Scores the indicators of one section and adds up their points. */
final class SectionRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Weight WEIGHTLESS = new Weight(BigFraction.ZERO, List.of());

    private final SectionTerms terms;
    private final List<WeightedIndicator> indicators;

    private record WeightedIndicator(IndicatorRules rules, Weight weight) {}

    /**
     * What an indicator weighs.
     *
     * @param percent of the section
     * @param prepared the points of levels 0 to 5; empty where a weight is used only once
     */
    private record Weight(BigFraction percent, List<BigFraction> prepared) {

        /** The weight that was agreed, which is used for district after district. */
        static Weight agreed(BigFraction percent) {
            return new Weight(
                    percent,
                    IntStream.rangeClosed(0, Indicator.TOP_LEVEL)
                            .mapToObj(level -> formula(percent, BigFraction.of(level)))
                            .toList());
        }

        BigFraction points(int level) {
            return prepared.isEmpty()
                    ? formula(percent, BigFraction.of(level))
                    : prepared.get(level);
        }

        BigFraction points(BigFraction levelScore) {
            return levelScore.getDenominator().equals(BigInteger.ONE)
                    ? points(levelScore.intValue())
                    : formula(percent, levelScore);
        }

        /** weight × level ÷ 5. */
        private static BigFraction formula(BigFraction percent, BigFraction level) {
            return percent.multiply(level).divide(Indicator.TOP_LEVEL);
        }
    }

    /** The lines of a section and what they add up to. */
    record ScoredSection(List<Line> lines, SectionTotal total) {}

    /**
     * @throws IllegalArgumentException if the weights do not total 100 or an indicator cannot be
     *     scored
     */
    SectionRules(SectionTerms terms, BelowLevelOne belowLevelOne) {
        this.terms = terms;
        this.indicators =
                terms.indicators().stream()
                        .map(indicator ->
                                new WeightedIndicator(
                                        new IndicatorRules(indicator, belowLevelOne),
                                        Weight.agreed(Exact.fraction(indicator.weight()))))
                        .toList();
        BigDecimal weight =
                terms.indicators().stream()
                        .map(Indicator::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.compareTo(HUNDRED) != 0) {
            throw new IllegalArgumentException(
                    "Section "
                            + terms.section().value()
                            + ": weights total "
                            + weight.toPlainString()
                            + ", not 100");
        }
    }

    /**
     * @param overrides the levels that somebody set for the district
     */
    ScoredSection score(
            Map<MeasureKey, MeasuredValue> values, Map<IndicatorId, LevelOverride> overrides) {
        List<IndicatorScore> scores = new ArrayList<>(indicators.size());
        BigDecimal notApplicable = BigDecimal.ZERO;
        for (WeightedIndicator indicator : indicators) {
            IndicatorScore score =
                    overridden(
                            indicator.rules().score(values),
                            overrides.get(indicator.rules().indicator().id()));
            scores.add(score);
            if (score instanceof IndicatorScore.NotApplicable) {
                notApplicable = notApplicable.add(score.indicator().weight());
            }
        }
        List<Line> lines = new ArrayList<>(indicators.size());
        for (int i = 0; i < scores.size(); i++) {
            lines.add(line(scores.get(i), indicators.get(i).weight(), notApplicable));
        }
        return new ScoredSection(lines, new SectionTotal(terms, total(lines, notApplicable)));
    }

    /** What has no level cannot be given one: nothing says that the indicator was worked on. */
    private static IndicatorScore overridden(
            IndicatorScore computed, @Nullable LevelOverride override) {
        return override != null && computed instanceof IndicatorScore.WithLevel found
                ? IndicatorScore.Scored.overridden(found, override)
                : computed;
    }

    private Line line(IndicatorScore score, Weight agreed, BigDecimal notApplicable) {
        Weight weight = notApplicable.signum() == 0 ? agreed : spread(agreed, notApplicable);
        return switch (score) {
            case IndicatorScore.Scored scored -> {
                BigFraction points = weight.points(scored.levelScore());
                yield line(score, weight, Optional.of(points), points, points);
            }
            case IndicatorScore.Incomplete incomplete ->
                    line(
                            score,
                            weight,
                            Optional.of(weight.points(incomplete.levelScore())),
                            weight.points(incomplete.levelMin()),
                            weight.points(incomplete.levelMax()));
            case IndicatorScore.NoResult none ->
                    line(
                            score,
                            weight,
                            Optional.empty(),
                            weight.points(none.levelMin()),
                            weight.points(none.levelMax()));
            case IndicatorScore.NotApplicable _ ->
                    line(score, WEIGHTLESS, Optional.empty(), BigFraction.ZERO, BigFraction.ZERO);
        };
    }

    private Line line(
            IndicatorScore score,
            Weight weight,
            Optional<BigFraction> points,
            BigFraction pointsMin,
            BigFraction pointsMax) {
        return new Line(score, terms.section(), weight.percent(), points, pointsMin, pointsMax);
    }

    /** The weight with its part of the weight that does not apply; nothing is left of all of it. */
    private static Weight spread(Weight agreed, BigDecimal notApplicable) {
        BigDecimal rest = HUNDRED.subtract(notApplicable);
        return rest.signum() == 0
                ? WEIGHTLESS
                : new Weight(
                        agreed.percent().multiply(100).divide(Exact.fraction(rest)), List.of());
    }

    private static Total total(List<Line> lines, BigDecimal notApplicable) {
        boolean any = false;
        FractionSum points = new FractionSum();
        FractionSum lowest = new FractionSum();
        FractionSum highest = new FractionSum();
        FractionSum scored = new FractionSum();
        for (Line line : lines) {
            lowest.add(line.pointsMin());
            highest.add(line.pointsMax());
            if (line.points().isPresent()) {
                any = true;
                points.add(line.points().get());
                scored.add(line.effectiveWeight());
            }
        }
        return new Total(
                any ? Optional.of(points.total()) : Optional.empty(),
                lowest.total(),
                highest.total(),
                scored.total(),
                notApplicable);
    }
}
