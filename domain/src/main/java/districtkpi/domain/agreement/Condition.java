package districtkpi.domain.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The machine reading of one part of a level's text: what one measure must be.
 *
 * <p>A level has one or several; all must hold.
 */
public sealed interface Condition {

    /** The measure, of the same indicator, that the condition is about. */
    MeasureId measure();

    /**
     * A number against a threshold.
     *
     * <p>For a ratio the threshold is a percentage and the comparison is made by
     * cross-multiplication, without dividing; for a count it is the number itself.
     */
    record Comparison(MeasureId measure, Operator operator, BigDecimal threshold)
            implements Condition {}

    /** A step that was done. */
    record Done(MeasureId measure) implements Condition {}

    /** A date not after the deadline, which counts to its end in Bangkok time. */
    record DoneBy(MeasureId measure, LocalDate deadline) implements Condition {

        /** Whether what happened on a day happened by the deadline. */
        public boolean holdsFor(LocalDate day) {
            return !new Deadline(deadline).isMissedOn(day);
        }
    }

    /** How a number is compared with a threshold. */
    enum Operator {
        AT_LEAST("≥"),
        MORE_THAN(">"),
        AT_MOST("≤"),
        LESS_THAN("<"),
        EQUAL_TO("=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /**
         * Whether the operator holds for the sign of {@code actual − threshold}.
         *
         * @param sign negative, zero or positive, as {@link Comparable#compareTo} gives it
         */
        public boolean holdsFor(int sign) {
            return switch (this) {
                case AT_LEAST -> sign >= 0;
                case MORE_THAN -> sign > 0;
                case AT_MOST -> sign <= 0;
                case LESS_THAN -> sign < 0;
                case EQUAL_TO -> sign == 0;
            };
        }
    }
}
