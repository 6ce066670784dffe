package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether drafted thresholds still rise, or fall, from level to level. */
final class ThresholdOrder {

    private final Draft draft;
    private final Indicator indicator;

    private ThresholdOrder(Draft draft, Indicator indicator) {
        this.draft = draft;
        this.indicator = indicator;
    }

    /**
     * A warning for each drafted threshold that is out of order with the same measure's at the
     * level before or after it.
     */
    static List<LocalizedText> warnings(Draft draft, Agreement agreement) {
        List<LocalizedText> warnings = new ArrayList<>();
        for (Threshold threshold : draft.thresholds().keySet()) {
            agreement
                    .indicator(threshold.indicator())
                    .ifPresent(indicator -> {
                        ThresholdOrder order = new ThresholdOrder(draft, indicator);
                        order.warning(threshold, threshold.level() - 1).ifPresent(warnings::add);
                        order.warning(threshold, threshold.level() + 1).ifPresent(warnings::add);
                    });
        }
        return warnings;
    }

    private Optional<LocalizedText> warning(Threshold threshold, int neighbour) {
        if (neighbour < 1 || neighbour > indicator.topLevel()) {
            return Optional.empty();
        }
        var all = Threshold.allOf(indicator);
        Threshold other =
                new Threshold(
                        threshold.indicator(),
                        neighbour,
                        threshold.measure(),
                        threshold.position());
        Condition.Comparison here = all.get(threshold);
        Condition.Comparison there = all.get(other);
        boolean saidThere = neighbour > threshold.level() && draft.thresholds().containsKey(other);
        if (saidThere
                || here == null
                || there == null
                || direction(here.operator()) != direction(there.operator())) {
            return Optional.empty();
        }
        BigDecimal bound = draft.boundOf(threshold, here);
        BigDecimal otherBound = draft.boundOf(other, there);
        // Positive where the higher of the two levels asks for more, seen from this one.
        int step =
                otherBound.compareTo(bound)
                        * direction(here.operator())
                        * (neighbour > threshold.level() ? 1 : -1);
        boolean sameAsOnly =
                step == 0
                        && here.operator() == there.operator()
                        && indicator.level(threshold.level()).conditions().size() == 1
                        && indicator.level(neighbour).conditions().size() == 1;
        return step < 0 || sameAsOnly
                ? Optional.of(DraftMessage.outOfOrder(threshold, bound, neighbour, otherBound))
                : Optional.empty();
    }

    /** 1 where more is better, −1 where less is better, 0 where neither. */
    private static int direction(Operator operator) {
        return switch (operator) {
            case AT_LEAST, MORE_THAN -> 1;
            case AT_MOST, LESS_THAN -> -1;
            case EQUAL_TO -> 0;
        };
    }
}
