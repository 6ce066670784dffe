package districtkpi.scoring;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Explanation.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number of a computed measure, and which numbers it can become while figures are
 * missing. Exact, as no measure is asked for in two places.
 */
final class ComputedRules {

    /** Of a longer time each day would be a case of its own. */
    private static final int MAX_DAYS = 1000;

    private final ComputedMeasure measure;
    private final Indicator indicator;
    private final Map<MeasureId, ComputedRules> others;
    private final Inputs inputs;

    /** What each kind of computation makes of what is known. */
    private interface Inputs {

        /**
         * @param known in which a measure without a value is free
         */
        NumberSet possible(Map<MeasureKey, MeasuredValue> known);

        /** Of each step how it turned out; none for what has no steps. */
        default List<Outcome> steps(Map<MeasureKey, MeasuredValue> known) {
            return List.of();
        }
    }

    /**
     * @param others those that are computed before this one
     */
    private ComputedRules(
            Indicator indicator, ComputedMeasure measure, Map<MeasureId, ComputedRules> others) {
        this.measure = measure;
        this.indicator = indicator;
        this.others = others;
        this.inputs =
                switch (measure.computation()) {
                    case Computation.Points points -> new Steps(points);
                    case Computation.Combination combination -> combined(combination);
                    case Computation.Line line -> line(line);
                    case Computation.DayLine line -> dayLine(line);
                };
    }

    /**
     * The computed measures of an indicator, in their order.
     *
     * @throws IllegalArgumentException if one is made of a measure that the indicator does not have
     *     before it or that is no number where one is needed, or if a measure is asked for in two
     *     places
     */
    static Map<MeasureId, ComputedRules> of(Indicator indicator) {
        Map<MeasureId, ComputedRules> rules = new LinkedHashMap<>();
        Set<MeasureId> used =
                indicator.levels().stream()
                        .flatMap(level -> level.conditions().stream())
                        .map(Condition::measure)
                        .collect(Collectors.toCollection(HashSet::new));
        for (ComputedMeasure measure : indicator.computedMeasures()) {
            for (MeasureId input : measure.computation().inputs()) {
                if (!used.add(input)) {
                    throw new IllegalArgumentException(
                            indicator.key(input) + " is asked for in two places");
                }
            }
            rules.put(measure.id(), new ComputedRules(indicator, measure, Map.copyOf(rules)));
        }
        return rules;
    }

    ComputedMeasure measure() {
        return measure;
    }

    /**
     * The numbers that it can become.
     *
     * @param known in which a measure without a value is missing; a single number if none is
     */
    NumberSet possible(Map<MeasureKey, MeasuredValue> known) {
        return inputs.possible(known)
                .within(
                        measure.min().map(Exact::fraction).orElse(null),
                        measure.max().map(Exact::fraction).orElse(null));
    }

