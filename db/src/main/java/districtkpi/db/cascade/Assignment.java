package districtkpi.db.cascade;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * An indicator that an officer answers for.
 *
 * @param weight percent of the officer's sheet: above 0, at most 100, at most two decimal places
 * @param targetLevel the level to be reached, 1 to the top one of the indicator
 * @param targetText what that means for the officer, in one line; may be empty
 */
public record Assignment(
        IndicatorId indicator, BigDecimal weight, int targetLevel, String targetText) {

    /** What a target may say, in characters. */
    public static final int MAX_TARGET_LENGTH = 500;

    /** What the weights of a sheet come to: all of somebody's work. */
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final int MAX_PLACES = 2;

    public Assignment {
        // One number has one form, so that equal assignments are equal.
        weight = weight.stripTrailingZeros();
        if (weight.scale() < 0) {
            weight = weight.setScale(0);
        }
        if (weight.signum() <= 0 || weight.compareTo(WHOLE) > 0 || weight.scale() > MAX_PLACES) {
            throw new IllegalArgumentException(
                    "A weight is above 0, at most 100, and has at most two decimal places");
        }
        if (targetLevel < 1 || targetLevel > Level.MAX) {
            throw new IllegalArgumentException("A target is a level from 1 to " + Level.MAX);
        }
        targetText = OneLine.of(targetText, MAX_TARGET_LENGTH);
    }

    /** The weights together; {@link #WHOLE} compares equal to it where a sheet is complete. */
    public static BigDecimal total(Collection<Assignment> assignments) {
        return assignments.stream()
                .map(Assignment::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
