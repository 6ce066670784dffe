package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where a district stands out from the province, for better and for worse.
 *
 * @param indicators with a level: the greatest strength first, the greatest weakness last; alike
 *     ones in the order of the agreement
 * @param withoutLevel no result or not applicable, in the order of the agreement
 */
public record Strengths(List<IndicatorComparison> indicators, List<IndicatorId> withoutLevel) {

    public Strengths {
        indicators = List.copyOf(indicators);
        withoutLevel = List.copyOf(withoutLevel);
    }

    /**
     * How a district stands in one indicator.
     *
     * @param points of the combined total
     * @param mean of the districts that have a level in the indicator, this one among them
     * @param difference points less mean
     * @param rank within the indicator by level (with the part of a step, where the agreement
     *     interpolates), 1, 1, 3; not by points, which depend on what else applies to a district
     * @param below how many districts have a lower level in the indicator
     * @param of how many districts have a level in the indicator
     */
    public record IndicatorComparison(
            Indicator indicator,
            BigFraction points,
            BigFraction mean,
            BigFraction difference,
            int rank,
            int below,
            int of) {

        /** More points than the mean, at a level that some districts do not have. */
        public boolean isStrength() {
            return difference.compareTo(BigFraction.ZERO) > 0 && below > 0;
        }

        /**
         * Fewer points than the mean, while some districts have a higher level. Points alone can be
         * below the mean of districts that are all alike, where the indicator weighs more in some
         * because others do not apply there.
         */
        public boolean isWeakness() {
            return difference.compareTo(BigFraction.ZERO) < 0 && rank > 1;
        }
    }

    /**
     * Compares a district with the province.
     *
     * @return absent if the round does not have the district
     */
    public static Optional<Strengths> of(Ranking ranking, DistrictCode district) {
        return ranking.row(district).map(row -> of(ranking, row));
    }

    private static Strengths of(Ranking ranking, Ranking.Row row) {
        ProvinceMeans means = ProvinceMeans.of(ranking);
        List<IndicatorComparison> standings = new ArrayList<>();
        List<IndicatorId> without = new ArrayList<>();
        List<CombinedLine> lines = CombinedLine.of(ranking.agreement(), row.scorecard());
        for (int i = 0; i < lines.size(); i++) {
            CombinedLine line = lines.get(i);
            Indicator indicator = line.indicator();
            Optional<BigFraction> mean = means.of(indicator.id());
            if (line.line().score() instanceof IndicatorScore.WithLevel score && mean.isPresent()) {
                standings.add(
                        new IndicatorComparison(
                                indicator,
                                line.points(),
                                mean.get(),
                                line.points().subtract(mean.get()),
                                1 + compared(ranking, i, score.levelScore(), 1),
                                compared(ranking, i, score.levelScore(), -1),
                                means.count(indicator.id())));
            } else {
                without.add(indicator.id());
            }
        }
        standings.sort(Comparator.comparing(IndicatorComparison::difference).reversed());
        return new Strengths(standings, without);
    }

    /** How many districts have a higher (1) or a lower (−1) level. */
    private static int compared(Ranking ranking, int line, BigFraction levelScore, int sign) {
        int found = 0;
        for (Ranking.Row row : ranking.rows()) {
            if (row.scorecard().lines().get(line).score() instanceof IndicatorScore.WithLevel other
                    && Integer.signum(other.levelScore().compareTo(levelScore)) == sign) {
                found++;
            }
        }
        return found;
    }
}
