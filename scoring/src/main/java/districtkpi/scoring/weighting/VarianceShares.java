package districtkpi.scoring.weighting;

import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.CommonDenominator;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Splits the variance of totals into the indicators that they are made of.
 *
 * <p>Since a total is the sum of its contributions, its variance is the sum of their covariances
 * with it: <i>Σ cov(c<sub>i</sub>, S) = var(S)</i>. The number of districts cancels out, so that
 * only whole numbers over the common denominator are multiplied. With interpolated scores these
 * have as many digits as all their denominators together: exact for a nation too, but slow.
 */
final class VarianceShares {

    private VarianceShares() {}

    /**
     * One share for each indicator, together exactly 1.
     *
     * @param districts the lines of each, all with the same indicators
     * @return absent where the totals do not differ
     */
    static Optional<List<BigFraction>> of(List<List<CombinedLine>> districts) {
        if (districts.size() < 2) {
            return Optional.empty();
        }
        List<List<BigFraction>> contributions =
                districts.stream()
                        .map(lines -> lines.stream().map(CombinedLine::points).toList())
                        .toList();
        CommonDenominator unit = new CommonDenominator();
        contributions.forEach(row -> row.forEach(unit::include));
        BigInteger[][] units =
                contributions.stream()
                        .map(row -> row.stream().map(unit::numerator).toArray(BigInteger[]::new))
                        .toArray(BigInteger[][]::new);
        BigInteger[] totals = new BigInteger[units.length];
        for (int i = 0; i < units.length; i++) {
            totals[i] = sum(units[i]);
        }
        BigInteger variance = covariance(totals, totals);
        if (variance.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                IntStream.range(0, units[0].length)
                        .mapToObj(indicator ->
                                BigFraction.of(
                                        covariance(column(units, indicator), totals), variance))
                        .toList());
    }

    private static BigInteger[] column(BigInteger[][] rows, int column) {
        BigInteger[] values = new BigInteger[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }

    /** The square of the number of districts × the covariance. */
    private static BigInteger covariance(BigInteger[] one, BigInteger[] other) {
        BigInteger products = BigInteger.ZERO;
        for (int i = 0; i < one.length; i++) {
            products = products.add(one[i].multiply(other[i]));
        }
        return products.multiply(BigInteger.valueOf(one.length))
                .subtract(sum(one).multiply(sum(other)));
    }

    private static BigInteger sum(BigInteger[] values) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger value : values) {
            sum = sum.add(value);
        }
        return sum;
    }
}
