package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Section;
import districtkpi.scoring.Exact;
import districtkpi.scoring.FractionSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Spreads what locked weights leave of 100 over the other indicators of a section, in hundredths of
 * a percent, by the largest remainder method (Hare and Niemeyer).
 *
 * <p>An indicator keeps a weight: whoever would get less than 0.01 gets that, and the rest is
 * spread over the others.
 */
final class Spreading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Spreading() {}

    static WeightSpread of(
            Draft draft, Agreement agreement, Section section, Set<IndicatorId> locked) {
        List<Indicator> indicators =
                agreement.sections().stream()
                        .filter(terms -> terms.section() == section)
                        .flatMap(terms -> terms.indicators().stream())
                        .toList();
        for (Indicator indicator : indicators) {
            BigDecimal weight = draft.weightOf(indicator);
            if (weight.signum() <= 0 || weight.compareTo(HUNDRED) > 0) {
                return new WeightSpread.Impossible(
                        DraftMessage.weightOutOfRange(indicator.id(), weight));
            }
        }
        Map<Indicator, BigFraction> open = new LinkedHashMap<>();
        BigDecimal kept = BigDecimal.ZERO;
        for (Indicator indicator : indicators) {
            if (locked.contains(indicator.id())) {
                kept = kept.add(draft.weightOf(indicator));
            } else {
                open.put(indicator, Exact.fraction(draft.weightOf(indicator)));
            }
        }
        BigDecimal rest = HUNDRED.subtract(kept);
        if (open.isEmpty()) {
            return rest.signum() == 0
                    ? new WeightSpread.Spread(draft.withoutUnchanged(agreement))
                    : new WeightSpread.Impossible(DraftMessage.allLocked(kept));
        }
        if (rest.stripTrailingZeros().scale() > DECIMALS) {
            return new WeightSpread.Impossible(DraftMessage.lockedDecimals(kept));
        }
        long units = rest.movePointRight(DECIMALS).longValueExact();
        if (units < open.size()) {
            return new WeightSpread.Impossible(DraftMessage.nothingLeft(kept, open.size()));
        }
        Draft spread = draft;
        for (Map.Entry<Indicator, Long> share : shares(open, units).entrySet()) {
            spread =
                    spread.withWeight(
                            share.getKey().id(), BigDecimal.valueOf(share.getValue(), DECIMALS));
        }
        return new WeightSpread.Spread(spread.withoutUnchanged(agreement));
    }

    /**
     * Whole shares of a number of units, each at least 1.
     *
     * @param units at least as many as there are indicators
     */
    private static Map<Indicator, Long> shares(Map<Indicator, BigFraction> weights, long units) {
        Map<Indicator, Long> shares = new LinkedHashMap<>();
        Map<Indicator, BigFraction> left = new LinkedHashMap<>(weights);
        long rest = units;
        boolean again = true;
        while (again) {
            again = false;
            BigFraction unit = new BigFraction(rest).divide(sum(left));
            for (Indicator indicator : List.copyOf(left.keySet())) {
                BigFraction quota = unit.multiply(weights.getOrDefault(indicator, BigFraction.ONE));
                if (quota.compareTo(BigFraction.ONE) < 0) {
                    shares.put(indicator, 1L);
                    left.remove(indicator);
                    rest--;
                    again = true;
                }
            }
        }
        shares.putAll(byLargestRemainder(left, rest));
        return shares;
    }

    private record Quota(Indicator indicator, long whole, BigFraction remainder) {}

    private static Map<Indicator, Long> byLargestRemainder(
            Map<Indicator, BigFraction> weights, long units) {
        BigFraction unit = new BigFraction(units).divide(sum(weights));
        List<Quota> quotas = new ArrayList<>();
        long given = 0;
        for (Map.Entry<Indicator, BigFraction> entry : weights.entrySet()) {
            BigFraction quota = entry.getValue().multiply(unit);
            BigInteger whole = quota.getNumerator().divide(quota.getDenominator());
            quotas.add(
                    new Quota(
                            entry.getKey(),
                            whole.longValueExact(),
                            quota.subtract(new BigFraction(whole))));
            given += whole.longValueExact();
        }
        // The order of the agreement decides between equal remainders: the sort is stable.
        quotas.sort(Comparator.comparing(Quota::remainder).reversed());
        Map<Indicator, Long> shares = new LinkedHashMap<>();
        for (int i = 0; i < quotas.size(); i++) {
            shares.put(
                    quotas.get(i).indicator(), quotas.get(i).whole() + (i < units - given ? 1 : 0));
        }
        return shares;
    }

    private static BigFraction sum(Map<Indicator, BigFraction> weights) {
        FractionSum sum = new FractionSum();
        weights.values().forEach(sum::add);
        return sum.total();
    }
}
