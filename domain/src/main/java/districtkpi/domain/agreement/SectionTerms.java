package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A section of an agreement with its name, its share of the combined total and its indicators.
 *
 * @param name as printed, such as รายทีม
 * @param share percent of the combined total, 0–100; the shares of an agreement total 100
 * @param outOf what its weights total, above 0: 100 in most agreements, and 70 where they are
 *     printed so. Scoring takes a weight for its percentage of this, so that the section is out of
 *     100 like any other
 */
public record SectionTerms(
        SectionId section,
        LocalizedText name,
        Rule<BigDecimal> share,
        BigDecimal outOf,
        List<Indicator> indicators) {

    /** What weights total unless an agreement says otherwise. */
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SectionTerms {
        indicators = List.copyOf(indicators);
        if (outOf.signum() <= 0) {
            throw new IllegalArgumentException("Weights are out of more than 0: " + outOf);
        }
    }

    /** A section whose weights total 100. */
    public SectionTerms(
            SectionId section,
            LocalizedText name,
            Rule<BigDecimal> share,
            List<Indicator> indicators) {
        this(section, name, share, HUNDRED, indicators);
    }

    /** Whether its weights are percentages, as most are. */
    public boolean isOutOfHundred() {
        return outOf.compareTo(HUNDRED) == 0;
    }

    /** What its indicators weigh together. */
    public BigDecimal weight() {
        return weight(indicators);
    }

    /** Whether something was agreed otherwise for a district. */
    public boolean differsIn(DistrictCode district) {
        return indicators.stream().anyMatch(one -> one.terms(district).isPresent());
    }

    /**
     * The section as it holds for a district; the same object where nothing differs.
     *
     * <p>Where what applies there weighs as much as the whole section elsewhere, its weights count
     * as they are, and what does not apply weighs nothing. Otherwise what does not apply keeps its
     * weight, to be spread over the rest.
     */
    public SectionTerms in(DistrictCode district) {
        if (!differsIn(district)) {
            return this;
        }
        List<Indicator> own = indicators.stream().map(one -> one.in(district)).toList();
        List<Indicator> applying = own.stream().filter(one -> one.appliesIn(district)).toList();
        boolean countsAsItIs = weight(applying).compareTo(weight()) == 0;
        return new SectionTerms(
                section,
                name,
                share,
                outOf,
                own.stream()
                        .map(one ->
                                countsAsItIs && !one.appliesIn(district)
                                        ? one.withWeight(BigDecimal.ZERO)
                                        : one)
                        .toList());
    }

    /** The section as it holds on a day; see {@link Indicator#on}. */
    SectionTerms on(LocalDate day) {
        return new SectionTerms(
                section,
                name,
                share,
                outOf,
                indicators.stream().map(indicator -> indicator.on(day)).toList());
    }

    private static BigDecimal weight(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
