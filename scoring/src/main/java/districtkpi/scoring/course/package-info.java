/**
 * Within a round: the course of a measure day by day, the pace that the next level asks for, and a
 * forecast of the last day.
 *
 * <p>Start at {@link districtkpi.scoring.course.Course}; the formulas stand in {@code
 * docs/method/course.md}. Courses and paces are exact; {@link districtkpi.scoring.course.Forecast}
 * is statistics, hence {@code double}.
 */
@NullMarked
package districtkpi.scoring.course;

import org.jspecify.annotations.NullMarked;
