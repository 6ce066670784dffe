package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.Explanation.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Scores one indicator. */
final class IndicatorRules {

    private final Indicator indicator;
    private final boolean applies;
    private final List<MeasureRules> measures;
    private final List<ComputedRules> allComputed;
    private final List<Computed> computed;
    private final int allLevels;
    private final int floor;
    private final List<BigFraction> scores;
    private final IndicatorScore.NoResult noResult;
    private final @Nullable LinearLevels linear;

    /** What is known of one measure, recorded or computed. */
    @FunctionalInterface
    private interface Figure {
        ConditionCheck check(Condition condition);
    }

    /**
     * A computed measure that the levels ask for.
     *
     * @param asked what they ask of it
     */
    private record Computed(ComputedRules rules, NumberRules asked) {}

    /** The rules for all districts of which the agreement says nothing else. */
    IndicatorRules(Agreement agreement, Indicator indicator) {
        this(agreement, indicator, true);
    }

    /**
     * @param applies false where the indicator is none of the district's
     * @throws IllegalArgumentException if a condition is on an unknown measure or does not fit the
     *     kind of its measure, if a measure cannot be computed, if the levels cannot be
     *     interpolated although they are to be, or if a result below level 1 is worth more than
     *     level 1
     */
    IndicatorRules(Agreement agreement, Indicator indicator, boolean applies) {
        this.indicator = indicator;
        this.applies = applies;
        for (Level level : indicator.levels()) {
            for (Condition condition : level.conditions()) {
                if (indicator.measure(condition.measure()).isEmpty()) {
                    throw new IllegalArgumentException(
                            "Level "
                                    + level.number()
                                    + " of "
                                    + indicator.id()
                                    + ": unknown measure "
                                    + condition.measure());
                }
            }
        }
        List<List<Condition>> levels = indicator.levels().stream().map(Level::conditions).toList();
        this.measures =
                indicator.measures().stream()
                        .map(measure -> new MeasureRules(indicator, measure, levels))
                        .toList();
        this.allComputed = List.copyOf(ComputedRules.of(indicator).values());
        this.computed =
                allComputed.stream()
                        .filter(rules -> isAskedFor(rules.measure().id()))
                        .map(rules ->
                                new Computed(rules, new NumberRules(rules.measure().id(), levels)))
                        .toList();
        this.allLevels = MeasureRules.all(levels);
        this.floor = agreement.lowestLevel(indicator);
        this.scores =
                IntStream.rangeClosed(0, indicator.topLevel())
                        .mapToObj(level -> Exact.fraction(agreement.score(indicator, level)))
                        .toList();
        if (scores.get(0).compareTo(scores.get(1)) > 0) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ": below level 1 is worth more than level 1");
        }
        this.linear =
                switch (indicator.interpolation().value()) {
                    case NONE -> null;
                    case LINEAR -> LinearLevels.of(indicator, agreement.belowLevelOne(indicator));
                };
        List<NumberSet> numbers = numbers(Map.of());
        Set<Integer> possible = possible(allLevels, measures, numbers);
        ScoreRange range = range(possible, numbers);
        this.noResult =
                new IndicatorScore.NoResult(
                        indicator, lowest(possible), highest(possible), range.min(), range.max());
        if (linear == null && agreement.belowLevelOne(indicator).linear()) {
            throw new IllegalArgumentException(
                    "Indicator "
                            + indicator.id()
                            + ": below level 1 is interpolated, but not the levels");
        }
        if (linear != null && noResult.levelMax() < indicator.topLevel()) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ": interpolated towards a level out of reach");
        }
    }

    Indicator indicator() {
        return indicator;
    }

    /** What level 0, 1 … is worth, of {@link Indicator#maxScore()}. */
    List<BigFraction> scores() {
        return scores;
    }

    private boolean isAskedFor(MeasureId measure) {
        return indicator.levels().stream()
                .flatMap(level -> level.conditions().stream())
                .anyMatch(condition -> condition.measure().equals(measure));
    }

    /** A computed score with the level that somebody set. */
    IndicatorScore.Scored overridden(IndicatorScore.WithLevel computed, LevelOverride override) {
        return IndicatorScore.Scored.overridden(computed, override, scores.get(override.level()));
    }

    /**
     * @throws IllegalArgumentException if a value is not of the kind of its measure
     */
    IndicatorScore score(Map<MeasureKey, MeasuredValue> values) {
        if (!applies) {
            return new IndicatorScore.NotApplicable(indicator, Optional.empty());
        }
        int missing = 0;
        int met = allLevels;
        MeasuredValue.@Nullable NotApplicable notApplicable = null;
        for (MeasureRules measure : measures) {
            MeasuredValue value = values.get(measure.key());
            if (value == null) {
                missing++;
                continue;
            }
            measure.requireFitting(value);
            if (value instanceof MeasuredValue.NotApplicable found) {
                notApplicable = notApplicable == null ? found : notApplicable;
            } else {
                met &= measure.levelsAllowedBy(value);
            }
        }
        if (notApplicable != null) {
            return new IndicatorScore.NotApplicable(indicator, Optional.of(notApplicable.note()));
        }
        if (missing == measures.size()) {
            return noResult;
        }
        return missing == 0 ? scored(values, met) : incomplete(values, met);
    }

    /** What each computed measure that the levels ask for can become; none for most indicators. */
    private List<NumberSet> numbers(Map<MeasureKey, MeasuredValue> values) {
        return computed.isEmpty()
                ? List.of()
                : computed.stream().map(one -> one.rules().possible(values)).toList();
    }

    /** The levels whose conditions hold whatever the computed measures become. */
    private int certain(List<NumberSet> numbers) {
        int met = allLevels;
        for (int i = 0; i < numbers.size(); i++) {
            met &= computed.get(i).asked().levelsCertainWith(numbers.get(i));
        }
        return met;
    }

    private IndicatorScore scored(Map<MeasureKey, MeasuredValue> values, int known) {
        List<NumberSet> numbers = numbers(values);
        int reached = reached(known & certain(numbers));
        int level = Math.max(reached, floor);
        return new IndicatorScore.Scored(
                indicator,
                level,
                linear == null ? scores.get(level) : score(reached, number(values, numbers)),
                new Explanation(() -> explain(values, level)),
                Optional.empty());
    }

    /** The one number that is interpolated, where nothing of it is missing. */
    private BigFraction number(Map<MeasureKey, MeasuredValue> values, List<NumberSet> numbers) {
        if (!numbers.isEmpty()) {
            return numbers.getFirst().single().orElseThrow();
        }
        MeasureRules single = measures.getFirst();
        return ComparedNumber.of(
                        single.measure().kind(), Objects.requireNonNull(values.get(single.key())))
                .orElseThrow();
    }

    /** Of the level that a number reaches, with its part of the step to the next one. */
    private BigFraction score(int reached, BigFraction number) {
        return linear == null || reached < floor
                ? scores.get(Math.max(reached, floor))
                : linear.score(reached, number);
    }

    private IndicatorScore incomplete(Map<MeasureKey, MeasuredValue> values, int known) {
        List<MeasureRules> missing =
                measures.stream().filter(rules -> !values.containsKey(rules.key())).toList();
        int met = known;
        for (MeasureRules rules : missing) {
            met &= rules.levelsWithout();
        }
        List<NumberSet> numbers = numbers(values);
        int level = Math.max(reached(met & certain(numbers)), floor);
        Set<Integer> possible = possible(known, missing, numbers);
        ScoreRange range = range(possible, numbers);
        return new IndicatorScore.Incomplete(
                indicator,
                level,
                linear == null ? scores.get(level) : range.min(),
                lowest(possible),
                highest(possible),
                range.min(),
                range.max(),
                missing.stream().map(rules -> rules.measure().id()).toList(),
                new Explanation(() -> explain(values, level)));
    }

    /** The lowest and the highest score that figures can bring. */
    private record ScoreRange(BigFraction min, BigFraction max) {}

    private ScoreRange range(Set<Integer> possible, List<NumberSet> numbers) {
        if (linear == null || numbers.isEmpty()) {
            return new ScoreRange(scores.get(lowest(possible)), scores.get(highest(possible)));
        }
        // The levels are thresholds of one number, which rise or fall.
        NumberRules asked = computed.getFirst().asked();
        List<BigFraction> ends =
                Stream.of(
                                numbers.getFirst().min().orElseGet(linear::belowAll),
                                numbers.getFirst().max().orElseGet(linear::aboveAll))
                        .map(number -> score(reached(asked.levelsAllowedBy(number)), number))
                        .sorted()
                        .toList();
        return new ScoreRange(ends.getFirst(), ends.getLast());
    }

    /** The level that the ladder gives for the set of levels whose own conditions hold. */
    private int reached(int met) {
        return switch (indicator.ladder().value()) {
            case CUMULATIVE -> Integer.numberOfTrailingZeros(~met);
            case HIGHEST -> Integer.SIZE - Integer.numberOfLeadingZeros(met);
        };
    }

    /**
     * The sets of levels that can be met once the missing measures have values.
     *
     * <p>Values that allow the same levels are one case, so that all values of all missing measures
     * together are followed exactly, however many there are: ten levels make 1,024 sets, and mostly
     * no more than eleven of them can be met.
     */
    private Set<Integer> possible(int known, List<MeasureRules> missing, List<NumberSet> numbers) {
        Set<Integer> possible = Set.of(known);
        for (MeasureRules measure : missing) {
            possible = MeasureRules.both(possible, measure.possible());
        }
        for (int i = 0; i < numbers.size(); i++) {
            possible =
                    MeasureRules.both(possible, computed.get(i).asked().possible(numbers.get(i)));
        }
        return possible;
    }

    private int lowest(Set<Integer> possible) {
        int lowest = indicator.topLevel();
        for (int levels : possible) {
            lowest = Math.min(lowest, Math.max(reached(levels), floor));
        }
        return lowest;
    }

    private int highest(Set<Integer> possible) {
        int highest = floor;
        for (int levels : possible) {
            highest = Math.max(highest, reached(levels));
        }
        return highest;
    }

    private Explanation.Content explain(Map<MeasureKey, MeasuredValue> values, int level) {
        Map<MeasureId, Figure> byMeasure = new HashMap<>();
        for (MeasureRules rules : measures) {
            MeasuredValue value = values.get(rules.key());
            byMeasure.put(rules.measure().id(), condition -> check(condition, rules, value));
        }
        for (Computed one : computed) {
            NumberSet possible = one.rules().possible(values);
            NumberSet reachable = one.rules().reachable(values);
            byMeasure.put(
                    one.rules().measure().id(),
                    condition ->
                            check(
                                    (Condition.Comparison) condition,
                                    one.rules().measure(),
                                    possible,
                                    reachable));
        }
        List<LevelCheck> checks =
                indicator.levels().stream().map(each -> check(each, byMeasure)).toList();
        return new Explanation.Content(
                checks,
                above(checks, level, values),
                allComputed.stream().map(rules -> rules.figure(values)).toList());
    }

    private static ConditionCheck check(
            Condition condition, MeasureRules rules, @Nullable MeasuredValue value) {
        if (value == null) {
            return new ConditionCheck(
                    condition, Outcome.UNKNOWN, Optional.of(Distances.withoutFigure(condition)));
        }
        return rules.holds(condition, value)
                ? new ConditionCheck(condition, Outcome.HOLDS, Optional.empty())
                : new ConditionCheck(
                        condition,
                        Outcome.FAILS,
                        Optional.of(Distances.of(condition, rules.measure(), value)));
    }

    private static ConditionCheck check(
            Condition.Comparison comparison,
            ComputedMeasure measure,
            NumberSet possible,
            NumberSet reachable) {
        Outcome outcome = possible.outcome(comparison);
        return new ConditionCheck(
                comparison,
                outcome,
                outcome == Outcome.HOLDS
                        ? Optional.empty()
                        : Optional.of(
                                reachable.outcome(comparison) == Outcome.FAILS
                                        ? new Distance.OutOfReach(measure.id())
                                        : Distances.ofComputed(comparison, measure, possible)));
    }

    private static LevelCheck check(Level level, Map<MeasureId, Figure> figures) {
        List<ConditionCheck> conditions =
                level.conditions().stream()
                        .map(condition ->
                                Objects.requireNonNull(figures.get(condition.measure()))
                                        .check(condition))
                        .toList();
        return new LevelCheck(level, together(conditions), conditions);
    }

    private static Outcome together(List<ConditionCheck> conditions) {
        List<Outcome> outcomes = conditions.stream().map(ConditionCheck::outcome).toList();
        if (outcomes.contains(Outcome.FAILS)) {
            return Outcome.FAILS;
        }
        return outcomes.contains(Outcome.UNKNOWN) ? Outcome.UNKNOWN : Outcome.HOLDS;
    }

    private List<NextLevel> above(
            List<LevelCheck> checks, int level, Map<MeasureKey, MeasuredValue> values) {
        return checks.subList(level, checks.size()).stream()
                .map(check -> way(checks, check, values))
                .toList();
    }

    /** What a level lacks; up a cumulative ladder the way leads over all levels below it. */
    private NextLevel way(
            List<LevelCheck> checks, LevelCheck target, Map<MeasureKey, MeasuredValue> values) {
        int number = target.level().number();
        List<LevelCheck> needed =
                switch (indicator.ladder().value()) {
                    case CUMULATIVE -> checks.subList(0, number);
                    case HIGHEST -> List.of(target);
                };
        List<Distance> missing =
                Stream.concat(
                                needed.stream()
                                        .flatMap(check -> check.conditions().stream())
                                        .flatMap(check -> check.distance().stream())
                                        .flatMap(distance -> reported(distance, values)),
                                outOfReachTogether(needed, values))
                        .distinct()
                        .toList();
        return new NextLevel(target.level(), missing);
    }

    /** In the place of a computed number that is open, the figures that somebody has to report. */
    private Stream<Distance> reported(Distance distance, Map<MeasureKey, MeasuredValue> values) {
        return distance instanceof Distance.FigureMissing(MeasureId measure)
                ? computed.stream()
                        .filter(one -> one.rules().measure().id().equals(measure))
                        .findFirst()
                        .map(one ->
                                one.rules().missing(values).stream()
                                        .<Distance>map(Distance.FigureMissing::new))
                        .orElseGet(() -> Stream.of(distance))
                : Stream.of(distance);
    }

    /** Computed numbers that can meet each of the conditions, and no number all of them. */
    private Stream<Distance> outOfReachTogether(
            List<LevelCheck> needed, Map<MeasureKey, MeasuredValue> values) {
        int levels =
                needed.stream()
                        .mapToInt(check -> 1 << (check.level().number() - 1))
                        .reduce(0, (a, b) -> a | b);
        return computed.stream()
                .filter(one ->
                        one.asked().possible(one.rules().reachable(values)).stream()
                                .noneMatch(allowed -> (allowed & levels) == levels))
                .map(one -> new Distance.OutOfReach(one.rules().measure().id()));
    }
}
