package districtkpi.scoring.weighting;

import districtkpi.scoring.CombinedLine;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What became of the points that could be had, in points of the combined total.
 *
 * @param earned by the levels reached
 * @param lost by what is known to be below the top level, whatever missing figures still bring
 * @param open what missing figures can still bring at the most
 */
public record PointSplit(BigFraction earned, BigFraction lost, BigFraction open) {

    /** What became of the points of one line. */
    public static PointSplit of(CombinedLine line) {
        BigFraction points = line.points();
        BigFraction highest = line.pointsMax();
        return new PointSplit(points, line.weight().subtract(highest), highest.subtract(points));
    }

    /** All that could be had: earned, lost and open. */
    public BigFraction weight() {
        return earned.add(lost).add(open);
    }
}
