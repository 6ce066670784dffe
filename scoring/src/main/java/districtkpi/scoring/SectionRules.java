package districtkpi.scoring;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.SectionTotal;
import districtkpi.scoring.Scorecard.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** Scores the indicators of one section and adds up their points. */
final class SectionRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SectionTerms terms;
    private final BigFraction share;
    private final List<WeightedIndicator> indicators;

    private record WeightedIndicator(IndicatorRules rules, BigFraction weight) {}

    /** The lines of a section and what they add up to. */
    record ScoredSection(List<Line> lines, SectionTotal total) {}

    /**
     * @throws IllegalArgumentException if the weights do not total 100 or an indicator cannot be
     *     scored
     */
    SectionRules(SectionTerms terms, BelowLevelOne belowLevelOne) {
        this.terms = terms;
        this.share = Exact.fraction(terms.share().value());
        this.indicators =
                terms.indicators().stream()
                        .map(indicator ->
                                new WeightedIndicator(
                                        new IndicatorRules(indicator, belowLevelOne),
                                        Exact.fraction(indicator.weight())))
                        .toList();
        BigDecimal weight =
                terms.indicators().stream()
                        .map(Indicator::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.compareTo(HUNDRED) != 0) {
            throw new IllegalArgumentException(
                    "Section %s: weights total %s, not 100"
                            .formatted(terms.section().key(), weight.toPlainString()));
        }
    }

    /** Percent of the combined total. */
    BigFraction share() {
        return share;
    }

    ScoredSection score(Map<MeasureKey, MeasuredValue> values) {
        List<IndicatorScore> scores = new ArrayList<>(indicators.size());
        BigDecimal notApplicable = BigDecimal.ZERO;
        for (WeightedIndicator indicator : indicators) {
            IndicatorScore score = indicator.rules().score(values);
            scores.add(score);
            if (score instanceof IndicatorScore.NotApplicable) {
                notApplicable = notApplicable.add(score.indicator().weight());
            }
        }
        List<Line> lines = new ArrayList<>(indicators.size());
        for (int i = 0; i < scores.size(); i++) {
            lines.add(line(scores.get(i), indicators.get(i).weight(), notApplicable));
        }
        return new ScoredSection(
                lines, new SectionTotal(terms.section(), total(lines, notApplicable)));
    }

    private Line line(IndicatorScore score, BigFraction weight, BigDecimal notApplicable) {
        BigFraction effective =
                notApplicable.signum() == 0 ? weight : spread(weight, score, notApplicable);
        return switch (score) {
            case IndicatorScore.Scored scored -> {
                BigFraction points = points(effective, scored.levelScore());
                yield new Line(
                        score, terms.section(), effective, Optional.of(points), points, points);
            }
            case IndicatorScore.Incomplete incomplete ->
                    new Line(
                            score,
                            terms.section(),
                            effective,
                            Optional.of(points(effective, incomplete.levelScore())),
                            points(effective, incomplete.levelMin()),
                            points(effective, incomplete.levelMax()));
            case IndicatorScore.NoResult none ->
                    new Line(
                            score,
                            terms.section(),
                            effective,
                            Optional.empty(),
                            points(effective, none.levelMin()),
                            points(effective, none.levelMax()));
            case IndicatorScore.NotApplicable _ ->
                    new Line(
                            score,
                            terms.section(),
                            BigFraction.ZERO,
                            Optional.empty(),
                            BigFraction.ZERO,
                            BigFraction.ZERO);
        };
    }

    /** The weight with its part of the weight that does not apply. */
    private static BigFraction spread(
            BigFraction weight, IndicatorScore score, BigDecimal notApplicable) {
        return score instanceof IndicatorScore.NotApplicable
                ? BigFraction.ZERO
                : weight.multiply(100).divide(Exact.fraction(HUNDRED.subtract(notApplicable)));
    }

    private static BigFraction points(BigFraction weight, int level) {
        return points(weight, new BigFraction(level));
    }

    private static BigFraction points(BigFraction weight, BigFraction level) {
        return weight.multiply(level).divide(Indicator.TOP_LEVEL);
    }

    private static Total total(List<Line> lines, BigDecimal notApplicable) {
        boolean any = false;
        BigFraction points = BigFraction.ZERO;
        BigFraction lowest = BigFraction.ZERO;
        BigFraction highest = BigFraction.ZERO;
        BigFraction scored = BigFraction.ZERO;
        for (Line line : lines) {
            lowest = lowest.add(line.pointsMin());
            highest = highest.add(line.pointsMax());
            if (line.points().isPresent()) {
                any = true;
                points = points.add(line.points().get());
                scored = scored.add(line.effectiveWeight());
            }
        }
        return new Total(
                any ? Optional.of(points) : Optional.empty(),
                lowest,
                highest,
                scored,
                notApplicable);
    }
}
