package districtkpi.scoring.course;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.ComparedNumber;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What a measure has to do, and by when, for its indicator to reach the next level. */
public sealed interface PaceNeeded {

    int DAYS_OF_A_WEEK = 7;

    /** The next level lacks nothing of this measure, or there is no next level. */
    record Reached() implements PaceNeeded {}

    /**
     * The next level asks for a number that is computed of this measure and of others, so that
     * nothing says how much of it this measure has to bring.
     */
    record PartOfComputed(MeasureId computed) implements PaceNeeded {}

    /** The indicator does not apply to the district. */
    record NotApplicable() implements PaceNeeded {}

    /** Nothing that comes later can bring the next level, such as after a deadline was missed. */
    record OutOfReach() implements PaceNeeded {}

    /** The day by which it counted is over. */
    record Over(LocalDate until) implements PaceNeeded {}

    /**
     * Nothing was reported, so that no distance is known.
     *
     * @param daysLeft with the day asked for and the last one; at least 1
     */
    record NoFigure(LocalDate until, long daysLeft) implements PaceNeeded {}

    /**
     * Something has to be done by a day: a step, or an event with a deadline.
     *
     * @param until the deadline, or the last day of the round where that is earlier
     * @param daysLeft with the day asked for and the last one; at least 1
     */
    record ByDay(LocalDate until, long daysLeft) implements PaceNeeded {}

    /**
     * A number has to change.
     *
     * @param distance {@link Distance.Amount} or {@link Distance.PercentagePoints}
     * @param change of the percentage or the count, negative where less is asked for; to be
     *     compared with {@link PaceSoFar#change()}
     * @param until the last day of the round, or of the stage whose targets hold
     * @param daysLeft with the day asked for and the last one; at least 1
     */
    record Change(Distance distance, BigFraction change, LocalDate until, long daysLeft)
            implements PaceNeeded {

        /** Percentage points or counted things a week; compare {@link PaceSoFar#perWeek()}. */
        public BigFraction perWeek() {
            return change.multiply(DAYS_OF_A_WEEK).divide(daysLeft);
        }

        /**
         * The measure's own unit a week, such as baht; 0 or more, in the direction of the distance.
         * Absent where only a finished percentage is known.
         */
        public Optional<BigFraction> unitsPerWeek() {
            return distance instanceof Distance.Amount amount
                    ? Optional.of(
                            Exact.fraction(amount.amount())
                                    .multiply(DAYS_OF_A_WEEK)
                                    .divide(daysLeft))
                    : Optional.empty();
        }
    }

    /**
     * The pace that the next level needs.
     *
     * @param course of one measure of the indicator, with the figure that was scored as its last
     * @param score of the indicator, by the agreement
     * @param today the first day that is left
     */
    static PaceNeeded of(
            Agreement agreement, Course course, IndicatorScore score, LocalDate today) {
        LocalDate lastDay =
                score.indicator().stages().stream()
                        .findFirst()
                        .map(Stage::until)
                        .orElseGet(agreement::lastDay);
        return switch (score) {
            case IndicatorScore.NotApplicable _ -> new NotApplicable();
            case IndicatorScore.NoResult _ -> noFigure(lastDay, today);
            case IndicatorScore.WithLevel level ->
                    level.explanation()
                            .next()
                            .map(next -> toNext(score.indicator(), next, course, lastDay, today))
                            .orElseGet(Reached::new);
        };
    }

    private static PaceNeeded toNext(
            Indicator indicator,
            NextLevel next,
            Course course,
            LocalDate lastDay,
            LocalDate today) {
        MeasureId measure = course.measure().id();
        List<Distance> missing =
                next.missing().stream().filter(one -> one.measure().equals(measure)).toList();
        if (missing.isEmpty()) {
            return next.missing().stream()
                    .map(Distance::measure)
                    .filter(asked -> isMadeOf(indicator, asked, measure))
                    .findFirst()
                    .<PaceNeeded>map(PartOfComputed::new)
                    .orElseGet(Reached::new);
        }
        // Where a level asks twice of one measure, the harder condition brings the other along.
        return missing.stream()
                .map(distance -> toMeet(distance, course, lastDay, today))
                .max(Comparator.comparing(PaceNeeded::hardness))
                .orElseThrow();
    }

