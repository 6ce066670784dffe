package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.ComparedNumber;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Distance.Direction;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.IndicatorScore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Finds what has to change for a level of an indicator, and whether it still can. */
final class Way {

    private static final Comparator<Distance> BY_LENGTH =
            Comparator.comparing(Way::length).thenComparing(Way::isStrict);

    private final IndicatorScore score;
    private final Indicator indicator;
    private final Map<MeasureKey, MeasuredValue> values;
    private final LocalDate today;

    /**
     * @param values by which it was scored
     */
    Way(IndicatorScore score, Map<MeasureKey, MeasuredValue> values, LocalDate today) {
        this.score = score;
        this.indicator = score.indicator();
        this.values = values;
        this.today = today;
    }

    /** The conditions on the way to a level. */
    Stream<Condition> conditions(int level) {
        List<Level> levels = indicator.levels();
        List<Level> needed =
                indicator.ladder().value() == Ladder.CUMULATIVE
                        ? levels.subList(0, level)
                        : levels.subList(level - 1, level);
        return needed.stream().flatMap(each -> each.conditions().stream());
    }

    /** Whether a day by which something had to be done is over. */
    boolean isOver(LocalDate deadline) {
        return deadline.isBefore(today);
    }

    /**
     * What has to change for a level.
     *
     * @return absent where it cannot be reached any more, or only with figures that nobody reported
     */
    Optional<List<Change>> changes(NextLevel target) {
        Map<MeasureId, List<Distance>> byMeasure = new LinkedHashMap<>();
        for (Distance distance : target.missing()) {
            byMeasure.computeIfAbsent(distance.measure(), _ -> new ArrayList<>()).add(distance);
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<MeasureId, List<Distance>> entry : byMeasure.entrySet()) {
            Optional<Change> change =
                    change(target.level().number(), entry.getKey(), entry.getValue());
            if (change.isEmpty()) {
                return Optional.empty();
            }
            changes.add(change.get());
        }
        return Optional.of(changes);
    }

    private Optional<Change> change(int level, MeasureId id, List<Distance> distances) {
        MeasureKey key = indicator.key(id);
        for (Distance distance : distances) {
            boolean open =
                    switch (distance) {
                        case Distance.OutOfReach _, Distance.FigureMissing _ -> false;
                        case Distance.DueBy(var _, LocalDate deadline) -> !isOver(deadline);
                        case Distance.Amount _, Distance.PercentagePoints _, Distance.StepToDo _ ->
                                true;
                    };
            if (!open) {
                return Optional.empty();
            }
        }
        Distance furthest = distances.stream().max(BY_LENGTH).orElseThrow();
        return switch (furthest) {
            case Distance.Amount(var _, var _, var _, BigDecimal target) ->
                    number(level, key, furthest, Optional.of(target));
            case Distance.PercentagePoints _ -> number(level, key, furthest, Optional.empty());
            case Distance.StepToDo _,
                    Distance.DueBy _,
                    Distance.FigureMissing _,
                    Distance.OutOfReach _ ->
                    Optional.of(new Change(key, furthest, BigFraction.ONE, BigFraction.ONE));
        };
    }

    /** The longer the distance, the more it asks; an earlier day asks more than a later one. */
    private static BigDecimal length(Distance distance) {
        return switch (distance) {
            case Distance.Amount(var _, var _, BigDecimal amount, var _) -> amount;
            case Distance.PercentagePoints(var _, var _, BigDecimal points, var _) -> points;
            case Distance.DueBy(var _, LocalDate deadline) ->
                    BigDecimal.valueOf(-deadline.toEpochDay());
            case Distance.StepToDo _, Distance.FigureMissing _, Distance.OutOfReach _ ->
                    BigDecimal.ZERO;
        };
    }

    private static boolean isStrict(Distance distance) {
        return distance instanceof Distance.PercentagePoints points && points.strict();
    }

    /**
     * A number that has to change, unless the number that it comes to breaks something else that
     * the way asks of it: two conditions can pull in different directions, and a step that was
     * reached as "less than 7" is lost above it.
     */
    private Optional<Change> number(
            int level, MeasureKey key, Distance distance, Optional<BigDecimal> target) {
        Measure measure = indicator.measure(key.measure()).orElseThrow();
        BigFraction from =
                ComparedNumber.of(score, key.measure(), values)
                        .orElseThrow(() -> new IllegalArgumentException(key + " has no number"));
        BigFraction to =
                target.map(value -> numberAt(key, measure, value))
                        .orElseGet(() -> from.add(points(distance)));
        int beyond = isStrict(distance) ? sign(distance) : 0;
        boolean holds =
                conditions(level)
                        .filter(condition -> condition.measure().equals(key.measure()))
                        .allMatch(condition ->
                                condition instanceof Condition.Comparison comparison
                                        && holds(comparison, to, beyond));
        return holds
                ? Optional.of(
                        new Change(
                                key,
                                distance,
                                to.subtract(from),
                                LadderScale.of(indicator, measure).steps(from, to)))
                : Optional.empty();
    }

    private static boolean holds(Condition.Comparison comparison, BigFraction to, int beyond) {
        int sign = to.compareTo(Exact.fraction(comparison.threshold()));
        return comparison.operator().holdsFor(sign == 0 ? beyond : sign);
    }

    private static BigFraction points(Distance distance) {
        return Exact.fraction(length(distance)).multiply(sign(distance));
    }

    private static int sign(Distance distance) {
        return distance instanceof Distance.PercentagePoints points
                        && points.direction() == Direction.LESS
                ? -1
                : 1;
    }

    /** The number that a value makes; of a computed measure it is the number itself. */
    private BigFraction numberAt(MeasureKey key, Measure measure, BigDecimal target) {
        return values.get(key) instanceof MeasuredValue.Ratio(var _, BigDecimal of)
                ? ComparedNumber.of(measure.kind(), new MeasuredValue.Ratio(target, of))
                        .orElseThrow()
                : Exact.fraction(target);
    }
}
