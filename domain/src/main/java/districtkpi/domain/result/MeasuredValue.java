package districtkpi.domain.result;

import districtkpi.domain.agreement.MeasureKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found for a measure. A measure that nobody reported has no value at all. */
public sealed interface MeasuredValue {

    /** Whether a measure of a kind can have this value. */
    default boolean isOf(MeasureKind kind) {
        return switch (this) {
            case Ratio _, Percentage _ -> kind.isRatio();
            case Count _ -> kind == MeasureKind.COUNT;
            case Quantity _ -> kind == MeasureKind.NUMBER;
            case Done _ -> kind == MeasureKind.DONE;
            case NotDone _ -> kind == MeasureKind.DONE || kind == MeasureKind.DATE;
            case Day _ -> kind == MeasureKind.DATE;
            case NotApplicable _ -> true;
        };
    }

    /**
     * A value and what it is compared with, for share, growth and reduction.
     *
     * @param value 0 or more
     * @param of above 0: a ratio to nothing is a question to the people, not a number
     */
    record Ratio(BigDecimal value, BigDecimal of) implements MeasuredValue {
        public Ratio {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("A value is not negative: " + value);
            }
            if (of.signum() <= 0) {
                throw new IllegalArgumentException("A value is compared with more than 0: " + of);
            }
        }
    }

    /**
     * A finished percentage, given without the figures that it was made of.
     *
     * @param percent of the kind of the measure: for a reduction of 5 % it is 5
     */
    record Percentage(BigDecimal percent) implements MeasuredValue {}

    /**
     * A number of things.
     *
     * @param count a whole number from 0
     */
    record Count(BigDecimal count) implements MeasuredValue {
        public Count {
            if (count.signum() < 0 || count.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException("A count is a whole number from 0: " + count);
            }
        }
    }

    /**
     * A number that is no count of things: a mean score, an amount a head, a difference.
     *
     * @param number of any sign, in the unit of the measure
     */
    record Quantity(BigDecimal number) implements MeasuredValue {}

    /**
     * A step that was done.
     *
     * @param on the day, where it was given
     */
    record Done(@Nullable LocalDate on) implements MeasuredValue {
        public Optional<LocalDate> day() {
            return Optional.ofNullable(on);
        }
    }

    /** A step that was reported as not done, or an event that was reported as not happened. */
    record NotDone() implements MeasuredValue {}

    /** The day of an event, in Bangkok. */
    record Day(LocalDate day) implements MeasuredValue {}

    /**
     * The measure does not apply to the district.
     *
     * @param note the reason, not blank
     */
    record NotApplicable(String note) implements MeasuredValue {
        public NotApplicable {
            if (note.isBlank()) {
                throw new IllegalArgumentException("Not applicable needs a reason");
            }
        }
    }
}
