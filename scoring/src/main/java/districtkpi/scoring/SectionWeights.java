package districtkpi.scoring;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionTerms;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Weights as they are printed and as percent of their section, in which everything is scored.
 *
 * <p>Where weights total 70, a weight of 28 is 40 %, exactly; where they total 100, printed and
 * percent are one.
 */
public final class SectionWeights {

    private SectionWeights() {}

    /** What an indicator weighs in its section, in percent. */
    public static BigFraction percent(Indicator indicator, SectionTerms terms) {
        BigFraction weight = Exact.fraction(indicator.weight());
        return terms.isOutOfHundred()
                ? weight
                : weight.multiply(100).divide(Exact.fraction(terms.outOf()));
    }

    /** Points or a weight, given in percent of a section, of what its weights total. */
    public static BigFraction printed(SectionTerms terms, BigFraction percent) {
        return terms.isOutOfHundred()
                ? percent
                : percent.multiply(Exact.fraction(terms.outOf())).divide(100);
    }
}
