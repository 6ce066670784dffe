package districtkpi.ui.weights;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.WeightSpread;
import districtkpi.ui.text.ServerTexts;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** What comes of giving one indicator another weight while its section keeps its total. */
sealed interface WeightChange {

    /**
     * The others made room.
     *
     * @param locked with the indicator itself, so that the next change leaves it as it is
     */
    record Made(Draft draft, Set<IndicatorId> locked) implements WeightChange {}

    /** It cannot be done; nothing changes. */
    record Refused(LocalizedText reason) implements WeightChange {}

    /**
     * Gives an indicator of the agreement another weight.
     *
     * @param locked indicators that stay as they are in the draft
     */
    static WeightChange of(
            Agreement agreement,
            Draft draft,
            Set<IndicatorId> locked,
            IndicatorId indicator,
            BigDecimal weight) {
        BigDecimal most = agreement.section(agreement.sectionOf(indicator)).orElseThrow().outOf();
        if (weight.signum() <= 0
                || weight.compareTo(most) > 0
                || weight.stripTrailingZeros().scale() > 2) {
            return new Refused(ServerTexts.text("draft.weight", most.toPlainString()));
        }
        Set<IndicatorId> kept = new TreeSet<>(locked);
        kept.add(indicator);
        return switch (draft.withWeight(indicator, weight)
                .spread(agreement, agreement.sectionOf(indicator), kept)) {
            case WeightSpread.Spread(Draft spread) -> new Made(spread, kept);
            case WeightSpread.Impossible(LocalizedText reason) -> new Refused(reason);
        };
    }
}
