package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.MeasureId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The place of a number that a level asks for: the bound of one of its numeric conditions.
 *
 * @param level 1 to the top level of the indicator
 * @param position 1–9, of the level's numeric conditions on this measure in their order; mostly 1,
 *     since few levels ask for a measure from one number to another
 */
public record Threshold(IndicatorId indicator, int level, MeasureId measure, int position)
        implements Comparable<Threshold> {

    private static final int LAST_POSITION = 9;
    private static final Comparator<Threshold> ORDER =
            Comparator.comparing(Threshold::indicator)
                    .thenComparing(Threshold::level)
                    .thenComparing(Threshold::measure)
                    .thenComparing(Threshold::position);

    public Threshold {
        if (level < 1 || level > Level.MAX) {
            throw new IllegalArgumentException("A level is 1 to " + Level.MAX + ": " + level);
        }
        if (position < 1 || position > LAST_POSITION) {
            throw new IllegalArgumentException("A position is 1 to 9: " + position);
        }
    }

    /** The threshold of a level that has a single one on the measure. */
    public static Threshold of(IndicatorId indicator, int level, MeasureId measure) {
        return new Threshold(indicator, level, measure, 1);
    }

    /** All thresholds of an indicator, by level and in the order of the conditions. */
    public static Map<Threshold, Condition.Comparison> allOf(Indicator indicator) {
        Map<Threshold, Condition.Comparison> all = new LinkedHashMap<>();
        for (Level level : indicator.levels()) {
            all.putAll(of(indicator, level));
        }
        return all;
    }

    /** The thresholds of one level, in the order of its conditions. */
    static Map<Threshold, Condition.Comparison> of(Indicator indicator, Level level) {
        Map<Threshold, Condition.Comparison> all = new LinkedHashMap<>();
        Map<MeasureId, Integer> positions = new HashMap<>();
        for (Condition condition : level.conditions()) {
            if (condition instanceof Condition.Comparison comparison) {
                int position = positions.merge(comparison.measure(), 1, Integer::sum);
                all.put(
                        new Threshold(
                                indicator.id(), level.number(), comparison.measure(), position),
                        comparison);
            }
        }
        return all;
    }

    /** The condition as agreed; absent if the agreement has none here. */
    public Optional<Condition.Comparison> in(Agreement agreement) {
        return agreement
                .indicator(indicator)
                .filter(found -> level <= found.topLevel())
                .flatMap(found -> Optional.ofNullable(of(found, found.level(level)).get(this)));
    }

    @Override
    public int compareTo(Threshold other) {
        return ORDER.compare(this, other);
    }

    /** The form of the text of a draft, such as {@code P1.l3.households_developed}. */
    @Override
    public String toString() {
        return indicator + ".l" + level + "." + measure + (position == 1 ? "" : "." + position);
    }
}