    /**
     * The numbers that it can become if all goes on: of what is known, only what was done and the
     * days on which it was stay as they are.
     */
    NumberSet reachable(Map<MeasureKey, MeasuredValue> known) {
        return possible(
                known.entrySet().stream()
                        .filter(one ->
                                one.getValue() instanceof MeasuredValue.Done
                                        || one.getValue() instanceof MeasuredValue.Day)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The recorded measures without a value that it is made of, in their order. */
    List<MeasureId> missing(Map<MeasureKey, MeasuredValue> known) {
        return measure.computation().inputs().stream()
                .flatMap(input -> {
                    ComputedRules computed = others.get(input);
                    if (computed != null) {
                        return computed.missing(known).stream();
                    }
                    return known.containsKey(indicator.key(input))
                            ? Stream.empty()
                            : Stream.of(input);
                })
                .toList();
    }

    /** What it came to, for whoever wants to know why. */
    ComputedFigure figure(Map<MeasureKey, MeasuredValue> known) {
        NumberSet possible = possible(known);
        return new ComputedFigure(
                measure, possible.single(), possible.min(), possible.max(), inputs.steps(known));
    }

    private Measure recorded(MeasureId id) {
        return indicator
                .recordedMeasure(id)
                .orElseThrow(() -> new IllegalArgumentException("No measure " + indicator.key(id)));
    }

    /** The numbers of an input that is reckoned with. */
    private NumberSet numbers(MeasureId id, Map<MeasureKey, MeasuredValue> known) {
        ComputedRules computed = others.get(id);
        if (computed != null) {
            return computed.possible(known);
        }
        MeasureKind kind = recorded(id).kind();
        MeasuredValue value = known.get(indicator.key(id));
        return value == null
                ? all(kind)
                : NumberSet.of(ComparedNumber.of(kind, value).orElseThrow());
    }

    private static NumberSet all(MeasureKind kind) {
        ValueRange range = ValueRange.of(kind);
        return NumberSet.of(fraction(range.lowest()), fraction(range.highest()));
    }

    private static @Nullable BigFraction fraction(@Nullable BigDecimal number) {
        return number == null ? null : Exact.fraction(number);
    }

    private void requireNumber(MeasureId id) {
        if (!others.containsKey(id) && !recorded(id).kind().isNumeric()) {
            throw new IllegalArgumentException(indicator.key(id) + " is no number");
        }
    }

    private Inputs combined(Computation.Combination combination) {
        combination.inputs().forEach(this::requireNumber);
        BigFraction weights =
                combination.terms().stream()
                        .map(term -> Exact.fraction(term.weight()))
                        .reduce(BigFraction.ZERO, BigFraction::add);
        return known ->
                switch (combination.aggregation()) {
                    case SUM -> sum(combination, known);
                    case MEAN -> sum(combination, known).times(weights.reciprocal());
                    case HIGHEST ->
                            terms(combination, known).reduce(NumberSet::higher).orElseThrow();
                    case LOWEST -> terms(combination, known).reduce(NumberSet::lower).orElseThrow();
                };
    }

    private NumberSet sum(
            Computation.Combination combination, Map<MeasureKey, MeasuredValue> known) {
        return terms(combination, known).reduce(NumberSet::plus).orElseThrow();
    }

    private Stream<NumberSet> terms(
            Computation.Combination combination, Map<MeasureKey, MeasuredValue> known) {
        return combination.terms().stream()
                .map(term -> numbers(term.measure(), known).times(Exact.fraction(term.weight())));
    }

    private Inputs line(Computation.Line line) {
        requireNumber(line.measure());
        PiecewiseLine points =
                new PiecewiseLine(
                        line.knots().stream().map(knot -> Exact.fraction(knot.at())).toList(),
                        line.knots().stream().map(knot -> Exact.fraction(knot.points())).toList());
        return known -> points.of(numbers(line.measure(), known));
    }

    private Inputs dayLine(Computation.DayLine line) {
        Measure date = recorded(line.measure());
        if (date.kind() != MeasureKind.DATE) {
            throw new IllegalArgumentException(indicator.key(date.id()) + " is no day");
        }
        PiecewiseLine points =
                new PiecewiseLine(
                        line.days().stream().map(knot -> day(knot.at())).toList(),
                        line.days().stream().map(knot -> Exact.fraction(knot.points())).toList());
        NumberSet never = NumberSet.of(day(line.days().getLast().at()));
        NumberSet any = points.of(days(line.days().getFirst().at(), line.days().getLast().at()));
        return known ->
                switch (known.get(indicator.key(date.id()))) {
                    case null -> any;
                    case MeasuredValue.Day(LocalDate day) -> points.of(NumberSet.of(day(day)));
                    default -> points.of(never);
                };
    }

    private static BigFraction day(LocalDate day) {
        return BigFraction.of(day.toEpochDay());
    }

    private static NumberSet days(LocalDate first, LocalDate last) {
        return first.plusDays(MAX_DAYS).isBefore(last)
                ? NumberSet.of(day(first), day(last))
                : NumberSet.of(first.datesUntil(last.plusDays(1)).map(ComputedRules::day).toList());
    }

    /** Steps with points; a set of steps is bits, as a set of levels is. */
    private final class Steps implements Inputs {

        private final Computation.Points points;
        private final List<List<Condition>> conditions;
        private final Map<MeasureId, MeasureRules> recorded = new LinkedHashMap<>();
        private final Map<MeasureId, NumberRules> computed = new LinkedHashMap<>();

        Steps(Computation.Points points) {
            this.points = points;
            this.conditions = points.steps().stream().map(Computation.Step::conditions).toList();
            for (MeasureId input : points.inputs()) {
                if (others.containsKey(input)) {
                    computed.put(input, new NumberRules(input, conditions));
                } else {
                    recorded.put(input, new MeasureRules(indicator, recorded(input), conditions));
                }
            }
        }

        @Override
        public NumberSet possible(Map<MeasureKey, MeasuredValue> known) {
            return NumberSet.of(held(known).stream().map(this::total).collect(Collectors.toSet()));
        }

        @Override
        public List<Outcome> steps(Map<MeasureKey, MeasuredValue> known) {
            Set<Integer> held = held(known);
            return IntStream.range(0, conditions.size())
                    .mapToObj(step -> Outcome.of(held.stream().map(set -> has(set, step))))
                    .toList();
        }

        /** The sets of steps that can come to hold together. */
        private Set<Integer> held(Map<MeasureKey, MeasuredValue> known) {
            Set<Integer> held = Set.of(MeasureRules.all(conditions));
            for (MeasureRules rules : recorded.values()) {
                MeasuredValue value = known.get(rules.key());
                held =
                        MeasureRules.both(
                                held,
                                value == null
                                        ? rules.possible()
                                        : Set.of(rules.levelsAllowedBy(value)));
            }
            for (Map.Entry<MeasureId, NumberRules> one : computed.entrySet()) {
                held =
                        MeasureRules.both(
                                held, one.getValue().possible(numbers(one.getKey(), known)));
            }
            return held;
        }

        private BigFraction total(int held) {
            Stream<BigFraction> earned =
                    IntStream.range(0, conditions.size())
                            .filter(step -> has(held, step))
                            .mapToObj(step -> Exact.fraction(points.steps().get(step).points()));
            return switch (points.accumulation()) {
                case SUM -> earned.reduce(BigFraction.ZERO, BigFraction::add);
                case BEST -> earned.max(BigFraction::compareTo).orElse(BigFraction.ZERO);
            };
        }

        private static boolean has(int held, int step) {
            return (held & (1 << step)) != 0;
        }
    }
}
