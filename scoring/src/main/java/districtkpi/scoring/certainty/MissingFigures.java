package districtkpi.scoring.certainty;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** The ranks that missing figures leave open, whichever of them arrive. */
final class MissingFigures {

    private MissingFigures() {}

    /**
     * The interval of every district to which anything applies, in the order of the ranking.
     *
     * <p>The floor of a district is what it has: 0 without any result. Its lowest possible total is
     * often higher, but only once every figure has arrived.
     */
    static Map<DistrictCode, RankInterval> intervals(Ranking ranking) {
        List<Scorecard> districts =
                ranking.rows().stream()
                        .map(Ranking.Row::scorecard)
                        .filter(MissingFigures::canHavePoints)
                        .toList();
        List<BigFraction> floors = districts.stream().map(MissingFigures::floor).sorted().toList();
        List<BigFraction> ceilings =
                districts.stream().map(MissingFigures::ceiling).sorted().toList();
        Map<DistrictCode, RankInterval> intervals = new LinkedHashMap<>();
        for (Scorecard district : districts) {
            BigFraction floor = floor(district);
            BigFraction ceiling = ceiling(district);
            int certainlyAhead = countAbove(floors, ceiling);
            // Itself is among those whose ceiling is above its floor, if it lacks anything.
            int possiblyAhead =
                    countAbove(ceilings, floor) - (ceiling.compareTo(floor) > 0 ? 1 : 0);
            intervals.put(
                    district.district(), new RankInterval(1 + certainlyAhead, 1 + possiblyAhead));
        }
        return Collections.unmodifiableMap(intervals);
    }

    /** False where nothing applies, so that there never is a rank. */
    private static boolean canHavePoints(Scorecard district) {
        return district.total().points().isPresent()
                || district.lines().stream()
                        .anyMatch(line ->
                                line.score() instanceof IndicatorScore.NoResult none
                                        && !none.indicator().isWatchedOnly());
    }

    private static BigFraction floor(Scorecard district) {
        return district.total().points().orElse(BigFraction.ZERO);
    }

    private static BigFraction ceiling(Scorecard district) {
        return district.total().possibleMax();
    }

    /**
     * How many numbers are more than a bound.
     *
     * @param sorted from the lowest to the highest
     */
    private static int countAbove(List<BigFraction> sorted, BigFraction bound) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle).compareTo(bound) > 0) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return sorted.size() - from;
    }
}
