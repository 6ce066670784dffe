package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.SectionTotal;
import districtkpi.scoring.Scorecard.Total;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Scores the indicators of one section and adds up their points. */
final class SectionRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** So many that what is left of a section never rounds to nothing. */
    private static final int PLACES = 12;

    private static final Weight WEIGHTLESS = new Weight(BigFraction.ZERO, List.of());

    private final SectionTerms terms;
    private final List<WeightedIndicator> indicators;

    private record WeightedIndicator(IndicatorRules rules, Weight weight) {

        static WeightedIndicator agreed(IndicatorRules rules, SectionTerms terms) {
            return new WeightedIndicator(rules, Weight.agreed(rules, terms));
        }
    }

    /**
     * What an indicator weighs.
     *
     * @param percent of the section
     * @param points of level 0, 1 …, as far as they are prepared; none where a weight is used only
     *     once
     */
    private record Weight(BigFraction percent, List<BigFraction> points) {

        /** The weight that was agreed, which is used for district after district. */
        static Weight agreed(IndicatorRules rules, SectionTerms terms) {
            BigFraction percent = SectionWeights.percent(rules.indicator(), terms);
            return new Weight(
                    percent,
                    rules.scores().stream()
                            .map(score -> formula(percent, score, rules.indicator()))
                            .toList());
        }

        /** What a level brings, without a part of a step. */
        BigFraction points(IndicatorRules rules, int level) {
            return points.isEmpty()
                    ? formula(percent, rules.scores().get(level), rules.indicator())
                    : points.get(level);
        }

        /**
         * @param score what the level is worth, with its part of a step
         */
        BigFraction points(IndicatorRules rules, int level, BigFraction score) {
            return score.equals(rules.scores().get(level))
                    ? points(rules, level)
                    : formula(percent, score, rules.indicator());
        }

        /** weight × score ÷ the score of the top level. */
        private static BigFraction formula(
                BigFraction percent, BigFraction score, Indicator indicator) {
            return percent.multiply(score).divide(Exact.fraction(indicator.maxScore()));
        }
    }

    /** The lines of a section and what they add up to. */
    record ScoredSection(List<Line> lines, SectionTotal total) {}

    /**
     * @throws IllegalArgumentException if the weights do not total what they are out of, or an
     *     indicator cannot be scored
     */
    SectionRules(Agreement agreement, SectionTerms terms) {
        this.terms = terms;
        this.indicators =
                terms.indicators().stream()
                        .map(indicator -> new IndicatorRules(agreement, indicator))
                        .map(rules -> WeightedIndicator.agreed(rules, terms))
                        .toList();
        requireTotal(terms);
    }

    private SectionRules(SectionTerms terms, List<WeightedIndicator> indicators) {
        this.terms = terms;
        this.indicators = indicators;
        requireTotal(terms);
    }

    /**
     * The rules that hold for one district; these same ones where nothing differs.
     *
     * @throws IllegalArgumentException if the weights of the district do not total 100 or an
     *     indicator cannot be scored
     */
    SectionRules in(Agreement agreement, DistrictCode district) {
        if (!terms.differsIn(district)) {
            return this;
        }
        SectionTerms own = terms.in(district);
        List<WeightedIndicator> weighted = new ArrayList<>(indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = own.indicators().get(i);
            weighted.add(
                    indicator.terms(district).isEmpty()
                            ? indicators.get(i)
                            : WeightedIndicator.agreed(
                                    new IndicatorRules(
                                            agreement, indicator, indicator.appliesIn(district)),
                                    own));
        }
        return new SectionRules(own, weighted);
    }

    private static void requireTotal(SectionTerms terms) {
        BigDecimal weight = terms.weight();
        if (weight.compareTo(terms.outOf()) != 0) {
            throw new IllegalArgumentException(
                    "Section "
                            + terms.section().value()
                            + ": weights total "
                            + weight.toPlainString()
                            + ", not "
                            + terms.outOf().toPlainString());
        }
    }

    /** Weights that do not apply, in percent of the section: only to be shown, hence rounded. */
    private BigDecimal percentToShow(BigDecimal weight) {
        return terms.isOutOfHundred()
                ? weight
                : weight.multiply(HUNDRED).divide(terms.outOf(), PLACES, RoundingMode.HALF_UP);
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
                            indicator.rules(),
                            indicator.rules().score(values),
                            overrides.get(indicator.rules().indicator().id()));
            scores.add(score);
            if (score instanceof IndicatorScore.NotApplicable) {
                notApplicable = notApplicable.add(score.indicator().weight());
            }
        }
        List<Line> lines = new ArrayList<>(indicators.size());
        for (int i = 0; i < scores.size(); i++) {
            lines.add(line(scores.get(i), indicators.get(i), notApplicable));
        }
        return new ScoredSection(
                lines, new SectionTotal(terms, total(lines, percentToShow(notApplicable))));
    }

    /**
     * What has no level cannot be given one: nothing says that the indicator was worked on. Nor can
     * it have a level that another version of the agreement gave, and this one does not.
     */
    private static IndicatorScore overridden(
            IndicatorRules rules, IndicatorScore computed, @Nullable LevelOverride override) {
        return override != null
                        && override.level() <= rules.indicator().topLevel()
                        && computed instanceof IndicatorScore.WithLevel found
                ? rules.overridden(found, override)
                : computed;
    }

    private Line line(IndicatorScore score, WeightedIndicator weighted, BigDecimal notApplicable) {
        IndicatorRules rules = weighted.rules();
        Weight weight =
                notApplicable.signum() == 0
                        ? weighted.weight()
                        : spread(weighted.weight(), notApplicable, terms);
        return switch (score) {
            case IndicatorScore.Scored scored -> {
                BigFraction points = weight.points(rules, scored.level(), scored.levelScore());
                yield line(score, weight, Optional.of(points), points, points);
            }
            case IndicatorScore.Incomplete incomplete ->
                    line(
                            score,
                            weight,
                            Optional.of(
                                    weight.points(
                                            rules, incomplete.level(), incomplete.levelScore())),
                            weight.points(rules, incomplete.levelMin(), incomplete.scoreMin()),
                            weight.points(rules, incomplete.levelMax(), incomplete.scoreMax()));
            case IndicatorScore.NoResult none ->
                    line(
                            score,
                            weight,
                            Optional.empty(),
                            weight.points(rules, none.levelMin(), none.scoreMin()),
                            weight.points(rules, none.levelMax(), none.scoreMax()));
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
    private static Weight spread(Weight agreed, BigDecimal notApplicable, SectionTerms terms) {
        BigDecimal rest = terms.outOf().subtract(notApplicable);
        return rest.signum() == 0
                ? WEIGHTLESS
                : new Weight(
                        agreed.percent()
                                .multiply(Exact.fraction(terms.outOf()))
                                .divide(Exact.fraction(rest)),
                        List.of());
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
            if (line.hasCountingLevel()) {
                any = true;
                points.add(line.points().orElseThrow());
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