    /** Whether a computed measure is made of another one, however deep below it. */
    private static boolean isMadeOf(Indicator indicator, MeasureId computed, MeasureId measure) {
        return indicator
                .computedMeasure(computed)
                .filter(found ->
                        found.computation().inputs().stream()
                                .anyMatch(input ->
                                        input.equals(measure)
                                                || isMadeOf(indicator, input, measure)))
                .isPresent();
    }

    private static PaceNeeded toMeet(
            Distance distance, Course course, LocalDate lastDay, LocalDate today) {
        return switch (distance) {
            case Distance.OutOfReach _ -> new OutOfReach();
            case Distance.FigureMissing _ -> noFigure(lastDay, today);
            case Distance.StepToDo _ -> byDay(lastDay, today);
            case Distance.DueBy(var _, LocalDate deadline) ->
                    byDay(deadline.isBefore(lastDay) ? deadline : lastDay, today);
            case Distance.Amount(var _, var _, var _, BigDecimal target) ->
                    change(distance, toTarget(course, target), lastDay, today);
            case Distance.PercentagePoints(var _, var direction, BigDecimal points, var _) ->
                    change(
                            distance,
                            switch (direction) {
                                case MORE -> Exact.fraction(points);
                                case LESS -> Exact.fraction(points).negate();
                            },
                            lastDay,
                            today);
        };
    }

    /** The change of the percentage or count when the value becomes the target. */
    private static BigFraction toTarget(Course course, BigDecimal target) {
        MeasuredValue value = course.last().orElseThrow().measurement().value();
        MeasuredValue reached =
                switch (value) {
                    case MeasuredValue.Ratio(var _, BigDecimal of) ->
                            new MeasuredValue.Ratio(target, of);
                    case MeasuredValue.Count _ -> new MeasuredValue.Count(target);
                    case MeasuredValue.Quantity _ -> new MeasuredValue.Quantity(target);
                    case MeasuredValue.Percentage _,
                            MeasuredValue.Done _,
                            MeasuredValue.NotDone _,
                            MeasuredValue.Day _,
                            MeasuredValue.NotApplicable _ ->
                            throw new IllegalArgumentException(
                                    "The course does not end with the figure that was scored: "
                                            + value);
                };
        return ComparedNumber.of(course.measure().kind(), reached)
                .orElseThrow()
                .subtract(ComparedNumber.of(course.measure().kind(), value).orElseThrow());
    }

    private static PaceNeeded change(
            Distance distance, BigFraction change, LocalDate until, LocalDate today) {
        return today.isAfter(until)
                ? new Over(until)
                : new Change(distance, change, until, daysLeft(until, today));
    }

    private static PaceNeeded noFigure(LocalDate until, LocalDate today) {
        return today.isAfter(until) ? new Over(until) : new NoFigure(until, daysLeft(until, today));
    }

    private static PaceNeeded byDay(LocalDate until, LocalDate today) {
        return today.isAfter(until) ? new Over(until) : new ByDay(until, daysLeft(until, today));
    }

    /** Both days count, since a deadline counts to its end. */
    private static long daysLeft(LocalDate until, LocalDate today) {
        return ChronoUnit.DAYS.between(today, until) + 1;
    }

    /** An order among what one measure lacks: out of reach, over, more change, fewer days. */
    private static BigFraction hardness(PaceNeeded needed) {
        return switch (needed) {
            case OutOfReach _ -> BigFraction.of(Integer.MAX_VALUE);
            case Over _ -> BigFraction.of(Integer.MAX_VALUE - 1);
            case Change change -> change.change().abs();
            case ByDay by -> BigFraction.ONE.divide(by.daysLeft());
            case Reached _, PartOfComputed _, NotApplicable _, NoFigure _ -> BigFraction.ZERO;
        };
    }
}
