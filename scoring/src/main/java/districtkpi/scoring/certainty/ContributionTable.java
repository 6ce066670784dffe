package districtkpi.scoring.certainty;

import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.CommonDenominator;
import districtkpi.scoring.FractionSum;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What each indicator brings each district, ready to compare every district with every other.
 *
 * <p>A nation has 385,000 pairs, too many for fractions. The contributions are therefore held as
 * whole numbers of one small unit: of their common denominator where that fits, so that everything
 * is exact at once; otherwise (interpolated scores) of 2<sup>−40</sup> points, rounded down, and a
 * comparison that the rounding could decide is made again with the fractions.
 */
final class ContributionTable {

    // Two totals together are at most 200 points, so that sums of units stay below half of a long.
    private static final BigInteger MAX_UNITS = BigInteger.valueOf(Long.MAX_VALUE / 400);
    private static final BigInteger FINE_UNITS = BigInteger.ONE.shiftLeft(40);

    private final List<List<BigFraction>> contributions;
    private final long[][] units;
    private final Optional<BigInteger> exactUnit;
    private final int slack;

    /**
     * @param districts the lines of each, in the order of the ranking
     */
    ContributionTable(List<List<CombinedLine>> districts) {
        this.contributions =
                districts.stream()
                        .map(lines -> lines.stream().map(CombinedLine::points).toList())
                        .toList();
        this.exactUnit = exactUnit(contributions);
        this.units = new long[contributions.size()][];
        BigInteger unit = exactUnit.orElse(FINE_UNITS);
        int most = 0;
        for (int i = 0; i < units.length; i++) {
            List<BigFraction> row = contributions.get(i);
            units[i] = new long[row.size()];
            most = Math.max(most, row.size());
            for (int j = 0; j < row.size(); j++) {
                units[i][j] =
                        row.get(j)
                                .getNumerator()
                                .multiply(unit)
                                .divide(row.get(j).getDenominator())
                                .longValueExact();
            }
        }
        // Each difference of two numbers that were rounded down is off by less than one unit.
        this.slack = exactUnit.isPresent() ? 0 : most;
    }

    private static Optional<BigInteger> exactUnit(List<List<BigFraction>> contributions) {
        CommonDenominator denominator = new CommonDenominator();
        for (List<BigFraction> row : contributions) {
            row.forEach(denominator::include);
            if (denominator.value().compareTo(MAX_UNITS) > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(denominator.value());
    }

    /** Total of the one less total of the other. */
    BigFraction gap(int ahead, int behind) {
        if (exactUnit.isPresent()) {
            long[] a = units[ahead];
            long[] b = units[behind];
            long gap = 0;
            for (int i = 0; i < a.length; i++) {
                gap += a[i] - b[i];
            }
            return BigFraction.of(BigInteger.valueOf(gap), exactUnit.get());
        }
        FractionSum gap = new FractionSum();
        for (int i = 0; i < contributions.get(ahead).size(); i++) {
            gap.add(difference(ahead, behind, i));
        }
        return gap.total();
    }

    /** The sum of the differences in each indicator, without their signs. */
    BigFraction spread(int ahead, int behind) {
        if (exactUnit.isPresent()) {
            long[] a = units[ahead];
            long[] b = units[behind];
            long spread = 0;
            for (int i = 0; i < a.length; i++) {
                spread += Math.abs(a[i] - b[i]);
            }
            return BigFraction.of(BigInteger.valueOf(spread), exactUnit.get());
        }
        FractionSum spread = new FractionSum();
        for (int i = 0; i < contributions.get(ahead).size(); i++) {
            spread.add(difference(ahead, behind, i).abs());
        }
        return spread.total();
    }

    private BigFraction difference(int ahead, int behind, int indicator) {
        return contributions
                .get(ahead)
                .get(indicator)
                .subtract(contributions.get(behind).get(indicator));
    }

    /**
     * The sign of <i>numerator ÷ denominator × spread − gap</i>: negative where weights changed by
     * that part always leave the one strictly ahead, 0 where they can at most make them level.
     *
     * @param ahead has at least the total of the other
     */
    int compare(long numerator, long denominator, int ahead, int behind) {
        long[] a = units[ahead];
        long[] b = units[behind];
        long gap = 0;
        long spread = 0;
        for (int i = 0; i < a.length; i++) {
            long difference = a[i] - b[i];
            gap += difference;
            spread += Math.abs(difference);
        }
        if (slack == 0) {
            return compareProducts(numerator, spread, denominator, gap);
        }
        if (compareProducts(numerator, spread + slack, denominator, Math.max(0, gap - slack)) < 0) {
            return -1;
        }
        if (compareProducts(numerator, Math.max(0, spread - slack), denominator, gap + slack) > 0) {
            return 1;
        }
        return BigFraction.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))
                .multiply(spread(ahead, behind))
                .compareTo(gap(ahead, behind));
    }

    /** Compares a × b with c × d, none of them negative, in 128 bits. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }
}
