package districtkpi.scoring.course;

import districtkpi.scoring.course.Course.Figure;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How fast a number changed since it was first reported.
 *
 * @param first the first number
 * @param last the last number
 * @param change last less first, in percentage points or counted things
 * @param days from the first to the last, at least 1
 */
public record PaceSoFar(Figure first, Figure last, BigFraction change, long days) {

    /**
     * The pace of a course.
     *
     * @return absent with fewer than two numbers on different days
     */
    public static Optional<PaceSoFar> of(Course course) {
        List<Figure> numbers = course.numbers();
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        Figure first = numbers.getFirst();
        Figure last = numbers.getLast();
        return Optional.of(
                new PaceSoFar(
                        first,
                        last,
                        last.number().orElseThrow().subtract(first.number().orElseThrow()),
                        ChronoUnit.DAYS.between(first.day(), last.day())));
    }

    public BigFraction perDay() {
        return change.divide(days);
    }

    public BigFraction perWeek() {
        return perDay().multiply(PaceNeeded.DAYS_OF_A_WEEK);
    }
}
