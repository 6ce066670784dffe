package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Scores one indicator. */
final class IndicatorRules {

    private final Indicator indicator;
    private final boolean applies;
    private final List<MeasureRules> measures;
    private final int allLevels;
    private final int floor;
    private final List<BigFraction> scores;
    private final IndicatorScore.NoResult noResult;
    private final @Nullable LinearLevels linear;

    /** A measure with its value; none while it is missing. */
    private record Figure(MeasureRules rules, @Nullable MeasuredValue value) {

        ConditionCheck check(Condition condition) {
            if (value == null) {
                return new ConditionCheck(
                        condition,
                        Outcome.UNKNOWN,
                        Optional.of(Distances.withoutFigure(condition)));
            }
            return rules.holds(condition, value)
                    ? new ConditionCheck(condition, Outcome.HOLDS, Optional.empty())
                    : new ConditionCheck(
                            condition,
                            Outcome.FAILS,
                            Optional.of(Distances.of(condition, rules.measure(), value)));
        }
    }

    /** The rules for all districts of which the agreement says nothing else. */
    IndicatorRules(Agreement agreement, Indicator indicator) {
        this(agreement, indicator, true);
    }

    /**
     * @param applies false where the indicator is none of the district's
     * @throws IllegalArgumentException if a condition is on an unknown measure or does not fit the
     *     kind of its measure, if the levels cannot be interpolated although they are to be, or if
     *     a result below level 1 is worth more than level 1
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
        this.measures =
                indicator.measures().stream()
                        .map(measure -> new MeasureRules(indicator, measure))
                        .toList();
        this.allLevels = MeasureRules.allLevels(indicator);
        this.floor = agreement.lowestLevel(indicator);
        this.scores =
                IntStream.rangeClosed(0, indicator.topLevel())
                        .mapToObj(level -> Exact.fraction(agreement.score(indicator, level)))
                        .toList();
        if (scores.get(0).compareTo(scores.get(1)) > 0) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ": below level 1 is worth more than level 1");
        }
        Set<Integer> possible = possible(allLevels, measures);
        this.noResult = new IndicatorScore.NoResult(indicator, lowest(possible), highest(possible));
        this.linear =
                switch (indicator.interpolation().value()) {
                    case NONE -> null;
                    case LINEAR -> LinearLevels.of(indicator, agreement.belowLevelOne(indicator));
                };
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
        List<@Nullable MeasuredValue> figures = new ArrayList<>(measures.size());
        int missing = 0;
        int met = allLevels;
        MeasuredValue.@Nullable NotApplicable notApplicable = null;
        for (MeasureRules measure : measures) {
            MeasuredValue value = values.get(measure.key());
            figures.add(value);
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
        return missing == 0 ? scored(figures, met) : incomplete(figures, met);
    }

    private IndicatorScore scored(List<@Nullable MeasuredValue> figures, int met) {
        int reached = reached(met);
        int level = Math.max(reached, floor);
        MeasuredValue single = figures.getFirst();
        BigFraction levelScore =
                linear == null || single == null || reached < floor
                        ? scores.get(level)
                        : linear.score(reached, single);
        return new IndicatorScore.Scored(
                indicator,
                level,
                levelScore,
                new Explanation(() -> explain(figures, level)),
                Optional.empty());
    }

    private IndicatorScore incomplete(List<@Nullable MeasuredValue> figures, int known) {
        List<MeasureRules> missing = new ArrayList<>();
        int met = known;
        for (int i = 0; i < measures.size(); i++) {
            if (figures.get(i) == null) {
                missing.add(measures.get(i));
                met &= measures.get(i).levelsWithout();
            }
        }
        int level = Math.max(reached(met), floor);
        Set<Integer> possible = possible(known, missing);
        return new IndicatorScore.Incomplete(
                indicator,
                level,
                scores.get(level),
                lowest(possible),
                highest(possible),
                missing.stream().map(rules -> rules.measure().id()).toList(),
                new Explanation(() -> explain(figures, level)));
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
    private static Set<Integer> possible(int known, List<MeasureRules> missing) {
        Set<Integer> possible = Set.of(known);
        for (MeasureRules measure : missing) {
            Set<Integer> next = new HashSet<>();
            for (int levels : possible) {
                for (int allowed : measure.possible()) {
                    next.add(levels & allowed);
                }
            }
            possible = next;
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

    private Explanation.Content explain(List<@Nullable MeasuredValue> figures, int level) {
        Map<MeasureId, Figure> byMeasure = new HashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            MeasureRules rules = measures.get(i);
            byMeasure.put(rules.measure().id(), new Figure(rules, figures.get(i)));
        }
        List<LevelCheck> checks =
                indicator.levels().stream().map(each -> check(each, byMeasure)).toList();
        return new Explanation.Content(checks, above(checks, level));
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

    private List<NextLevel> above(List<LevelCheck> checks, int level) {
        return checks.subList(level, checks.size()).stream()
                .map(check -> way(checks, check))
                .toList();
    }

    /** What a level lacks; up a cumulative ladder the way leads over all levels below it. */
    private NextLevel way(List<LevelCheck> checks, LevelCheck target) {
        int number = target.level().number();
        List<LevelCheck> needed =
                switch (indicator.ladder().value()) {
                    case CUMULATIVE -> checks.subList(0, number);
                    case HIGHEST -> List.of(target);
                };
        List<Distance> missing =
                needed.stream()
                        .flatMap(check -> check.conditions().stream())
                        .flatMap(check -> check.distance().stream())
                        .distinct()
                        .toList();
        return new NextLevel(target.level(), missing);
    }
}
