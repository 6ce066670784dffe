package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.scoring.Exact;
import districtkpi.scoring.FractionSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Spreads what locked weights leave of 100, or of what the weights of the section are out of, over
 * the other indicators of a section, or what locked shares leave over the other sections, in
 * hundredths of a percent, by the largest remainder method (Hare and Niemeyer).
 *
 * <p>An indicator keeps a weight: whoever would get less than 0.01 gets that, and the rest is
 * spread over the others. One that is watched only keeps 0. A section may be left with a share of
 * 0.
 */
final class Spreading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Spreading() {}

    static WeightSpread ofWeights(
            Draft draft, Agreement agreement, SectionId section, Set<IndicatorId> locked) {
        Optional<SectionTerms> terms = agreement.section(section);
        List<Indicator> indicators = terms.map(SectionTerms::indicators).orElse(List.of());
        BigDecimal outOf = terms.map(SectionTerms::outOf).orElse(HUNDRED);
        Map<IndicatorId, BigFraction> open = new LinkedHashMap<>();
        BigDecimal kept = BigDecimal.ZERO;
        for (Indicator indicator : indicators) {
            BigDecimal weight = draft.weightOf(indicator);
            if (!DraftApplication.isWeight(indicator, weight, outOf)) {
                return new WeightSpread.Impossible(
                        DraftMessage.weightOutOfRange(indicator.id(), weight, outOf));
            }
            if (locked.contains(indicator.id())) {
                kept = kept.add(weight);
            } else if (weight.signum() > 0) {
                open.put(indicator.id(), Exact.fraction(weight));
            }
        }
        BigDecimal rest = outOf.subtract(kept);
        if (open.isEmpty()) {
            return rest.signum() == 0
                    ? new WeightSpread.Spread(draft.withoutUnchanged(agreement))
                    : new WeightSpread.Impossible(DraftMessage.allLocked(kept, outOf));
        }
        if (rest.stripTrailingZeros().scale() > DECIMALS) {
            return new WeightSpread.Impossible(DraftMessage.lockedDecimals(kept, outOf));
        }
        if (units(rest) < open.size()) {
            return new WeightSpread.Impossible(DraftMessage.nothingLeft(kept, open.size()));
        }
        Draft spread = draft;
        for (Map.Entry<IndicatorId, Long> part : partsOfOneOrMore(open, units(rest)).entrySet()) {
            spread = spread.withWeight(part.getKey(), hundredths(part.getValue()));
        }
        return new WeightSpread.Spread(spread.withoutUnchanged(agreement));
    }

    static WeightSpread ofShares(Draft draft, Agreement agreement, Set<SectionId> locked) {
        Map<SectionId, BigFraction> open = new LinkedHashMap<>();
        BigDecimal kept = BigDecimal.ZERO;
        for (SectionTerms terms : agreement.sections()) {
            BigDecimal share = draft.shareOf(terms);
            if (share.signum() < 0 || share.compareTo(HUNDRED) > 0) {
                return new WeightSpread.Impossible(
                        DraftMessage.shareOutOfRange(terms.name(), share));
            }
            if (locked.contains(terms.section())) {
                kept = kept.add(share);
            } else {
                open.put(terms.section(), Exact.fraction(share));
            }
        }
        BigDecimal rest = HUNDRED.subtract(kept);
        if (rest.signum() < 0 || (open.isEmpty() && rest.signum() > 0)) {
            return new WeightSpread.Impossible(DraftMessage.sharesLocked(kept));
        }
        if (rest.stripTrailingZeros().scale() > DECIMALS) {
            return new WeightSpread.Impossible(DraftMessage.shareDecimals(kept));
        }
        if (sum(open).equals(BigFraction.ZERO)) {
            // Nothing has no proportions: what is left is for all alike.
            open.replaceAll((_, _) -> BigFraction.ONE);
        }
        Draft spread = draft;
        for (Map.Entry<SectionId, Long> part : byLargestRemainder(open, units(rest)).entrySet()) {
            spread = spread.withShare(part.getKey(), hundredths(part.getValue()));
        }
        return new WeightSpread.Spread(spread.withoutUnchanged(agreement));
    }

    private static long units(BigDecimal percent) {
        return percent.movePointRight(DECIMALS).longValueExact();
    }

    private static BigDecimal hundredths(long units) {
        return BigDecimal.valueOf(units, DECIMALS);
    }

    /**
     * Whole parts of a number of units, each at least 1.
     *
     * @param weights above 0
     * @param units at least as many as there are weights
     */
    private static <K> Map<K, Long> partsOfOneOrMore(Map<K, BigFraction> weights, long units) {
        Map<K, Long> parts = new LinkedHashMap<>();
        Map<K, BigFraction> left = new LinkedHashMap<>(weights);
        long rest = units;
        boolean again = true;
        while (again) {
            again = false;
            BigFraction unit = BigFraction.of(rest).divide(sum(left));
            for (Map.Entry<K, BigFraction> entry : weights.entrySet()) {
                if (left.containsKey(entry.getKey())
                        && unit.multiply(entry.getValue()).compareTo(BigFraction.ONE) < 0) {
                    parts.put(entry.getKey(), 1L);
                    left.remove(entry.getKey());
                    rest--;
                    again = true;
                }
            }
        }
        parts.putAll(byLargestRemainder(left, rest));
        return parts;
    }

    private record Quota<K>(K of, long whole, BigFraction remainder) {}

    /**
     * Whole parts of a number of units, in the order of their remainders.
     *
     * @param weights empty, or together above 0
     */
    private static <K> Map<K, Long> byLargestRemainder(Map<K, BigFraction> weights, long units) {
        if (weights.isEmpty()) {
            return Map.of();
        }
        BigFraction unit = BigFraction.of(units).divide(sum(weights));
        List<Quota<K>> quotas = new ArrayList<>();
        long given = 0;
        for (Map.Entry<K, BigFraction> entry : weights.entrySet()) {
            BigFraction quota = entry.getValue().multiply(unit);
            BigInteger whole = quota.getNumerator().divide(quota.getDenominator());
            quotas.add(
                    new Quota<>(
                            entry.getKey(),
                            whole.longValueExact(),
                            quota.subtract(BigFraction.of(whole))));
            given += whole.longValueExact();
        }
        // The order of the agreement decides between equal remainders: the sort is stable.
        quotas.sort(Comparator.comparing((Quota<K> quota) -> quota.remainder()).reversed());
        Map<K, Long> parts = new LinkedHashMap<>();
        for (int i = 0; i < quotas.size(); i++) {
            parts.put(quotas.get(i).of(), quotas.get(i).whole() + (i < units - given ? 1 : 0));
        }
        return parts;
    }

    private static BigFraction sum(Map<?, BigFraction> weights) {
        FractionSum sum = new FractionSum();
        weights.values().forEach(sum::add);
        return sum.total();
    }
}
