package districtkpi.scoring;

import districtkpi.domain.agreement.MeasureId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How far a measure is from meeting a condition, in the measure's own unit. */
public sealed interface Distance {

    MeasureId measure();

    /** Which way a figure has to go. */
    enum Direction {
        MORE,
        LESS
    }

    /**
     * The value has to change while what it is compared with stays, such as "3 more activities" or
     * "12,400 baht less overdue".
     *
     * @param amount above 0, in the measure's unit, rounded up to its smallest step, so that the
     *     changed value meets the condition and one step less would not
     * @param target the value that is then reached; of a computed measure, which need not come in
     *     steps, the first value in steps that meets the condition
     */
    record Amount(MeasureId measure, Direction direction, BigDecimal amount, BigDecimal target)
            implements Distance {}

    /**
     * Only a finished percentage is known, so the distance is in percentage points.
     *
     * @param points 0 or more; 0 only if {@code strict}
     * @param strict true if the change must be more than {@code points}
     */
    record PercentagePoints(
            MeasureId measure, Direction direction, BigDecimal points, boolean strict)
            implements Distance {}

    /** A step that was reported as not done has to be done. */
    record StepToDo(MeasureId measure) implements Distance {}

    /** No figure has been reported yet. */
    record FigureMissing(MeasureId measure) implements Distance {}

    /** No figure has been reported yet, and it counts only up to a day. */
    record DueBy(MeasureId measure, LocalDate deadline) implements Distance {}

    /** Nothing that comes later can meet the condition; for a deadline missed, the day is given. */
    record OutOfReach(MeasureId measure) implements Distance {}
}
