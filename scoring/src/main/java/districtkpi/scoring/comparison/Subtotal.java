package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.FractionSum;
import districtkpi.scoring.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Some of the indicators of districts side by side, added up. Points are those of the combined
 * total.
 *
 * @param sums in the order of the districts
 * @param mean of the points over the districts of the round that have any; absent where none has
 */
public record Subtotal(List<Sum> sums, Optional<BigFraction> mean) {

    public Subtotal {
        sums = List.copyOf(sums);
    }

    /**
     * What one district has.
     *
     * @param points absent without a level in any of the indicators that count
     * @param weight what the top level in all of them is worth to the district
     */
    public record Sum(Optional<BigFraction> points, BigFraction weight) {}

    /**
     * Adds up some indicators.
     *
     * @param districts of the ranking, in the order in which they are compared
     */
    public static Subtotal of(
            Ranking ranking, List<Ranking.Row> districts, Set<IndicatorId> indicators) {
        FractionSum all = new FractionSum();
        int count = 0;
        for (Ranking.Row row : ranking.rows()) {
            Optional<BigFraction> points = sum(ranking, row, indicators).points();
            if (points.isPresent()) {
                all.add(points.get());
                count++;
            }
        }
        return new Subtotal(
                districts.stream().map(row -> sum(ranking, row, indicators)).toList(),
                count == 0 ? Optional.empty() : Optional.of(all.total().divide(count)));
    }

    private static Sum sum(Ranking ranking, Ranking.Row row, Set<IndicatorId> indicators) {
        FractionSum points = new FractionSum();
        FractionSum weight = new FractionSum();
        boolean any = false;
        for (CombinedLine line : CombinedLine.of(ranking.agreement(), row.scorecard())) {
            if (indicators.contains(line.indicator().id())) {
                points.add(line.points());
                weight.add(line.weight());
                any |= line.line().hasCountingLevel();
            }
        }
        return new Sum(any ? Optional.of(points.total()) : Optional.empty(), weight.total());
    }

    /**
     * A district's points less the first one's; absent where one of the two has none.
     *
     * @param district its place among the compared ones, from 0
     */
    public Optional<BigFraction> toFirst(int district) {
        return sums.get(district)
                .points()
                .flatMap(own -> sums.getFirst().points().map(own::subtract));
    }

    /**
     * A district's points less the province's mean; absent where it has none.
     *
     * @param district its place among the compared ones, from 0
     */
    public Optional<BigFraction> toMean(int district) {
        return sums.get(district).points().flatMap(own -> mean.map(own::subtract));
    }
}
