package districtkpi.scoring;

import districtkpi.domain.agreement.MeasureKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a measure can take at all, bounds inclusive: no share is below 0, nothing
 * shrinks by more than 100 %, and a count is whole.
 *
 * <p>A share may pass 100 %: the import warns and keeps it.
 */
public record ValueRange(@Nullable BigDecimal lowest, @Nullable BigDecimal highest, boolean whole) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public static ValueRange of(MeasureKind kind) {
        return switch (kind) {
            case SHARE -> new ValueRange(BigDecimal.ZERO, null, false);
            case GROWTH -> new ValueRange(HUNDRED.negate(), null, false);
            case REDUCTION -> new ValueRange(null, HUNDRED, false);
            case COUNT -> new ValueRange(BigDecimal.ZERO, null, true);
            case NUMBER -> new ValueRange(null, null, false);
            case DONE, DATE -> throw new IllegalArgumentException("No number: " + kind);
        };
    }

    boolean contains(BigDecimal number) {
        return (lowest == null || number.compareTo(lowest) >= 0)
                && (highest == null || number.compareTo(highest) <= 0)
                && (!whole || number.stripTrailingZeros().scale() <= 0);
    }

    /**
     * Numbers of the range that between them fall on every side of the thresholds: each threshold,
     * one between any two, one below all and one above all, as far as the range has them.
     */
    SortedSet<BigDecimal> samples(Collection<BigDecimal> thresholds) {
        SortedSet<BigDecimal> samples = new TreeSet<>();
        if (lowest != null) {
            samples.add(lowest);
        }
        if (highest != null) {
            samples.add(highest);
        }
        for (BigDecimal threshold : thresholds) {
            samples.add(threshold);
            BigDecimal floor = whole ? threshold.setScale(0, RoundingMode.FLOOR) : threshold;
            BigDecimal ceiling = whole ? threshold.setScale(0, RoundingMode.CEILING) : threshold;
            samples.add(floor);
            samples.add(ceiling);
            samples.add(floor.subtract(BigDecimal.ONE));
            samples.add(ceiling.add(BigDecimal.ONE));
        }
        samples.removeIf(sample -> !contains(sample));
        if (samples.isEmpty()) {
            // Any number will do where nothing is asked.
            samples.add(BigDecimal.ZERO);
        }
        if (!whole) {
            samples.addAll(between(samples));
        }
        return samples;
    }

    private static SortedSet<BigDecimal> between(SortedSet<BigDecimal> numbers) {
        SortedSet<BigDecimal> middles = new TreeSet<>();
        Iterator<BigDecimal> iterator = numbers.iterator();
        BigDecimal last = iterator.next();
        while (iterator.hasNext()) {
            BigDecimal number = iterator.next();
            middles.add(last.add(number).multiply(HALF));
            last = number;
        }
        return middles;
    }
}
