package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.FractionSum;
import districtkpi.scoring.Ranking;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The mean points of each indicator in the combined total, over the districts that have it. */
final class ProvinceMeans {

    private final Map<IndicatorId, Mean> means;

    private ProvinceMeans(Map<IndicatorId, Mean> means) {
        this.means = means;
    }

    private static final class Mean {
        private final FractionSum sum = new FractionSum();
        private int count;

        void add(BigFraction points) {
            sum.add(points);
            count++;
        }
    }

    /** One pass over districts × indicators. */
    static ProvinceMeans of(Ranking ranking) {
        Map<IndicatorId, Mean> means = new HashMap<>();
        for (Ranking.Row row : ranking.rows()) {
            for (CombinedLine line : CombinedLine.of(ranking.agreement(), row.scorecard())) {
                if (line.line().points().isPresent()) {
                    means.computeIfAbsent(line.indicator().id(), _ -> new Mean())
                            .add(line.points());
                }
            }
        }
        return new ProvinceMeans(means);
    }

    /** Absent where no district has a level in the indicator. */
    Optional<BigFraction> of(IndicatorId indicator) {
        return Optional.ofNullable(means.get(indicator))
                .map(mean -> mean.sum.total().divide(mean.count));
    }

    /** The districts that have a level in the indicator. */
    int count(IndicatorId indicator) {
        return Optional.ofNullable(means.get(indicator)).map(mean -> mean.count).orElse(0);
    }
}
