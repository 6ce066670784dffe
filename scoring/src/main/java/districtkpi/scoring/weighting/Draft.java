package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Other weights, thresholds and shares of sections than those of an agreement, to see what they
 * would change. It is never stored and changes nothing by itself.
 *
 * <p>It holds what differs and nothing else, as it was entered: whether an agreement can be scored
 * with it is found when it is {@linkplain #applyTo applied}. Immutable; every change gives a new
 * one.
 *
 * <p>Its text fits into a URL: weights, after a semicolon thresholds, after another shares, such as
 * {@code T1:25,T2:75;P1.l3.households_developed:64;individual:40,team:60}. What stands where says
 * what it is, so that an indicator may be called {@code team}. Parts that are empty at the end are
 * left out with their semicolons; the empty text is the draft that changes nothing.
 *
 * @param weights percent of the section
 * @param thresholds in the unit of the condition: percent, or the number itself for a count
 * @param shares of the sections, percent of the combined total
 */
public record Draft(
        Map<IndicatorId, BigDecimal> weights,
        Map<Threshold, BigDecimal> thresholds,
        Map<SectionId, BigDecimal> shares) {

    /** Changes nothing. */
    public static final Draft NONE = new Draft(Map.of(), Map.of(), Map.of());

    static final int MAX_DIGITS = 12;
    static final int MAX_DECIMALS = 10;

    /**
     * Numbers are brought to their shortest form, so that drafts that say the same are equal.
     *
     * @throws IllegalArgumentException if a number has more than 12 digits before or 10 behind the
     *     point
     */
    public Draft {
        weights = sorted(weights);
        thresholds = sorted(thresholds);
        shares = sorted(shares);
    }

    private static <K extends Comparable<K>> Map<K, BigDecimal> sorted(Map<K, BigDecimal> map) {
        SortedMap<K, BigDecimal> sorted = new TreeMap<>();
        map.forEach((key, number) -> sorted.put(key, shortest(number)));
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() - shortest.scale() > MAX_DIGITS
                || shortest.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException("More digits than a draft needs: " + number);
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws DraftSyntaxException if it is not of that form; it says what is wrong, in both
     *     languages
     */
    public static Draft parse(String text) {
        return DraftText.parse(text);
    }

    /**
     * The same draft with another weight.
     *
     * @param percent of the section; the others stay as they are
     */
    public Draft withWeight(IndicatorId indicator, BigDecimal percent) {
        SortedMap<IndicatorId, BigDecimal> changed = new TreeMap<>(weights);
        changed.put(indicator, percent);
        return new Draft(changed, thresholds, shares);
    }

    public Draft withThreshold(Threshold threshold, BigDecimal bound) {
        SortedMap<Threshold, BigDecimal> changed = new TreeMap<>(thresholds);
        changed.put(threshold, bound);
        return new Draft(weights, changed, shares);
    }

    /**
     * The same draft with another share.
     *
     * @param percent of the combined total; the others stay as they are
     */
    public Draft withShare(SectionId section, BigDecimal percent) {
        SortedMap<SectionId, BigDecimal> changed = new TreeMap<>(shares);
        changed.put(section, percent);
        return new Draft(weights, thresholds, changed);
    }

    /** The same draft without what says no more than the agreement does. */
    public Draft withoutUnchanged(Agreement agreement) {
        SortedMap<IndicatorId, BigDecimal> changedWeights = new TreeMap<>(weights);
        changedWeights
                .entrySet()
                .removeIf(entry ->
                        agreement
                                .indicator(entry.getKey())
                                .filter(agreed -> agreed.weight().compareTo(entry.getValue()) == 0)
                                .isPresent());
        SortedMap<Threshold, BigDecimal> changedThresholds = new TreeMap<>(thresholds);
        changedThresholds
                .entrySet()
                .removeIf(entry ->
                        entry.getKey()
                                .in(agreement)
                                .map(Condition.Comparison::threshold)
                                .filter(agreed -> agreed.compareTo(entry.getValue()) == 0)
                                .isPresent());
        SortedMap<SectionId, BigDecimal> changedShares = new TreeMap<>(shares);
        changedShares
                .entrySet()
                .removeIf(entry ->
                        agreement
                                .section(entry.getKey())
                                .map(terms -> terms.share().value())
                                .filter(agreed -> agreed.compareTo(entry.getValue()) == 0)
                                .isPresent());
        return new Draft(changedWeights, changedThresholds, changedShares);
    }

    /** The weight that an indicator has with this draft, percent of its section. */
    public BigDecimal weightOf(Indicator indicator) {
        BigDecimal drafted = weights.get(indicator.id());
        // Where nothing differs, the agreed number stays as it was written.
        return drafted == null || drafted.compareTo(indicator.weight()) == 0
                ? indicator.weight()
                : drafted;
    }

    /** The share that a section has with this draft, percent of the combined total. */
    public BigDecimal shareOf(SectionTerms terms) {
        BigDecimal agreed = terms.share().value();
        BigDecimal drafted = shares.get(terms.section());
        return drafted == null || drafted.compareTo(agreed) == 0 ? agreed : drafted;
    }

    /** The bound that a condition has with this draft. */
    public BigDecimal boundOf(Threshold threshold, Condition.Comparison agreed) {
        BigDecimal drafted = thresholds.get(threshold);
        return drafted == null || drafted.compareTo(agreed.threshold()) == 0
                ? agreed.threshold()
                : drafted;
    }

    /**
     * Brings the weights of a section to exactly 100: the locked ones stay, what they leave is
     * spread over the others in proportion to their weights in this draft.
     *
     * @param locked indicators to leave as they are; those of other sections do not matter
     */
    public WeightSpread spread(Agreement agreement, SectionId section, Set<IndicatorId> locked) {
        return Spreading.ofWeights(this, agreement, section, locked);
    }

    /**
     * Brings the shares of the sections to exactly 100, likewise; a share may become 0.
     *
     * @param locked sections to leave as they are
     */
    public WeightSpread spreadShares(Agreement agreement, Set<SectionId> locked) {
        return Spreading.ofShares(this, agreement, locked);
    }

    /**
     * The same draft in the names of another round: indicators are joined by their concept,
     * sections are the same everywhere.
     *
     * @param from the agreement that the draft is of
     * @param to the other round's
     * @return absent if the other round does not have all concepts and sections that the draft
     *     changes
     */
    public Optional<Draft> in(Agreement from, Agreement to) {
        SortedMap<IndicatorId, BigDecimal> renamedWeights = new TreeMap<>();
        for (Map.Entry<IndicatorId, BigDecimal> weight : weights.entrySet()) {
            Optional<IndicatorId> id = counterpart(weight.getKey(), from, to);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            renamedWeights.put(id.get(), weight.getValue());
        }
        SortedMap<Threshold, BigDecimal> renamedThresholds = new TreeMap<>();
        for (Map.Entry<Threshold, BigDecimal> bound : thresholds.entrySet()) {
            Threshold threshold = bound.getKey();
            Optional<IndicatorId> id = counterpart(threshold.indicator(), from, to);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            renamedThresholds.put(
                    new Threshold(
                            id.get(), threshold.level(), threshold.measure(), threshold.position()),
                    bound.getValue());
        }
        return shares.keySet().stream().allMatch(section -> to.section(section).isPresent())
                ? Optional.of(new Draft(renamedWeights, renamedThresholds, shares))
                : Optional.empty();
    }

    private static Optional<IndicatorId> counterpart(IndicatorId id, Agreement from, Agreement to) {
        return from.indicator(id)
                .flatMap(indicator ->
                        to.indicators()
                                .filter(other -> other.concept().equals(indicator.concept()))
                                .findFirst())
                .map(Indicator::id);
    }

    /**
     * The agreement with this draft's weights, thresholds and shares, or why it cannot be scored.
     */
    public DraftedAgreement applyTo(Agreement agreement) {
        return new DraftApplication(this, agreement).result();
    }

    @Override
    public String toString() {
        String text = items(weights, IndicatorId::value);
        if (!thresholds.isEmpty() || !shares.isEmpty()) {
            text += ";" + items(thresholds, Threshold::toString);
        }
        if (!shares.isEmpty()) {
            text += ";" + items(shares, SectionId::value);
        }
        return text;
    }

    private static <K> String items(Map<K, BigDecimal> map, Function<K, String> name) {
        return map.entrySet().stream()
                .map(entry -> name.apply(entry.getKey()) + ":" + entry.getValue().toPlainString())
                .collect(Collectors.joining(","));
    }
}
