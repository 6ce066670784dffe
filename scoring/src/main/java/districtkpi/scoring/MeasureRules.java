package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the levels of an indicator, or the steps of a computed measure, ask of one recorded measure.
 *
 * <p>Sets of levels are bits, level 1 the lowest. Every level asks all of its conditions, so the
 * levels that a set of figures allows are those that each of its measures allows. All of it holds
 * for steps, too.
 */
final class MeasureRules {

    private final Measure measure;
    private final MeasureKey key;
    private final List<Clause> clauses;
    private final int allLevels;
    private final int levelsWithout;
    private final Set<Integer> possible;

    /** A condition of one level, whose number is given as a set. */
    private record Clause(int level, Condition condition) {}

    /**
     * @param levels the conditions of each level, on whatever measure
     * @throws IllegalArgumentException if a condition does not fit the kind of the measure
     */
    MeasureRules(Indicator indicator, Measure measure, List<List<Condition>> levels) {
        this.measure = measure;
        this.key = indicator.key(measure.id());
        this.clauses = clauses(levels);
        this.allLevels = all(levels);
        this.levelsWithout =
                allLevels & ~clauses.stream().mapToInt(Clause::level).reduce(0, (a, b) -> a | b);
        this.possible =
                samples().map(this::levelsAllowedBy).collect(Collectors.toUnmodifiableSet());
    }

    /** The set of all levels. */
    static int all(List<List<Condition>> levels) {
        return (1 << levels.size()) - 1;
    }

    private List<Clause> clauses(List<List<Condition>> levels) {
        List<Clause> found = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            for (Condition condition : levels.get(i)) {
                if (condition.measure().equals(measure.id())) {
                    if (!fits(condition, measure.kind())) {
                        throw new IllegalArgumentException(
                                "Level "
                                        + (i + 1)
                                        + " of "
                                        + key
                                        + ": a condition does not fit a measure of kind "
                                        + measure.kind().key());
                    }
                    found.add(new Clause(1 << i, condition));
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean fits(Condition condition, MeasureKind kind) {
        return switch (condition) {
            case Condition.Comparison _ -> kind.isNumeric();
            case Condition.Done _ -> kind == MeasureKind.DONE;
            case Condition.DoneBy _ -> kind == MeasureKind.DATE;
        };
    }

    Measure measure() {
        return measure;
    }

    MeasureKey key() {
        return key;
    }

    /** The levels that ask nothing of this measure: what is left where it counts as not met. */
    int levelsWithout() {
        return levelsWithout;
    }

    /** Each set of levels that some value of the measure allows, and no other one. */
    Set<Integer> possible() {
        return possible;
    }

    /** The sets of levels that two independent measures allow together. */
    static Set<Integer> both(Set<Integer> some, Set<Integer> others) {
        Set<Integer> both = new HashSet<>();
        for (int levels : some) {
            for (int allowed : others) {
                both.add(levels & allowed);
            }
        }
        return both;
    }

    /** The levels whose conditions on this measure all hold. */
    int levelsAllowedBy(MeasuredValue value) {
        int levels = allLevels;
        for (Clause clause : clauses) {
            if ((levels & clause.level()) != 0 && !holds(clause.condition(), value)) {
                levels &= ~clause.level();
            }
        }
        return levels;
    }

    /** Whether a condition on this measure holds for a value of its kind. */
    boolean holds(Condition condition, MeasuredValue value) {
        return switch (condition) {
            case Condition.Comparison comparison ->
                    comparison.operator().holdsFor(signTo(comparison.threshold(), value));
            case Condition.Done _ -> value instanceof MeasuredValue.Done;
            case Condition.DoneBy by ->
                    value instanceof MeasuredValue.Day(LocalDate day) && by.holdsFor(day);
        };
    }

    /** The sign of value − threshold, exact. */
    private int signTo(BigDecimal threshold, MeasuredValue value) {
        return switch (value) {
            case MeasuredValue.Ratio(BigDecimal amount, BigDecimal of) -> {
                int sign = amount.compareTo(Percent.valueAt(measure.kind(), threshold, of));
                // The less is left, the more was reduced.
                yield measure.kind() == MeasureKind.REDUCTION ? -sign : sign;
            }
            case MeasuredValue.Percentage(BigDecimal percent) -> percent.compareTo(threshold);
            case MeasuredValue.Count(BigDecimal count) -> count.compareTo(threshold);
            case MeasuredValue.Quantity(BigDecimal number) -> number.compareTo(threshold);
            case MeasuredValue.Done _,
                    MeasuredValue.NotDone _,
                    MeasuredValue.Day _,
                    MeasuredValue.NotApplicable _ ->
                    throw mismatch(value);
        };
    }

    /**
     * Makes sure that a value is of the kind of this measure.
     *
     * @throws IllegalArgumentException if it is not
     */
    void requireFitting(MeasuredValue value) {
        if (!value.isOf(measure.kind())) {
            throw mismatch(value);
        }
    }

    private IllegalArgumentException mismatch(MeasuredValue value) {
        return new IllegalArgumentException(
                key
                        + " is of kind "
                        + measure.kind().key()
                        + ", which is not the kind of "
                        + value);
    }

    /** Values that between them meet and miss the conditions in every way a value can. */
    private Stream<MeasuredValue> samples() {
        return switch (measure.kind()) {
            case SHARE, GROWTH, REDUCTION ->
                    numbers().map(number -> new MeasuredValue.Percentage(number));
            case COUNT -> numbers().map(number -> new MeasuredValue.Count(number));
            case NUMBER -> numbers().map(number -> new MeasuredValue.Quantity(number));
            case DONE -> Stream.of(new MeasuredValue.Done(null), new MeasuredValue.NotDone());
            case DATE ->
                    // Any day will do where no level names a deadline.
                    Stream.concat(Stream.of(LocalDate.EPOCH), deadlines())
                            .flatMap(day -> Stream.of(day, day.plusDays(1)))
                            .map(day -> new MeasuredValue.Day(day));
        };
    }

    private Stream<BigDecimal> numbers() {
        List<BigDecimal> thresholds =
                clauses.stream()
                        .map(Clause::condition)
                        .filter(Condition.Comparison.class::isInstance)
                        .map(Condition.Comparison.class::cast)
                        .map(Condition.Comparison::threshold)
                        .toList();
        return ValueRange.of(measure.kind()).samples(thresholds).stream();
    }

    private Stream<LocalDate> deadlines() {
        return clauses.stream()
                .map(Clause::condition)
                .filter(Condition.DoneBy.class::isInstance)
                .map(Condition.DoneBy.class::cast)
                .map(Condition.DoneBy::deadline);
    }
}
