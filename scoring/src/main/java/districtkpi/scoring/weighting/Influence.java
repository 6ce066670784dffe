package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Exact;
import districtkpi.scoring.FractionSum;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.SectionWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which indicators really order the districts of a ranking, beside what they weigh.
 *
 * @param indicators in the order of the agreement
 */
public record Influence(List<OfIndicator> indicators) {

    public Influence {
        indicators = List.copyOf(indicators);
    }

    /** Whether an indicator tells districts apart. */
    public enum Separation {
        /** At least two districts that are scored differ. */
        SEPARATES,
        /** All districts that are scored have the same level: it decides nothing between them. */
        SAME_FOR_ALL,
        /** Fewer than two districts are scored. */
        TOO_FEW
    }

    /**
     * An indicator's weight and effect.
     *
     * @param agreedWeight percent of the combined total: share of the section × weight
     * @param varianceShare the part of the variance of the totals that the indicator makes: the
     *     covariance of its contribution with the total ÷ the variance of the total. Those of all
     *     indicators add up to exactly 1. Negative where the indicator works against the order:
     *     districts that are ahead are mostly behind in it. Over the districts that have a total;
     *     absent where their totals do not differ
     * @param levels over all districts of the ranking
     * @param meanLevel of the districts that are scored, with parts of levels where the agreement
     *     interpolates; absent where none is
     */
    public record OfIndicator(
            Indicator indicator,
            SectionId section,
            BigFraction agreedWeight,
            Optional<BigFraction> varianceShare,
            LevelCounts levels,
            Optional<BigFraction> meanLevel,
            Separation separation) {}

    /**
     * Works out the influence of each indicator.
     *
     * @param ranking of scorecards as the scorer makes them
     */
    public static Influence of(Ranking ranking) {
        Optional<List<BigFraction>> shares =
                VarianceShares.of(
                        ranking.rows().stream()
                                .filter(row -> row.rank().isPresent())
                                .map(row -> CombinedLine.of(ranking.agreement(), row.scorecard()))
                                .toList());
        List<OfIndicator> indicators = new ArrayList<>();
        for (SectionTerms terms : ranking.agreement().sections()) {
            BigFraction share = Exact.fraction(terms.share().value()).divide(100);
            for (Indicator indicator : terms.indicators()) {
                int position = indicators.size();
                List<Scorecard.Line> lines =
                        ranking.rows().stream()
                                .map(row -> row.scorecard().lines().get(position))
                                .toList();
                List<BigFraction> scores =
                        lines.stream()
                                .map(Scorecard.Line::score)
                                .filter(IndicatorScore.Scored.class::isInstance)
                                .map(score -> ((IndicatorScore.Scored) score).levelScore())
                                .toList();
                indicators.add(
                        new OfIndicator(
                                indicator,
                                terms.section(),
                                share.multiply(SectionWeights.percent(indicator, terms)),
                                shares.map(all -> all.get(position)),
                                LevelCounts.of(indicator, lines),
                                mean(scores),
                                separation(scores)));
            }
        }
        return new Influence(indicators);
    }

    private static Optional<BigFraction> mean(List<BigFraction> scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        FractionSum sum = new FractionSum();
        scores.forEach(sum::add);
        return Optional.of(sum.total().divide(scores.size()));
    }

    private static Separation separation(List<BigFraction> scores) {
        if (scores.size() < 2) {
            return Separation.TOO_FEW;
        }
        BigFraction first = scores.getFirst();
        return scores.stream().allMatch(first::equals)
                ? Separation.SAME_FOR_ALL
                : Separation.SEPARATES;
    }
}
