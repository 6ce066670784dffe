package districtkpi.scoring;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Explanation.ConditionCheck;
import districtkpi.scoring.Explanation.LevelCheck;
import districtkpi.scoring.Explanation.NextLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Where a result stands on the ladder of its indicator: at which condition it decides whether it
 * gets on, and how far it has come to it.
 *
 * @param condition the first of the next level that does not hold; where there is no way up, the
 *     first number that the level reached asks for, or else the first thing
 * @param part of the way from the threshold of the level reached to that of the next one, 0–1;
 *     absent where there is no next level, and where the two are no numbers of one measure
 */
public record LadderPosition(Condition condition, Optional<BigFraction> part) {

    /**
     * Finds the place of a computed score.
     *
     * @param score not one that somebody set: no figure decides that
     * @param values of the district
     */
    public static LadderPosition of(
            IndicatorScore.WithLevel score, Map<MeasureKey, MeasuredValue> values) {
        List<LevelCheck> levels = score.explanation().levels();
        return score.explanation()
                .next()
                .map(next -> towards(next, levels, score, values))
                .orElseGet(
                        () -> new LadderPosition(reached(levels, score.level()), Optional.empty()));
    }

    private static LadderPosition towards(
            NextLevel next,
            List<LevelCheck> levels,
            IndicatorScore.WithLevel score,
            Map<MeasureKey, MeasuredValue> values) {
        Condition condition = lacking(levels.get(next.level().number() - 1));
        return condition instanceof Condition.Comparison comparison
                ? new LadderPosition(comparison, part(comparison, levels, score, values))
                : new LadderPosition(condition, Optional.empty());
    }

    /** The first condition that does not hold; the first one where only lower levels lack one. */
    private static Condition lacking(LevelCheck level) {
        return level.conditions().stream()
                .filter(check -> check.outcome() != Explanation.Outcome.HOLDS)
                .findFirst()
                .orElseGet(() -> level.conditions().getFirst())
                .condition();
    }

    private static Condition reached(List<LevelCheck> levels, int level) {
        List<ConditionCheck> conditions = levels.get(Math.max(level, 1) - 1).conditions();
        return conditions.stream()
                .map(ConditionCheck::condition)
                .filter(Condition.Comparison.class::isInstance)
                .findFirst()
                .orElseGet(() -> conditions.getFirst().condition());
    }

    private static Optional<BigFraction> part(
            Condition.Comparison next,
            List<LevelCheck> levels,
            IndicatorScore.WithLevel score,
            Map<MeasureKey, MeasuredValue> values) {
        Optional<BigFraction> number = ComparedNumber.of(score, next.measure(), values);
        Optional<BigFraction> from =
                score.level() == 0
                        ? Optional.empty()
                        : threshold(levels.get(score.level() - 1), next);
        if (number.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        BigFraction way = Exact.fraction(next.threshold()).subtract(from.get());
        if (way.equals(BigFraction.ZERO)) {
            return Optional.empty();
        }
        BigFraction part = number.get().subtract(from.get()).divide(way);
        return Optional.of(limited(part));
    }

    private static Optional<BigFraction> threshold(LevelCheck level, Condition.Comparison of) {
        return level.conditions().stream()
                .map(ConditionCheck::condition)
                .filter(Condition.Comparison.class::isInstance)
                .map(Condition.Comparison.class::cast)
                .filter(one -> one.measure().equals(of.measure()))
                .map(one -> Exact.fraction(one.threshold()))
                .findFirst();
    }

    private static BigFraction limited(BigFraction part) {
        if (part.compareTo(BigFraction.ZERO) < 0) {
            return BigFraction.ZERO;
        }
        return part.compareTo(BigFraction.ONE) > 0 ? BigFraction.ONE : part;
    }
}
